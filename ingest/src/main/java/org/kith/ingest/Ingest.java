package org.kith.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.kith.dialect.Export;
import org.kith.ingest.FileReport.Outcome;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.lake.IngestRecord;
import org.kith.lake.LakeLock;
import org.kith.lake.ProtectedLake;
import org.kith.mapping.Binding;
import org.kith.mapping.Mapping;
import org.kith.mapping.MappingFile;
import org.kith.progress.Progress;
import org.kith.protect.Pseudonyms;
import org.kith.resident.TakingOut;
import org.kith.resident.Withdrawn;
import org.kith.workspace.Organisation;
import org.kith.workspace.Settings;
import org.kith.workspace.Workspace;
import org.kith.yaml.InvalidFileException;

/**
 * One ingest of a workspace: each export either gets its rows into the lake in one step, or leaves
 * the lake as it was and says why.
 */
final class Ingest {
  private static final int ROWS_SHOWN = 3;

  private final Workspace workspace;
  private final Settings settings;
  private final List<Organisation> organisations;
  private final Map<String, Instrument> instruments;
  private final RandomGenerator random;
  private final Progress progress;
  private final String version;
  private final List<MappingRead> mappings = new ArrayList<>();
  private final Map<String, Path> sources = new HashMap<>();

  /** A mapping file: what it says, or why it cannot be used. */
  private record MappingRead(Path file, Mapping mapping, InvalidFileException invalid) {}

  /** Takes what came of each export, as soon as it is known. */
  @FunctionalInterface
  interface Listener {
    /**
     * Takes one report.
     *
     * @param rejections of the report; closed afterwards
     * @param shown the first rows, for a dry run
     */
    void done(FileReport report, Rejections rejections, List<String> shown) throws IOException;
  }

  /**
   * Makes ready to ingest.
   *
   * @param random cryptographic; makes the key at the first ingest
   * @throws IOException if the mappings cannot be listed
   */
  Ingest(
      Workspace workspace,
      Settings settings,
      List<Organisation> organisations,
      List<Instrument> instruments,
      RandomGenerator random,
      Progress progress,
      String version)
      throws IOException {
    this.workspace = workspace;
    this.settings = settings;
    this.organisations = List.copyOf(organisations);
    this.instruments = new TreeMap<>();
    instruments.forEach(i -> this.instruments.put(i.id(), i));
    this.random = random;
    this.progress = progress;
    this.version = version;
    MappingFile reader = new MappingFile(this.instruments, settings, organisations);
    for (Path file : MappingFile.in(workspace.mappings())) {
      mappings.add(read(reader, file));
    }
  }

  private static MappingRead read(MappingFile reader, Path file) {
    try {
      return new MappingRead(file, reader.read(file), null);
    } catch (InvalidFileException e) {
      return new MappingRead(file, null, e);
    }
  }

  /**
   * Takes exports into the lake, one after the other.
   *
   * @throws InvalidFileException if another ingest is running
   * @throws org.kith.protect.KeyException if the key cannot be used; the lake is then untouched
   */
  void take(List<Path> files, Listener listener) throws IOException {
    LakeLock lock = LakeLock.take(workspace);
    try {
      ProtectedLake lake = ProtectedLake.of(workspace);
      lake.sweep();
      Pseudonyms pseudonyms = Pseudonyms.open(workspace.key(), !lake.records().isEmpty(), random);
      Withdrawn withdrawn = Withdrawn.read(workspace);
      for (Path file : files) {
        try (Rejections rejections = new Rejections()) {
          FileReport report = take(file, lake, pseudonyms, withdrawn, rejections);
          if (report.outcome() != Outcome.UNCHANGED) {
            Reports.write(workspace.reports(), report, rejections);
          }
          progress.end("");
          listener.done(report, rejections, List.of());
        }
        lake.sweep();
      }
      // An export may tell by its codes whose rows of another these are.
      TakingOut.from(workspace, withdrawn);
    } finally {
      lock.close();
    }
  }

  /** Shows what exports would give; writes nothing in the workspace. */
  void show(List<Path> files, Listener listener) throws IOException {
    Pseudonyms pseudonyms = Pseudonyms.passing(random);
    for (Path file : files) {
      List<String> shown = new ArrayList<>();
      try (Rejections rejections = new Rejections()) {
        FileReport report = show(file, pseudonyms, shown, rejections);
        progress.end("");
        listener.done(report, rejections, shown);
      }
    }
  }

  private FileReport take(
      Path file,
      ProtectedLake lake,
      Pseudonyms pseudonyms,
      Withdrawn withdrawn,
      Rejections rejections)
      throws IOException {
    String source = source(file);
    try {
      claimSource(source, file);
      MappingRead mapping = mappingFor(file);
      Export export = open(file);
      String depends = settingsHash(mapping, pseudonyms);
      Optional<IngestRecord> before = lake.record(source);
      if (before.isPresent() && same(before.get(), export, depends, lake)) {
        return unchanged(before.get());
      }
      return way(source, export, mapping, pseudonyms, withdrawn)
          .into(lake, depends, version, rejections);
    } catch (InvalidFileException e) {
      return FileReport.refused(source, file.getFileName().toString(), e.problems());
    }
  }

