package org.kith.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {
  private record Room(String name, int seats) {
    Room {
      if (seats < 0) {
        throw new IllegalArgumentException("A room cannot have " + seats + " seats.");
      }
    }
  }

  private record House(
      String name,
      boolean open,
      TimeUnit rests,
      List<Room> rooms,
      Optional<Room> hall,
      Map<String, String> keys,
      List<Integer> floors) {}

  private static Room room(YamlMap m) {
    return new Room(m.text("name"), m.whole("seats", 1));
  }

  private static House house(String... lines) {
    return YamlText.read(
        String.join("\n", lines),
        "house.yaml",
        m ->
            new House(
                m.text("name"),
                m.flag("open", false),
                m.has("rests") ? m.word("rests", TimeUnit.class) : TimeUnit.DAYS,
                m.maps("rooms", YamlTextTest::room),
                m.map("hall", YamlTextTest::room),
                m.table("keys"),
                m.wholes("floors")));
  }

  private static void assertProblems(String[] lines, String... expected) {
    assertThatThrownBy(() -> house(lines))
        .isInstanceOfSatisfying(
            InvalidFileException.class, e -> assertThat(e.problems()).containsExactly(expected));
  }

  private static String[] yaml(String... lines) {
    return lines;
  }

  @Test
  void a_file_is_read_in_the_order_it_is_written() {
    House house =
        house(
            "name: The old mill",
            "open: true",
            "rests: hours",
            "rooms:",
            "  - {name: Kitchen, seats: 8}",
            "  - name: Loft",
            "hall: {name: Hall, seats: 40}",
            "keys: {back: under the pot, front: with Ada}",
            "floors: [0, 1]");
    assertThat(house)
        .isEqualTo(
            new House(
                "The old mill",
                true,
                TimeUnit.HOURS,
                List.of(new Room("Kitchen", 8), new Room("Loft", 1)),
                Optional.of(new Room("Hall", 40)),
                Map.of("back", "under the pot", "front", "with Ada"),
                List.of(0, 1)));
    assertThat(house.keys().keySet()).containsExactly("back", "front");
  }

  @Test
  void words_that_look_like_something_else_are_text_when_text_is_asked_for() {
    assertThat(house("name: 2025").name()).isEqualTo("2025");
    assertThat(house("name: no").name()).isEqualTo("no");
    assertThat(house("\uFEFFname: after a byte order mark").name())
        .isEqualTo("after a byte order mark");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file() {
    assertProblems(
        yaml(
            "nam: The old mill",
            "open: perhaps",
            "rests: weeks",
            "rooms:",
            "  - {name: Kitchen, seats: -8}",
            "  - {seats: several}",
            "hall: the big one",
            "keys: [back]",
            "floors: 2",
            "open: true"),
        "house.yaml, line 1: \"name\" is missing; add it.",
        "house.yaml, line 1: \"nam\" is not known here; did you mean \"name\"? Known: name, open,"
            + " rests, rooms, hall, keys, floors.",
        "house.yaml, line 2: \"open\" must be true or false, not \"perhaps\".",
        "house.yaml, line 3: \"rests\" must be one of nanoseconds, microseconds, milliseconds,"
            + " seconds, minutes, hours, days, not \"weeks\".",
        "house.yaml, line 5: A room cannot have -8 seats.",
        "house.yaml, line 6: \"name\" is missing; add it.",
        "house.yaml, line 6: \"seats\" must be a whole number, not \"several\".",
        "house.yaml, line 7: \"hall\" must hold \"key: value\" pairs.",
        "house.yaml, line 8: \"keys\" must hold \"key: value\" pairs.",
        "house.yaml, line 9: \"floors\" must be a list: [one, another], or one \"- \" on a line for"
            + " each.",
        "house.yaml, line 10: \"open\" is here twice, first on line 2; keep one.");
  }

  @Test
  void an_empty_value_is_not_the_same_as_a_missing_key() {
    assertProblems(
        yaml("open: true", "name:"),
        "house.yaml, line 2: \"name\" has no value; write one after the colon.");
    assertProblems(
        yaml("name: ' '"),
        "house.yaml, line 1: \"name\" is blank; write something, or leave the key out.");
    assertProblems(yaml("name: [a]"), "house.yaml, line 1: \"name\" must be text, not a list.");
  }

  @Test
  void a_slip_of_yaml_says_where_and_what_to_look_for() {
    assertProblems(
        yaml("name: Mill", "rooms:", "\t- name: Kitchen"),
        "house.yaml, line 3: this is not valid YAML: found character '\\t(TAB)' that cannot start"
            + " any token. (Do not use \\t(TAB) for indentation); indent with spaces, not with"
            + " tabs.");
    assertProblems(
        yaml("name: The mill: old"),
        "house.yaml, line 1: this is not valid YAML: mapping values are not allowed here; put"
            + " words that hold a colon in \"quotation marks\".");
    assertProblems(
        yaml("name: Mill", "rooms: [{name: Kitchen}"),
        "house.yaml, line 2: this is not valid YAML: expected ',' or ']', but got <stream end>;"
            + " check the indent, quotation marks and brackets here and on the line before.");
    assertProblems(
        yaml(""),
        "house.yaml, line 1: the file is empty; write its keys, one \"key: value\" on a line.");
    assertProblems(
        yaml("- name"),
        "house.yaml, line 1: the file must hold keys, one \"key: value\" on a line.");
  }

  @Test
  void a_file_that_is_not_there_or_not_utf_8_is_told_by_name(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("house.yaml");
    assertThatThrownBy(() -> YamlText.read(file, "house.yaml", YamlTextTest::room))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage("house.yaml: there is no such file; looked for " + file);
    Files.write(file, "name: Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> YamlText.read(file, "house.yaml", YamlTextTest::room))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage("house.yaml: not all of it is UTF-8; save it again with the encoding UTF-8.");
  }

  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "counted, counted, 0", "'', abc, 3", "ab, ba, 2"})
  void slips_are_counted_as_levenshtein_did(String a, String b, int slips) {
    assertThat(Nearest.slips(a, b)).isEqualTo(slips);
    assertThat(Nearest.slips(b, a)).isEqualTo(slips);
  }
}
