package org.kith.statistics;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kith.statistics.WaveSpread.Series;

/** Values of R 4.2.2 with metafor 3.8.1, by {@code src/test/r/drift.R}. */
class DepartureTest {
  private static final double EIGHT_DIGITS = 1e-6;

  private static Map<String, Double> r() throws IOException {
    return RValues.csv("wave_values.csv").stream()
        .collect(Collectors.toMap(r -> r.getField("name"), r -> RValues.number(r, "value")));
  }

  /** Shares of one series, earliest first. */
  private static Series series(List<double[]> countedOf) {
    List<AngularShare> shares = countedOf.stream().map(c -> AngularShare.of(c[0], c[1])).toList();
    return new Series(
        shares.stream().mapToDouble(AngularShare::angle).toArray(),
        shares.stream().mapToDouble(AngularShare::variance).toArray());
  }

  private static Series allButLast(Series series) {
    int n = series.values().length - 1;
    return new Series(Arrays.copyOf(series.values(), n), Arrays.copyOf(series.variances(), n));
  }

  /** Checks all that R worked out; series in the order R has them. */
  private static void check(String name, List<Series> series) throws IOException {
    Map<String, Double> r = r();
    Series first = series.get(0);
    int last = first.values().length - 1;
    assertThat(first.values()[0]).isCloseTo(r.get(name + "_angle"), withinPercentage(EIGHT_DIGITS));
    assertThat(first.variances()[0])
        .isCloseTo(r.get(name + "_variance"), withinPercentage(EIGHT_DIGITS));
    WaveSpread all = WaveSpread.of(series);
    assertThat(all.factor()).isCloseTo(r.get(name + "_factor"), withinPercentage(EIGHT_DIGITS));
    assertThat(all.variance()).isCloseTo(r.get(name + "_tau2"), withinPercentage(EIGHT_DIGITS));
    assertThat(all.df()).isEqualTo(r.get(name + "_df").intValue());

    List<Series> before = new ArrayList<>(series);
    before.set(0, allButLast(first));
    Departure departure =
        Departure.of(
            before.get(0), first.values()[last], first.variances()[last], WaveSpread.of(before));
    assertThat(departure.t()).isCloseTo(r.get(name + "_t"), withinPercentage(EIGHT_DIGITS));
    assertThat(departure.df()).isEqualTo(r.get(name + "_t_df").intValue());
    assertThat(departure.above()).isCloseTo(r.get(name + "_above"), withinPercentage(EIGHT_DIGITS));
    assertThat(departure.either())
        .isCloseTo(r.get(name + "_either"), withinPercentage(EIGHT_DIGITS));
  }

  @Test
  void fifty_years_of_three_questions_equal_metafor() throws IOException {
    Map<String, List<double[]>> questions = new TreeMap<>();
    for (NamedCsvRecord row : RValues.csv("waves.csv")) {
      questions
          .computeIfAbsent(row.getField("series"), q -> new ArrayList<>())
          .add(new double[] {RValues.number(row, "counted"), RValues.number(row, "of")});
    }
    check(
        "gss",
        List.of(
            series(questions.get("trust")),
            series(questions.get("fair")),
            series(questions.get("helpful"))));
  }

  /** The rows may not be shipped, so they are read from the folder {@code -Dreference.data}. */
  @Test
  void three_waves_of_army_battalions_equal_metafor() throws IOException {
    String given = System.getProperty("reference.data", "");
    String said = "no reference data given: 1 check not run (-Dreference.data=DIR)";
    if (given.isEmpty()) {
      System.getLogger(DepartureTest.class.getName()).log(WARNING, said);
    }
    assumeTrue(!given.isEmpty(), said);
    Map<Integer, Map<Integer, double[]>> battalions = new TreeMap<>();
    Path file = Path.of(given).resolve("data").resolve("univbct_army_3waves_long.csv");
    for (NamedCsvRecord row : RValues.csv(Files.newBufferedReader(file))) {
      if (!row.getField("READY").isEmpty() && !row.getField("READY").equals("NA")) {
        double[] counts =
            battalions
                .computeIfAbsent(Integer.valueOf(row.getField("BTN")), b -> new TreeMap<>())
                .computeIfAbsent(Integer.valueOf(row.getField("TIME")), t -> new double[2]);
        counts[0] += RValues.number(row, "READY") >= 3 ? 1 : 0;
        counts[1]++;
      }
    }
    check(
        "army",
        battalions.values().stream().map(waves -> series(List.copyOf(waves.values()))).toList());
  }

