package org.kith.ties;

/** What a tie carries. */
public enum Matter {
  BARRIER("barrier", "a barrier"),
  QUESTION("question", "a question"),
  LEARNING("learning", "something learned");

  private final String id;
  private final String words;

  Matter(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** The name in addresses and tables. */
  public String id() {
    return id;
  }

  /** In plain words, to stand inside a sentence: a barrier. */
  public String words() {
    return words;
  }

  /** What was done with it, to stand before a day: raised on, sent on. */
  public String done() {
    return this == LEARNING ? "sent" : "raised";
  }

  /**
   * The matter with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Matter of(String id) {
    for (Matter matter : values()) {
      if (matter.id.equals(id)) {
        return matter;
      }
    }
    throw new IllegalArgumentException(
        "What is passed on is a barrier, a question or learning, not '" + id + "'.");
  }
}
