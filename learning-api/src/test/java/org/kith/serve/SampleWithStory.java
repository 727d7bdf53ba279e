package org.kith.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.kith.fixture.RealSample;
import org.kith.pinning.PinCommand;
import org.kith.store.RestoreCommand;
import picocli.CommandLine;

/** The sample as a visitor of the demo finds it: its snapshots, and the story in its store. */
final class SampleWithStory {
  private SampleWithStory() {}

  /** Puts it into an empty folder, by the commands that the demo uses. */
  static Path in(Path folder) throws IOException {
    Path sample = RealSample.workspace();
    for (String file : new String[] {"kith.yaml", "organisations.csv"}) {
      Files.copy(sample.resolve(file), folder.resolve(file));
    }
    copy(sample.resolve("lake/published"), folder.resolve("lake/published"));
    Path store = sample.resolve("../../store").normalize();
    run(RestoreCommand.line(), "--workspace", folder.toString(), "--from", store.toString());
    run(PinCommand.line(), "--workspace", folder.toString());
    return folder;
  }

  private static void run(CommandLine line, String... arguments) {
    line.setOut(new PrintWriter(Writer.nullWriter()));
    assertThat(line.execute(arguments)).isZero();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.sorted().toList()) {
        Path there = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(there);
        } else {
          Files.copy(path, there);
        }
      }
    }
  }
}
