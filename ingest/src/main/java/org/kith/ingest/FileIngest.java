package org.kith.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.kith.dialect.Export;
import org.kith.dialect.RowStatus;
import org.kith.ingest.FileReport.Outcome;
import org.kith.lake.IngestRecord;
import org.kith.lake.IngestRecord.Part;
import org.kith.lake.ProtectedLake;
import org.kith.lake.RowAccount;
import org.kith.mapping.Binding;
import org.kith.mapping.Decoded;
import org.kith.mapping.Problem;
import org.kith.mapping.RowDecoder;
import org.kith.protect.Pseudonyms;
import org.kith.resident.Withdrawn;

/**
 * The way of one export into the lake, in two passes over the file, so that memory does not grow
 * with its rows: the first finds what is wrong and what is double, the second writes.
 *
 * <ol>
 *   <li>Each row is decoded. A wrong one becomes a rejection; a right one claims its response id,
 *       and its person in its wave, so that the last complete row of each stays.
 *   <li>Rows of people who took their answers out are counted, and nothing else of them is kept.
 *       Each other row that stays is decoded again and written, with a pseudonym for its person, to
 *       the table of each instrument that it answers and of its wave.
 *   <li>The tables get their names, and the record that names them is renamed into place.
 * </ol>
 */
final class FileIngest {
  private static final int REPLACED = 3;
  private static final int EMPTY = 4;
  private static final int ROWS_NAMED = 50;

  private final String source;
  private final Export export;
  private final Binding binding;
  private final String mappingFile;
  private final Pseudonyms pseudonyms;
  private final Withdrawn withdrawn;
  private final LongConsumer bytesRead;

  /** What the first pass found. */
  private record Found(
      long received,
      long preview,
      long rejected,
      BitSet replaced,
      List<BitSet> replacedByInstrument,
      TreeSet<String> waves,
      boolean seenUnanswered,
      BitSet unreadableCodes,
      Map<String, Long> unknownGroups) {

    /** Empties what another row of the person replaces. */
    void drop(Decoded row) {
      for (int i = 0; i < replacedByInstrument.size(); i++) {
        if (replacedByInstrument.get(i).get(row.row())) {
          row.drop(i);
        }
      }
    }
  }

  /** What the second pass wrote or would write. */
  private record Kept(long accepted, long partial, long withdrawn, long replaced, long empty) {}

  /** Takes the rows that stay. */
  @FunctionalInterface
  private interface Keeper {
    void keep(Decoded row, String pseudonym, String code) throws IOException;
  }

  FileIngest(
      String source,
      Export export,
      Binding binding,
      String mappingFile,
      Pseudonyms pseudonyms,
      Withdrawn withdrawn,
      LongConsumer bytesRead) {
    this.source = source;
    this.export = export;
    this.binding = binding;
    this.mappingFile = mappingFile;
    this.pseudonyms = pseudonyms;
    this.withdrawn = withdrawn;
    this.bytesRead = bytesRead;
  }

  /**
   * Takes the export into the lake.
   *
   * @param settings hash of all that the result depends on beside the export
   * @param version of Kith
   */
  FileReport into(ProtectedLake lake, String settings, String version, Rejections rejections)
      throws IOException {
    Found found = find(rejections);
    try (Parts parts = new Parts(lake.root(), source, binding, found.waves().size())) {
      Kept kept = keep(found, (row, pseudonym, code) -> write(parts, row, pseudonym, code));
      RowAccount account = account(found, kept);
      List<Part> written = parts.finish();
      List<String> others = others(lake.records(), written);
      String file = export.file().getFileName().toString();
      lake.commit(
          new IngestRecord(
              source,
              file,
              export.layout().tool(),
              export.sha256(),
              settings,
              version,
              account,
              written));
      return report(Outcome.INGESTED, found, kept, written, others);
    }
  }

  /**
   * What the export would give.
   *
   * @param shown takes a line for each of the first rows that would be kept
   * @param rows how many rows to show
   */
  FileReport show(List<String> shown, int rows, Rejections rejections) throws IOException {
    Found found = find(rejections);
    Kept kept =
        keep(
            found,
            (row, pseudonym, code) -> {
              for (int i = 0; i < binding.instruments().size() && shown.size() < rows; i++) {
                if (row.asks(i)) {
                  shown.add(line(row, pseudonym, i));
                }
              }
            });
    return report(Outcome.SHOWN, found, kept, List.of(), List.of());
  }

