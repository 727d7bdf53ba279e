package org.kith.groups;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.kith.lake.RecordFile;

/**
 * Group statistics as a long table, for those who may look into the protected zone: {@code
 * lake/protected/group-statistics/<instrument>.parquet}.
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
    SCORE
  }

  /**
   * One number.
   *
   * @param name the item or the known group's dimension, else null
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
   * Replaces the file in one step.
   *
   * @throws IOException if it cannot be written; what was there stays
   */
  public static void write(Path file, List<GroupStatistics> groups) throws IOException {
    Path aside = file.resolveSibling("." + file.getFileName() + ".writing");
    RecordFile.write(aside, LongRow.class, rows(groups));
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static List<LongRow> rows(List<GroupStatistics> groups) {
    List<LongRow> rows = new ArrayList<>();
    for (GroupStatistics g : groups) {
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
