package org.kith.cycles;

/** One of the four places of a cycle. All are open at once; none comes before another. */
public enum Stage {
  UNDERSTAND("understand", "Understand"),
  DESIGN("design", "Design together"),
  TRY("try", "Try things"),
  EMBED("embed", "Make it normal, pass it on");

  private final String id;
  private final String words;

  Stage(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** The name in addresses and tables. */
  public String id() {
    return id;
  }

  /** In plain words. */
  public String words() {
    return words;
  }

  /**
   * The place with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Stage of(String id) {
    for (Stage stage : values()) {
      if (stage.id.equals(id)) {
        return stage;
      }
    }
    throw new IllegalArgumentException("A place is understand, design, try or embed.");
  }
}
