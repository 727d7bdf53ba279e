package org.kith.run;

import java.io.IOException;
import org.kith.workspace.Workspace;

/** There are no responses yet, nor shared reflections. */
final class NothingIngestedException extends IOException {
  private static final long serialVersionUID = 1L;

  NothingIngestedException(Workspace workspace) {
    super(
        "Nothing is ingested yet. Put exports into "
            + workspace.raw()
            + ", then run: kith ingest --workspace "
            + workspace.root());
  }
}
