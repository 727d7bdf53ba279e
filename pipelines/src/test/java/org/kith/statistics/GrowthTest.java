package org.kith.statistics;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Growth against R 4.2.2, lme4 1.1-31 and lmerTest 3.1-3: {@code src/test/r/growth.R}. Likelihoods
 * to 8 digits. lme4's optimiser leaves spreads with about 5 digits and lmerTest's degrees of
 * freedom, which are made of their curvature, with fewer; so much is asked of what hangs on them.
 */
class GrowthTest {
  private static JsonNode r(String name) throws IOException {
    return RValues.json("growth.json").get(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"three waves", "five waves", "two waves", "one organisation", "no slopes"})
  void seeded_people_equal_lme4(String name) throws IOException {
    List<Growth.Pattern> patterns =
        patterns(
            RValues.csv("growth.csv"),
            row -> row.getField("case").equals(name),
            row -> row.getField("org"),
            row -> row.getField("person"),
            "t",
            "y",
            0);
    same(r(name), Growth.of(patterns));
  }

  @Test
  void soldiers_over_three_waves_equal_lme4() throws IOException {
    List<NamedCsvRecord> rows = real("univbct_army_3waves_long.csv");
    Function<NamedCsvRecord, String> who = row -> row.getField("SUBNUM");
    same(
        r("univbct_jsat"),
        Growth.of(patterns(rows, row -> there(row, "JSAT"), row -> "", who, "TIME", "JSAT", 0)));
    same(
        r("univbct_ready_in_battalions"),
        Growth.of(
            patterns(
                rows,
                row -> there(row, "READY"),
                row -> row.getField("BTN"),
                who,
                "TIME",
                "READY",
                0)));
  }

  @Test
  void the_general_social_survey_panel_equals_lme4() throws IOException {
    same(
        r("gss_happy"),
        Growth.of(
            patterns(
                real("gss_panel_2006_2010_trust_long.csv"),
                row -> there(row, "happy"),
                row -> "",
                row -> row.getField("firstid"),
                "wave",
                "happy",
                1)));
  }

  private static void same(JsonNode r, Growth fit) {
    assertThat(fit.minus2LogLik()).isCloseTo(r.get("reml").asDouble(), withinPercentage(1e-6));
    List<Growth.Line> lines = List.of(fit.start(), fit.slope());
    for (int k = 0; k < 2; k++) {
      assertThat(lines.get(k).estimate()).isCloseTo(r.get("fixef").get(k).asDouble(), within(1e-5));
      assertThat(lines.get(k).se())
          .isCloseTo(r.get("se").get(k).asDouble(), withinPercentage(0.01));
      assertThat(lines.get(k).df()).isCloseTo(r.get("df").get(k).asDouble(), withinPercentage(1));
    }
    Map<String, Double> spreads = new TreeMap<>();
    for (JsonNode of : r.get("vc")) {
      boolean person = List.of("person", "SUBNUM", "firstid").contains(of.get("grp").asText());
      String name =
          of.get("grp").asText().equals("Residual")
              ? "residual"
              : !person ? "organisation" : spreads.containsKey("person") ? next(spreads) : "person";
      spreads.put(name, of.get("sdcor").asDouble());
    }
    assertThat(fit.boundary()).isEqualTo(r.get("singular").asBoolean());
    assertThat(fit.personSd()).isCloseTo(spreads.get("person"), within(1e-4));
    assertThat(fit.slopeSd()).isCloseTo(spreads.getOrDefault("slope", 0.0), within(1e-4));
    assertThat(fit.organisationSd())
        .isCloseTo(spreads.getOrDefault("organisation", 0.0), within(1e-4));
    assertThat(fit.residualSd()).isCloseTo(spreads.get("residual"), within(1e-4));
    if (spreads.containsKey("correlation")) {
      assertThat(fit.correlation()).isCloseTo(spreads.get("correlation"), within(1e-3));
    }
  }

  private static String next(Map<String, Double> spreads) {
    return spreads.containsKey("slope") ? "correlation" : "slope";
  }

  @Test
  void what_cannot_tell_is_refused() {
    Growth.Pattern once = pattern(0, List.of(0.0), new double[][] {{1}, {2}, {3}});
    assertThat(Growth.whyNot(List.of()))
        .contains("Movement needs at least two waves; there are none.");
    assertThat(Growth.whyNot(List.of(once)))
        .contains("Movement needs at least two waves; there is 1.");
    Growth.Pattern twice = pattern(0, List.of(0.0, 1.0), new double[][] {{1, 2}, {2, 2}});
    assertThat(Growth.whyNot(List.of(once, twice)))
        .contains("Fewer than three people answered more than once.");
    Growth.Pattern alike = pattern(0, List.of(0.0, 1.0), new double[][] {{3, 3}, {3, 3}, {3, 3}});
    assertThat(Growth.whyNot(List.of(alike)))
        .contains("Everyone who answered again gave the same answer, so nothing varies.");
  }

  @Test
  void numbers_of_organisations_without_people_change_nothing() {
    double[][] values = {{1, 2, 4}, {2, 2, 3}, {3, 5, 4}, {2, 1, 2}, {4, 4, 6}};
    List<Double> times = List.of(0.0, 0.5, 1.0);
    Growth plain = Growth.of(List.of(pattern(0, times, values)));
    Growth numbered = Growth.of(List.of(pattern(3, times, values)));
    assertThat(numbered).isEqualTo(plain);
  }

  private static Growth.Pattern pattern(int organisation, List<Double> times, double[][] values) {
    return new Growth.Pattern(organisation, times, CrossProducts.of(values, times.size()));
  }

  private static List<Growth.Pattern> patterns(
      List<NamedCsvRecord> rows,
      Predicate<NamedCsvRecord> kept,
      Function<NamedCsvRecord, String> organisation,
      Function<NamedCsvRecord, String> person,
      String time,
      String value,
      double first) {
    Map<List<String>, TreeMap<Double, Double>> people = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows) {
      if (kept.test(row)) {
        people
            .computeIfAbsent(
                List.of(organisation.apply(row), person.apply(row)), k -> new TreeMap<>())
            .put(RValues.number(row, time) - first, RValues.number(row, value));
      }
    }
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Map<List<Object>, List<double[]>> cases = new LinkedHashMap<>();
    people.forEach(
        (who, values) -> {
          int number = numbers.computeIfAbsent(who.get(0), o -> numbers.size());
          cases
              .computeIfAbsent(
                  List.of(number, List.copyOf(values.keySet())), k -> new ArrayList<>())
              .add(values.values().stream().mapToDouble(Double::doubleValue).toArray());
        });
    List<Growth.Pattern> patterns = new ArrayList<>();
    cases.forEach(
        (key, of) -> {
          @SuppressWarnings("unchecked")
          List<Double> times = (List<Double>) key.get(1);
          patterns.add(pattern((Integer) key.get(0), times, of.toArray(double[][]::new)));
        });
    return patterns;
  }

  private static boolean there(NamedCsvRecord row, String column) {
    return !row.getField(column).isEmpty() && !row.getField(column).equals("NA");
  }

  private static List<NamedCsvRecord> real(String file) throws IOException {
    String given = System.getProperty("reference.data", "");
    String said = "no reference data given: a check on " + file + " not run (-Dreference.data=DIR)";
    if (given.isEmpty()) {
      System.getLogger(GrowthTest.class.getName()).log(WARNING, said);
    }
    assumeTrue(!given.isEmpty(), said);
    return RValues.csv(Files.newBufferedReader(Path.of(given).resolve("data").resolve(file)));
  }
}
