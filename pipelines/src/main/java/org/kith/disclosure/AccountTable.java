package org.kith.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.kith.disclosure.CountTable.Line;
import org.kith.disclosure.CountTable.Shape;
import org.kith.lake.IngestRecord;
import org.kith.lake.RowAccount;
import org.kith.published.AccountRow;
import org.kith.published.Scope;

/**
 * Where the rows of the exports went: a table of its own, exports for organisations.
 *
 * <p>That nearly all rows were accepted says nothing about anybody, so complements are not
 * protected; and when something must go, it is the number received.
 */
final class AccountTable {
  private static final List<String> OUTCOMES =
      List.of("accepted", "partial", "preview_or_test", "duplicate", "rejected");
  private static final String RECEIVED = "received";

  /** Of the line over all exports. */
  private static final String ALL = "all";

  private final List<IngestRecord> exports;
  private final Threshold threshold;
  private final CountTable table;

  AccountTable(List<IngestRecord> exports, Threshold threshold) {
    this.exports = exports;
    this.threshold = threshold;
    this.table =
        new CountTable(
            new Shape("The accounts of the exports", OUTCOMES.size(), 0, null, false, 0),
            exports.stream().map(e -> counts(e.rows())).toList(),
            new long[0]);
    for (int e = 0; e < exports.size(); e++) {
      table.line(Scope.ORGANISATION, exports.get(e).source(), new int[] {e}, false);
    }
    table.line(Scope.ALL, ALL, CountTable.range(0, exports.size()), false);
  }

  private static long[] counts(RowAccount rows) {
    return new long[] {
      rows.accepted(), rows.partial(), rows.previewOrTest(), rows.duplicate(), rows.rejected()
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
      for (int o = 0; o < OUTCOMES.size(); o++) {
        rows.add(row(line, tool, OUTCOMES.get(o), line.parts().get(o)));
      }
    }
    return rows;
  }

  private AccountRow row(Line line, String tool, String outcome, Figure figure) {
    return new AccountRow(
        line.unit(), tool, outcome, figure.published(threshold), figure.visibility());
  }
}
