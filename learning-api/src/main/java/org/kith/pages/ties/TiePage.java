package org.kith.pages.ties;

import org.kith.pages.Frame;

/**
 * One tie, with everything that came back.
 *
 * @param name of the cycle it is read from
 * @param form for the answer, or null when it is not this cycle's to answer
 * @param noteId made for what is done meanwhile
 * @param noteWords what was typed of it
 * @param noteProblem what was wrong with it, or empty
 */
public record TiePage(
    Frame frame,
    TieLine tie,
    String name,
    ReplyForm form,
    String noteId,
    String noteWords,
    String noteProblem) {}