  private Found find(Rejections rejections) throws IOException {
    RowDecoder decoder = new RowDecoder(binding, false);
    Claims claims = new Claims(binding);
    TreeSet<String> waves = new TreeSet<>();
    BitSet unreadable = new BitSet();
    long[] counts = new long[3];
    boolean seenUnanswered =
        export.read(
            binding.wanted(),
            bytesRead,
            row -> {
              Decoded decoded = decoder.decode(row);
              counts[0]++;
              if (decoded.status() == RowStatus.PREVIEW_OR_TEST) {
                counts[1]++;
              } else if (!decoded.problems().isEmpty()) {
                counts[2]++;
                for (Problem problem : decoded.problems()) {
                  rejections.add(problem);
                }
              } else {
                claims.claim(decoded);
                waves.add(decoded.wave().id());
                if (decoded.codeUnreadable()) {
                  unreadable.set(decoded.row());
                }
                if (!withdrawn.isEmpty()) {
                  learn(decoded);
                }
              }
            });
    return new Found(
        counts[0],
        counts[1],
        counts[2],
        claims.rows(),
        claims.rowsByInstrument(),
        waves,
        seenUnanswered,
        unreadable,
        decoder.unknownGroups());
  }

  /** Somebody's row without a code may stand before the one with it. */
  private void learn(Decoded row) {
    String pseudonym = pseudonym(row);
    String code = code(row);
    if (withdrawn.holds(pseudonym, code)) {
      withdrawn.learn(pseudonym, code);
    }
  }

  /** The rows that are still of people who took their answers out, as a spreadsheet counts them. */
  List<Integer> rowsWithdrawn() throws IOException {
    RowDecoder decoder = new RowDecoder(binding, false);
    List<Integer> rows = new ArrayList<>();
    export.read(
        binding.wanted(),
        bytesRead,
        row -> {
          Decoded decoded = decoder.decode(row);
          if (decoded.status() != RowStatus.PREVIEW_OR_TEST
              && withdrawn.holds(pseudonym(decoded), code(decoded))) {
            rows.add(decoded.row());
          }
        });
    return rows;
  }

  private Kept keep(Found found, Keeper keeper) throws IOException {
    RowDecoder decoder = new RowDecoder(binding, found.seenUnanswered());
    long[] counts = new long[5];
    long size = Files.size(export.file());
    export.read(
        binding.wanted(),
        bytes -> bytesRead.accept(size + bytes),
        row -> {
          Decoded decoded = decoder.decode(row);
          if (decoded.status() == RowStatus.PREVIEW_OR_TEST
              || !decoded.problems().isEmpty()
              || found.replaced().get(decoded.row())) {
            return;
          }
          String pseudonym = pseudonym(decoded);
          String code = code(decoded);
          if (withdrawn.holds(pseudonym, code)) {
            counts[2]++;
            return;
          }
          if (!decoded.asksAnything()) {
            counts[EMPTY]++;
          } else {
            found.drop(decoded);
            if (!decoded.asksAnything()) {
              counts[REPLACED]++;
              return;
            }
          }
          counts[decoded.status() == RowStatus.COMPLETE ? 0 : 1]++;
          keeper.keep(decoded, pseudonym, code);
        });
    return new Kept(counts[0], counts[1], counts[2], counts[REPLACED], counts[EMPTY]);
  }

  private String code(Decoded row) {
    return row.code() == null ? null : row.code().print(pseudonyms);
  }

  /**
   * A person without an id is known again by their code, or else is a person of their own, the same
   * one at the next ingest. So whoever holds a code never has a pseudonym made of a row's number,
   * which would be another's once a row is deleted from the export.
   */
  private String pseudonym(Decoded row) {
    if (row.person() != null) {
      return pseudonyms.of("person\0" + row.person());
    }
    if (row.code() != null) {
      return pseudonyms.of("person by code\0" + row.code().letters());
    }
    return row.response() != null
        ? pseudonyms.of("response\0" + source + "\0" + row.response())
        : pseudonyms.of("row\0" + source + "\0" + row.row());
  }

