package org.kith.workspace;

import static java.util.stream.Collectors.toCollection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kith.published.Scope;
import org.kith.workspace.CsvSheet.Row;
import org.kith.workspace.Settings.Group;
import org.kith.yaml.InvalidFileException;

/**
 * Reads the tables of a workspace. Every mistake is told with its row and column, all of a file at
 * once, in an {@link InvalidFileException}: {@code events.csv, row 4, column "scope": …}.
 */
public final class WorkspaceTables {
  private static final String AN_ORGANISATION = "an organisation in organisations.csv";
  private static final String OUTWARD = "[A-Z]{1,2}[0-9][A-Z0-9]?";

  private WorkspaceTables() {}

  /**
   * {@code organisations.csv}, in its own order, which says nothing about the organisations.
   *
   * @param file must exist and name at least one organisation
   */
  public static List<Organisation> organisations(Path file) {
    Map<String, Integer> rows = new HashMap<>();
    Map<String, String> places = new HashMap<>();
    List<Organisation> organisations =
        CsvSheet.read(
            file,
            List.of("organisation", "name", "place", "place_name"),
            row -> organisation(row, rows, places));
    if (organisations.isEmpty()) {
      throw new InvalidFileException(
          List.of(file.getFileName() + ", row 2: no organisation is named; write one a row."));
    }
    return organisations;
  }

  private static Organisation organisation(
      Row row, Map<String, Integer> rows, Map<String, String> places) {
    Organisation organisation =
        new Organisation(
            row.id("organisation"), row.text("name"), row.id("place"), row.text("place_name"));
    if (row.sound()) {
      Integer before = rows.putIfAbsent(organisation.id(), row.number());
      if (before != null) {
        row.problem(
            "organisation",
            "%s is also in row %d; give each its own id.".formatted(organisation.id(), before));
      }
      String name = places.putIfAbsent(organisation.place(), organisation.placeName());
      if (name != null && !name.equals(organisation.placeName())) {
        row.problem(
            "place_name",
            "%s is called \"%s\" further up and \"%s\" here; write the same name."
                .formatted(organisation.place(), name, organisation.placeName()));
      }
    }
    return organisation;
  }

  /**
   * {@code events.csv}, in its own order; none when there is no file.
   *
   * @param organisations those taking part: an event's unit is one of them, one of their places, or
   *     {@code all}
   */
  public static List<Event> events(Path file, List<Organisation> organisations) {
    if (!Files.exists(file)) {
      return List.of();
    }
    return CsvSheet.read(
        file, List.of("date", "scope", "unit", "words"), row -> event(row, organisations));
  }

  private static Event event(Row row, List<Organisation> organisations) {
    Scope scope = row.word("scope", Scope.class);
    String unit = scope == Scope.ALL ? "all" : row.text("unit");
    Event event = new Event(row.day("date"), scope, unit, row.text("words"));
    if (row.sound()) {
      if (scope == Scope.PLACE) {
        known(row, "unit", unit, places(organisations), "a place in organisations.csv");
      } else if (scope == Scope.ORGANISATION) {
        known(row, "unit", unit, ids(organisations), AN_ORGANISATION);
      } else if (!List.of("", "all").contains(row.textOrEmpty("unit"))) {
        row.problem("unit", "must be all, or empty, because the scope is all.");
      }
    }
    return event;
  }

  private static void known(
      Row row, String column, String unit, Collection<String> units, String what) {
    if (!units.contains(unit)) {
      row.problem(
          column,
          "is \"%s\", which is not %s; known: %s."
              .formatted(unit, what, String.join(", ", new TreeSet<>(units))));
    }
  }

  /**
   * {@code population.csv}, in its own order; none when there is no file.
   *
   * @param settings name the dimensions and their groups
   * @param organisations name the places
   */
  public static List<Margin> population(
      Path file, Settings settings, List<Organisation> organisations) {
    if (!Files.exists(file)) {
      return List.of();
    }
    Map<List<String>, Integer> rows = new HashMap<>();
    return CsvSheet.read(
        file,
        List.of("place", "dimension", "group", "residents"),
        row -> margin(row, settings, organisations, rows));
  }

  private static Margin margin(
      Row row,
      Settings settings,
      List<Organisation> organisations,
      Map<List<String>, Integer> rows) {
    Margin margin =
        new Margin(
            row.text("place"), row.text("dimension"), row.text("group"), row.count("residents"));
    if (row.sound()) {
      if (!places(organisations).contains(margin.place())) {
        row.problem(
            "place",
            "is \"%s\", which is not a place in organisations.csv. Known: %s."
                .formatted(margin.place(), String.join(", ", places(organisations))));
      }
      settings.groups().stream()
          .filter(g -> g.id().equals(margin.dimension()))
          .findFirst()
          .ifPresentOrElse(
              g -> checkGroup(row, margin, g),
              () ->
                  row.problem(
                      "dimension",
                      "is \"%s\", which is not a group in kith.yaml. Known: %s."
                          .formatted(
                              margin.dimension(),
                              String.join(
                                  ", ", settings.groups().stream().map(Group::id).toList()))));
      Integer before =
          rows.putIfAbsent(
              List.of(margin.place(), margin.dimension(), margin.group()), row.number());
      if (before != null) {
        row.problem("group", "is also in row " + before + " for the same place; keep one.");
      }
    }
    return margin;
  }

  private static void checkGroup(Row row, Margin margin, Group group) {
    if (group.rule() == Group.Rule.OUTWARD_CODE) {
      if (!margin.group().matches(OUTWARD)) {
        row.problem("group", "is \"" + margin.group() + "\"; write an outward code like LM1.");
      }
    } else if (!group.labels().contains(margin.group())) {
      row.problem(
          "group",
          "is \"%s\"; by kith.yaml the groups of %s are: %s."
              .formatted(margin.group(), group.id(), String.join(", ", group.labels())));
    }
  }

  /**
   * {@code asked.csv}, in its own order; none when there is no file.
   *
   * @param organisations those taking part
   */
  public static List<Asked> asked(Path file, List<Organisation> organisations) {
    if (!Files.exists(file)) {
      return List.of();
    }
    Map<List<String>, Integer> rows = new HashMap<>();
    return CsvSheet.read(
        file,
        List.of("organisation", "wave", "people"),
        row -> asked(row, ids(organisations), rows));
  }

  private static Asked asked(Row row, List<String> organisations, Map<List<String>, Integer> rows) {
    Asked asked = new Asked(row.text("organisation"), row.text("wave"), row.count("people"));
    if (row.sound()) {
      known(row, "organisation", asked.organisation(), organisations, AN_ORGANISATION);
      try {
        Wave.of(asked.wave());
      } catch (IllegalArgumentException e) {
        row.problem("wave", "is \"" + asked.wave() + "\"; write a wave like 2025q4.");
      }
      if (asked.people() == 0) {
        row.problem("people", "is 0; write how many were asked, or leave the row out.");
      }
      Integer before = rows.putIfAbsent(List.of(asked.organisation(), asked.wave()), row.number());
      if (before != null) {
        row.problem("wave", "is also in row " + before + " for the same organisation; keep one.");
      }
    }
    return asked;
  }

  private static List<String> ids(List<Organisation> organisations) {
    return organisations.stream().map(Organisation::id).toList();
  }

  private static SortedSet<String> places(List<Organisation> organisations) {
    return organisations.stream().map(Organisation::place).collect(toCollection(TreeSet::new));
  }
}
