package org.kith.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.disclosure.Release;
import org.kith.disclosure.StaffDisclosure;
import org.kith.indicators.CaseFile;
import org.kith.indicators.SurveyCase;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.Table;
import org.kith.reflection.SharedTeam;
import org.kith.reflection.SharedTheme;

/**
 * Every file in {@code cases}, from counted reflections to exact tables and, by their published
 * names, to published ones; {@code -Dcases=write} writes what there is, for the diff to tell.
 */
class PatternCasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/kith/patterns/cases");
  private static final DisclosureRules RULES = new DisclosureRules(10, 5, 3, 11);

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @Test
  void there_are_cases() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gives_what_the_case_expects(Path file) throws IOException {
    String text = Files.readString(file);
    CaseFile given = CaseFile.parse(text);

    String actual = given.with(tables(given));

    if ("write".equals(System.getProperty("cases"))) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(text);
  }

  private static Map<String, List<? extends Record>> tables(CaseFile given) {
    Patterns exact =
        Patterns.of(
            shared(given),
            rows(given, "themes", r -> new SharedTheme(r.get("theme"), r.get("name"), "")),
            rows(
                given,
                "teams",
                r ->
                    new SharedTeam(
                        r.get("team"),
                        r.get("organisation"),
                        (int) number(r, "members"),
                        r.get("since"))),
            SurveyCase.organisations(given),
            RULES);
    Map<String, List<? extends Record>> tables = new HashMap<>();
    tables.put("exact periods", exact.periods());
    tables.put("exact counts", exact.counts());
    tables.put("exact words", exact.words());
    tables.put("exact cadence", exact.cadence());
    tables.put("exact loops", exact.loops());
    Release release = StaffDisclosure.of(RULES, SurveyCase.organisations(given)).release(exact);
    for (Table<?> table : Table.OF_REFLECTIONS) {
      tables.put(table.name(), release.rows(table));
    }
    return tables;
  }

  private static Shared shared(CaseFile given) {
    Map<String, String> data = given.given("data").get(0);
    if (data.get("first").isEmpty()) {
      return Shared.NOTHING;
    }
    return new Shared(
        data.get("first"),
        data.get("last"),
        rows(
            given,
            "authors",
            r ->
                new Authors(
                    Fact.valueOf(r.get("fact")),
                    r.get("key"),
                    r.get("level"),
                    r.get("period"),
                    r.get("organisation"),
                    number(r, "authors"),
                    number(r, "teams"))),
        rows(
            given,
            "weeks",
            r ->
                new TeamWeeks(
                    r.get("team"), r.get("period"), number(r, "weeks"), number(r, "authors"))),
        rows(
            given,
            "open",
            r ->
                new OpenFor(
                    (int) number(r, "days"),
                    Boolean.parseBoolean(r.get("closed")),
                    number(r, "barriers"))),
        rows(
            given,
            "phrases",
            r ->
                new Phrase(
                    r.get("phrase"),
                    r.get("period"),
                    number(r, "authors"),
                    number(r, "teams"),
                    number(r, "organisations"))),
        given.given("writings").stream().flatMap(PatternCasesTest::writings).toList());
  }

  /** As many authors with the same words as the row says. */
  private static Stream<Writing> writings(Map<String, String> row) {
    return IntStream.range(0, (int) number(row, "authors"))
        .mapToObj(
            a ->
                new Writing(
                    row.get("organisation") + row.get("words") + a,
                    row.get("organisation"),
                    Arrays.asList(row.get("words").split(" ", -1))));
  }

  private static long number(Map<String, String> row, String column) {
    return Long.parseLong(row.get(column));
  }

  private static <T> List<T> rows(
      CaseFile given, String table, Function<Map<String, String>, T> row) {
    return given.given(table).stream().map(row).toList();
  }
}