  @Test
  void heaps_equal_r() throws IOException {
    Map<String, Double> r = r();
    List<NamedCsvRecord> trust =
        RValues.csv("waves.csv").stream()
            .filter(row -> row.getField("series").equals("trust"))
            .toList();
    long[] first = answers(trust.get(0));
    long[] last = answers(trust.get(trust.size() - 1));
    Heap[] heaps = {
      Heap.of(first, 0),
      Heap.of(first, 1),
      Heap.of(last, 2),
      Heap.of(new long[] {3, 0, 17, 40, 9}, 3)
    };
    for (int h = 0; h < heaps.length; h++) {
      String name = "heap" + (h + 1);
      assertThat(heaps[h].height())
          .isCloseTo(r.get(name + "_height"), withinPercentage(EIGHT_DIGITS));
      assertThat(heaps[h].variance())
          .isCloseTo(r.get(name + "_variance"), withinPercentage(EIGHT_DIGITS));
    }
  }

  private static long[] answers(NamedCsvRecord row) {
    return List.of("least", "other", "counted").stream()
        .mapToLong(column -> Long.parseLong(row.getField(column)))
        .toArray();
  }

  @Test
  void a_shift_along_the_answers_is_no_heap() {
    // Each answer's odds to the next doubled: 8, 8, 8, 8 against 8, 16, 32, 64.
    long[] before = {8_000, 8_000, 8_000, 8_000};
    long[] after = {8_000, 16_000, 32_000, 64_000};
    for (int at = 0; at < 4; at++) {
      assertThat(Heap.of(after, at).height()).isCloseTo(Heap.of(before, at).height(), within(1e-3));
    }
    after[2] += 16_000;
    assertThat(Heap.of(after, 2).height()).isCloseTo(Math.log(1.5), within(1e-3));
  }

  /** Of 400 quiet series of nine waves whose level moves a little, how many are called unlike. */
  private static int calledUnlike(boolean spreadIsKnown) {
    Random random = new Random(20261126);
    int unlike = 0;
    for (int s = 0; s < 400; s++) {
      List<Series> series = new ArrayList<>();
      for (int o = 0; o < 10; o++) {
        List<double[]> waves = new ArrayList<>();
        for (int w = 0; w < 9; w++) {
          double share = 0.3 + 0.03 * random.nextGaussian();
          int counted = 0;
          for (int p = 0; p < 2_000; p++) {
            counted += random.nextDouble() < share ? 1 : 0;
          }
          waves.add(new double[] {counted, 2_000});
        }
        series.add(series(waves));
      }
      Series first = series.get(0);
      series.set(0, allButLast(first));
      WaveSpread spread = spreadIsKnown ? WaveSpread.of(series) : new WaveSpread(1, 0, 79);
      // Its own waves say it too; two of them that happen to agree do not.
      Series own = spreadIsKnown ? series.get(0) : flat(series.get(0));
      Departure departure = Departure.of(own, first.values()[8], first.variances()[8], spread);
      unlike += departure.either() < 0.01 ? 1 : 0;
    }
    return unlike;
  }

  private static Series flat(Series series) {
    double mean = series.mean();
    return new Series(Arrays.stream(series.values()).map(y -> mean).toArray(), series.variances());
  }

  @Test
  void ordinary_waves_are_not_called_unlike() {
    // 1 % is 4; by the binomial no more than 11 in all but one of a thousand seeds.
    assertThat(calledUnlike(true)).isLessThanOrEqualTo(11);
  }

  @Test
  void limits_that_know_of_drawing_people_alone_call_them_unlike() {
    assertThat(calledUnlike(false)).isGreaterThan(100);
  }

  @Test
  void too_few_waves_are_refused() {
    Series one = series(List.of(new double[] {3, 10}));
    WaveSpread none = WaveSpread.of(List.of(one));
    assertThat(none).isEqualTo(new WaveSpread(1, 0, 0));
    assertThatThrownBy(() -> Departure.of(one, 0.5, 0.02, none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A departure needs two earlier waves at least.");
    assertThatThrownBy(() -> AngularShare.of(11, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("11.0 of 10.0 is not a share.");
    assertThatThrownBy(() -> Heap.of(new long[] {1, 2}, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A heap has neighbours: three answers at least, not 2.");
  }
}
