package org.kith.statistics;

import static java.lang.System.Logger.Level.WARNING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scales of real people, whose licence keeps their answers out of this project. They are read from
 * the folder that {@code -Dreference.data=DIR} names ({@code DIR/data}); R's values are here.
 */
class ReliabilityReferenceTest {
  private static final int CHECKS = 10;
  private static Path folder;

  @BeforeAll
  static void data_that_may_not_be_shipped_is_given() {
    String given = System.getProperty("reference.data", "");
    String said = "no reference data given: " + CHECKS + " checks not run (-Dreference.data=DIR)";
    if (given.isEmpty()) {
      System.getLogger(ReliabilityReferenceTest.class.getName()).log(WARNING, said);
    }
    assumeTrue(!given.isEmpty(), said);
    folder = Path.of(given).resolve("data");
  }

  private static List<NamedCsvRecord> rows(String file) throws IOException {
    return RValues.csv(Files.newBufferedReader(folder.resolve(file)));
  }

  /** People who answered all of these columns. */
  private static CrossProducts complete(List<NamedCsvRecord> rows, List<String> columns) {
    double[][] answers =
        rows.stream()
            .filter(row -> columns.stream().noneMatch(column -> row.getField(column).isEmpty()))
            .map(row -> columns.stream().mapToDouble(c -> RValues.number(row, c)).toArray())
            .toArray(double[][]::new);
    return CrossProducts.of(answers, columns.size());
  }

  private static List<String> columns(List<NamedCsvRecord> rows, Predicate<String> of) {
    return rows.get(0).getHeader().stream().filter(of).toList();
  }

  // R 4.2.2, psych 2.2.9: src/test/r/reliability.R; spi is of psychTools 2.2.9.
  @ParameterizedTest
  @ValueSource(strings = {"Trust", "Compassion", "WellBeing", "Sociability"})
  void four_scales_of_four_thousand_people_equal_psych(String scale) throws IOException {
    Map<String, Boolean> reversed = new HashMap<>();
    List<String> items = new ArrayList<>();
    for (NamedCsvRecord row : rows("spi_items.csv")) {
      if (row.getField("scale").equals(scale)) {
        items.add(row.getField("item_id"));
        reversed.put(row.getField("item_id"), row.getField("reversed").equals("TRUE"));
      }
    }
    double[][] answers =
        rows("spi_trust_compassion_wellbeing_sociability.csv").stream()
            .map(
                row ->
                    items.stream()
                        .mapToDouble(
                            item ->
                                reversed.get(item)
                                    ? 7 - RValues.number(row, item)
                                    : RValues.number(row, item))
                        .toArray())
            .toArray(double[][]::new);
    ScaleValues.equal(
        CrossProducts.of(answers, items.size()),
        RValues.json("reliability_real.json").get("spi " + scale));
  }

  // R 4.2.2, psych 2.2.9: src/test/r/reliability.R; bhr2000, cohesion and bh1996 are of multilevel.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bhr2000 bhr2000_army_leadership_items.csv A[FPS]\\d+",
        "cohesion cohesion_tiny_with_missing.csv COH\\d+",
        "bh1996 bh1996_army_cohesion_wellbeing.csv COHES|LEAD|WBEING"
      })
  void soldiers_equal_psych(String data) throws IOException {
    String[] parts = data.split(" ", -1);
    List<NamedCsvRecord> rows = rows(parts[1]);
    ScaleValues.equal(
        complete(rows, columns(rows, column -> column.matches(parts[2]))),
        RValues.json("reliability_real.json").get(parts[0]));
  }

  // R 4.2.2, psych 2.2.9: src/test/r/reliability.R
  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3"})
  void trust_fairness_and_helpfulness_equal_psych(String wave) throws IOException {
    List<NamedCsvRecord> rows =
        rows("gss_panel_2006_2010_trust_long.csv").stream()
            .filter(row -> row.getField("wave").equals(wave))
            .filter(
                row ->
                    Arrays.stream(new String[] {"trust", "fair", "helpful"})
                        .noneMatch(column -> row.getField(column).isEmpty()))
            .toList();
    double[][] answers =
        rows.stream()
            .map(
                row ->
                    new double[] {of(row, "trust", 1), of(row, "fair", 2), of(row, "helpful", 1)})
            .toArray(double[][]::new);
    ScaleValues.equal(
        CrossProducts.of(answers, 3),
        RValues.json("reliability_real.json").get("gss wave " + wave));
  }

  /** 1 for the trusting answer, 0 for the other, a half for "it depends". */
  private static double of(NamedCsvRecord row, String column, int trusting) {
    int code = Integer.parseInt(row.getField(column));
    return code == 3 ? 0.5 : code == trusting ? 1 : 0;
  }
}
