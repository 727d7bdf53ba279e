package org.kith.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.published.Scope;
import org.kith.yaml.InvalidFileException;

class WorkspaceTablesTest {
  private static final List<Organisation> ORGANISATIONS =
      List.of(
          new Organisation("millbrook", "Millbrook Kitchen", "larkmoor", "Larkmoor"),
          new Organisation("harbour", "Harbour Hands", "saltby", "Saltby"));

  private static final Settings SETTINGS =
      SettingsFile.read(
          """
          name: Larkmoor
          groups:
            - {id: age, name: Age, rule: bands, bands: [16, 75]}
            - {id: home, name: Home, rule: listed, values: [Owns it, Rents]}
            - {id: area, name: Area, rule: outward_code}
          """);

  @TempDir private Path folder;

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static void assertProblems(ThrowingCallable reading, String... problems) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            InvalidFileException.class, e -> assertThat(e.problems()).containsExactly(problems));
  }

  @Test
  void organisations_are_read_in_their_own_order() throws IOException {
    Path file =
        file(
            "organisations.csv",
            "organisation,name,place,place_name",
            "millbrook,Millbrook Kitchen,larkmoor,Larkmoor",
            "",
            "harbour,\"Harbour Hands\",saltby,Saltby");
    assertThat(WorkspaceTables.organisations(file)).isEqualTo(ORGANISATIONS);
  }

  @Test
  void a_table_may_come_from_a_spreadsheet_with_semicolons_and_a_byte_order_mark()
      throws IOException {
    Path file =
        file(
            "organisations.csv",
            "\uFEFFplace;place_name;organisation;name",
            "larkmoor;Larkmoor;millbrook;Millbrook Kitchen\r",
            "saltby;Saltby;harbour;Harbour Hands");
    assertThat(WorkspaceTables.organisations(file)).isEqualTo(ORGANISATIONS);
  }

  @Test
  void every_mistake_among_organisations_is_told() throws IOException {
    Path file =
        file(
            "organisations.csv",
            "organisation,name,place,place_name",
            "millbrook,Millbrook Kitchen,larkmoor,Larkmoor",
            "Harbour Hands,,saltby,Saltby",
            "millbrook,Again,larkmoor,Larkmoor",
            "other,Other,larkmoor,Lark Moor",
            "short,Short");
    assertProblems(
        () -> WorkspaceTables.organisations(file),
        "organisations.csv, row 3, column \"organisation\": is \"Harbour Hands\"; use lower-case"
            + " letters, digits, - and _.",
        "organisations.csv, row 3, column \"name\": is empty; write something.",
        "organisations.csv, row 4, column \"organisation\": millbrook is also in row 2; give each"
            + " its own id.",
        "organisations.csv, row 5, column \"place_name\": larkmoor is called \"Larkmoor\" further"
            + " up and \"Lark Moor\" here; write the same name.",
        "organisations.csv, row 6 has 2 cells, but there are 4 headings; check its commas and"
            + " quotation marks.");
  }

  @Test
  void headings_must_be_the_right_ones() throws IOException {
    Path file = file("organisations.csv", "organisation,name,town,place_name", "a,A,b,B");
    assertProblems(
        () -> WorkspaceTables.organisations(file),
        "organisations.csv, row 1 has no heading \"place\"; needed:"
            + " organisation,name,place,place_name.",
        "organisations.csv, row 1 has the heading \"town\", which is not known; known:"
            + " organisation,name,place,place_name.");
  }

  @Test
  void a_table_without_rows_or_without_anything_is_told() throws IOException {
    assertProblems(
        () ->
            WorkspaceTables.organisations(
                file("organisations.csv", "organisation,name,place,place_name")),
        "organisations.csv, row 2: no organisation is named; write one a row.");
    Files.writeString(folder.resolve("organisations.csv"), "");
    assertProblems(
        () -> WorkspaceTables.organisations(folder.resolve("organisations.csv")),
        "organisations.csv, row 1 is missing; write the headings"
            + " organisation,name,place,place_name.");
    Path absent = folder.resolve("absent.csv");
    assertProblems(
        () -> WorkspaceTables.organisations(absent),
        "absent.csv: there is no such file; looked for " + absent);
  }

  @Test
  void a_table_in_another_encoding_is_told() throws IOException {
    Path file = folder.resolve("organisations.csv");
    Files.write(file, "organisation\nCaf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertProblems(
        () -> WorkspaceTables.organisations(file),
        "organisations.csv: not all of it is UTF-8; save it again with the encoding UTF-8.");
  }

  @Test
  void events_concern_everyone_a_place_or_an_organisation() throws IOException {
    Path file =
        file(
            "events.csv",
            "date,scope,unit,words",
            "2025-10-01,all,all,A hard winter",
            "2025-10-02,all,,A second one",
            "2025-11-05,place,saltby,\"The bridge closed, for a month\"",
            "2026-01-10,organisation,millbrook,A new kitchen");
    assertThat(WorkspaceTables.events(file, ORGANISATIONS))
        .containsExactly(
            new Event(LocalDate.of(2025, 10, 1), Scope.ALL, "all", "A hard winter"),
            new Event(LocalDate.of(2025, 10, 2), Scope.ALL, "all", "A second one"),
            new Event(
                LocalDate.of(2025, 11, 5), Scope.PLACE, "saltby", "The bridge closed, for a month"),
            new Event(LocalDate.of(2026, 1, 10), Scope.ORGANISATION, "millbrook", "A new kitchen"));
    assertThat(WorkspaceTables.events(folder.resolve("none.csv"), ORGANISATIONS)).isEmpty();
  }

  @Test
  void every_mistake_among_events_is_told() throws IOException {
    Path file =
        file(
            "events.csv",
            "date,scope,unit,words",
            "01/10/2025,all,all,A hard winter",
            "2025-10-01,town,saltby,A fair",
            "2025-10-01,place,millbrook,A fair",
            "2025-10-01,organisation,saltby,",
            "2025-10-01,organisation,saltby,A fair",
            "2025-10-01,all,saltby,A fair");
    assertProblems(
        () -> WorkspaceTables.events(file, ORGANISATIONS),
        "events.csv, row 2, column \"date\": is \"01/10/2025\"; write a day like 2025-10-01.",
        "events.csv, row 3, column \"scope\": is \"town\"; write one of all, place, organisation.",
        "events.csv, row 4, column \"unit\": is \"millbrook\", which is not a place in"
            + " organisations.csv; known: larkmoor, saltby.",
        "events.csv, row 5, column \"words\": is empty; write something.",
        "events.csv, row 6, column \"unit\": is \"saltby\", which is not an organisation in"
            + " organisations.csv; known: harbour, millbrook.",
        "events.csv, row 7, column \"unit\": must be all, or empty, because the scope is all.");
  }

  @Test
  void an_open_quotation_mark_is_told() throws IOException {
    Path file = file("events.csv", "date,scope,unit,words", "2025-10-01,all,all,\"A fair");
    assertProblems(
        () -> WorkspaceTables.events(file, ORGANISATIONS),
        "events.csv, row 2 cannot be read as CSV: check its quotation marks.");
  }

  @Test
  void residents_are_counted_by_the_groups_of_the_settings() throws IOException {
    Path file =
        file(
            "population.csv",
            "place,dimension,group,residents",
            "larkmoor,age,16 to 74,1200",
            "larkmoor,home,Owns it,300",
            "larkmoor,area,LM1,900");
    assertThat(WorkspaceTables.population(file, SETTINGS, ORGANISATIONS))
        .containsExactly(
            new Margin("larkmoor", "age", "16 to 74", 1200),
            new Margin("larkmoor", "home", "Owns it", 300),
            new Margin("larkmoor", "area", "LM1", 900));
    assertThat(WorkspaceTables.population(folder.resolve("none.csv"), SETTINGS, ORGANISATIONS))
        .isEmpty();
  }

  @Test
  void every_mistake_about_the_population_is_told() throws IOException {
    Path file =
        file(
            "population.csv",
            "place,dimension,group,residents",
            "elsewhere,age,16 to 74,1200",
            "larkmoor,height,tall,1200",
            "larkmoor,age,16 to 34,1200",
            "larkmoor,age,under 16,\"1,200\"",
            "larkmoor,area,LM1 4QT,900",
            "larkmoor,home,Rents,1",
            "larkmoor,home,Rents,2");
    assertProblems(
        () -> WorkspaceTables.population(file, SETTINGS, ORGANISATIONS),
        "population.csv, row 2, column \"place\": is \"elsewhere\", which is not a place in"
            + " organisations.csv. Known: larkmoor, saltby.",
        "population.csv, row 3, column \"dimension\": is \"height\", which is not a group in"
            + " kith.yaml. Known: age, home, area.",
        "population.csv, row 4, column \"group\": is \"16 to 34\"; by kith.yaml the groups of age"
            + " are: under 16, 16 to 74, 75 and over.",
        "population.csv, row 5, column \"residents\": is \"1,200\"; write a whole number in digits"
            + " only, such as 1200.",
        "population.csv, row 6, column \"group\": is \"LM1 4QT\"; write an outward code like LM1.",
        "population.csv, row 8, column \"group\": is also in row 7 for the same place; keep one.");
  }

  @Test
  void how_many_were_asked_is_said_by_organisation_and_wave() throws IOException {
    Path file =
        file(
            "asked.csv",
            "organisation,wave,people",
            "millbrook,2025q3,520",
            "millbrook,2025q4,535",
            "harbour,2025q4,26");
    assertThat(WorkspaceTables.asked(file, ORGANISATIONS))
        .containsExactly(
            new Asked("millbrook", "2025q3", 520),
            new Asked("millbrook", "2025q4", 535),
            new Asked("harbour", "2025q4", 26));
    assertThat(WorkspaceTables.asked(folder.resolve("none.csv"), ORGANISATIONS)).isEmpty();
  }

  @Test
  void every_mistake_about_who_was_asked_is_told() throws IOException {
    Path file =
        file(
            "asked.csv",
            "organisation,wave,people",
            "mill,2025q3,520",
            "millbrook,autumn,520",
            "millbrook,2025q4,about 500",
            "harbour,2025q4,0",
            "harbour,2025q3,20",
            "harbour,2025q3,30",
            "harbour,,30");
    assertProblems(
        () -> WorkspaceTables.asked(file, ORGANISATIONS),
        "asked.csv, row 2, column \"organisation\": is \"mill\", which is not an organisation in"
            + " organisations.csv; known: harbour, millbrook.",
        "asked.csv, row 3, column \"wave\": is \"autumn\"; write a wave like 2025q4.",
        "asked.csv, row 4, column \"people\": is \"about 500\"; write a whole number in digits only,"
            + " such as 1200.",
        "asked.csv, row 5, column \"people\": is 0; write how many were asked, or leave the row"
            + " out.",
        "asked.csv, row 7, column \"wave\": is also in row 6 for the same organisation; keep one.",
        "asked.csv, row 8, column \"wave\": is empty; write something.");
  }
}
