package org.kith.run;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.kith.disclosure.Disclosure;
import org.kith.disclosure.Published;
import org.kith.disclosure.StaffDisclosure;
import org.kith.groups.GroupStatistics;
import org.kith.groups.GroupStatisticsFile;
import org.kith.groups.GroupStatisticsJob;
import org.kith.groups.Kept;
import org.kith.groups.Panel;
import org.kith.groups.PanelJob;
import org.kith.groups.Rematch;
import org.kith.groups.RematchJob;
import org.kith.groups.WaveFiles;
import org.kith.indicators.Indicators;
import org.kith.indicators.Known;
import org.kith.instrument.Instrument;
import org.kith.instrument.InstrumentLibrary;
import org.kith.lake.IngestRecord;
import org.kith.lake.ProtectedLake;
import org.kith.patterns.Patterns;
import org.kith.progress.Progress;
import org.kith.published.Manifest;
import org.kith.resident.Consents;
import org.kith.snapshot.ReferenceTables;
import org.kith.snapshot.SnapshotWriter;
import org.kith.workspace.Asked;
import org.kith.workspace.Event;
import org.kith.workspace.Margin;
import org.kith.workspace.Organisation;
import org.kith.workspace.Settings;
import org.kith.workspace.Settings.Group;
import org.kith.workspace.SettingsFile;
import org.kith.workspace.Wave;
import org.kith.workspace.Workspace;
import org.kith.workspace.WorkspaceTables;
import org.kith.yaml.InvalidFileException;

/**
 * One run of a workspace, from the responses and shared reflections in its lake to a published
 * snapshot. Sums over people that an earlier run made are used again where nothing they rest on has
 * changed, down to who is held out, so what was withdrawn is in no table of it.
 *
 * <p>All that people wrote by hand is read first, so that a mistake is told at once. Then one pass
 * of Spark per instrument, another where it was asked in several waves, one over shared
 * reflections, and from there on small tables in plain Java.
 */
final class Run {
  /** How the path of a part begins. */
  private static final String RESPONSES = "responses/";

  private final Workspace workspace;
  private final Settings settings;
  private final List<Organisation> organisations;
  private final List<Event> events;
  private final List<Margin> margins;
  private final List<Asked> asked;
  private final InstrumentLibrary library;
  private final List<IngestRecord> records;
  private final Wave until;
  private final String responses;

  /** With the responses in the lake. */
  Run(Workspace workspace, Wave until) throws IOException {
    this(workspace, until, null);
  }

  /**
   * Reads what the run needs.
   *
   * @param until the wave to stop at: of answers, events and reflections, what came later is left
   *     out, as if the run had been made at its end. Null for all there is
   * @param responses a copy of {@code lake/protected/responses} that Spark reads instead, such as
   *     in an object store; null to read those in the lake
   * @throws NothingIngestedException if there are neither responses nor shared reflections yet
   * @throws IllegalArgumentException if nobody answered in that wave
   * @throws InvalidFileException if a file of the workspace cannot be used as it is
   * @throws IOException if a file cannot be read
   */
  Run(Workspace workspace, Wave until, URI responses) throws IOException {
    this.workspace = workspace;
    this.until = until;
    this.responses = responses == null ? null : responses.toString().replaceFirst("/?$", "/");
    settings = SettingsFile.read(workspace.settings());
    organisations = WorkspaceTables.organisations(workspace.organisations());
    events = Until.events(WorkspaceTables.events(workspace.events(), organisations), until);
    margins = WorkspaceTables.population(workspace.population(), settings, organisations);
    asked = WorkspaceTables.asked(workspace.asked(), organisations);
    library = InstrumentLibrary.with(workspace.instruments());
    List<IngestRecord> all = ProtectedLake.of(workspace).records();
    if (all.stream().allMatch(record -> record.parts().isEmpty())
        && !SharedReflections.in(workspace)) {
      throw new NothingIngestedException(workspace);
    }
    records = Until.records(all, until);
  }

  /**
   * Counts, computes, protects and publishes.
   *
   * @param spark gives the session; called once, when all else is known to be in order
   * @param version of Kith
   * @return the snapshot's manifest; an older one when nothing has changed since
   * @throws IOException if a file cannot be read or written; the current snapshot stays as it was
   */
  Manifest publish(Supplier<SparkSession> spark, Clock clock, String version, Progress progress)
      throws IOException {
    return into(workspace, spark, clock, version, progress);
  }

