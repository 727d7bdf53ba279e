package org.kith.instrument;

import static java.util.Objects.requireNonNull;

/**
 * One answer a question offers.
 *
 * @param code the number that stands for it in the lake, 0 or more
 * @param label the words the respondent saw
 * @param brief the label in one or two words, for a mark on a chart
 * @param score the answer's contribution to a score, already oriented, or null when the instrument
 *     scores by code or by counting
 */
public record Answer(int code, String label, String brief, Double score) {
  public Answer {
    requireNonNull(label, "label");
    requireNonNull(brief, "brief");
    if (code < 0) {
      throw new IllegalArgumentException(
          "Answer code " + code + " is negative; negative codes are kept for missing answers.");
    }
  }
}
