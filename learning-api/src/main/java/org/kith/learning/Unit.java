package org.kith.learning;

import org.kith.published.Scope;

/**
 * Whom a figure speaks of.
 *
 * @param scope how wide
 * @param id of the place or organisation, or {@code all}
 * @param name for people: "everyone taking part", "Larkmoor", "Millbrook Neighbours"
 */
public record Unit(Scope scope, String id, String name) {
  /** Everyone taking part. */
  public static final Unit ALL = new Unit(Scope.ALL, "all", "everyone taking part");
}
