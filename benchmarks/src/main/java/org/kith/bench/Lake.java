package org.kith.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.kith.instrument.Instrument;
import org.kith.instrument.InstrumentLibrary;
import org.kith.lake.IngestRecord;
import org.kith.lake.ProtectedLake;
import org.kith.workspace.Workspace;

/**
 * The responses of a generated workspace.
 *
 * @param instrument the one that was answered
 * @param files its files
 */
record Lake(Instrument instrument, List<Path> files) {
  static Lake of(Path root) throws IOException {
    Workspace workspace = new Workspace(root);
    ProtectedLake lake = ProtectedLake.of(workspace);
    List<IngestRecord.Part> parts =
        lake.records().stream().flatMap(r -> r.parts().stream()).toList();
    String id = parts.get(0).instrument();
    return new Lake(
        InstrumentLibrary.with(workspace.instruments()).instrument(id).orElseThrow(),
        parts.stream().map(p -> lake.root().resolve(p.path()).toAbsolutePath()).toList());
  }
}
