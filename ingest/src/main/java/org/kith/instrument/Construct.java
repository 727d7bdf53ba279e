package org.kith.instrument;

/**
 * What an instrument speaks of.
 *
 * @param id for addresses: {@code mutual-aid} ({@code [a-z][a-z0-9-]*})
 * @param name for people: "Mutual aid"
 * @param about one plain sentence
 */
public record Construct(String id, String name, String about) {
  public Construct {
    if (!id.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "Construct id '" + id + "' must be lower-case letters, digits and -.");
    }
  }
}
