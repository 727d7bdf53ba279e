package org.kith.statistics;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Agreement with R on real data whose licence keeps it out of this project. They are read from the
 * folder that {@code -Dreference.data=DIR} names ({@code DIR/data}, {@code DIR/reference}).
 */
class ReferenceDataTest {
  private static final int CHECKS = 5;
  private static Path folder;

  @BeforeAll
  static void data_that_may_not_be_shipped_is_given() {
    String given = System.getProperty("reference.data", "");
    String said = "no reference data given: " + CHECKS + " checks not run (-Dreference.data=DIR)";
    if (given.isEmpty()) {
      System.getLogger(ReferenceDataTest.class.getName()).log(WARNING, said);
    }
    assumeTrue(!given.isEmpty(), said);
    folder = Path.of(given);
  }

  private static JsonNode r(String file, String name) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(folder.resolve("reference").resolve(file)))
        .get(name);
  }

  /** Values of a column of bh1996 (multilevel), soldiers in army companies, by company. */
  private static Map<String, List<Double>> soldiers(String column) throws IOException {
    Map<String, List<Double>> values = new TreeMap<>();
    Path file = folder.resolve("data").resolve("bh1996_army_cohesion_wellbeing.csv");
    for (NamedCsvRecord row : RValues.csv(Files.newBufferedReader(file))) {
      values
          .computeIfAbsent(row.getField("GRP"), g -> new ArrayList<>())
          .add(RValues.number(row, column));
    }
    return values;
  }

  // R 4.2.2, lme4 1.1-31, multilevel 2.7: reference/random_intercept.R. These values of tau2 come
  // from
  // the floor of lme4's deviance, which fixes 6 to 7 digits; what hangs on tau2 can be asked no
  // more.
  @ParameterizedTest
  @ValueSource(strings = {"COHES", "WBEING", "LEAD"})
  void seven_thousand_soldiers_in_99_companies_equal_lme4(String column) throws IOException {
    JsonNode r = r("random_intercept.json", "bh1996_" + column);
    Map<String, List<Double>> soldiers = soldiers(column);
    RValues.Groups groups = RValues.Groups.of(soldiers);

    RandomIntercept fit = groups.fit();
    AnovaIcc anova = AnovaIcc.of(groups.n(), groups.mean(), groups.ss());

    assertThat(fit.mean()).isCloseTo(r.get("mean").asDouble(), withinPercentage(1e-6));
    assertThat(fit.se()).isCloseTo(r.get("se").asDouble(), withinPercentage(1e-4));
    assertThat(fit.tau2()).isCloseTo(r.get("tau2").asDouble(), withinPercentage(1e-4));
    assertThat(fit.sigma2()).isCloseTo(r.get("sigma2").asDouble(), withinPercentage(1e-4));
    assertThat(fit.minus2LogLik()).isCloseTo(r.get("reml").asDouble(), withinPercentage(1e-8));
    assertThat(anova.icc1()).isCloseTo(r.get("icc1_anova").asDouble(), withinPercentage(1e-6));
    assertThat(anova.icc2()).isCloseTo(r.get("icc2_anova").asDouble(), withinPercentage(1e-6));
    assertThat(Rankability.of(fit, groups.n()).share())
        .isCloseTo(r.get("rankability").asDouble(), withinPercentage(1e-4));
    List<String> companies = new ArrayList<>(soldiers.keySet());
    for (int j = 0; j < companies.size(); j++) {
      RandomIntercept.Group group = fit.groups().get(j);
      assertThat(group.blup())
          .isCloseTo(r.get("blup").get(companies.get(j)).asDouble(), withinPercentage(1e-5));
      assertThat(group.condSd())
          .isCloseTo(r.get("blup_condsd").get(companies.get(j)).asDouble(), withinPercentage(1e-4));
    }
  }

  // R 4.2.2, multilevel 2.7: reference/computed.csv
  @ParameterizedTest
  @ValueSource(strings = {"leadership mean", "HRS"})
  void the_anova_estimates_of_5400_soldiers_equal_multilevel(String statistic) throws IOException {
    Map<String, List<Double>> values = new TreeMap<>();
    Path file = folder.resolve("data").resolve("bhr2000_army_leadership_items.csv");
    for (NamedCsvRecord row : RValues.csv(Files.newBufferedReader(file))) {
      values
          .computeIfAbsent(row.getField("GRP"), g -> new ArrayList<>())
          .add(statistic.equals("HRS") ? RValues.number(row, "HRS") : leadership(row));
    }
    RValues.Groups groups = RValues.Groups.of(values);

    AnovaIcc icc = AnovaIcc.of(groups.n(), groups.mean(), groups.ss());

    assertThat(icc.icc1()).isCloseTo(computed("ICC1 " + statistic), withinPercentage(1e-6));
    assertThat(icc.icc2()).isCloseTo(computed("ICC2 " + statistic), withinPercentage(1e-6));
  }

  /** Mean of the eleven leadership items, those named AF, AP and AS. */
  private static double leadership(NamedCsvRecord row) {
    return row.getHeader().stream()
        .filter(heading -> heading.matches("A[FPS]\\d+"))
        .mapToDouble(heading -> RValues.number(row, heading))
        .average()
        .orElseThrow();
  }

  private static double computed(String statistic) throws IOException {
    Path file = folder.resolve("reference").resolve("computed.csv");
    return RValues.csv(Files.newBufferedReader(file)).stream()
        .filter(row -> row.getField("file").startsWith("bhr2000"))
        .filter(row -> row.getField("statistic").equals(statistic))
        .mapToDouble(row -> RValues.number(row, "value"))
        .findFirst()
        .orElseThrow();
  }
}
