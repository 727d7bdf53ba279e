package org.kith.published;

import java.util.List;

/**
 * What a snapshot is made of, written beside its tables as {@code manifest.json}.
 *
 * @param id eight hexadecimal digits in two groups, worked out from the tables' bytes: the same
 *     inputs give the same id
 * @param made when it was first published, ISO 8601 in UTC
 * @param version of Kith that made it
 * @param workspace name of the workspace, from {@code kith.yaml}
 * @param disclosure the settings numbers were hidden by
 * @param inputs the exports it rests on
 * @param tables its tables
 */
public record Manifest(
    String id,
    String made,
    String version,
    String workspace,
    DisclosureRules disclosure,
    List<Input> inputs,
    List<TableFile> tables) {

  /**
   * When a number is hidden.
   *
   * @param people k: fewer people than this are hidden
   * @param rounding counts are published to the nearest multiple of this
   * @param organisations fewest organisations in a pooled figure
   */
  public record DisclosureRules(int people, int rounding, int organisations) {}

  /**
   * An export.
   *
   * @param source its name
   * @param tool the survey tool that wrote it
   * @param sha256 hash of its bytes
   */
  public record Input(String source, String tool, String sha256) {}

  /**
   * A table's file.
   *
   * @param name of the table
   * @param rows in it
   * @param sha256 hash of its bytes
   */
  public record TableFile(String name, int rows, String sha256) {}
}
