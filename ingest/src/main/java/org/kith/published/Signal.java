package org.kith.published;

/** What makes a point on a control chart unlike those before it. None of them is good or bad. */
public enum Signal {
  NONE("as usual"),
  OUTSIDE_LIMITS("outside the usual range"),
  TREND("part of seven points that all move one way"),
  TWO_OF_THREE("one of two in three points close to the edge of the usual range"),
  SHIFT("part of seven points on one side of the middle");

  private final String words;

  Signal(String words) {
    this.words = words;
  }

  /** The reading in plain words. */
  public String words() {
    return words;
  }
}
