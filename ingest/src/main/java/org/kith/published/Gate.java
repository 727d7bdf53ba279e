package org.kith.published;

/** Whether organisations may be looked at beside one another in a measure and, if not, why. */
public enum Gate {
  /** Nothing speaks against it. */
  OPEN("may be looked at beside one another"),
  /** The items do not hang together well enough for their score to mean one thing. */
  NOT_RELIABLE("withheld: the questions do not hang together well enough"),
  /** An item means something else in some organisations. */
  NOT_COMPARABLE("withheld: a question does not mean the same everywhere"),
  /** Nobody can say: too few people or organisations. */
  NOT_KNOWN("withheld: too few answers to tell whether it may be compared");

  private final String words;

  Gate(String words) {
    this.words = words;
  }

  /** The reason in the words every page uses. */
  public String words() {
    return words;
  }
}
