package org.kith.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.indicators.CaseFile;
import org.kith.indicators.SurveyCase;
import org.kith.lake.IngestRecord;
import org.kith.lake.RowAccount;
import org.kith.published.Manifest.DisclosureRules;

/**
 * Every file in {@code cases}, from answers to what is published; {@code -Dcases=write} writes what
 * there is, for the diff to tell.
 */
class DisclosureCasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/kith/disclosure/cases");

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @Test
  void there_are_cases() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(10);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void publishes_what_the_case_expects(Path file) throws IOException {
    String text = Files.readString(file);
    CaseFile given = CaseFile.parse(text);
    Release release =
        Disclosure.of(rules(given), SurveyCase.organisations(given), SurveyCase.instruments(given))
            .release(SurveyCase.indicators(given), exports(given));
    Map<String, List<? extends Record>> tables = new HashMap<>();
    release.tables().forEach(p -> tables.put(p.table().name().replace('_', ' '), p.rows()));

    String actual = given.with(tables);

    if ("write".equals(System.getProperty("cases"))) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(text);
  }

  private static DisclosureRules rules(CaseFile given) {
    return given.given("rules").stream()
        .findFirst()
        .map(r -> new DisclosureRules(number(r, "people"), number(r, "rounding"), 3, 11))
        .orElse(new DisclosureRules(10, 5, 3, 11));
  }

  private static List<IngestRecord> exports(CaseFile given) {
    return given.given("exports").stream()
        .map(
            r ->
                new IngestRecord(
                    r.get("source"),
                    r.get("source") + ".csv",
                    r.get("tool"),
                    "",
                    "",
                    "",
                    account(r),
                    List.of()))
        .toList();
  }

  private static RowAccount account(Map<String, String> row) {
    int accepted = number(row, "accepted");
    int partial = number(row, "partial");
    int preview = number(row, "preview");
    int duplicate = number(row, "duplicate");
    int withdrawn = row.containsKey("withdrawn") ? number(row, "withdrawn") : 0;
    int rejected = number(row, "rejected");
    return new RowAccount(
        accepted + partial + preview + duplicate + withdrawn + rejected,
        accepted,
        partial,
        preview,
        duplicate,
        withdrawn,
        rejected);
  }

  private static int number(Map<String, String> row, String column) {
    return Integer.parseInt(row.get(column));
  }
}
