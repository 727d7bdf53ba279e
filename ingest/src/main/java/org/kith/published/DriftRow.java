package org.kith.published;

/**
 * Whether answers look as they do when a number has become a target. A sign invites a question; it
 * proves nothing about anybody. Over everyone it is the number of organisations; a row of one
 * organisation is for that organisation alone.
 *
 * @param sign what was looked for
 * @param organisations how many had answers enough to be looked at; null when fewer than 3, and for
 *     one organisation
 * @param noticed in how many of them the sign was seen; null likewise
 * @param here whether it was seen in this organisation; null for everyone
 */
public record DriftRow(
    String instrument,
    String wave,
    Scope scope,
    String unit,
    Drift sign,
    Integer organisations,
    Integer noticed,
    Boolean here,
    Visibility visibility) {}
