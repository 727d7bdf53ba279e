package org.kith.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where SQLite's own code is unpacked to before the system loads it. By itself the library would
 * use the temporary folder that everybody shares, and a killed process would leave a megabyte there
 * each time.
 */
final class NativeLibrary {
  private static final String PLACE = "org.sqlite.tmpdir";

  private NativeLibrary() {}

  /** Unpacks into this folder, from which what killed processes left is swept. */
  static void keepIn(Path folder) throws IOException {
    OwnerOnly.folder(folder);
    if (System.getProperty(PLACE) != null) {
      return;
    }
    System.setProperty(PLACE, folder.toAbsolutePath().toString());
    // A younger file may be one that another process is about to load.
    Instant left = Instant.now().minus(1, ChronoUnit.MINUTES);
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(left)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
