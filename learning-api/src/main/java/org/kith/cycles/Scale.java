package org.kith.cycles;

/** At what scale a cycle learns; a tie goes up, down or across by it. */
public enum Scale {
  PERSON("person", "one person"),
  TEAM("team", "a team"),
  ORGANISATION("organisation", "an organisation"),
  PLACE("place", "a whole place"),
  NATIONAL("national", "the whole country");

  private final String id;
  private final String words;

  Scale(String id, String words) {
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
   * The scale with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Scale of(String id) {
    for (Scale scale : values()) {
      if (scale.id.equals(id)) {
        return scale;
      }
    }
    throw new IllegalArgumentException(
        "A scale is person, team, organisation, place or national, not '" + id + "'.");
  }
}
