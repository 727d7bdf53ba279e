package org.kith.statistics;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Within and between, and what few groups do to it, against R 4.2.2, lme4 1.1-31, pbkrtest 0.5.2:
 * {@code src/test/r/within_between.R}.
 */
class WithinBetweenTest {
  /** Eight significant digits of what does not hang on τ², which lme4's floor fixes to six. */
  private static final Percentage EIGHT_DIGITS = withinPercentage(1e-6);

  private static final Percentage SIX_DIGITS = withinPercentage(1e-4);

  private static JsonNode r(String part, String name) throws IOException {
    return RValues.json("within_between.json").get(part).get(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unbalanced", "balanced", "little between", "boundary", "many small"})
  void seeded_groups_equal_lme4_and_pbkrtest(String name) throws IOException {
    List<CrossProducts> groups =
        groups(
            RValues.csv("within_between.csv"),
            "group",
            List.of("x1", "x2", "y"),
            row -> row.getField("case").equals(name));
    WithinBetween fit = WithinBetween.of(groups);
    same(r("two", name), fit);
    assertThat(fit.boundary()).isEqualTo(name.equals("boundary"));

    double[] n = groups.stream().mapToDouble(CrossProducts::n).toArray();
    RandomIntercept plain =
        RandomIntercept.of(
            n,
            groups.stream().mapToDouble(g -> g.mean(2)).toArray(),
            groups.stream().mapToDouble(g -> g.centred(2, 2)).toArray());
    mean(r("mean", name), plain, n);
  }

  // With equal groups the mean's degrees of freedom are one fewer than groups, whatever τ² is.
  @Test
  void equal_groups_have_one_degree_of_freedom_fewer_than_groups() {
    double[] n = {5, 5, 5, 5};
    RandomIntercept fit =
        RandomIntercept.of(n, new double[] {1, 2, 4, 3}, new double[] {3, 4, 5, 4});
    assertThat(fit.meanInterval(n).df()).isCloseTo(3, withinPercentage(1e-7));
    assertThat(fit.meanInterval(n).se()).isCloseTo(fit.se(), withinPercentage(1e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "bh1996, bh1996_army_cohesion_wellbeing.csv, GRP, HRS LEAD WBEING",
    "bhr2000, bhr2000_army_leadership_items.csv, GRP, HRS AF06 AF07",
    "univbct, univbct_army_3waves_long.csv, BTN, AGE READY JSAT"
  })
  void soldiers_equal_lme4_and_pbkrtest(String name, String file, String group, String columns)
      throws IOException {
    List<NamedCsvRecord> rows = real(file);
    TreeSet<Integer> first = new TreeSet<>();
    rows.forEach(row -> first.add(Integer.parseInt(row.getField(group))));
    List<Integer> sixteen = new ArrayList<>(first).subList(0, 16);
    List<CrossProducts> groups =
        groups(
            rows,
            group,
            List.of(columns.split(" ")),
            row ->
                name.equals("univbct")
                    ? row.getField("TIME").equals("0")
                    : sixteen.contains(Integer.parseInt(row.getField(group))));
    same(r("two", name), WithinBetween.of(groups));
    if (name.equals("bh1996")) {
      double[] n = groups.stream().mapToDouble(CrossProducts::n).toArray();
      mean(
          r("mean", name),
          RandomIntercept.of(
              n,
              groups.stream().mapToDouble(g -> g.mean(2)).toArray(),
              groups.stream().mapToDouble(g -> g.centred(2, 2)).toArray()),
          n);
    }
  }

  private static void same(JsonNode r, WithinBetween fit) {
    List<WithinBetween.Coefficient> all = new ArrayList<>(List.of(fit.intercept()));
    all.addAll(fit.between());
    all.addAll(fit.within());
    for (int k = 0; k < all.size(); k++) {
      assertThat(all.get(k).estimate())
          .isCloseTo(r.get("fixef").get(k).asDouble(), k > 2 ? EIGHT_DIGITS : SIX_DIGITS);
      assertThat(all.get(k).interval().se()).isCloseTo(r.get("se").get(k).asDouble(), SIX_DIGITS);
      assertThat(all.get(k).interval().df())
          .isCloseTo(r.get("df").get(k).asDouble(), withinPercentage(1e-3));
    }
    assertThat(fit.sigma2()).isCloseTo(r.get("sigma2").asDouble(), SIX_DIGITS);
    assertThat(fit.minus2LogLik()).isCloseTo(r.get("reml").asDouble(), EIGHT_DIGITS);
    if (!fit.boundary()) {
      assertThat(fit.tau2()).isCloseTo(r.get("tau2").asDouble(), SIX_DIGITS);
    }
  }

  private static void mean(JsonNode r, RandomIntercept fit, double[] n) {
    assertThat(fit.meanInterval(n).se()).isCloseTo(r.get("se").asDouble(), SIX_DIGITS);
    assertThat(fit.meanInterval(n).df()).isCloseTo(r.get("df").asDouble(), withinPercentage(1e-3));
  }

  @Test
  void what_cannot_tell_is_refused() {
    List<CrossProducts> constantWithin = new ArrayList<>();
    List<CrossProducts> constantBetween = new ArrayList<>();
    for (int j = 0; j < 6; j++) {
      constantWithin.add(CrossProducts.of(new double[][] {{j, 1}, {j, 2}, {j, 4 + j}}, 2));
      constantBetween.add(CrossProducts.of(new double[][] {{0, 1}, {1, 2}, {2, 4 + j}}, 2));
    }
    assertThat(WithinBetween.whyNot(List.of())).contains("There are no groups.");
    assertThat(WithinBetween.whyNot(constantWithin.subList(0, 3)))
        .contains("1 predictors of groups need at least 4 groups; there are 3.");
    assertThat(WithinBetween.whyNot(constantWithin))
        .contains("A predictor does not vary within groups, or follows from the others there.");
    assertThat(WithinBetween.whyNot(constantBetween))
        .contains("A predictor does not vary between groups, or follows from the others there.");
    assertThatThrownBy(() -> WithinBetween.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There are no groups.");
  }

  private static List<CrossProducts> groups(
      List<NamedCsvRecord> rows,
      String group,
      List<String> columns,
      Predicate<NamedCsvRecord> kept) {
    Map<Integer, List<double[]>> cases = new TreeMap<>();
    for (NamedCsvRecord row : rows) {
      boolean whole =
          columns.stream()
              .noneMatch(c -> row.getField(c).isEmpty() || row.getField(c).equals("NA"));
      if (kept.test(row) && whole) {
        cases
            .computeIfAbsent(Integer.parseInt(row.getField(group)), g -> new ArrayList<>())
            .add(columns.stream().mapToDouble(c -> RValues.number(row, c)).toArray());
      }
    }
    return cases.values().stream()
        .map(of -> CrossProducts.of(of.toArray(double[][]::new), columns.size()))
        .toList();
  }

  private static List<NamedCsvRecord> real(String file) throws IOException {
    String given = System.getProperty("reference.data", "");
    String said = "no reference data given: a check on " + file + " not run (-Dreference.data=DIR)";
    if (given.isEmpty()) {
      System.getLogger(WithinBetweenTest.class.getName()).log(WARNING, said);
    }
    assumeTrue(!given.isEmpty(), said);
    return RValues.csv(Files.newBufferedReader(Path.of(given).resolve("data").resolve(file)));
  }
}
