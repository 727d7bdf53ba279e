package org.kith.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.survival.KaplanMeier;

class KaplanMeierTest {
  static List<NamedCsvRecord> rows() throws IOException {
    return RValues.csv("kaplan_meier_values.csv");
  }

  private static final Map<String, KaplanMeier> CURVES = curves();

  // R 4.2.2, survival 3.5-3, survfit(conf.type = "log-log") on lung, veteran, aml (from survival)
  // and weeks made from a seed: src/test/r/words_and_loops.R
  @ParameterizedTest
  @MethodSource("rows")
  void equals_survfit(NamedCsvRecord row) {
    KaplanMeier.Step at = CURVES.get(row.getField("set")).at(RValues.number(row, "time"));

    assertThat(at.watched()).isEqualTo((long) RValues.number(row, "watched"));
    assertThat(at.open()).isCloseTo(RValues.number(row, "open"), withinPercentage(1e-8));
    if (row.getField("low").equals("NA")) {
      assertThat(at.low()).isNull();
      assertThat(at.high()).isNull();
    } else {
      assertThat(at.low()).isCloseTo(RValues.number(row, "low"), withinPercentage(1e-7));
      assertThat(at.high()).isCloseTo(RValues.number(row, "high"), withinPercentage(1e-7));
    }
  }

  @Test
  void before_anything_is_closed_all_is_open_without_an_interval() {
    KaplanMeier curve = KaplanMeier.of(List.of(new KaplanMeier.Watched(40, false, 3)));

    assertThat(curve.at(30)).isEqualTo(new KaplanMeier.Step(30, 3, 1, null, null));
    assertThat(curve.at(90).watched()).isZero();
    assertThatThrownBy(() -> KaplanMeier.of(List.of()))
        .hasMessage("A curve needs at least one thing that was watched.");
    assertThatThrownBy(() -> new KaplanMeier.Watched(-1, true, 1))
        .hasMessage("Things are watched for 0 days or more.");
  }

  private static Map<String, KaplanMeier> curves() {
    try {
      return RValues.csv("kaplan_meier.csv").stream()
          .collect(
              Collectors.groupingBy(
                  row -> row.getField("set"),
                  Collectors.collectingAndThen(
                      Collectors.mapping(
                          row ->
                              new KaplanMeier.Watched(
                                  RValues.number(row, "time"),
                                  row.getField("closed").equals("1"),
                                  1),
                          Collectors.toList()),
                      KaplanMeier::of)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
