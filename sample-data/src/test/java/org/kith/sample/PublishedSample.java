package org.kith.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.kith.ingest.IngestCommand;
import org.kith.lake.Snapshot;
import org.kith.published.Table;
import org.kith.run.RunCommand;
import org.kith.workspace.Workspace;
import picocli.CommandLine;

/**
 * The sample workspace, copied to {@code target/workspace}, ingested and published by the real
 * commands, once for all tests. It stays there for the tests of later modules.
 *
 * @param workspace the copy
 * @param snapshot what was published
 * @param truth what is true
 */
record PublishedSample(Workspace workspace, Snapshot snapshot, Truth truth) {
  /** The wave at which the first of the two snapshots stops. */
  static final String EARLIER = "2025q3";

  private static final Path COMMITTED = Path.of("").toAbsolutePath();

  <T extends Record> List<T> rows(Table<T> table) {
    try {
      return snapshot.read(table);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Truth.Measure measure(String name) {
    return truth.measures().stream()
        .filter(m -> m.measure().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A count as it is published. */
  static int toNearestFive(int count) {
    return Math.round(count / 5f) * 5;
  }

  private static PublishedSample publish() throws IOException {
    Path root = COMMITTED.resolve("target").resolve("workspace");
    delete(root);
    for (String part :
        List.of(
            "kith.yaml",
            "organisations.csv",
            "population.csv",
            "events.csv",
            "asked.csv",
            "mappings",
            "raw")) {
      copy(COMMITTED.resolve(part), root.resolve(part));
    }
    int ingested = new CommandLine(new IngestCommand()).execute("--workspace", root.toString());
    assertThat(ingested).as("exit code of ingest").isZero();
    SharedSample.write(new Workspace(root));
    int run =
        new CommandLine(new RunCommand())
            .execute("--workspace", root.toString(), "--until", EARLIER, "--then-all");
    assertThat(run).as("exit code of run").isZero();
    Workspace workspace = new Workspace(root);
    Truth truth =
        Generator.mapper().readValue(COMMITTED.resolve("truth.json").toFile(), Truth.class);
    return new PublishedSample(workspace, Snapshot.current(workspace), truth);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Gives every test that asks for it the one published sample. */
  static final class Once implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == PublishedSample.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(PublishedSample.class))
          .getOrComputeIfAbsent(
              PublishedSample.class,
              key -> {
                try {
                  return publish();
                } catch (IOException e) {
                  throw new AssertionError("The sample could not be published.", e);
                }
              });
    }
  }
}
