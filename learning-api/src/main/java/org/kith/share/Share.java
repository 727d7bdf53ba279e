package org.kith.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.lake.LakeLock;
import org.kith.lake.ProtectedLake;
import org.kith.lake.RecordFile;
import org.kith.protect.Pseudonyms;
import org.kith.reflection.SharedReflection;
import org.kith.reflection.SharedTeam;
import org.kith.reflection.SharedTheme;
import org.kith.spotter.Scrubber;
import org.kith.store.OwnerOnly;
import org.kith.store.Store;
import org.kith.workspace.Workspace;
import org.kith.workspace.WorkspaceTables;

/**
 * The step from the store to the protected lake. What is shared is written anew, so what is
 * withdrawn or no longer shared is simply not there any more; and the answers of people who took
 * them out leave the lake.
 */
final class Share {
  /** Its rows are {@link SharedReflection}s. */
  static final String REFLECTIONS = "reflections.parquet";

  /** Its rows are {@link SharedTeam}s. */
  static final String TEAMS = "teams.parquet";

  /** Its rows are {@link SharedTheme}s. */
  static final String THEMES = "themes.parquet";

  private static final String ASIDE = ".writing";

  private Share() {}

  /**
   * Writes what a store shares into the lake of its workspace. A server may be using the store.
   *
   * @throws org.kith.yaml.InvalidFileException if an ingest or run is going on, or if
   *     organisations.csv cannot be used as it is
   * @throws org.kith.protect.KeyException if the key behind pseudonyms cannot be used
   */
  static Shared from(Store store, Workspace workspace) throws IOException {
    return from(store, workspace, Clock.systemUTC());
  }

  /** The same, with consents as they hold on the clock's day. */
  static Shared from(Store store, Workspace workspace, Clock clock) throws IOException {
    var organisations = WorkspaceTables.organisations(workspace.organisations());
    LakeLock lock = LakeLock.take(workspace);
    try {
      boolean lakeHasData = !ProtectedLake.of(workspace).records().isEmpty();
      Pseudonyms pseudonyms = Pseudonyms.open(workspace.key(), lakeHasData, new SecureRandom());
      TakenOut takenOut = TakenOut.by(store, workspace, pseudonyms);
      LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
      Shared shared =
          new Sharing(organisations, pseudonyms, Scrubber::scrub, today).of(store, takenOut);
      write(shared, workspace.reflections());
      return shared;
    } finally {
      lock.close();
    }
  }

  /** What is no longer shared goes first, should this be cut short. */
  private static void write(Shared shared, Path folder) throws IOException {
    OwnerOnly.folder(folder);
    Map<Path, Path> files = new LinkedHashMap<>();
    write(files, folder.resolve(REFLECTIONS), SharedReflection.class, shared.reflections());
    write(files, folder.resolve(TEAMS), SharedTeam.class, shared.teams());
    write(files, folder.resolve(THEMES), SharedTheme.class, shared.themes());
    for (Map.Entry<Path, Path> file : files.entrySet()) {
      Files.move(
          file.getValue(),
          file.getKey(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static <T extends Record> void write(
      Map<Path, Path> files, Path file, Class<T> type, List<T> rows) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ASIDE);
    Files.deleteIfExists(aside);
    RecordFile.write(aside, type, rows);
    files.put(file, aside);
  }
}
