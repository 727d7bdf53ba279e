package org.kith.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.kith.disclosure.CountTable.Line;
import org.kith.disclosure.CountTable.Shape;
import org.kith.published.RespondentsRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;

/**
 * Who answered one instrument in one wave, by one known group.
 *
 * <p>One form may hold several instruments, and then the same people answered each. What one
 * instrument's table hides another's must not show, so tables of a group are decided on together
 * for all instruments of a wave.
 *
 * <p>The percentages give the total away, so it counts as published. A group that fewer than k
 * people belong to and for which no number of residents is known is not listed at all: that an
 * unusual postcode area occurs would already tell that somebody from there answered.
 */
final class RespondentsTable {
  record Key(String instrument, String wave, String dimension) {
    static Key of(RespondentsRow row) {
      return new Key(row.instrument(), row.wave(), row.dimension());
    }
  }

  private record Unit(Scope scope, String unit) {}

  private record Cell(Unit unit, String group) {}

  private final Key key;
  private final List<RespondentsRow> groupRows;
  private final Map<Cell, RespondentsRow> exact = new HashMap<>();
  private final Threshold threshold;
  private final List<String> organisations;
  private final CountTable table;

  /** Gathers a dimension's exact rows; absent rows count nobody. */
  RespondentsTable(
      Family family, Key key, List<RespondentsRow> rows, Groups groups, Threshold threshold) {
    this.key = key;
    this.threshold = threshold;
    Map<String, RespondentsRow> first = new HashMap<>();
    Set<Unit> units = new LinkedHashSet<>();
    for (RespondentsRow row : rows) {
      Unit unit = new Unit(row.scope(), row.unit());
      units.add(unit);
      exact.put(new Cell(unit, row.group()), row);
      first.putIfAbsent(row.group(), row);
    }
    this.groupRows =
        first.values().stream()
            .sorted(
                Comparator.comparingInt(RespondentsRow::position)
                    .thenComparing(RespondentsRow::group))
            .toList();
    this.organisations =
        units.stream().filter(u -> u.scope() == Scope.ORGANISATION).map(Unit::unit).toList();
    List<long[]> counts = new ArrayList<>();
    for (String organisation : organisations) {
      Unit unit = new Unit(Scope.ORGANISATION, organisation);
      counts.add(groupRows.stream().mapToLong(g -> people(unit, g.group())).toArray());
    }
    String name = key.instrument() + ", " + key.dimension() + ", wave " + key.wave();
    this.table =
        family.tableOfPeople(
            new Shape(name, groupRows.size(), 0, null, true, 10),
            organisations,
            groupRows.stream().map(RespondentsRow::group).toList(),
            counts);
    for (Unit unit : units) {
      Line line =
          table.line(
              unit.scope(),
              unit.unit(),
              groups.of(unit.scope(), unit.unit(), organisations),
              false);
      long sum = groupRows.stream().mapToLong(g -> people(unit, g.group())).sum();
      Groups.checkSum(name, unit.unit(), sum, line.total().exact);
    }
  }

  private long people(Unit unit, String group) {
    RespondentsRow row = exact.get(new Cell(unit, group));
    return row == null ? 0 : row.people();
  }

  CountTable table() {
    return table;
  }

  /** The organisations with a line, in the order of the table's cells. */
  List<String> organisations() {
    return organisations;
  }

  List<RespondentsRow> rows() {
    List<RespondentsRow> rows = new ArrayList<>();
    int[] listed =
        IntStream.range(0, groupRows.size())
            .filter(g -> listed(groupRows.get(g).group(), g))
            .toArray();
    for (Line line : table.lines) {
      for (int g : listed) {
        rows.add(row(line, groupRows.get(g), line.parts().get(g)));
      }
    }
    return rows;
  }

  private RespondentsRow row(Line line, RespondentsRow group, Figure figure) {
    Integer people = figure.published(threshold);
    Integer total = line.total().published(threshold);
    RespondentsRow own = exact.get(new Cell(new Unit(line.scope(), line.unit()), group.group()));
    return new RespondentsRow(
        key.instrument(),
        key.wave(),
        line.scope(),
        line.unit(),
        key.dimension(),
        group.group(),
        group.position(),
        people,
        people == null || total == null ? null : Decimals.places(100.0 * people / total, 1),
        own == null ? null : Decimals.places(own.residents(), 1),
        figure.visibility());
  }

  private boolean listed(String group, int column) {
    boolean knownToExist =
        exact.entrySet().stream()
            .anyMatch(e -> e.getKey().group().equals(group) && e.getValue().residents() != null);
    return knownToExist
        || table.lines.stream()
            .anyMatch(line -> line.parts().get(column).visibility() != Visibility.FEWER_THAN_K);
  }
}
