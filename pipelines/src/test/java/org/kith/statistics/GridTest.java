package org.kith.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Quantiles and moments of values counted on a grid. */
class GridTest {
  static List<NamedCsvRecord> values() throws IOException {
    return RValues.csv("grid_values.csv");
  }

  private static SortedMap<Double, Long> grid(String name) throws IOException {
    SortedMap<Double, Long> histogram = new TreeMap<>();
    for (NamedCsvRecord row : RValues.csv("grids.csv")) {
      if (row.getField("grid").equals(name)) {
        histogram.put(RValues.number(row, "value"), Long.valueOf(row.getField("count")));
      }
    }
    return histogram;
  }

  // R 4.2.2, quantile(type = 7), mean, sum of squares: src/test/r/proportions_and_scores.R
  @ParameterizedTest
  @MethodSource("values")
  void equals_r(NamedCsvRecord row) throws IOException {
    SortedMap<Double, Long> histogram = grid(row.getField("grid"));
    String statistic = row.getField("statistic");
    Moments moments = Moments.of(histogram);

    double value =
        switch (statistic) {
          case "n" -> moments.n();
          case "mean" -> moments.mean();
          case "ss" -> moments.ss();
          default ->
              Quantile.of(histogram, Double.parseDouble(statistic.substring(1)) / 100).value();
        };

    assertThat(value).isCloseTo(RValues.number(row, "value"), withinPercentage(1e-10));
  }

  @Test
  void a_share_has_the_moments_of_noughts_and_ones() {
    // 3 of 8: sum of squares 3·(5/8)² + 5·(3/8)² = 1.875 by hand
    assertThat(Moments.ofShare(3, 8)).isEqualTo(new Moments(8, 0.375, 1.875));
    assertThat(Moments.of(new TreeMap<>(Map.of(0.0, 5L, 1.0, 3L))))
        .isEqualTo(new Moments(8, 0.375, 1.875));
  }

  @Test
  void an_empty_grid_is_refused() {
    assertThatThrownBy(() -> Quantile.of(new TreeMap<>(), 0.5))
        .hasMessage("A quantile needs at least one value.");
    assertThatThrownBy(() -> Moments.of(new TreeMap<>(Map.of(3.0, 0L))))
        .hasMessage("A mean needs at least one value.");
    assertThatThrownBy(() -> Moments.of(new TreeMap<>(Map.of(3.0, -1L))))
        .hasMessage("A histogram cannot hold -1 values of 3.0.");
    assertThatThrownBy(() -> Moments.ofShare(3, 2))
        .hasMessage("3 counted of 2 answered is not a share.");
    assertThatThrownBy(() -> Quantile.of(new TreeMap<>(Map.of(3.0, 1L)), 1.1))
        .hasMessage("A quantile lies between 0 and 1, not at 1.1.");
  }

  @Test
  void a_spread_of_one_value_is_refused() {
    assertThatThrownBy(() -> new Moments(1, 3, 0).sd())
        .hasMessage("A standard deviation needs at least two values.");
  }
}
