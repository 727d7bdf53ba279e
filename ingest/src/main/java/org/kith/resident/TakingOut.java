package org.kith.resident;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kith.lake.IngestRecord;
import org.kith.lake.IngestRecord.Part;
import org.kith.lake.ProtectedLake;
import org.kith.lake.StoredResponses;
import org.kith.lake.StoredResponses.Whose;
import org.kith.workspace.Workspace;

/**
 * Takes the answers of people who took them out of the lake: all rows of each of them, in every
 * wave and to every instrument, whichever of their rows holds the code.
 *
 * <p>It can be stopped at any moment and done again. Who they are is written before a row of theirs
 * goes; a table is written beside the one it replaces, and an export's record, which says which
 * tables count, is renamed into place; what no record names is then swept away.
 */
public final class TakingOut {
  private final Workspace workspace;
  private final ProtectedLake lake;
  private final Withdrawn withdrawn;

  private TakingOut(Workspace workspace, Withdrawn withdrawn) {
    this.workspace = workspace;
    this.lake = ProtectedLake.of(workspace);
    this.withdrawn = withdrawn;
  }

  /**
   * Takes them out. Whoever calls this holds the lake's lock.
   *
   * @param withdrawn whose answers to take out; it learns what the lake knows of them
   * @return how many rows of exports went
   * @throws IOException if a file cannot be read or written; it can be done again
   */
  public static long from(Workspace workspace, Withdrawn withdrawn) throws IOException {
    if (withdrawn.isEmpty()) {
      return 0;
    }
    return new TakingOut(workspace, withdrawn).all();
  }

  private long all() throws IOException {
    // A process that was killed may have left tables behind that still hold their rows.
    lake.sweep();
    List<IngestRecord> records = lake.records();
    Set<Part> holding = learn(records);
    withdrawn.write(workspace);
    long rows = 0;
    for (IngestRecord record : records) {
      rows += from(record, holding);
    }
    lake.sweep();
    return rows;
  }

  /**
   * A row can tell a person by their code, and a person another code of theirs, and so on. When
   * nothing new is learned, the parts that hold such rows are known.
   */
  private Set<Part> learn(List<IngestRecord> records) throws IOException {
    Set<Part> holding = new HashSet<>();
    boolean[] fresh = {true};
    while (fresh[0]) {
      fresh[0] = false;
      holding.clear();
      for (IngestRecord record : records) {
        for (Part part : record.parts()) {
          StoredResponses.each(
              file(part),
              row -> {
                if (goes(row)) {
                  holding.add(part);
                  fresh[0] |= withdrawn.learn(row.person(), row.rowCode());
                }
              });
        }
      }
    }
    return holding;
  }

  private boolean goes(Whose row) {
    return withdrawn.holds(row.person(), row.rowCode());
  }

  private long from(IngestRecord record, Set<Part> holding) throws IOException {
    // Somebody's row of the export is a row in the table of each instrument they answered.
    Map<String, Boolean> gone = new HashMap<>();
    List<Part> left = new ArrayList<>();
    for (Part part : record.parts()) {
      if (holding.contains(part)) {
        Optional<Part> rest =
            StoredResponses.without(
                lake.root(),
                record.source(),
                part,
                row -> {
                  boolean goes = goes(row);
                  if (goes) {
                    gone.put(
                        part.wave() + " " + row.person(),
                        row.rowSubmitted() == null || row.rowSubmitted());
                  }
                  return goes;
                });
        rest.ifPresent(left::add);
      } else {
        left.add(part);
      }
    }
    if (gone.isEmpty()) {
      return 0;
    }
    long submitted = gone.values().stream().filter(s -> s).count();
    // A lake of an earlier version does not say which rows were partial.
    long ofAccepted = Math.min(submitted, record.rows().accepted());
    lake.commit(
        new IngestRecord(
            record.source(),
            record.file(),
            record.tool(),
            record.sha256(),
            record.settings(),
            record.version(),
            record.rows().takenOut(ofAccepted, gone.size() - ofAccepted),
            left));
    return gone.size();
  }

  private Path file(Part part) {
    return lake.root().resolve(part.path());
  }
}
