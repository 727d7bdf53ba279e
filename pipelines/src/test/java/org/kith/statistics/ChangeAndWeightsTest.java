package org.kith.statistics;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Change, funnels, evenness and weights against R. All expected values are from R 4.2.2, survey
 * 4.1-1: {@code src/test/r/change_and_weights.R}. What needs data that may not be shipped reads
 * them from the folder that {@code -Dreference.data=DIR} names.
 */
class ChangeAndWeightsTest {
  /** Eight significant digits. */
  private static final Percentage EIGHT_DIGITS = withinPercentage(1e-6);

  private static JsonNode r(String part) throws IOException {
    return RValues.json("change_and_weights.json").get(part);
  }

  private static double number(JsonNode of, String name) {
    return of.get(name).asDouble();
  }

  // Shares

  @Test
  void differences_of_shares_equal_newcombes() throws IOException {
    assertThat(r("newcombe")).hasSizeGreaterThan(6);
    for (JsonNode of : r("newcombe")) {
      ShareDifference difference =
          ShareDifference.of(
              Wilson.of(number(of, "x1"), number(of, "n1"), number(of, "e1")),
              Wilson.of(number(of, "x2"), number(of, "n2"), number(of, "e2")));
      assertThat(difference.estimate()).isCloseTo(number(of, "d"), within(1e-14));
      assertThat(difference.low()).isCloseTo(number(of, "low"), within(1e-12));
      assertThat(difference.high()).isCloseTo(number(of, "high"), within(1e-12));
    }
  }

  // Newcombe 1998, table II, example (a), method 10: 56/70 − 48/80, 0.0524 to 0.3339.
  @Test
  void the_printed_example_of_1998_is_met() {
    ShareDifference d = ShareDifference.of(Wilson.of(48, 80, 1), Wilson.of(56, 70, 1));
    assertThat(d.low()).isCloseTo(0.0524, within(5e-5));
    assertThat(d.high()).isCloseTo(0.3339, within(5e-5));
  }

  // People who answered twice

  @ParameterizedTest
  @CsvSource({
    "univbct_jsat_0_1, univbct_army_3waves_long.csv, SUBNUM, TIME, JSAT, 0, 1",
    "gss_happy_1_2, gss_panel_2006_2010_trust_long.csv, firstid, wave, happy, 1, 2"
  })
  void panels_equal_r(
      String name, String file, String id, String time, String value, String from, String to)
      throws IOException {
    Map<String, Double> before = new TreeMap<>();
    Map<String, Double> after = new TreeMap<>();
    for (NamedCsvRecord row : real(file)) {
      if (there(row, value)) {
        if (row.getField(time).equals(from)) {
          before.put(row.getField(id), RValues.number(row, value));
        } else if (row.getField(time).equals(to)) {
          after.put(row.getField(id), RValues.number(row, value));
        }
      }
    }
    long[] moved = new long[3];
    before.forEach(
        (who, first) -> {
          if (after.containsKey(who)) {
            moved[1 + (int) Math.signum(after.get(who) - first)]++;
          }
        });
    JsonNode r = r("panel").get(name);
    PanelChange change = PanelChange.of(moved[2], moved[1], moved[0]);
    assertThat(change.people())
        .isEqualTo(r.get("up").asLong() + r.get("same").asLong() + r.get("down").asLong());
    assertThat(change.up().low()).isCloseTo(r.get("up_ci").get(0).asDouble(), EIGHT_DIGITS);
    assertThat(change.up().high()).isCloseTo(r.get("up_ci").get(1).asDouble(), EIGHT_DIGITS);
    assertThat(change.same().low()).isCloseTo(r.get("same_ci").get(0).asDouble(), EIGHT_DIGITS);
    assertThat(change.down().high()).isCloseTo(r.get("down_ci").get(1).asDouble(), EIGHT_DIGITS);
    assertThat(change.chance()).isCloseTo(number(r, "p"), EIGHT_DIGITS);
  }

  @Test
  void movement_of_nobody_is_refused_and_none_is_no_surprise() {
    assertThatThrownBy(() -> PanelChange.of(0, 0, 0))
        .hasMessage("Movement needs people who answered twice, not 0 up, 0 the same and 0 down.");
    assertThat(PanelChange.of(0, 5, 0).chance()).isEqualTo(1);
    // R 4.2.2: binom.test(1, 1)$p.value is 1, binom.test(0, 6)$p.value is 0.03125.
    assertThat(PanelChange.of(1, 1, 0).chance()).isEqualTo(1);
    assertThat(PanelChange.of(6, 0, 0).chance()).isCloseTo(0.03125, within(1e-15));
  }

  // Funnels

  @Test
  void an_even_funnel_equals_r_and_adds_nothing() throws IOException {
    double[] shares = {.4, .41, .39, .4, .405};
    funnel(r("funnel").get("even"), Funnel.ofShares(shares, new double[] {50, 60, 70, 80, 90}));
    assertThat(Funnel.ofShares(shares, new double[] {50, 60, 70, 80, 90}).tau()).isZero();
  }

