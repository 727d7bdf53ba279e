package org.kith.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.kith.instrument.InstrumentLibrary;
import org.kith.lake.IngestRecord;
import org.kith.lake.ProtectedLake;
import org.kith.progress.Progress;
import org.kith.protect.Pseudonyms;
import org.kith.resident.Withdrawn;
import org.kith.workspace.SettingsFile;
import org.kith.workspace.Workspace;
import org.kith.workspace.WorkspaceTables;

/**
 * Where answers that were taken out still lie: exports are as the survey tool gave them, and only
 * those who keep them can take a row out of one.
 *
 * @param file name of the export in {@code raw/}
 * @param rows their numbers, as a spreadsheet shows them
 */
public record StillInRaw(String file, List<Integer> rows) {
  public StillInRaw {
    rows = List.copyOf(rows);
  }

  /**
   * The exports that hold such rows. Only those are read from which rows were taken out before.
   *
   * @throws IOException if a file cannot be read
   * @throws org.kith.yaml.InvalidFileException if a file of the workspace cannot be used as it is
   */
  public static List<StillInRaw> in(Workspace workspace, Pseudonyms pseudonyms) throws IOException {
    List<StillInRaw> found = new ArrayList<>();
    List<IngestRecord> touched =
        ProtectedLake.of(workspace).records().stream()
            .filter(record -> record.rows().withdrawn() > 0)
            .toList();
    if (touched.isEmpty()) {
      return List.of();
    }
    Ingest ingest =
        new Ingest(
            workspace,
            SettingsFile.read(workspace.settings()),
            WorkspaceTables.organisations(workspace.organisations()),
            List.copyOf(InstrumentLibrary.with(workspace.instruments()).instruments()),
            new SecureRandom(),
            Progress.to(System.err, false, System::nanoTime),
            "");
    Withdrawn withdrawn = Withdrawn.read(workspace);
    for (IngestRecord record : touched) {
      Path export = workspace.raw().resolve(record.file());
      if (Files.isRegularFile(export)) {
        List<Integer> rows = ingest.rowsWithdrawn(export, pseudonyms, withdrawn);
        if (!rows.isEmpty()) {
          found.add(new StillInRaw(record.file(), rows));
        }
      }
    }
    return found;
  }
}
