package org.kith.reflection;

/** Who may read a reflection. Its author chooses, and can change it or take it back at any time. */
public enum Audience {
  /** Nobody else; nothing of it leaves the store. */
  ME("me"),
  /** One team of the author's, with the author's name. Its taps are counted. */
  TEAM("team"),
  /** Everyone in one learning cycle, without the author's name. Taps and words are counted. */
  CYCLE("cycle"),
  /** Nobody reads it; its taps are counted. */
  COUNTS("counts");

  private final String id;

  Audience(String id) {
    this.id = id;
  }

  /** The name in addresses, files and tables. */
  public String id() {
    return id;
  }

  /**
   * The audience with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Audience of(String id) {
    for (Audience audience : values()) {
      if (audience.id.equals(id)) {
        return audience;
      }
    }
    throw new IllegalArgumentException("An audience is me, team, cycle or counts.");
  }
}