  /**
   * Does all that {@link #publish} does, from the same lake, and writes what it makes into the lake
   * of another workspace: exact figures into its protected zone, the snapshot into its published
   * one.
   */
  Manifest into(
      Workspace other, Supplier<SparkSession> spark, Clock clock, String version, Progress progress)
      throws IOException {
    try {
      return made(other, spark, clock, version, progress);
    } catch (UncheckedIOException e) { // of matching people anew
      throw e.getCause();
    }
  }

  private Manifest made(
      Workspace other, Supplier<SparkSession> spark, Clock clock, String version, Progress progress)
      throws IOException {
    List<Instrument> answered = answered();
    SparkSession session = spark.get();
    HeldOut heldOut =
        HeldOut.of(
            workspace.protectedZone(),
            records,
            Consents.read(workspace, LocalDate.now(clock.withZone(ZoneOffset.UTC))));
    Kept kept = Kept.in(other.protectedZone().resolve("counted"));
    Counted counted = count(other, session, answered, heldOut, version, kept, progress);
    List<GroupStatistics> groups = counted.groups();
    Known known =
        new Known(
            settings.groups(),
            margins,
            events,
            asked,
            records.stream().collect(toMap(IngestRecord::source, IngestRecord::tool)));
    Indicators exact =
        Indicators.of(
            groups, counted.panel(), rematch(session, heldOut), answered, organisations, known);
    Patterns patterns =
        new SharedReflections(workspace, settings, organisations)
            .patterns(session, until, progress);
    Path indicators = other.protectedZone().resolve("indicators");
    ExactIndicators.write(indicators, exact);
    ExactIndicators.write(indicators, patterns);

    Set<String> waves = groups.stream().map(GroupStatistics::wave).collect(toSet());
    List<Published<?>> tables =
        new ArrayList<>(
            ReferenceTables.of(
                organisations, events, List.copyOf(library.constructs()), answered, waves));
    tables.addAll(
        Disclosure.of(settings.disclosure(), organisations, answered, known)
            .release(exact, records, heldOut.rows())
            .tables());
    tables.addAll(
        StaffDisclosure.of(settings.disclosure(), organisations).release(patterns).tables());
    return new SnapshotWriter(other, clock).publish(origin(version, answered, heldOut), tables);
  }

  /** What Spark made of everybody. */
  private record Counted(List<GroupStatistics> groups, Panel panel) {}

  private Counted count(
      Workspace other,
      SparkSession session,
      List<Instrument> answered,
      HeldOut heldOut,
      String version,
      Kept kept,
      Progress progress)
      throws IOException {
    Path folder = other.protectedZone().resolve("group-statistics");
    List<String> dimensions = settings.groups().stream().map(Group::id).toList();
    progress.start("Counting answers", answered.size());
    List<GroupStatistics> all = new ArrayList<>();
    List<Panel.Pattern> patterns = new ArrayList<>();
    List<Panel.Transition> transitions = new ArrayList<>();
    Set<Path> written = new HashSet<>();
    int done = 0;
    long people = 0;
    for (Instrument instrument : answered) {
      List<WaveFiles> waves = waves(instrument, heldOut, version);
      Set<String> out = heldOut.people();
      List<GroupStatistics> groups =
          GroupStatisticsJob.run(session, instrument, dimensions, waves, out, kept);
      checkRows(instrument, parts(instrument), heldOut, groups);
      Panel panel = PanelJob.run(session, instrument, waves, out, groups, kept);
      written.addAll(GroupStatisticsFile.write(folder, instrument, groups, panel));
      patterns.addAll(panel.patterns());
      transitions.addAll(panel.transitions());
      all.addAll(groups);
      people += groups.stream().mapToLong(GroupStatistics::people).sum();
      progress.at(++done);
    }
    progress.end("Counted %,d responses to %d instruments.".formatted(people, answered.size()));
    if (heldOut.rows() > 0) {
      int k = settings.disclosure().people();
      progress.end(
          "Held out by their own choice: %s."
              .formatted(heldOut.rows() < k ? "fewer than " + k : "%,d".formatted(heldOut.rows())));
    }
    sweep(folder, written);
    kept.sweep();
    return new Counted(all, new Panel(patterns, transitions));
  }

