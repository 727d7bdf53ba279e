package org.kith.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kith.workspace.Workspace;

/**
 * The pseudonymised rows of a workspace, as the records of what was ingested name them.
 *
 * <p>A part that no record names is not part of the lake, whatever lies in the folders.
 *
 * @param root {@code lake/protected}
 */
public record ProtectedLake(Path root) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** The lake of a workspace; need not exist yet. */
  public static ProtectedLake of(Workspace workspace) {
    return new ProtectedLake(workspace.protectedZone());
  }

  /**
   * What was ingested, ordered by source.
   *
   * @throws IOException if a record cannot be read
   */
  public List<IngestRecord> records() throws IOException {
    if (!Files.isDirectory(ingested())) {
      return List.of();
    }
    List<IngestRecord> found = new ArrayList<>();
    try (var files = Files.list(ingested())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        found.add(read(file));
      }
    }
    found.sort(Comparator.comparing(IngestRecord::source));
    return List.copyOf(found);
  }

  /**
   * The record of one export, if it was ingested.
   *
   * @throws IOException if it cannot be read
   */
  public Optional<IngestRecord> record(String source) throws IOException {
    Path file = recordFile(source);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /**
   * The instruments that have rows, in alphabetical order.
   *
   * @throws IOException if a record cannot be read
   */
  public List<String> instruments() throws IOException {
    return records().stream()
        .flatMap(r -> r.parts().stream())
        .map(IngestRecord.Part::instrument)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The files that hold an instrument's responses, in a stable order.
   *
   * @throws IOException if a record cannot be read
   */
  public List<Path> parts(String instrument) throws IOException {
    return records().stream()
        .flatMap(r -> r.parts().stream())
        .filter(p -> p.instrument().equals(instrument))
        .map(p -> root.resolve(p.path()))
        .sorted()
        .toList();
  }

  /**
   * Makes a record count, in one step: from here on its parts are the source's rows, and no others.
   * The parts must already lie in the lake.
   *
   * @throws IOException if it cannot be written; the lake is then as it was
   */
  public void commit(IngestRecord record) throws IOException {
    for (IngestRecord.Part part : record.parts()) {
      if (!Files.exists(root.resolve(part.path()))) {
        throw new IOException("Part " + part.path() + " is not in the lake: " + record.source());
      }
    }
    Files.createDirectories(ingested());
    Path aside = ingested().resolve(record.source() + ".json.writing");
    Files.writeString(aside, JSON.writeValueAsString(record) + "\n", StandardCharsets.UTF_8);
    Files.move(
        aside,
        recordFile(record.source()),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Deletes files under {@code responses} that no record names, and records half written: what a
   * killed or replaced ingest left. To be called by the only running ingest.
   *
   * @throws IOException if a folder cannot be read or a file cannot be deleted
   */
  public void sweep() throws IOException {
    Set<Path> named =
        records().stream()
            .flatMap(r -> r.parts().stream())
            .map(p -> root.resolve(p.path()))
            .collect(Collectors.toSet());
    Path responses = root.resolve("responses");
    if (Files.isDirectory(responses)) {
      try (var tree = Files.walk(responses)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          if (Files.isRegularFile(path) && !named.contains(path)) {
            Files.delete(path);
          } else if (Files.isDirectory(path) && isEmpty(path)) {
            Files.delete(path);
          }
        }
      }
    }
    if (Files.isDirectory(ingested())) {
      try (var files = Files.list(ingested())) {
        for (Path half : files.filter(f -> f.toString().endsWith(".writing")).toList()) {
          Files.delete(half);
        }
      }
    }
  }

  private Path ingested() {
    return root.resolve("ingested");
  }

  private Path recordFile(String source) {
    return ingested().resolve(source + ".json");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static IngestRecord read(Path file) throws IOException {
    try {
      return JSON.readValue(Files.readString(file), IngestRecord.class);
    } catch (JsonProcessingException e) {
      throw new IOException(
          file + " is not a record of an ingest. Delete it and ingest its export again.", e);
    }
  }
}
