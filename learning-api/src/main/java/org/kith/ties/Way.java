package org.kith.ties;

import org.kith.cycles.Scale;

/** Which way a tie goes, by the scales of the two cycles. */
public enum Way {
  UP("up", "Up"),
  DOWN("down", "Down"),
  ACROSS("across", "Across");

  private final String id;
  private final String words;

  Way(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** The name in addresses and tables. */
  public String id() {
    return id;
  }

  /** In plain words, as a heading. */
  public String words() {
    return words;
  }

  /** The same tie as the other cycle sees it: what comes up to one was sent from below. */
  public Way seenFromThere() {
    return switch (this) {
      case UP -> DOWN;
      case DOWN -> UP;
      case ACROSS -> ACROSS;
    };
  }

  /** The way from one scale to another. */
  public static Way between(Scale from, Scale to) {
    int step = Integer.signum(to.compareTo(from));
    return step > 0 ? UP : step < 0 ? DOWN : ACROSS;
  }

  /**
   * The way with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Way of(String id) {
    for (Way way : values()) {
      if (way.id.equals(id)) {
        return way;
      }
    }
    throw new IllegalArgumentException("A tie goes up, down or across, not '" + id + "'.");
  }
}
