package org.kith.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.kith.published.Scope;
import org.kith.workspace.Organisation;

/** Which organisations belong to a place, and rows by what they have in common. */
final class Groups {
  private final Map<String, String> places = new HashMap<>();

  Groups(List<Organisation> organisations) {
    organisations.forEach(o -> places.put(o.id(), o.place()));
  }

  /** Positions in {@code taking part} of the organisations a unit holds. */
  int[] of(Scope scope, String unit, List<String> takingPart) {
    return switch (scope) {
      case ALL -> CountTable.range(0, takingPart.size());
      case ORGANISATION -> new int[] {takingPart.indexOf(unit)};
      case PLACE ->
          IntStream.range(0, takingPart.size())
              .filter(o -> place(takingPart.get(o)).equals(unit))
              .toArray();
    };
  }

  private String place(String organisation) {
    String place = places.get(organisation);
    if (place == null) {
      throw new IllegalArgumentException(
          "Organisation '"
              + organisation
              + "' has answers but no line in organisations.csv. Add one.");
    }
    return place;
  }

  /** Rows with the same key together, keys in the order they first come. */
  static <K, R> Map<K, List<R>> by(Function<R, K> key, List<R> rows) {
    Map<K, List<R>> groups = new LinkedHashMap<>();
    for (R row : rows) {
      groups.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  /** The exact row of a place or everyone must be the sum of its organisations. */
  static void checkSum(String what, String unit, long row, long sum) {
    if (row != sum) {
      throw new IllegalStateException(
          what
              + ": the count for '"
              + unit
              + "' is not the sum of its organisations' counts. The exact indicators are"
              + " inconsistent; run again from the responses.");
    }
  }
}
