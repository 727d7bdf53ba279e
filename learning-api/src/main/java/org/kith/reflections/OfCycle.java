package org.kith.reflections;

import java.util.List;

/**
 * A reflection as a learning cycle sees it: without a name, and without what would give it away.
 * There is no author, organisation, team, position, receipt or time in it, nor what it carries on
 * from (the same author's), and of the day only its week, since who was on duty on a day is known.
 *
 * @param week ISO 8601 day, the Monday of the week it is about
 * @param cycle id of the learning cycle it is shared with
 * @param yours whether the reader is its author
 */
public record OfCycle(
    String id,
    String form,
    String kind,
    String week,
    List<Reflection.Answer> answers,
    List<Reflection.Tap> taps,
    String feeling,
    String cycle,
    boolean yours,
    List<Reply> replies)
    implements Opened {}
