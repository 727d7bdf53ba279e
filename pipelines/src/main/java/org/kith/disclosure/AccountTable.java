package org.kith.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.kith.disclosure.CountTable.Line;
import org.kith.disclosure.CountTable.Shape;
import org.kith.lake.IngestRecord;
import org.kith.lake.RowAccount;
import org.kith.published.AccountRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;

/**
 * Where the rows of the exports went: a table of its own, exports for organisations.
 *
 * <p>That nearly all rows were accepted says nothing about anybody, so complements are not
 * protected; and when something must go, it is the number received.
 *
 * <p>How many took their answers out is an outcome as soon as anybody did. A 0 is hidden like every
 * other small number, and would take the number received of every export with it; that somebody did
 * is no secret, from which export and how many are.
 */
final class AccountTable {
  private static final List<String> USUAL =
      List.of("accepted", "partial", "preview_or_test", "duplicate", "rejected");
  private static final List<String> WITH_WITHDRAWN =
      List.of("accepted", "partial", "preview_or_test", "duplicate", "withdrawn", "rejected");
  private static final String RECEIVED = "received";
  private static final String HELD_OUT = "held_out";

  /** Of the line over all exports. */
  private static final String ALL = "all";

  private final List<IngestRecord> exports;
  private final Threshold threshold;
  private final CountTable table;
  private final List<String> outcomes;
  private final long heldOut;

  /**
   * @param heldOut rows that were kept and are not counted
   */
  AccountTable(Family family, List<IngestRecord> exports, long heldOut, Threshold threshold) {
    this.exports = exports;
    this.heldOut = heldOut;
    this.threshold = threshold;
    this.outcomes =
        exports.stream().anyMatch(e -> e.rows().withdrawn() > 0) ? WITH_WITHDRAWN : USUAL;
    this.table =
        family.table(
            new Shape("The accounts of the exports", outcomes.size(), 0, null, false, 0),
            exports.stream().map(e -> counts(e.rows())).toList(),
            new long[0]);
    for (int e = 0; e < exports.size(); e++) {
      table.line(Scope.ORGANISATION, exports.get(e).source(), new int[] {e}, false);
    }
    table.line(Scope.ALL, ALL, CountTable.range(0, exports.size()), false);
  }

  private long[] counts(RowAccount rows) {
    return outcomes.stream().mapToLong(outcome -> count(rows, outcome)).toArray();
  }

  private static long count(RowAccount rows, String outcome) {
    return switch (outcome) {
      case "accepted" -> rows.accepted();
      case "partial" -> rows.partial();
      case "preview_or_test" -> rows.previewOrTest();
      case "duplicate" -> rows.duplicate();
      case "withdrawn" -> rows.withdrawn();
      case "rejected" -> rows.rejected();
      default -> throw new IllegalArgumentException("No outcome of a row: " + outcome);
    };
  }

  CountTable table() {
    return table;
  }

  List<AccountRow> rows() {
    List<AccountRow> rows = new ArrayList<>();
    for (int l = 0; l < table.lines.size(); l++) {
      Line line = table.lines.get(l);
      String tool = l < exports.size() ? exports.get(l).tool() : ALL;
      rows.add(row(line, tool, RECEIVED, line.total()));
      for (int o = 0; o < outcomes.size(); o++) {
        rows.add(row(line, tool, outcomes.get(o), line.parts().get(o)));
      }
    }
    if (heldOut > 0) {
      boolean small = threshold.small(heldOut);
      rows.add(
          new AccountRow(
              ALL,
              ALL,
              HELD_OUT,
              small ? null : threshold.rounded(heldOut),
              small ? Visibility.FEWER_THAN_K : Visibility.SHOWN));
    }
    return rows;
  }

  private AccountRow row(Line line, String tool, String outcome, Figure figure) {
    return new AccountRow(
        line.unit(), tool, outcome, figure.published(threshold), figure.visibility());
  }
}
