package org.kith.lake;

import java.util.List;

/**
 * What one export gave, as the lake remembers it: {@code lake/protected/ingested/<source>.json}.
 *
 * <p>This file is the commit. Parts are written first under names that carry their content's hash,
 * then this file is renamed into place; a part that no record names is not part of the lake and is
 * swept at the next ingest. So a corrected export replaces its own rows only, in one step, and a
 * process killed at any moment leaves the lake as it was before or as it is after.
 *
 * @param source name of the export: its file name without the ending
 * @param file its file name
 * @param tool the survey tool
 * @param sha256 hash of the export's bytes
 * @param settings hash of everything else the result depends on (mapping, instruments, rules)
 * @param version of Kith that read it
 * @param rows where its rows went
 * @param parts the files it gave
 */
public record IngestRecord(
    String source,
    String file,
    String tool,
    String sha256,
    String settings,
    String version,
    RowAccount rows,
    List<Part> parts) {

  /**
   * A file of responses.
   *
   * @param instrument id
   * @param wave id
   * @param path relative to {@code lake/protected}
   * @param rows in it
   */
  public record Part(String instrument, String wave, String path, int rows) {}
}
