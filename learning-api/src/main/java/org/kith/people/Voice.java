package org.kith.people;

/**
 * In which voice somebody takes part in a learning cycle or a review. What they say there stands
 * under their voice, not under their name.
 */
public enum Voice {
  RESIDENT("resident", "a resident", "Residents"),
  PRACTITIONER("practitioner", "a practitioner", "Practitioners"),
  MANAGER("manager", "a manager", "Managers"),
  LEADER("leader", "a leader", "Leaders"),
  COMMISSIONER("commissioner", "a commissioner", "Commissioners"),
  POLICY("policy", "someone who makes policy", "People who make policy");

  private final String id;
  private final String one;
  private final String many;

  Voice(String id, String one, String many) {
    this.id = id;
    this.one = one;
    this.many = many;
  }

  /** The name in addresses and tables. */
  public String id() {
    return id;
  }

  /** One of them, to stand after "by": a resident. */
  public String one() {
    return one;
  }

  /** All of them, to stand over what they say: Residents. */
  public String many() {
    return many;
  }

  /**
   * The voice with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Voice of(String id) {
    for (Voice voice : values()) {
      if (voice.id.equals(id)) {
        return voice;
      }
    }
    throw new IllegalArgumentException(
        "A voice is resident, practitioner, manager, leader, commissioner or policy, not '"
            + id
            + "'.");
  }
}
