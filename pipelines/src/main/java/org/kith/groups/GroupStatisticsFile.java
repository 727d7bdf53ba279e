package org.kith.groups;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kith.instrument.Instrument;
import org.kith.lake.RecordFile;

/**
 * Group statistics as long tables, for those who may look into the protected zone: {@code
 * lake/protected/group-statistics/<instrument>.parquet} has the counts; {@code
 * <instrument>-products.parquet}, {@code -matched}, {@code -profiles}, {@code -patterns} and {@code
 * -transitions} have the sums of {@link SumRows}, each where there are any.
 */
public final class GroupStatisticsFile {
  private GroupStatisticsFile() {}

  /** What a row counts. */
  public enum Kind {
    /** Everyone who returned the form. */
    PEOPLE,
    /** People who gave an answer of an item, or left it unanswered in one way. */
    ANSWER,
    /** People of a known group. */
    KNOWN,
    /** People with a score. */
    SCORE,
    /** People of an export. */
    SOURCE,
    /** People with a valid answer to every item. */
    COMPLETE,
    /** Those of them who gave the same answer to every item. */
    STRAIGHT
  }

  /**
   * One number.
   *
   * @param name the item, the known group's dimension or the export, else null
   * @param code of the answer, negative for a kind of missing; else null
   * @param group of the dimension, else null
   * @param score on the instrument's grid, else null
   * @param people exact
   */
  public record LongRow(
      String instrument,
      String organisation,
      String wave,
      Kind kind,
      String name,
      Integer code,
      String group,
      Double score,
      long people) {}

  /**
   * Replaces an instrument's files, each in one step.
   *
   * @return the files written
   * @throws IOException if one cannot be written; what was there stays
   */
  public static Set<Path> write(
      Path folder, Instrument instrument, List<GroupStatistics> groups, Panel panel)
      throws IOException {
    String id = instrument.id();
    List<Sheet<?>> sheets = new ArrayList<>();
    sheets.add(new Sheet<>(id, LongRow.class, () -> all(groups, g -> rows(g).stream())));
    if (groups.stream().anyMatch(group -> group.complete().values().n() > 0)) {
      List<String> items = SumRows.items(instrument);
      sheets.add(
          new Sheet<>(
              id + "-products",
              SumRows.Product.class,
              () -> all(groups, g -> SumRows.products(items, g))));
      sheets.add(
          new Sheet<>(id + "-matched", SumRows.Matched.class, () -> all(groups, SumRows::matched)));
    }
    if (groups.stream().anyMatch(group -> !group.profiles().isEmpty())) {
      List<Measure> measures = Measure.of(instrument);
      sheets.add(
          new Sheet<>(
              id + "-profiles",
              SumRows.OfProfile.class,
              () -> all(groups, g -> SumRows.profiles(measures, g))));
    }
    if (!panel.patterns().isEmpty()) {
      sheets.add(
          new Sheet<>(
              id + "-patterns",
              SumRows.OfPattern.class,
              () -> all(panel.patterns(), SumRows::patterns)));
    }
    if (!panel.transitions().isEmpty()) {
      sheets.add(
          new Sheet<>(
              id + "-transitions",
              SumRows.OfTransition.class,
              () -> all(panel.transitions(), SumRows::transitions)));
    }
    try {
      return sheets.parallelStream().map(sheet -> write(folder, sheet)).collect(toSet());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static <G, T> Stream<T> all(List<G> of, Function<G, Stream<T>> rows) {
    return of.stream().flatMap(rows);
  }

  /** A file to write. */
  private record Sheet<T extends Record>(String name, Class<T> type, Supplier<Stream<T>> rows) {}

  private static <T extends Record> Path write(Path folder, Sheet<T> sheet) {
    Path file = folder.resolve(sheet.name() + ".parquet");
    Path aside = folder.resolve("." + sheet.name() + ".parquet.writing");
    try {
      RecordFile.write(aside, sheet.type(), sheet.rows().get());
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static List<LongRow> rows(GroupStatistics g) {
    List<LongRow> rows = new ArrayList<>();
    rows.add(row(g, Kind.PEOPLE, null, null, null, null, g.people()));
    g.answers()
        .forEach(
            (item, counts) ->
                counts.forEach(
                    (code, n) -> rows.add(row(g, Kind.ANSWER, item, code, null, null, n))));
    g.known()
        .forEach(
            (dimension, counts) ->
                counts.forEach(
                    (group, n) -> rows.add(row(g, Kind.KNOWN, dimension, null, group, null, n))));
    g.scores().forEach((score, n) -> rows.add(row(g, Kind.SCORE, null, null, null, score, n)));
    g.sources().forEach((source, n) -> rows.add(row(g, Kind.SOURCE, source, null, null, null, n)));
    if (g.complete().values().variables() > 0) {
      rows.add(row(g, Kind.COMPLETE, null, null, null, null, g.complete().values().n()));
      rows.add(row(g, Kind.STRAIGHT, null, null, null, null, g.complete().straight()));
    }
    return rows;
  }

  private static LongRow row(
      GroupStatistics of,
      Kind kind,
      String name,
      Integer code,
      String group,
      Double score,
      long people) {
    return new LongRow(
        of.instrument(), of.organisation(), of.wave(), kind, name, code, group, score, people);
  }
}
