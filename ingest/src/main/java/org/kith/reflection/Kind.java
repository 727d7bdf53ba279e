package org.kith.reflection;

/** What a piece of writing is. */
public enum Kind {
  /** Something that happened, and what the author makes of it. */
  REFLECTION("reflection"),
  /** Something somebody tries because of an earlier reflection. */
  EXPERIMENT("experiment"),
  /** Something that is done differently from now on, or was deliberately stopped. */
  CHANGE("change");

  private final String id;

  Kind(String id) {
    this.id = id;
  }

  /** The name in addresses, files and tables. */
  public String id() {
    return id;
  }
}