  @Test
  void funnels_of_army_companies_equal_r() throws IOException {
    String file = "bh1996_army_cohesion_wellbeing.csv";
    JsonNode r = r("funnel");
    Companies above = companies(file, row -> RValues.number(row, "WBEING") > 3 ? 1 : 0);
    funnel(r.get("bh1996_wbeing_above_3"), Funnel.ofShares(above.means(), above.n()));
    Companies cohesion = companies(file, row -> RValues.number(row, "COHES"));
    funnel(r.get("bh1996_cohes_mean"), Funnel.ofMeans(cohesion.means(), cohesion.n(), 0.84));
    Companies led =
        companies(
            "bhr2000_army_leadership_items.csv", row -> RValues.number(row, "AF06") >= 4 ? 1 : 0);
    funnel(r.get("bhr2000_af06_4_or_5"), Funnel.ofShares(led.means(), led.n()));
  }

  private static void funnel(JsonNode r, Funnel funnel) {
    assertThat(funnel.pooled()).isCloseTo(number(r, "pooled"), EIGHT_DIGITS);
    assertThat(funnel.dispersion()).isCloseTo(number(r, "phi"), EIGHT_DIGITS);
    assertThat(funnel.tau()).isCloseTo(number(r, "tau"), EIGHT_DIGITS);
  }

  @Test
  void two_groups_or_one_answer_make_no_funnel() {
    assertThat(Funnel.whyNot(new double[2]))
        .contains("A funnel needs at least three groups; there are 2.");
    assertThatThrownBy(() -> Funnel.ofShares(new double[] {1, 1, 1}, new double[] {5, 6, 7}))
        .hasMessage("Everybody gave the same answer: nothing scatters.");
    assertThatThrownBy(() -> Funnel.ofMeans(new double[3], new double[] {5, 6, 7}, 0))
        .hasMessage("People's spread must be above 0, not 0.0.");
  }

  /** Per company, the sum of its values and how many there are. */
  private record Companies(List<double[]> sums) {
    double[] means() {
      return sums.stream().mapToDouble(s -> s[0] / s[1]).toArray();
    }

    double[] n() {
      return sums.stream().mapToDouble(s -> s[1]).toArray();
    }
  }

  private static Companies companies(String file, ToDoubleFunction<NamedCsvRecord> value)
      throws IOException {
    Map<String, double[]> sums = new TreeMap<>();
    for (NamedCsvRecord row : real(file)) {
      double[] of = sums.computeIfAbsent(row.getField("GRP"), g -> new double[2]);
      of[0] += value.applyAsDouble(row);
      of[1]++;
    }
    return new Companies(List.copyOf(sums.values()));
  }

  // Who is missing

  @Test
  void evenness_equals_the_formula_in_r() throws IOException {
    for (JsonNode of : r("rindicator")) {
      double[] n = array(of.get("n"));
      RIndicator indicator = RIndicator.of(n, array(of.get("N")));
      assertThat(indicator.response()).isCloseTo(number(of, "response"), EIGHT_DIGITS);
      assertThat(indicator.r()).isCloseTo(number(of, "r"), EIGHT_DIGITS);
      assertThat(indicator.cv()).isCloseTo(number(of, "cv"), within(1e-10));
    }
    assertThat(RIndicator.whyNot(new double[] {0, 0}, new double[] {5, 5}))
        .contains("Nobody answered.");
    assertThat(RIndicator.whyNot(new double[] {1}, new double[] {5}))
        .contains("Evenness needs at least two groups.");
  }

  private static double[] array(JsonNode of) {
    double[] values = new double[of.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = of.get(i).asDouble();
    }
    return values;
  }

  // Weights

  private static final double[] AGE = {2530, 3270, 2820, 1380};
  private static final double[] HOME = {4480, 3430, 2090};

  @ParameterizedTest
  @CsvSource({
    "share_design, y, weight, ''",
    "share_margins, y, '', age home",
    "share_both, y, weight, age home",
    "share_one_margin, y, '', age",
    "score_both, s, weight, age home"
  })
  void seeded_people_equal_survey(String name, String value, String weight, String dimensions)
      throws IOException {
    List<String> of = dimensions.isEmpty() ? List.of() : List.of(dimensions.split(" "));
    List<WeightedMean.Cell> cells =
        cells(RValues.csv("weighted_people.csv"), "org", value, weight, of, row -> true);
    List<double[]> margins = of.stream().map(d -> d.equals("age") ? AGE : HOME).toList();
    weighted(name, WeightedMean.of(cells, margins));
  }

  @Test
  void the_general_social_survey_panel_equals_survey() throws IOException {
    Predicate<NamedCsvRecord> asked =
        row ->
            row.getField("wave").equals("1")
                && there(row, "wtpan12")
                && List.of("1", "2").contains(row.getField("trust"))
                && there(row, "degree")
                && List.of("1", "2").contains(row.getField("sex"));
    List<NamedCsvRecord> rows = real("gss_panel_2006_2010_trust_long.csv");
    Function<NamedCsvRecord, List<Integer>> groups =
        row ->
            List.of(
                (int) Math.min(RValues.number(row, "degree"), 4) - 1,
                (int) RValues.number(row, "sex") - 1);
    List<WeightedMean.Cell> cells =
        cells(
            rows,
            "region",
            row -> row.getField("trust").equals("1") ? 1 : 0,
            row -> RValues.number(row, "wtpan12"),
            groups,
            asked);
    weighted(
        "gss_trust",
        WeightedMean.of(cells, List.of(new double[] {150, 520, 80, 250}, new double[] {480, 520})));
    weighted("gss_trust_design", WeightedMean.of(cells, List.of()));
  }

