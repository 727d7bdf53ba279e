package org.kith.groups;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.kith.instrument.Instrument;

/** Matches people anew on some of an instrument's items: another pass over them. */
@FunctionalInterface
public interface Rematch {
  /** One organisation in one wave. */
  record Group(String organisation, String wave) {}

  /**
   * {@link CompleteCases#matched} with the sum of these items' values, or the mean of a class of
   * such sums, as the matching value.
   *
   * @param items ids of the items to match on, at least one
   */
  Map<Group, SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>>> on(
      Instrument instrument, Set<String> items);
}
