package org.kith.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file in {@code cases}; {@code -Dcases=write} writes what there is, for the diff to tell.
 */
class IndicatorCasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/kith/indicators/cases");

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @Test
  void there_are_cases() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gives_what_the_case_expects(Path file) throws IOException {
    String text = Files.readString(file);
    CaseFile given = CaseFile.parse(text);

    String actual = given.with(SurveyCase.tables(SurveyCase.indicators(given)));

    if ("write".equals(System.getProperty("cases"))) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(text);
  }
}