  @Test
  void soldiers_weighted_to_a_margin_equal_survey() throws IOException {
    List<WeightedMean.Cell> cells =
        cells(
            real("univbct_army_3waves_long.csv"),
            "BTN",
            row -> RValues.number(row, "JSAT"),
            row -> 1,
            row -> List.of((int) RValues.number(row, "MARITAL") - 1),
            row ->
                row.getField("TIME").equals("1")
                    && there(row, "JSAT")
                    && there(row, "GENDER")
                    && List.of("1", "2").contains(row.getField("MARITAL")));
    weighted("univbct_jsat", WeightedMean.of(cells, List.of(new double[] {400, 600})));
  }

  private static void weighted(String name, WeightedMean mean) throws IOException {
    JsonNode r = r("weighted").get(name);
    assertThat(mean.people()).isEqualTo(r.get("n").asLong());
    assertThat(mean.estimate()).isCloseTo(number(r, "estimate"), EIGHT_DIGITS);
    assertThat(mean.se()).isCloseTo(number(r, "se"), EIGHT_DIGITS);
    assertThat(mean.low()).isCloseTo(number(r, "low"), EIGHT_DIGITS);
    assertThat(mean.high()).isCloseTo(number(r, "high"), EIGHT_DIGITS);
  }

  @Test
  void what_cannot_be_weighted_is_said() {
    WeightedMean.Cell one = new WeightedMean.Cell(0, List.of(0), 5, 5, 2, 2);
    WeightedMean.Cell two = new WeightedMean.Cell(1, List.of(0), 5, 5, 2, 2);
    assertThat(WeightedMean.whyNot(List.of(one), List.of()))
        .contains("A spread between organisations needs at least two of them; there is 1.");
    assertThat(WeightedMean.whyNot(List.of(one, two), List.of(new double[] {4, 5})))
        .contains("Nobody answered of a group that has residents.");
    assertThat(WeightedMean.whyNot(List.of(one, two), List.of(new double[] {0, 0})))
        .contains("People answered of a group that no residents are known of.");
    WeightedMean.Cell none = new WeightedMean.Cell(1, List.of(0), 5, 0, 0, 0);
    assertThat(WeightedMean.whyNot(List.of(one, none), List.of()))
        .contains("Weights must be above 0.");
  }

  private static List<WeightedMean.Cell> cells(
      List<NamedCsvRecord> rows,
      String organisation,
      String value,
      String weight,
      List<String> dimensions,
      Predicate<NamedCsvRecord> kept) {
    return cells(
        rows,
        organisation,
        row -> RValues.number(row, value),
        row -> weight.isEmpty() ? 1 : RValues.number(row, weight),
        row -> dimensions.stream().map(d -> (int) RValues.number(row, d)).toList(),
        kept);
  }

  private static List<WeightedMean.Cell> cells(
      List<NamedCsvRecord> rows,
      String organisation,
      ToDoubleFunction<NamedCsvRecord> value,
      ToDoubleFunction<NamedCsvRecord> weight,
      Function<NamedCsvRecord, List<Integer>> groups,
      Predicate<NamedCsvRecord> kept) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Map<List<Object>, double[]> sums = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows) {
      if (kept.test(row)) {
        int number = numbers.computeIfAbsent(row.getField(organisation), o -> numbers.size());
        double[] of = sums.computeIfAbsent(List.of(number, groups.apply(row)), k -> new double[4]);
        double w = weight.applyAsDouble(row);
        double y = value.applyAsDouble(row);
        of[0]++;
        of[1] += w;
        of[2] += w * y;
        of[3] += w * y * y;
      }
    }
    List<WeightedMean.Cell> cells = new ArrayList<>();
    sums.forEach(
        (key, of) -> {
          @SuppressWarnings("unchecked")
          List<Integer> profile = (List<Integer>) key.get(1);
          cells.add(
              new WeightedMean.Cell((Integer) key.get(0), profile, of[0], of[1], of[2], of[3]));
        });
    return cells;
  }

  // Data that may not be shipped

  private static boolean there(NamedCsvRecord row, String column) {
    return !row.getField(column).isEmpty() && !row.getField(column).equals("NA");
  }

  private static List<NamedCsvRecord> real(String file) throws IOException {
    String given = System.getProperty("reference.data", "");
    String said = "no reference data given: a check on " + file + " not run (-Dreference.data=DIR)";
    if (given.isEmpty()) {
      System.getLogger(ChangeAndWeightsTest.class.getName()).log(WARNING, said);
    }
    assumeTrue(!given.isEmpty(), said);
    return RValues.csv(Files.newBufferedReader(Path.of(given).resolve("data").resolve(file)));
  }
}
