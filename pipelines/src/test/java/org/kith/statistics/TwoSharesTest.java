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

class TwoSharesTest {
  static List<NamedCsvRecord> rows() throws IOException {
    return RValues.csv("two_shares.csv");
  }

  // R 4.2.2, root of the statistic of prop.test(correct = FALSE): src/test/r/words_and_loops.R
  @ParameterizedTest
  @MethodSource("rows")
  void equals_prop_test(NamedCsvRecord row) {
    TwoShares shares =
        TwoShares.of(
            RValues.number(row, "x1"),
            RValues.number(row, "n1"),
            RValues.number(row, "x2"),
            RValues.number(row, "n2"));

    assertThat(shares.z()).isCloseTo(RValues.number(row, "z"), withinPercentage(1e-8));
  }

  @Test
  void all_or_none_in_both_is_no_difference() {
    assertThat(TwoShares.of(0, 9, 0, 5).z()).isZero();
    assertThat(TwoShares.of(9, 9, 5, 5).z()).isZero();
    assertThatThrownBy(() -> TwoShares.of(1, 0, 1, 2)).hasMessageStartingWith("A share needs");
  }
}
