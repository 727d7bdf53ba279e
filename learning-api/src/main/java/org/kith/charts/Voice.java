package org.kith.charts;

import java.util.List;

/**
 * The colour of an answer. Both ends of a scale weigh the same, so that nobody's answer fades, and
 * neither end is the good one; pale parts have an edge.
 */
record Voice(String fill, String edge, String text) {

  private static final Voice BLUE = new Voice("#1f5285", "#1f5285", "#ffffff");
  private static final Voice MID_BLUE = new Voice("#7ba6cc", "#1f5285", "#1f262d");
  private static final Voice PALE_BLUE = new Voice("#bcd3e7", "#5b88b3", "#1f262d");
  private static final Voice STONE = new Voice("#e3dfd7", "#8d8576", "#1f262d");
  private static final Voice PALE_OCHRE = new Voice("#efd596", "#b1812a", "#1f262d");
  private static final Voice MID_OCHRE = new Voice("#d3a955", "#875808", "#1f262d");
  private static final Voice OCHRE = new Voice("#875808", "#875808", "#ffffff");

  /** The most answers that can be told apart as parts of one bar. */
  static final int MOST = 7;

  boolean pale() {
    return !fill.equals(edge);
  }

  /** The colours of this many ordered answers, 1 to 7. */
  static List<Voice> of(int answers) {
    return switch (answers) {
      case 1 -> List.of(BLUE);
      case 2 -> List.of(BLUE, OCHRE);
      case 3 -> List.of(BLUE, STONE, OCHRE);
      case 4 -> List.of(BLUE, PALE_BLUE, PALE_OCHRE, OCHRE);
      case 5 -> List.of(BLUE, PALE_BLUE, STONE, PALE_OCHRE, OCHRE);
      case 6 -> List.of(BLUE, MID_BLUE, PALE_BLUE, PALE_OCHRE, MID_OCHRE, OCHRE);
      case 7 -> List.of(BLUE, MID_BLUE, PALE_BLUE, STONE, PALE_OCHRE, MID_OCHRE, OCHRE);
      default ->
          throw new IllegalArgumentException(
              answers + " answers cannot be told apart as colours; draw them as columns.");
    };
  }
}
