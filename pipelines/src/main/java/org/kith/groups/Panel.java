package org.kith.groups;

import java.util.List;
import java.util.SortedMap;
import org.kith.statistics.CrossProducts;

/**
 * What Spark makes of people who are known over several waves. A person who answered in two
 * organisations is one person in each. Exact, so it stays in the protected zone.
 *
 * @param patterns of people by the waves they have a value in
 * @param transitions of people who answered an item in two waves, one after the other
 */
public record Panel(List<Pattern> patterns, List<Transition> transitions) {
  /** Nobody known twice. */
  public static final Panel NONE = new Panel(List.of(), List.of());

  public Panel {
    patterns = List.copyOf(patterns);
    transitions = List.copyOf(transitions);
  }

  /**
   * People of one organisation who have a value in exactly these waves.
   *
   * @param measure name, as in {@link Measure#name}
   * @param waves ids, earliest first, at least one
   * @param values cross-products of the values, a variable for each wave
   */
  public record Pattern(
      String instrument,
      String measure,
      String organisation,
      List<String> waves,
      CrossProducts values) {}

  /**
   * People of one organisation who gave a valid answer to an item in two waves.
   *
   * @param from id of a wave in which the instrument was asked
   * @param to id of the next such wave
   * @param people by earlier code, then later code
   */
  public record Transition(
      String instrument,
      String item,
      String organisation,
      String from,
      String to,
      SortedMap<Integer, SortedMap<Integer, Long>> people) {}
}
