package org.kith.charts;

import java.util.List;

/**
 * The people who gave one answer.
 *
 * @param answer the answer in one or two words
 * @param people how many, rounded, or null when hidden
 * @param hidden why it is hidden, in words, or null when shown
 */
public record Part(String answer, Integer people, String hidden) {

  /** An answer whose count may be read. */
  public static Part shown(String answer, int people) {
    return new Part(answer, people, null);
  }

  /** An answer whose count is hidden for this reason. */
  public static Part hidden(String answer, String why) {
    return new Part(answer, null, why);
  }

  boolean isHidden() {
    return people == null;
  }

  /**
   * How wide to draw each part, in people. Hidden parts share what is left of the total evenly, so
   * that the width of a hatch says nothing about the number; each keeps room to be seen.
   */
  static double[] sizes(List<Part> parts, int total) {
    int shown = parts.stream().filter(p -> !p.isHidden()).mapToInt(Part::people).sum();
    long hidden = parts.stream().filter(Part::isHidden).count();
    double each = hidden == 0 ? 0 : Math.max((total - shown) / (double) hidden, 0.08 * total);
    return parts.stream().mapToDouble(p -> p.isHidden() ? each : p.people()).toArray();
  }
}
