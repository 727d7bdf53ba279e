package org.kith.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kith.disclosure.CountTable.Line;
import org.kith.disclosure.CountTable.Shape;
import org.kith.instrument.Answer;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;
import org.kith.published.DistributionRow;
import org.kith.published.LevelRow;
import org.kith.published.MissingRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;
import org.kith.statistics.Wilson;

/**
 * One question in one wave: what people answered, how many are counted, and what was left
 * unanswered are one table, because sums link them.
 */
final class ItemTable {
  /** What one item asks about one wave. */
  record Key(String instrument, String item, String wave) {
    static Key of(LevelRow row) {
      return new Key(row.instrument(), row.item(), row.wave());
    }

    static Key of(DistributionRow row) {
      return new Key(row.instrument(), row.item(), row.wave());
    }

    static Key of(MissingRow row) {
      return new Key(row.instrument(), row.item(), row.wave());
    }

    @Override
    public String toString() {
      return instrument + ", item " + item + ", wave " + wave;
    }
  }

  private record Cell(Scope scope, String unit, int code) {}

  private static final String ANSWERED = "answered";
  private static final String EXCLUDED = "excluded";
  private static final List<String> KINDS =
      Stream.of(Missing.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();

  private final Key key;
  private final Item item;
  private final List<LevelRow> levels;
  private final boolean hasMissing;
  private final Threshold threshold;

  /** Answers as columns: valid ones in the order they are offered, then excluded ones. */
  private final List<Answer> columns;

  private final List<String> organisations;
  private final CountTable table;

  /**
   * Gathers an item's exact rows.
   *
   * @param family the tables it belongs with
   * @param levels one for each unit, in published order
   * @param distributions absent rows count nobody
   * @param missing absent rows count nobody; empty when missing answers are not published
   */
  ItemTable(
      Family family,
      Key key,
      Item item,
      List<LevelRow> levels,
      List<DistributionRow> distributions,
      List<MissingRow> missing,
      Groups groups,
      Threshold threshold) {
    this.key = key;
    this.item = item;
    this.levels = levels;
    this.hasMissing = !missing.isEmpty();
    this.threshold = threshold;
    this.columns =
        item.answers().stream().sorted(Comparator.comparing(a -> !item.valid(a.code()))).toList();
    Map<Cell, Integer> people = new HashMap<>();
    for (DistributionRow row : distributions) {
      people.put(new Cell(row.scope(), row.unit(), row.code()), row.people());
    }
    Map<String, Integer> kinds = new HashMap<>();
    missing.forEach(row -> kinds.put(row.kind(), row.people()));

    this.organisations =
        levels.stream().filter(l -> l.scope() == Scope.ORGANISATION).map(LevelRow::unit).toList();
    int valid = (int) columns.stream().filter(a -> item.valid(a.code())).count();
    List<Boolean> inCounted = new ArrayList<>();
    for (int c = 0; c < valid; c++) {
      inCounted.add(item.counted().contains(columns.get(c).code()));
    }
    Shape shape =
        new Shape(
            key.toString(),
            valid,
            columns.size() - valid,
            inCounted.contains(true) ? inCounted : null,
            true,
            10);
    List<long[]> counts = new ArrayList<>();
    for (String organisation : organisations) {
      counts.add(
          columns.stream()
              .mapToLong(
                  a -> people.getOrDefault(new Cell(Scope.ORGANISATION, organisation, a.code()), 0))
              .toArray());
    }
    this.table =
        family.table(
            shape,
            counts,
            hasMissing
                ? KINDS.stream().mapToLong(kind -> kinds.getOrDefault(kind, 0)).toArray()
                : new long[0]);
    for (LevelRow level : levels) {
      Line line =
          table.line(
              level.scope(),
              level.unit(),
              groups.of(level.scope(), level.unit(), organisations),
              hasMissing && level.scope() == Scope.ALL);
      Groups.checkSum(key.toString(), level.unit(), level.answered(), line.total().exact);
    }
  }

  CountTable table() {
    return table;
  }

  Key key() {
    return key;
  }

  Item item() {
    return item;
  }

  /** The answers behind a line's cells, in their order: valid ones, then excluded ones. */
  List<Answer> columns() {
    return columns;
  }

  /** The organisations with a line, in the order of the table's cells. */
  List<String> organisations() {
    return organisations;
  }

  List<DistributionRow> distributions() {
    List<DistributionRow> rows = new ArrayList<>();
    for (Line line : table.lines) {
      for (Answer answer : item.answers()) {
        int column = columns.indexOf(answer);
        int valid = line.parts().size();
        Figure figure =
            column < valid ? line.parts().get(column) : line.outside().get(column - valid);
        rows.add(
            new DistributionRow(
                key.instrument(),
                key.item(),
                key.wave(),
                line.scope(),
                line.unit(),
                answer.code(),
                figure.published(threshold),
                figure.visibility()));
      }
    }
    return rows;
  }

  List<LevelRow> levels() {
    List<LevelRow> rows = new ArrayList<>();
    for (int l = 0; l < levels.size(); l++) {
      rows.add(level(table.lines.get(l), levels.get(l)));
    }
    return rows;
  }

  private LevelRow level(Line line, LevelRow exact) {
    Integer answered = line.total().published(threshold);
    // An item that counts nothing has no share; its row says how many answered.
    Figure share = line.counted() == null ? line.total() : line.counted();
    Visibility visibility = line.total().shown() ? share.visibility() : line.total().visibility();
    Integer counted =
        line.counted() == null || visibility != Visibility.SHOWN
            ? null
            : line.counted().published(threshold);
    Double designEffect =
        exact.designEffect() == null ? null : Decimals.places(exact.designEffect(), 2);
    Integer organisations =
        visibility == Visibility.FEWER_THAN_3_ORGANISATIONS
            ? null
            : Integer.valueOf(table.contributing(line, threshold));
    if (counted == null) {
      return new LevelRow(
          key.instrument(),
          key.item(),
          key.wave(),
          line.scope(),
          line.unit(),
          organisations,
          answered,
          null,
          null,
          null,
          null,
          null,
          visibility);
    }
    double effect = designEffect == null ? 1 : designEffect;
    Wilson wilson = Wilson.of(counted, answered, effect);
    return new LevelRow(
        key.instrument(),
        key.item(),
        key.wave(),
        line.scope(),
        line.unit(),
        organisations,
        answered,
        counted,
        Decimals.places(100 * wilson.estimate(), 2),
        Decimals.places(100 * wilson.low(), 2),
        Decimals.places(100 * wilson.high(), 2),
        effect,
        visibility);
  }

  List<MissingRow> missing() {
    List<MissingRow> rows = new ArrayList<>();
    if (!hasMissing) {
      return rows;
    }
    for (Line line : table.lines) {
      if (line.scope() == Scope.ALL) {
        rows.add(missing(ANSWERED, line.total()));
        if (line.allOutside() != null) {
          rows.add(missing(EXCLUDED, line.allOutside()));
        }
      }
    }
    for (int kind = 0; kind < KINDS.size(); kind++) {
      rows.add(missing(KINDS.get(kind), table.kinds.get(kind)));
    }
    return rows;
  }

  private MissingRow missing(String kind, Figure figure) {
    return new MissingRow(
        key.instrument(),
        key.item(),
        key.wave(),
        kind,
        figure.published(threshold),
        figure.visibility());
  }
}
