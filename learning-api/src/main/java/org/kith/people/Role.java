package org.kith.people;

/** What somebody may do here. A person can have several; everybody can write. */
public enum Role {
  /** Writes reflections and reads those shared with their team or cycle. */
  PRACTITIONER("practitioner"),
  /** Prepares and runs learning reviews; a commissioner, usually. */
  REVIEWER("reviewer"),
  /** Works with published tables and the codebook of themes. */
  RESEARCHER("researcher"),
  /** Looks after who takes part. Reads no reflection because of it. */
  STEWARD("steward");

  private final String id;

  Role(String id) {
    this.id = id;
  }

  /** The name in addresses and tables. */
  public String id() {
    return id;
  }

  /**
   * The role with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Role of(String id) {
    for (Role role : values()) {
      if (role.id.equals(id)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "A role is practitioner, reviewer, researcher or steward, not '" + id + "'.");
  }
}
