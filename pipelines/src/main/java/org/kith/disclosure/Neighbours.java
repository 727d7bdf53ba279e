package org.kith.disclosure;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which figures are near another: in the same line or column, or of the same organisation in
 * another table. They are kept by place, since there may be very many.
 */
final class Neighbours {
  /** A line or column of a table, or of all of them; or a unit. */
  private record Place(Object table, String kind, Object number) {}

  private final boolean sharesPeople;
  private final Map<Figure, Integer> positions = new HashMap<>();
  private final Map<Place, List<Figure>> by = new HashMap<>();
  private final List<Figure> aside = new ArrayList<>();

  /**
   * Of these figures.
   *
   * @param sharesPeople whether some cells are in several tables
   */
  Neighbours(Collection<Figure> figures, boolean sharesPeople) {
    this.sharesPeople = sharesPeople;
    for (Figure figure : figures) {
      positions.put(figure, positions.size());
      if (figure.table.aside()) {
        aside.add(figure);
      }
      places(figure).forEach(at -> by.computeIfAbsent(at, p -> new ArrayList<>()).add(figure));
    }
  }

  private List<Place> places(Figure figure) {
    List<Place> places = new ArrayList<>();
    places.add(new Place(figure.table, "line", figure.line));
    places.add(new Place(figure.table, "column", figure.column));
    if (figure.line >= 0) {
      places.add(new Place("", "unit", unit(figure)));
      if (sharesPeople) {
        places.add(new Place("", "column", figure.column));
      }
    }
    return places;
  }

  /** Those near a figure, the cheapest first. */
  Stream<Figure> of(Figure figure) {
    Set<Figure> all = new LinkedHashSet<>(aside);
    places(figure).forEach(at -> all.addAll(by.getOrDefault(at, List.of())));
    return inOrder(figure, all.stream().filter(other -> near(other, figure)));
  }

  /** The cheapest of all that are so, near or far. */
  Optional<Figure> cheapest(Figure figure, Predicate<Figure> so) {
    return positions.keySet().stream().filter(so).min(nearestAndCheapest(figure));
  }

  /** Those of some figures that were given, the nearest and cheapest first. */
  Stream<Figure> inOrder(Figure figure, Stream<Figure> some) {
    return some.filter(positions::containsKey).sorted(nearestAndCheapest(figure));
  }

  private boolean near(Figure one, Figure other) {
    if (one.table.aside()) {
      return true;
    }
    if (sharesPeople && one.line >= 0 && other.line >= 0) {
      return unit(one).equals(unit(other)) || one.column == other.column;
    }
    if (one.table == other.table) {
      return one.line == other.line || one.column == other.column;
    }
    // What links tables is how many answered, so only totals matter there.
    return one.line >= 0
        && other.line >= 0
        && one == one.table.lines.get(one.line).total()
        && unit(one).equals(unit(other));
  }

  private static String unit(Figure figure) {
    return figure.table.lines.get(figure.line).unit();
  }

  private Comparator<Figure> nearestAndCheapest(Figure secret) {
    return comparing((Figure f) -> !near(f, secret))
        .thenComparing(f -> f.table != secret.table)
        .thenComparingInt(f -> f.cost)
        .thenComparing(f -> f.line != secret.line)
        .thenComparingLong(f -> f.exact)
        .thenComparing(comparingInt((Figure f) -> f.line).thenComparingInt(f -> f.column))
        .thenComparing(positions::get);
  }
}
