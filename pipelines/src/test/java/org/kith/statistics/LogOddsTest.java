package org.kith.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogOddsTest {
  static List<NamedCsvRecord> rows() throws IOException {
    return RValues.csv("log_odds.csv");
  }

  // R 4.2.2, the paper's formula by hand: src/test/r/words_and_loops.R
  @ParameterizedTest
  @MethodSource("rows")
  void equals_the_formula_in_r(NamedCsvRecord row) {
    LogOdds odds = LogOdds.of(said(row, "y1", "n1"), said(row, "y2", "n2"), said(row, "a", "a0"));

    assertThat(odds.delta()).isCloseTo(RValues.number(row, "delta"), withinPercentage(1e-8));
    assertThat(odds.variance()).isCloseTo(RValues.number(row, "variance"), withinPercentage(1e-10));
    assertThat(odds.z()).isCloseTo(RValues.number(row, "z"), withinPercentage(1e-8));
  }

  @Test
  void a_rare_word_needs_more_evidence_than_the_same_counts_without_a_prior() {
    LogOdds.Said many = new LogOdds.Said(4, 200);
    LogOdds.Said none = new LogOdds.Said(0, 200);

    assertThat(LogOdds.of(many, none, new LogOdds.Said(10, 500)).z())
        .isLessThan(LogOdds.of(many, none, new LogOdds.Said(1, 50)).z());
  }

  @Test
  void impossible_counts_are_refused() {
    assertThatThrownBy(() -> new LogOdds.Said(3, 2))
        .hasMessage("A word cannot occur 3.0 times among 2.0.");
    LogOdds.Said said = new LogOdds.Said(1, 2);
    assertThatThrownBy(() -> LogOdds.of(said, said, new LogOdds.Said(0, 2)))
        .hasMessageStartingWith("The prior of a word must lie above 0");
  }

  private static LogOdds.Said said(NamedCsvRecord row, String word, String all) {
    return new LogOdds.Said(RValues.number(row, word), RValues.number(row, all));
  }
}
