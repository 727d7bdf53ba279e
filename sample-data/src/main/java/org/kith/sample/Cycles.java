package org.kith.sample;

import java.util.List;
import java.util.Map;

/** The learning cycles of the sample. */
final class Cycles {
  /**
   * A learning cycle.
   *
   * @param since ISO day it began
   */
  record Cycle(String id, String name, String since) {}

  static final Cycle FIRST_VISITS =
      new Cycle("first-visits", "What makes a first visit a good one?", "2023-01-02");
  static final Cycle WHO_DECIDES =
      new Cycle("who-decides", "Who decides, and how long does it take?", "2023-01-02");
  static final Cycle ALONGSIDE =
      new Cycle("alongside", "What can neighbours and peers do that we cannot?", "2023-01-02");
  static final Cycle THE_BUS = new Cycle("getting-there", "How do people get here?", "2025-07-01");

  /** Where the varied reflections are shared. Nobody whom the demo signs in takes part in it. */
  static final Cycle ELSEWHERE =
      new Cycle("across-the-valley", "What do we keep running into?", "2023-01-02");

  static final List<Cycle> ALL = List.of(FIRST_VISITS, WHO_DECIDES, ALONGSIDE, THE_BUS, ELSEWHERE);

  private Cycles() {}

  /** Those that the story looks at, and the cycle of it that they are shared with. */
  private static final Map<String, String> OF_THE_STORY =
      Map.of(
          "a-065", "stair-team",
          "a-087", "ten-at-night",
          "a-091", "ten-at-night",
          "b-087", "ten-at-night",
          "b-093", "ten-at-night");

  /** Where one of the 240 is shared, by what it is about. */
  static String of(Written written) {
    return OF_THE_STORY.getOrDefault(written.id(), about(written.theme()).id());
  }

  private static Cycle about(String theme) {
    return switch (theme) {
      case "T1", "T2", "T3", "T5", "T7", "T9" -> WHO_DECIDES;
      case "T4", "T6", "T10" -> ALONGSIDE;
      case "T11" -> THE_BUS;
      default -> FIRST_VISITS;
    };
  }
}
