package org.kith.ingest;

import java.util.List;
import java.util.Map;
import org.kith.lake.IngestRecord.Part;
import org.kith.lake.RowAccount;

/**
 * What came of one export.
 *
 * @param source its name in the lake
 * @param file its file name
 * @param outcome what happened to the lake
 * @param tool the survey tool, or empty when it was not recognised
 * @param readAs encoding and delimiter in words, or empty
 * @param mapping the mapping used, or empty
 * @param rows where its rows went, or null when it was refused as a whole
 * @param leftBehind headings of identifying columns
 * @param unused columns that nobody asked for
 * @param unknownGroups cells per known group that its rule did not know
 * @param notes what a reader should know
 * @param problems why it was refused as a whole
 * @param parts the tables it gave
 */
record FileReport(
    String source,
    String file,
    Outcome outcome,
    String tool,
    String readAs,
    String mapping,
    RowAccount rows,
    List<String> leftBehind,
    long unused,
    Map<String, Long> unknownGroups,
    List<String> notes,
    List<String> problems,
    List<Part> parts) {

  /** What happened to the lake. */
  enum Outcome {
    /** Its rows are in the lake now. */
    INGESTED,
    /** The lake had exactly these rows already. */
    UNCHANGED,
    /** This is what an ingest would give; nothing was written. */
    SHOWN,
    /** Nothing of it was taken; the lake is as it was. */
    REFUSED
  }

  static FileReport refused(String source, String file, List<String> problems) {
    return new FileReport(
        source,
        file,
        Outcome.REFUSED,
        "",
        "",
        "",
        null,
        List.of(),
        0,
        Map.of(),
        List.of(),
        problems,
        List.of());
  }
}
