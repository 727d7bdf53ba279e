package org.kith.reflection;

/** The five levels at which relationships help or hinder, from the closest outward. */
public enum Level {
  PRACTITIONER_PERSON("practitioner-person"),
  MANAGER_PRACTITIONER("manager-practitioner"),
  LEADER_MANAGER("leader-manager"),
  COMMISSIONER_LEADER("commissioner-leader"),
  POLICY("policy");

  private final String id;

  Level(String id) {
    this.id = id;
  }

  /** The name in addresses, files and tables. */
  public String id() {
    return id;
  }
}