  private void write(Parts parts, Decoded row, String pseudonym, String code) throws IOException {
    String wave = row.wave().id();
    for (int i = 0; i < binding.instruments().size(); i++) {
      int[] items = row.items(i);
      if (row.asks(i)) {
        boolean submitted = row.status() == RowStatus.COMPLETE;
        parts
            .table(i, wave)
            .write(
                pseudonym, row.organisation(), row.groups(), items, submitted, code, row.weight());
      }
    }
  }

  private String line(Decoded row, String pseudonym, int instrument) {
    List<String> cells = new ArrayList<>();
    cells.add("person=" + pseudonym.substring(0, 4) + "…");
    cells.add("organisation=" + row.organisation());
    cells.add("wave=" + row.wave().id());
    List<String> groups = binding.groupIds();
    for (int i = 0; i < groups.size(); i++) {
      cells.add("group_" + groups.get(i) + "=" + row.groups().get(i));
    }
    var of = binding.instruments().get(instrument);
    List<String> items = Binding.itemIds(of);
    for (int i = 0; i < items.size(); i++) {
      cells.add(items.get(i) + "=" + row.items(instrument)[i]);
    }
    return of.id() + ": " + String.join(", ", cells);
  }

  private static RowAccount account(Found found, Kept kept) {
    return new RowAccount(
        found.received(),
        kept.accepted(),
        kept.partial(),
        found.preview(),
        found.replaced().cardinality() + kept.replaced(),
        kept.withdrawn(),
        found.rejected());
  }

  /** The first three; a list of all would help nobody. */
  private static String named(List<String> files) {
    return files.size() <= 3
        ? String.join(" or ", files)
        : String.join(", ", files.subList(0, 3)) + " or " + (files.size() - 3) + " more";
  }

  /** Other exports with answers to the same instrument in the same wave. */
  private List<String> others(List<IngestRecord> records, List<Part> written) {
    return records.stream()
        .filter(r -> !r.source().equals(source))
        .filter(
            r ->
                r.parts().stream()
                    .anyMatch(
                        p ->
                            written.stream()
                                .anyMatch(
                                    w ->
                                        w.instrument().equals(p.instrument())
                                            && w.wave().equals(p.wave()))))
        .map(IngestRecord::file)
        .sorted()
        .toList();
  }

  private FileReport report(
      Outcome outcome, Found found, Kept kept, List<Part> parts, List<String> others) {
    List<String> notes = new ArrayList<>(export.layout().notes());
    if (!others.isEmpty()) {
      notes.add(
          "Duplicates are looked for within one export: who also answered in "
              + named(others)
              + " in the same wave counts in each.");
    }
    if (binding.manyRowsEach() && kept.empty() > 0) {
      notes.add(
          "%,d of the rows kept hold none of the questions that the mapping names; nothing of them is stored."
              .formatted(kept.empty()));
    }
    if (!found.unreadableCodes().isEmpty()) {
      notes.add(unreadable(found.unreadableCodes()));
    }
    if (found.seenUnanswered()) {
      notes.add(
          export.layout().seenUnanswered()
              + " marks questions seen and left blank, so blanks count as not asked.");
    }
    Path file = export.file().getFileName();
    return new FileReport(
        source,
        file.toString(),
        outcome,
        export.layout().tool(),
        export.words(),
        mappingFile,
        account(found, kept),
        binding.leftBehind(),
        binding.unused(),
        found.unknownGroups(),
        notes,
        List.of(),
        parts);
  }

  private static String unreadable(BitSet rows) {
    int count = rows.cardinality();
    String named =
        rows.stream().limit(ROWS_NAMED).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    return "%,d %s could not be read (%s %s%s). The answers are kept; with such a code nobody can say later who may use them, or take them out."
        .formatted(
            count,
            count == 1 ? "code" : "codes",
            count == 1 ? "row" : "rows",
            named,
            count > ROWS_NAMED ? ", …" : "");
  }
}
