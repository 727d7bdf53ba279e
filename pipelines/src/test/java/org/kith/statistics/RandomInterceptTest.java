package org.kith.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomInterceptTest {
  /** Eight significant digits. */
  private static final Percentage EIGHT_DIGITS = withinPercentage(1e-6);

  static List<String> cases() throws IOException {
    List<String> names = new ArrayList<>();
    Iterator<String> fields = RValues.json("random_intercept.json").fieldNames();
    fields.forEachRemaining(names::add);
    return names;
  }

  private static RValues.Groups people(String name) throws IOException {
    Map<String, List<Double>> values = new TreeMap<>();
    for (var row : RValues.csv("random_intercept.csv")) {
      if (row.getField("case").equals(name)) {
        String group = String.format("%3s", row.getField("group"));
        values
            .computeIfAbsent(group, g -> new ArrayList<>())
            .add(Double.parseDouble(row.getField("y")));
      }
    }
    return RValues.Groups.of(values);
  }

  // R 4.2.2, lme4 1.1-31: src/test/r/random_intercept.R
  @ParameterizedTest
  @MethodSource("cases")
  void equals_lme4(String name) throws IOException {
    JsonNode r = RValues.json("random_intercept.json").get(name);
    RValues.Groups groups = people(name);

    RandomIntercept fit = groups.fit();

    assertThat(fit.mean()).isCloseTo(r.get("mean").asDouble(), EIGHT_DIGITS);
    assertThat(fit.se()).isCloseTo(r.get("se").asDouble(), EIGHT_DIGITS);
    assertThat(fit.tau2()).isCloseTo(r.get("tau2").asDouble(), withinPercentage(1e-7));
    assertThat(fit.sigma2()).isCloseTo(r.get("sigma2").asDouble(), withinPercentage(1e-7));
    assertThat(fit.icc()).isCloseTo(r.get("icc").asDouble(), EIGHT_DIGITS);
    assertThat(fit.minus2LogLik()).isCloseTo(r.get("reml").asDouble(), withinPercentage(1e-8));
    assertThat(fit.boundary()).isEqualTo(r.get("tau2").asDouble() == 0);
    assertThat(Rankability.of(fit, groups.n()).share())
        .isCloseTo(r.get("rankability").asDouble(), EIGHT_DIGITS);
    for (int j = 0; j < groups.n().length; j++) {
      RandomIntercept.Group group = fit.groups().get(j);
      assertThat(group.blup()).isCloseTo(r.get("blup").get(j).asDouble(), EIGHT_DIGITS);
      assertThat(group.condSd()).isCloseTo(r.get("cond_sd").get(j).asDouble(), EIGHT_DIGITS);
    }
  }

  // mean squares of R's aov in the formulas of multilevel::ICC1 and ICC2: same script
  @ParameterizedTest
  @MethodSource("cases")
  void the_anova_estimates_equal_r(String name) throws IOException {
    JsonNode r = RValues.json("random_intercept.json").get(name);
    RValues.Groups groups = people(name);

    AnovaIcc icc = AnovaIcc.of(groups.n(), groups.mean(), groups.ss());

    assertThat(icc.icc1()).isCloseTo(r.get("icc1").asDouble(), EIGHT_DIGITS);
    if (r.get("icc2").isNull()) {
      assertThat(icc.icc2()).as("all groups have the same mean").isNull();
    } else {
      assertThat(icc.icc2()).isCloseTo(r.get("icc2").asDouble(), EIGHT_DIGITS);
    }
  }

  @Test
  void with_equal_groups_it_is_the_analysis_of_variance() throws IOException {
    RValues.Groups groups = people("balanced");

    // For equal sizes REML has a closed form, which is ICC(1): Searle, Casella and McCulloch 1992.
    assertThat(groups.fit().icc())
        .isCloseTo(
            AnovaIcc.of(groups.n(), groups.mean(), groups.ss()).icc1(), withinPercentage(1e-10));
  }

  static List<Long> seeds() {
    return IntStream.rangeClosed(1, 60).mapToObj(Long::valueOf).toList();
  }

  /** Small unbalanced data; the spread between groups goes from none to most. */
  private static Map<String, List<Double>> small(long seed) {
    Random random = new Random(seed);
    Map<String, List<Double>> values = new TreeMap<>();
    double tau = random.nextInt(4) * 0.6;
    int groups = 2 + random.nextInt(6);
    for (int j = 0; j < groups; j++) {
      double centre = tau * random.nextGaussian();
      int size = j == 0 ? 2 : 1 + random.nextInt(6);
      List<Double> people = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        people.add(centre + random.nextGaussian());
      }
      values.put("g" + j, people);
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void no_other_variances_make_the_data_likelier(long seed) {
    Map<String, List<Double>> values = small(seed);

    RandomIntercept fit = RValues.Groups.of(values).fit();

    assertThat(fit.minus2LogLik()).isCloseTo(dense(values, fit.tau2(), fit.sigma2()), within(1e-9));
    for (double lambda = 0; lambda < 1e4; lambda = lambda * 1.15 + 1e-3) {
      double tau2 = lambda * profiled(values, lambda);
      assertThat(fit.minus2LogLik())
          .as("at λ = %s", lambda)
          .isLessThanOrEqualTo(dense(values, tau2, profiled(values, lambda)) + 1e-9);
    }
  }

  /** −2 log restricted likelihood written out with the whole covariance matrix V. */
  private static double dense(Map<String, List<Double>> values, double tau2, double sigma2) {
    Whole whole = Whole.of(values, tau2, sigma2);
    return (whole.size - 1) * Math.log(2 * Math.PI)
        + Math.log(whole.determinant)
        + Math.log(whole.information)
        + whole.squares;
  }

  private static double profiled(Map<String, List<Double>> values, double lambda) {
    Whole whole = Whole.of(values, lambda, 1);
    return whole.squares / (whole.size - 1);
  }

  /** log|V|, 1'V⁻¹1 and the generalised residual sum of squares. */
  private record Whole(int size, double determinant, double information, double squares) {
    static Whole of(Map<String, List<Double>> values, double tau2, double sigma2) {
      int size = values.values().stream().mapToInt(List::size).sum();
      RealMatrix v = MatrixUtils.createRealIdentityMatrix(size).scalarMultiply(sigma2);
      double[] y = new double[size];
      int from = 0;
      for (List<Double> group : values.values()) {
        for (int i = 0; i < group.size(); i++) {
          y[from + i] = group.get(i);
          for (int k = 0; k < group.size(); k++) {
            v.addToEntry(from + i, from + k, tau2);
          }
        }
        from += group.size();
      }
      LUDecomposition lu = new LUDecomposition(v);
      RealVector one = MatrixUtils.createRealVector(new double[size]).mapAdd(1);
      RealVector data = MatrixUtils.createRealVector(y);
      RealVector solved = lu.getSolver().solve(one);
      double information = one.dotProduct(solved);
      RealVector residual = data.mapSubtract(data.dotProduct(solved) / information);
      return new Whole(
          size,
          lu.getDeterminant(),
          information,
          residual.dotProduct(lu.getSolver().solve(residual)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_shift_of_all_answers_moves_the_mean_alone(long seed) {
    RValues.Groups groups = RValues.Groups.of(small(seed));
    double[] shifted = groups.mean().clone();
    for (int j = 0; j < shifted.length; j++) {
      shifted[j] += 1024;
    }

    RandomIntercept before = groups.fit();
    RandomIntercept after = RandomIntercept.of(groups.n(), shifted, groups.ss());

    assertThat(after.mean() - 1024).isCloseTo(before.mean(), within(1e-10));
    assertThat(after.tau2()).isCloseTo(before.tau2(), within(1e-10));
    assertThat(after.sigma2()).isCloseTo(before.sigma2(), within(1e-10));
    assertThat(after.minus2LogLik()).isCloseTo(before.minus2LogLik(), within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_change_of_unit_scales_variances_by_its_square(long seed) {
    RValues.Groups groups = RValues.Groups.of(small(seed));
    double[] mean = groups.mean().clone();
    double[] ss = groups.ss().clone();
    for (int j = 0; j < mean.length; j++) {
      mean[j] *= 100;
      ss[j] *= 100 * 100;
    }

    RandomIntercept before = groups.fit();
    RandomIntercept after = RandomIntercept.of(groups.n(), mean, ss);

    assertThat(after.icc()).isCloseTo(before.icc(), within(1e-12));
    assertThat(after.tau2()).isCloseTo(1e4 * before.tau2(), within(1e-8));
    assertThat(after.boundary()).isEqualTo(before.boundary());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_of_groups_does_not_matter(long seed) {
    RValues.Groups groups = RValues.Groups.of(small(seed));
    int last = groups.n().length - 1;
    double[] n = reversed(groups.n());

    RandomIntercept before = groups.fit();
    RandomIntercept after = RandomIntercept.of(n, reversed(groups.mean()), reversed(groups.ss()));

    assertThat(after.tau2()).isCloseTo(before.tau2(), within(1e-11));
    assertThat(after.groups().get(0).blup())
        .isCloseTo(before.groups().get(last).blup(), within(1e-11));
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      reversed[i] = values[values.length - 1 - i];
    }
    return reversed;
  }

  @Test
  void of_two_minima_the_lower_one_is_taken() throws IOException {
    // lme4 from its usual start stops at τ²/σ² = 0.20526780 with REMLcrit 330.8719422; the boundary
    // has 330.8646902. Values of lme4's own deviance function on the people of this case.
    RandomIntercept fit = people("two minima").fit();

    assertThat(fit.boundary()).isTrue();
    assertThat(fit.minus2LogLik()).isCloseTo(330.8646902, within(1e-7));
  }

  @Test
  void at_the_boundary_every_group_is_at_the_mean_and_the_interval_still_has_a_width()
      throws IOException {
    RandomIntercept fit = people("boundary").fit();

    assertThat(fit.boundary()).isTrue();
    assertThat(fit.icc()).isZero();
    assertThat(fit.groups())
        .allSatisfy(
            group -> {
              assertThat(group.blup()).isEqualTo(fit.mean());
              assertThat(group.condSd()).isZero();
              assertThat(group.predictionSd()).isCloseTo(fit.se(), within(1e-15));
            });
  }

  @Test
  void a_spread_ten_million_times_that_within_groups_is_found() {
    // Equal sizes: τ² = (MSB − MSW)/n, σ² = MSW, here 2·2·1e8/1 and 0.5/2 by hand.
    RandomIntercept fit =
        RandomIntercept.of(
            new double[] {2, 2}, new double[] {-1e4, 1e4}, new double[] {0.25, 0.25});

    assertThat(fit.sigma2()).isCloseTo(0.25, withinPercentage(1e-6));
    assertThat(fit.tau2()).isCloseTo((4e8 - 0.25) / 2, withinPercentage(1e-6));
  }

  @Test
  void one_group_is_refused() {
    assertThatThrownBy(
            () -> RandomIntercept.of(new double[] {9}, new double[] {1}, new double[] {2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Differences between groups need at least two groups; there is 1.");
    assertThat(RandomIntercept.whyNot(new double[0], new double[0], new double[0]))
        .hasValue("Differences between groups need at least two groups; there are none.");
  }

  @Test
  void groups_of_one_person_alone_are_refused() {
    assertThatThrownBy(
            () ->
                RandomIntercept.of(
                    new double[] {1, 1, 1}, new double[] {1, 2, 4}, new double[] {0, 0, 0}))
        .hasMessage(
            "Every group has one person, so differences between people and between groups cannot"
                + " be told apart.");
  }

  @Test
  void equal_answers_are_refused() {
    assertThatThrownBy(
            () -> RandomIntercept.of(new double[] {3, 4}, new double[] {2, 2}, new double[] {0, 0}))
        .hasMessage("Everyone gave the same answer, so there is no difference to divide up.");
  }

  @Test
  void no_difference_within_groups_is_refused() {
    assertThatThrownBy(
            () -> RandomIntercept.of(new double[] {3, 4}, new double[] {2, 3}, new double[] {0, 0}))
        .hasMessage(
            "Everyone in a group gave the same answer, so there is no difference within groups to"
                + " compare with.");
  }

  @Test
  void arguments_that_cannot_be_are_refused_by_group() {
    assertThatThrownBy(
            () -> RandomIntercept.of(new double[] {3}, new double[] {2, 3}, new double[] {0, 0}))
        .hasMessage("Groups need a size, a mean and a sum of squares each; there are 1, 2 and 2.");
    assertThatThrownBy(
            () -> RandomIntercept.of(new double[] {3, 0}, new double[] {2, 3}, new double[] {1, 0}))
        .hasMessage("Group 2: size 0.0 is not a whole number of at least 1.");
    assertThatThrownBy(
            () ->
                RandomIntercept.of(
                    new double[] {3, 2}, new double[] {2, Double.NaN}, new double[] {1, 0}))
        .hasMessage("Group 2: mean NaN.");
    assertThatThrownBy(
            () ->
                RandomIntercept.of(new double[] {3, 2}, new double[] {2, 1}, new double[] {-1, 0}))
        .hasMessage("Group 1: sum of squares -1.0 is not 0 or more.");
  }
}
