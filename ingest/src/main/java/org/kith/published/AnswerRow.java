package org.kith.published;

/**
 * An answer of a question, in the order it is offered.
 *
 * @param counted whether the item's proportion counts it
 * @param excluded whether it leaves the denominator
 */
public record AnswerRow(
    String instrument,
    String item,
    int code,
    int position,
    String label,
    String brief,
    boolean counted,
    boolean excluded) {}