  private Rematch rematch(SparkSession session, HeldOut heldOut) {
    return (instrument, items) -> {
      try {
        return RematchJob.run(session, instrument, files(instrument), items, heldOut.people());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private List<IngestRecord.Part> parts(Instrument instrument) {
    return records.stream()
        .flatMap(record -> record.parts().stream())
        .filter(part -> part.instrument().equals(instrument.id()))
        .toList();
  }

  private List<URI> files(Instrument instrument) {
    return parts(instrument).stream().map(this::location).toList();
  }

  /** Where Spark finds a part: in the lake, or in a copy of its responses somewhere else. */
  private URI location(IngestRecord.Part part) {
    return responses == null
        ? workspace.protectedZone().resolve(part.path()).toUri()
        : URI.create(responses + part.path().substring(RESPONSES.length()));
  }

  /** What shows that somebody touched a file, where that can be seen without reading it. */
  private String seen(IngestRecord.Part part) {
    Path file = workspace.protectedZone().resolve(part.path());
    try {
      return responses != null
          ? responses
          : Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) { // It is not there; who counts it says so.
      return "";
    }
  }

  /** An instrument's files by wave, with what their sums rest on. */
  private List<WaveFiles> waves(Instrument instrument, HeldOut heldOut, String version) {
    SortedMap<String, List<IngestRecord.Part>> byWave = new TreeMap<>();
    for (IngestRecord.Part part : parts(instrument)) {
      byWave.computeIfAbsent(part.wave(), w -> new ArrayList<>()).add(part);
    }
    List<WaveFiles> waves = new ArrayList<>();
    byWave.forEach(
        (wave, parts) -> {
          List<String> ground = new ArrayList<>(List.of(version, instrument.toString()));
          settings.groups().forEach(group -> ground.add(group.id()));
          parts.forEach(part -> ground.add(part.path() + " " + part.rows() + " " + seen(part)));
          if (heldOut.in(parts) > 0) {
            heldOut.people().stream().sorted().forEach(ground::add);
          }
          waves.add(
              new WaveFiles(
                  wave,
                  parts.stream().map(this::location).toList(),
                  Ingredients.hash(ground.stream())));
        });
    return waves;
  }

  /**
   * The records promise so many rows, less those that are held out; fewer or more means that a file
   * is not what was ingested.
   */
  private static void checkRows(
      Instrument instrument,
      List<IngestRecord.Part> parts,
      HeldOut heldOut,
      List<GroupStatistics> groups)
      throws IOException {
    long promised = parts.stream().mapToLong(IngestRecord.Part::rows).sum() - heldOut.in(parts);
    long counted = groups.stream().mapToLong(GroupStatistics::people).sum();
    if (promised != counted) {
      throw new IOException(
          ("There are %d responses to %s in lake/protected/responses/%s, but %d were ingested."
                  + " Delete lake/protected/ingested and ingest the exports again.")
              .formatted(counted, instrument.id(), instrument.id(), promised));
    }
  }

  /** The instruments with responses, by id. */
  private List<Instrument> answered() throws IOException {
    List<Instrument> answered = new ArrayList<>();
    Set<String> ids = new TreeSet<>();
    records.forEach(record -> record.parts().forEach(part -> ids.add(part.instrument())));
    for (String id : ids) {
      answered.add(
          library
              .instrument(id)
              .orElseThrow(
                  () ->
                      new InvalidFileException(
                          List.of(
                              "There are answers to instrument '"
                                  + id
                                  + "' but no such instrument. Put its file back into "
                                  + workspace.instruments()
                                  + "."))));
    }
    return answered;
  }

  private SnapshotWriter.Origin origin(String version, List<Instrument> answered, HeldOut heldOut)
      throws IOException {
    return new SnapshotWriter.Origin(
        version,
        settings.name(),
        new Manifest.About(settings.question(), settings.notUsedFor(), settings.invented()),
        settings.disclosure(),
        records.stream()
            .map(record -> new Manifest.Input(record.source(), record.tool(), record.sha256()))
            .toList(),
        until == null ? null : until.id(),
        Ingredients.of(workspace, answered, records, heldOut));
  }

  /** Statistics of an instrument that nobody answers any more would pass for today's. */
  private static void sweep(Path folder, Set<Path> written) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> !written.contains(f)).toList()) {
        Files.delete(file);
      }
    }
  }
}
