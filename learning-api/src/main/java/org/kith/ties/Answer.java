package org.kith.ties;

/** What came back. */
public enum Answer {
  CHANGED("changed", "Changed"),
  TRYING("trying", "Trying"),
  CANNOT("cannot", "Cannot, because");

  private final String id;
  private final String words;

  Answer(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** The name in addresses and tables. */
  public String id() {
    return id;
  }

  /** In plain words, to stand before what was said. */
  public String words() {
    return words;
  }

  /**
   * The answer with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Answer of(String id) {
    for (Answer answer : values()) {
      if (answer.id.equals(id)) {
        return answer;
      }
    }
    throw new IllegalArgumentException("An answer is changed, trying or cannot, not '" + id + "'.");
  }
}
