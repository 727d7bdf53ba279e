package org.kith.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.kith.authors.SharedJob;
import org.kith.lake.RecordFile;
import org.kith.patterns.Patterns;
import org.kith.patterns.Shared;
import org.kith.progress.Progress;
import org.kith.reflection.SharedTeam;
import org.kith.reflection.SharedTheme;
import org.kith.workspace.Organisation;
import org.kith.workspace.Settings;
import org.kith.workspace.Wave;
import org.kith.workspace.Workspace;

/**
 * What people shared of their reflections, as it lies in the protected zone now. Without the file
 * nothing is shared.
 */
final class SharedReflections {
  private final Workspace workspace;
  private final Settings settings;
  private final List<Organisation> organisations;

  SharedReflections(Workspace workspace, Settings settings, List<Organisation> organisations) {
    this.workspace = workspace;
    this.settings = settings;
    this.organisations = organisations;
  }

  /** Whether reflections were ever shared from the store of this workspace. */
  static boolean in(Workspace workspace) {
    return Files.exists(file(workspace));
  }

  private static Path file(Workspace workspace) {
    return workspace.reflections().resolve("reflections.parquet");
  }

  /**
   * The patterns in them, exactly.
   *
   * @param until the wave after which a week does not count, or null for all weeks
   */
  Patterns patterns(SparkSession spark, Wave until, Progress progress) throws IOException {
    Shared shared = Shared.NOTHING;
    String last = until == null ? null : until.ends().toString();
    if (in(workspace)) {
      progress.start("Counting authors of reflections", 1);
      shared = SharedJob.run(spark, file(workspace), last, settings.disclosure().staff());
      progress.at(1);
      progress.end("Counted the authors of shared reflections.");
    }
    return Patterns.of(
        shared,
        rows("themes.parquet", SharedTheme.class),
        rows("teams.parquet", SharedTeam.class),
        organisations,
        settings.disclosure());
  }

  private <T extends Record> List<T> rows(String name, Class<T> type) throws IOException {
    Path file = workspace.reflections().resolve(name);
    return Files.exists(file) ? RecordFile.read(file, type) : List.of();
  }
}
