package org.kith.reflections;

import java.util.List;

/**
 * A reflection as the author's team sees it: with the author's name.
 *
 * @param happened ISO 8601 day it is about
 * @param team id of the team it is shared with
 * @param author the author's name
 * @param yours whether the reader is its author
 * @param follows id of the reflection it carries on from, if that is shared with the reader too;
 *     otherwise null
 */
public record OfTeam(
    String id,
    String form,
    String kind,
    String happened,
    List<Reflection.Answer> answers,
    List<Reflection.Tap> taps,
    String feeling,
    String team,
    String author,
    boolean yours,
    String follows,
    List<Reply> replies)
    implements Opened {}
