package org.kith.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.AccountRow;
import org.kith.published.InstrumentRow;
import org.kith.published.Manifest;
import org.kith.published.Visibility;
import org.kith.words.Numbers;
import org.kith.workspace.Wave;

/**
 * About this data: where every answer went, what is hidden and why, and what the snapshot is made
 * of.
 *
 * @param accounts where the rows of each export went
 * @param total in words, where all of them went
 * @param snapshots every snapshot there is, the latest first
 */
record AboutPage(
    Frame frame,
    FigureTable accounts,
    String total,
    Manifest manifest,
    List<InstrumentRow> instruments,
    List<Published> snapshots) {

  /**
   * A snapshot in the list.
   *
   * @param stops until when it knows, in words, or empty when it holds all there was
   */
  record Published(String id, String made, String stops, boolean shown) {}

  private static final String WITHDRAWN = "withdrawn";

  private static final Map<String, String> OUTCOMES = new LinkedHashMap<>();

  static {
    OUTCOMES.put("received", "Came in");
    OUTCOMES.put("accepted", "Kept, complete");
    OUTCOMES.put("partial", "Kept, in part");
    OUTCOMES.put("preview_or_test", "Tries and tests");
    OUTCOMES.put("duplicate", "Twice");
    OUTCOMES.put(WITHDRAWN, "Taken out");
    OUTCOMES.put("rejected", "Set aside");
  }

  static AboutPage of(View view, List<Manifest> all) {
    List<Published> snapshots = new ArrayList<>();
    for (Manifest m : all) {
      snapshots.add(
          0,
          new Published(
              m.id(),
              Frame.DAY.format(Instant.parse(m.made())),
              stops(m),
              m.id().equals(view.snapshot())));
    }
    return new AboutPage(
        Frame.of(view, "About this data", "about-this-data"),
        accounts(view),
        (total(view) + " " + heldOut(view)).strip(),
        view.manifest(),
        view.instruments(),
        snapshots);
  }

  /** That this snapshot holds no more than was known by the end of a wave, or empty. */
  String stops() {
    return manifest.until() == null
        ? ""
        : " It holds what was known by the end of "
            + Wave.of(manifest.until()).label()
            + "; rows that came in are told of the whole exports.";
  }

  private static String stops(Manifest m) {
    return m.until() == null ? "" : ", what was known by the end of " + Wave.of(m.until()).label();
  }

  private static FigureTable accounts(View view) {
    Map<String, List<AccountRow>> bySource = new LinkedHashMap<>();
    view.accounts()
        .forEach(r -> bySource.computeIfAbsent(r.source(), s -> new ArrayList<>()).add(r));
    Map<String, String> outcomes = new LinkedHashMap<>(OUTCOMES);
    if (view.accounts().stream().noneMatch(r -> r.outcome().equals(WITHDRAWN))) {
      outcomes.remove(WITHDRAWN); // nobody took their answers out
    }
    List<String> columns = new ArrayList<>(List.of("Export", "Tool"));
    columns.addAll(outcomes.values());
    int k = view.manifest().disclosure().people();
    List<List<Cell>> rows = new ArrayList<>();
    for (var source : bySource.entrySet()) {
      List<Cell> cells = new ArrayList<>();
      boolean all = source.getKey().equals("all");
      cells.add(Cell.words(all ? "All exports" : source.getKey()));
      cells.add(Cell.words(all ? "" : source.getValue().get(0).tool()));
      for (String outcome : outcomes.keySet()) {
        cells.add(
            source.getValue().stream()
                .filter(r -> r.outcome().equals(outcome))
                .findFirst()
                .map(r -> cell(r, k))
                .orElse(Cell.number(0)));
      }
      rows.add(cells);
    }
    return new FigureTable(
        "Where the rows of every export went, to the nearest "
            + view.manifest().disclosure().rounding(),
        columns,
        rows);
  }

  private static Cell cell(AccountRow row, int k) {
    return row.visibility() == Visibility.SHOWN && row.rows() != null
        ? Cell.number(Numbers.count(row.rows()))
        : Cell.hidden(
            row.visibility() == Visibility.PROTECTS_ANOTHER
                ? "hidden too"
                : row.visibility().words(k));
  }

  private static String total(View view) {
    Map<String, AccountRow> all = new LinkedHashMap<>();
    view.accounts().stream()
        .filter(r -> r.source().equals("all"))
        .forEach(r -> all.put(r.outcome(), r));
    AccountRow received = all.get("received");
    if (received == null || received.rows() == null) {
      return "Every row of every export is accounted for below.";
    }
    List<String> parts = new ArrayList<>();
    part(parts, all.get("accepted"), " were kept as complete");
    part(parts, all.get("partial"), " were kept in part");
    part(parts, all.get("preview_or_test"), " were tries or tests");
    part(parts, all.get("duplicate"), " came twice");
    part(parts, all.get(WITHDRAWN), " were taken out again by the people who answered");
    part(parts, all.get("rejected"), " were set aside with a reason");
    return Numbers.count(received.rows()) + " rows came in: " + Numbers.list(parts) + ".";
  }

  /** Of rows that were kept, those whose owners do not let them be counted; or empty. */
  private static String heldOut(View view) {
    int k = view.manifest().disclosure().people();
    return view.accounts().stream()
        .filter(r -> r.outcome().equals("held_out"))
        .findFirst()
        .map(
            r ->
                "Of the rows kept, %s held out of every figure by their own choice."
                    .formatted(
                        r.rows() == null
                            ? "fewer than " + k + " are"
                            : Numbers.count(r.rows()) + " are"))
        .orElse("");
  }

  private static void part(List<String> parts, AccountRow row, String words) {
    if (row == null) {
      return;
    }
    if (row.rows() == null) {
      parts.add("a number that is hidden" + words);
    } else if (row.rows() > 0) {
      parts.add(Numbers.count(row.rows()) + words);
    }
  }
}
