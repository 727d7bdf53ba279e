package org.kith.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvennessTest {
  static List<NamedCsvRecord> rows() throws IOException {
    return RValues.csv("evenness.csv");
  }

  // R 4.2.2, -sum(p * log(p)) / log(K): src/test/r/words_and_loops.R
  @ParameterizedTest
  @MethodSource("rows")
  void equals_the_formula_in_r(NamedCsvRecord row) {
    double[] counts =
        Arrays.stream(row.getField("counts").split(" ", -1))
            .mapToDouble(Double::parseDouble)
            .toArray();

    assertThat(Evenness.of(counts).evenness())
        .isCloseTo(RValues.number(row, "evenness"), withinPercentage(1e-10));
  }

  @Test
  void one_organisation_alone_has_no_evenness() {
    assertThat(Evenness.of(0, 7, 0)).isEqualTo(new Evenness(1, 3, null));
    assertThat(Evenness.of(0, 0)).isEqualTo(new Evenness(0, 2, null));
    assertThatThrownBy(() -> Evenness.of(1, -1))
        .hasMessage("Nobody can be counted fewer than 0 times.");
  }
}
