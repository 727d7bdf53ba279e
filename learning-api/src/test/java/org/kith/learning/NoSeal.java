package org.kith.learning;

import java.io.IOException;
import org.kith.workspace.Workspace;

/** What would be read if nothing were sealed, for tests of those who would look for it. */
public final class NoSeal {
  private NoSeal() {}

  /** A library that takes a seal and does not keep to it. */
  public static Library open(Workspace workspace, Viewer viewer) throws IOException {
    return new Library(workspace, viewer, v -> v::sees, false);
  }
}