  private FileReport show(
      Path file, Pseudonyms pseudonyms, List<String> shown, Rejections rejections)
      throws IOException {
    String source = source(file);
    try {
      claimSource(source, file);
      MappingRead mapping = mappingFor(file);
      // Under a passing key nobody is known again.
      return way(source, open(file), mapping, pseudonyms, Withdrawn.none())
          .show(shown, ROWS_SHOWN, rejections);
    } catch (InvalidFileException e) {
      return FileReport.refused(source, file.getFileName().toString(), e.problems());
    }
  }

  private Export open(Path file) throws IOException {
    progress.start("reading " + file.getFileName(), 2 * Files.size(file));
    return Export.open(file);
  }

  /**
   * The rows of an export that are of people who took their answers out; none when it cannot be
   * read any more as it was.
   */
  List<Integer> rowsWithdrawn(Path file, Pseudonyms pseudonyms, Withdrawn withdrawn)
      throws IOException {
    try {
      return way(source(file), Export.open(file), mappingFor(file), pseudonyms, withdrawn)
          .rowsWithdrawn();
    } catch (InvalidFileException e) {
      return List.of();
    }
  }

  private FileIngest way(
      String source,
      Export export,
      MappingRead mapping,
      Pseudonyms pseudonyms,
      Withdrawn withdrawn) {
    Binding binding = Binding.of(export, mapping.mapping(), instruments, settings, organisations);
    return new FileIngest(
        source, export, binding, mapping.mapping().file(), pseudonyms, withdrawn, progress::at);
  }

  /** A name in the lake: the file's name without its ending, in plain characters. */
  static String source(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^A-Za-z0-9_.-]", "_");
  }

  private void claimSource(String source, Path file) {
    Path other = sources.putIfAbsent(source, file.toAbsolutePath().normalize());
    if (other != null && !other.equals(file.toAbsolutePath().normalize())) {
      throw new InvalidFileException(
          List.of(
              file.getFileName()
                  + " and "
                  + other.getFileName()
                  + " would have the same name in the lake, "
                  + source
                  + ". Rename one of them."));
    }
  }

  private MappingRead mappingFor(Path file) {
    String name = file.getFileName().toString();
    List<MappingRead> usable =
        mappings.stream().filter(m -> m.mapping() != null && m.mapping().isFor(name)).toList();
    if (usable.size() == 1) {
      return usable.get(0);
    }
    if (usable.size() > 1) {
      throw new InvalidFileException(
          List.of(
              name
                  + " is matched by "
                  + String.join(" and ", usable.stream().map(m -> m.mapping().file()).toList())
                  + ". Make their match lines tell them apart."));
    }
    List<String> problems = new ArrayList<>();
    problems.add(
        "No mapping in mappings/ has a match line for "
            + name
            + ". Write one, or let Kith propose one: ./kith ingest --suggest "
            + workspace.raw().resolve(name));
    mappings.stream()
        .filter(m -> m.invalid() != null)
        .flatMap(m -> m.invalid().problems().stream())
        .forEach(problems::add);
    throw new InvalidFileException(problems);
  }

  private static boolean same(
      IngestRecord before, Export export, String depends, ProtectedLake lake) {
    return before.sha256().equals(export.sha256())
        && before.settings().equals(depends)
        && before.parts().stream().allMatch(p -> Files.exists(lake.root().resolve(p.path())));
  }

  private static FileReport unchanged(IngestRecord before) {
    return new FileReport(
        before.source(),
        before.file(),
        Outcome.UNCHANGED,
        before.tool(),
        "",
        "",
        before.rows(),
        List.of(),
        0,
        Map.of(),
        List.of(),
        List.of(),
        before.parts());
  }

  /** Everything a result depends on beside the export's own bytes. */
  private String settingsHash(MappingRead mapping, Pseudonyms pseudonyms) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(mapping.file()));
      StringBuilder words = new StringBuilder(version).append('\n').append(pseudonyms.print());
      settings.groups().forEach(g -> words.append('\n').append(g));
      organisations.stream()
          .map(Organisation::id)
          .sorted()
          .forEach(o -> words.append('\n').append(o));
      mapping.mapping().items().stream()
          .map(Mapping.ItemSource::instrument)
          .distinct()
          .sorted()
          .forEach(id -> describe(instruments.get(id), words));
      digest.update(words.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void describe(Instrument instrument, StringBuilder words) {
    words.append('\n').append(instrument.id());
    for (Item item : instrument.items()) {
      words.append('\n').append(item.id()).append(new TreeMap<>(item.missing()));
      for (Answer answer : item.answers()) {
        words.append(' ').append(answer.code()).append('=').append(answer.label());
      }
    }
  }
}
