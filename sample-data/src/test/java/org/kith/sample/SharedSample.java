package org.kith.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kith.lake.RecordFile;
import org.kith.reflection.SharedReflection;
import org.kith.reflection.SharedReflection.Scope;
import org.kith.reflection.SharedTeam;
import org.kith.reflection.SharedTheme;
import org.kith.spotter.Scrubber;
import org.kith.workspace.Workspace;

/**
 * What the sample's people share, written into a lake straight from the generator. The step that
 * does it from a store lives in a later module; the rules are the same: nothing that is for its
 * author only, words of what a learning cycle reads, scrubbed, and taps of the rest.
 */
final class SharedSample {
  private SharedSample() {}

  static List<SharedReflection> write(Workspace workspace) throws IOException {
    List<SampleReflection> all =
        StoreOfSampleTest.reflections(Generator.SEED, SampleReflections.VARIED);
    Map<String, String> places =
        World.SITES.stream().collect(Collectors.toMap(Site::id, s -> s.place().id()));
    Map<String, SampleReflection> shared = new LinkedHashMap<>();
    all.stream().filter(SampleReflection::shared).forEach(r -> shared.put(r.id(), r));
    List<SharedReflection> rows = new ArrayList<>();
    shared.values().forEach(r -> rows.add(row(r, places, shared)));
    Path folder = workspace.reflections();
    RecordFile.write(folder.resolve("reflections.parquet"), SharedReflection.class, rows);
    RecordFile.write(folder.resolve("teams.parquet"), SharedTeam.class, teams());
    RecordFile.write(
        folder.resolve("themes.parquet"),
        SharedTheme.class,
        Codebook.THEMES.stream().map(t -> new SharedTheme(t.id(), t.name(), t.about())).toList());
    return rows;
  }

  private static SharedReflection row(
      SampleReflection r, Map<String, String> places, Map<String, SampleReflection> shared) {
    boolean spoken = r.audience().equals("cycle");
    String organisation = r.author().organisation();
    return new SharedReflection(
        "p" + r.id().replace("-", ""),
        author(r.author()),
        r.author().team() == null ? null : "team " + r.author().team().hashCode(),
        organisation,
        organisation == null ? null : places.get(organisation),
        r.happened().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString(),
        r.kind(),
        r.level() == null ? List.of() : List.of(r.level()),
        r.carried(),
        r.barriers(),
        r.feeling(),
        r.themes().stream().map(t -> Codebook.of(t).id()).toList(),
        r.follows() != null && shared.containsKey(r.follows())
            ? "p" + r.follows().replace("-", "")
            : null,
        spoken ? Scope.WORDS : Scope.TAPS,
        spoken
            ? r.answers().stream()
                .map(a -> Scrubber.scrub(a.words()))
                .collect(Collectors.joining("\n"))
            : null);
  }

  private static String author(Staff author) {
    return "author " + author.id().hashCode();
  }

  private static List<SharedTeam> teams() {
    Map<String, List<Staff>> teams =
        Staffing.all(new Draws(Generator.SEED)).stream()
            .filter(s -> s.team() != null)
            .collect(Collectors.groupingBy(Staff::team, LinkedHashMap::new, Collectors.toList()));
    return teams.entrySet().stream()
        .map(
            t ->
                new SharedTeam(
                    "team " + t.getKey().hashCode(),
                    t.getValue().get(0).organisation(),
                    t.getValue().size(),
                    "2023-01-02"))
        .toList();
  }
}
