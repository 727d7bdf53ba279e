package org.kith.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.kith.disclosure.CountTable.Line;
import org.kith.disclosure.CountTable.Shape;
import org.kith.published.ScaleRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;

/**
 * The scores of one instrument in one wave. How many people have one is a table of a single column;
 * where their scores lie is shown when they are.
 *
 * <p>A mean of 10 people says little of each. A quartile can be one person's score, or the score of
 * nearly everyone, so it waits until k people lie on either side: 2k for the median, 4k for the
 * quartiles. A mean across organisations, less those shown, would give the sum of a hidden
 * organisation's scores only if the numbers of people were known exactly, and they are rounded.
 */
final class ScaleTable {
  record Key(String instrument, String wave) {
    static Key of(ScaleRow row) {
      return new Key(row.instrument(), row.wave());
    }
  }

  private final List<ScaleRow> exact;
  private final Threshold threshold;
  private final List<String> organisations;
  private final CountTable table;

  ScaleTable(Family family, Key key, List<ScaleRow> exact, Groups groups, Threshold threshold) {
    this.exact = exact;
    this.threshold = threshold;
    List<ScaleRow> own = exact.stream().filter(r -> r.scope() == Scope.ORGANISATION).toList();
    String name = key.instrument() + ", scale, wave " + key.wave();
    this.table =
        family.table(
            new Shape(name, 1, 0, null, false, 1),
            own.stream().map(r -> new long[] {r.people()}).toList(),
            new long[0]);
    this.organisations = own.stream().map(ScaleRow::unit).toList();
    for (ScaleRow row : exact) {
      int[] of = groups.of(row.scope(), row.unit(), organisations);
      Line line = table.line(row.scope(), row.unit(), of, false);
      Groups.checkSum(name, row.unit(), row.people(), line.total().exact);
    }
  }

  CountTable table() {
    return table;
  }

  /** The organisations with a line, in the order of the table's cells. */
  List<String> organisations() {
    return organisations;
  }

  List<ScaleRow> rows() {
    List<ScaleRow> rows = new ArrayList<>();
    for (int l = 0; l < exact.size(); l++) {
      rows.add(row(table.lines.get(l), exact.get(l)));
    }
    return rows;
  }

  private ScaleRow row(Line line, ScaleRow row) {
    // The one part and the total are the same people.
    Visibility visibility =
        line.total().shown() ? line.parts().get(0).visibility() : line.total().visibility();
    Integer organisations =
        visibility == Visibility.FEWER_THAN_3_ORGANISATIONS
            ? null
            : Integer.valueOf(table.contributing(line, threshold));
    boolean shown = visibility == Visibility.SHOWN;
    long people = shown ? threshold.rounded(row.people()) : 0;
    // By the least it stands for, so that a median says no more of the number than the number does.
    long sure = shown ? threshold.least(Math.toIntExact(people)) : 0;
    boolean quartiles = sure >= 4L * threshold.people();
    boolean median = sure >= 2L * threshold.people();
    return new ScaleRow(
        row.instrument(),
        row.wave(),
        row.scope(),
        row.unit(),
        organisations,
        shown ? Integer.valueOf(Math.toIntExact(people)) : null,
        shown ? Decimals.places(row.mean(), 2) : null,
        shown ? Decimals.places(row.low(), 2) : null,
        shown ? Decimals.places(row.high(), 2) : null,
        quartiles ? Decimals.places(row.lowerQuartile(), 2) : null,
        median ? Decimals.places(row.median(), 2) : null,
        quartiles ? Decimals.places(row.upperQuartile(), 2) : null,
        visibility);
  }
}
