package org.kith.sample;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kith.sample.SampleReflection.Answer;

/** Lays the sample's people and reflections out as rows of the learning store. */
final class StoreOfSample {
  private static final LocalDate BEGAN = LocalDate.of(2023, 1, 2);
  private static final LocalDate CODEBOOK_BEGAN = LocalDate.of(2023, 1, 9);

  private final StoreFolder folder = new StoreFolder();
  private final List<Staff> staff;
  private final List<SampleReflection> reflections;
  private final Cast cast;

  private StoreOfSample(List<Staff> staff, List<SampleReflection> reflections) {
    this.staff = staff;
    this.reflections = reflections;
    this.cast = Cast.of(staff);
  }

  static StoreFolder of(Draws draws, List<Staff> staff, List<SampleReflection> reflections) {
    StoreOfSample store = new StoreOfSample(staff, reflections);
    store.people();
    store.cycles();
    store.themes();
    reflections.forEach(store::reflection);
    store.answers();
    store.taps();
    Story.into(store.folder, store.cast, draws);
    new Afterwards(draws, staff, reflections).into(store.folder);
    return store.folder;
  }

  private void people() {
    long at = millis(BEGAN);
    List<Staff> everybody = new ArrayList<>(staff);
    everybody.addAll(cast.added());
    for (Staff one : everybody) {
      folder.row(
          "person",
          "id",
          one.id(),
          "name",
          one.name(),
          "organisation",
          one.organisation(),
          "position",
          one.position(),
          "created",
          at);
    }
    everybody.forEach(
        s -> s.roles().forEach(r -> folder.row("person_role", "person", s.id(), "role", r)));
    for (Site site : World.SITES) {
      folder.row(
          "team",
          "id",
          Staffing.teamOf(site.id()),
          "name",
          "The team of " + site.organisation().name(),
          "organisation",
          site.id(),
          "created",
          at);
    }
    staff.stream()
        .filter(s -> s.team() != null)
        .forEach(s -> folder.row("team_member", "team", s.team(), "person", s.id(), "since", at));
  }

  private void cycles() {
    List<Cycles.Cycle> all = new ArrayList<>(Cycles.ALL);
    for (Cycles.Cycle cycle : Cycles.ALL) {
      cycle(cycle, Story.about(cycle.id()));
    }
    for (Map<String, Object> one : Story.cycles()) {
      Cycles.Cycle cycle =
          new Cycles.Cycle(
              (String) one.get("id"), (String) one.get("name"), (String) one.get("since"));
      cycle(cycle, one);
      all.add(cycle);
    }
    for (Cycles.Cycle cycle : all) {
      members(cycle)
          .forEach(
              (person, voice) ->
                  folder.row(
                      "cycle_member",
                      "cycle",
                      cycle.id(),
                      "person",
                      person,
                      "since",
                      millis(cycle.since()),
                      "voice",
                      voice));
    }
  }

  private void cycle(Cycles.Cycle cycle, Map<String, Object> about) {
    String steward = (String) about.get("steward");
    folder.row(
        "cycle",
        "id",
        cycle.id(),
        "name",
        cycle.name(),
        "created",
        millis(cycle.since()),
        "scale",
        about.get("scale"),
        "organisation",
        about.get("organisation"),
        "place",
        about.get("place"),
        "steward",
        steward == null ? null : cast.id(steward));
  }

  /** Who shared something there, whom the demo signs in to read it, and whom the story needs. */
  private Map<String, String> members(Cycles.Cycle cycle) {
    Map<String, String> members = new LinkedHashMap<>();
    Stream<Staff> readers =
        switch (cycle.id()) {
          case "who-decides" -> Stream.of(Staffing.REVIEWER);
          case "first-visits", "alongside", "getting-there" ->
              Stream.of(Staffing.PRACTITIONER, Staffing.REVIEWER);
          default -> Stream.empty();
        };
    readers.forEach(s -> members.put(s.id(), Cast.voice(s)));
    Story.members(cast, cycle.id()).forEach(n -> members.put(cast.id(n), cast.voice(n)));
    reflections.stream()
        .filter(r -> cycle.id().equals(r.cycle()))
        .forEach(r -> members.putIfAbsent(r.author().id(), Cast.voice(r.author())));
    return members;
  }

  private void themes() {
    for (Codebook.Theme theme : Codebook.THEMES) {
      LocalDate named = theme.label().equals("T11") ? LocalDate.of(2025, 7, 7) : CODEBOOK_BEGAN;
      theme(theme, "named", null, named);
    }
    theme(Codebook.MERGED, "merged", Codebook.of("T11").id(), LocalDate.of(2025, 7, 1));
    theme(Codebook.SET_ASIDE, "set aside", null, LocalDate.of(2024, 2, 5));
  }

  private void theme(Codebook.Theme theme, String state, String into, LocalDate named) {
    folder.row(
        "theme",
        "id",
        theme.id(),
        "name",
        theme.name(),
        "about",
        theme.about(),
        "state",
        state,
        "into_id",
        into,
        "created",
        millis(named));
  }

  private void reflection(SampleReflection r) {
    folder.row(
        "reflection",
        "id",
        r.id(),
        "author",
        r.author().id(),
        "form",
        "short",
        "kind",
        r.kind(),
        "happened",
        r.happened().toString(),
        "written",
        r.written(),
        "arrived",
        r.arrived(),
        "changed",
        r.arrived(),
        "version",
        1,
        "audience",
        r.audience(),
        "shared",
        r.arrived(),
        "team",
        r.audience().equals("team") ? r.author().team() : null,
        "cycle",
        r.cycle(),
        "follows",
        r.follows(),
        "feeling",
        r.feeling(),
        "quotable",
        Afterwards.QUOTED.containsKey(r.source()) && !r.varied() ? 1 : null);
  }

  private void answers() {
    for (SampleReflection r : reflections) {
      int position = 0;
      for (Answer answer : r.answers()) {
        folder.row(
            "reflection_answer",
            "reflection",
            r.id(),
            "position",
            position++,
            "prompt",
            answer.prompt(),
            "words",
            answer.words());
      }
    }
  }

  private void taps() {
    for (SampleReflection r : reflections) {
      if (r.level() != null) {
        tap(r, "level", r.level());
      }
      r.carried().forEach(c -> tap(r, "carried", c));
      r.barriers().forEach(b -> tap(r, "barrier", b));
      r.themes().forEach(t -> tap(r, "theme", tapped(r, t)));
    }
  }

  /** In the bus's first month one team still tapped the name that was later merged into it. */
  static String tapped(SampleReflection r, String theme) {
    boolean before =
        theme.equals("T11")
            && r.author().organisation() != null
            && r.author().organisation().equals("befrienders")
            && r.happened().isBefore(LocalDate.of(2025, 10, 1));
    return before ? Codebook.MERGED.id() : Codebook.of(theme).id();
  }

  private void tap(SampleReflection r, String tap, String value) {
    folder.row("reflection_tap", "reflection", r.id(), "tap", tap, "value", value);
  }

  static long millis(LocalDate day) {
    return day.atTime(9, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static long millis(String day) {
    return millis(LocalDate.parse(day));
  }
}
