package org.kith.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.kith.lake.Snapshot;
import org.kith.published.Manifest;
import org.kith.workspace.Workspace;

/** Whether a snapshot's files are still those that were published. */
public final class Intact {
  private Intact() {}

  /**
   * The tables whose files are not those that were published, or are gone; empty when all is well.
   *
   * @throws IOException if there is no such snapshot, or its files cannot be read
   */
  public static List<String> changed(Workspace workspace, String snapshot) throws IOException {
    Snapshot found = Snapshot.open(workspace, snapshot);
    List<String> changed = new ArrayList<>();
    for (Manifest.TableFile table : found.manifest().tables()) {
      var file =
          workspace.published().resolve(found.id()).resolve(table.name() + ".parquet");
      if (!Files.exists(file) || !Snapshot.sha256(file).equals(table.sha256())) {
        changed.add(table.name());
      }
    }
    return List.copyOf(changed);
  }
}
