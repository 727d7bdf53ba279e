package org.kith.statistics;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Items of real people, whose licence keeps their answers out of this project. They are read from
 * the folder that {@code -Dreference.data=DIR} names ({@code DIR/data}); R's values are here.
 */
class ItemFunctioningReferenceTest {
  private static final int CHECKS = 9;
  private static Path folder;

  @BeforeAll
  static void data_that_may_not_be_shipped_is_given() {
    String given = System.getProperty("reference.data", "");
    String said = "no reference data given: " + CHECKS + " checks not run (-Dreference.data=DIR)";
    if (given.isEmpty()) {
      System.getLogger(ItemFunctioningReferenceTest.class.getName()).log(WARNING, said);
    }
    assumeTrue(!given.isEmpty(), said);
    folder = Path.of(given).resolve("data");
  }

  private static List<NamedCsvRecord> rows(String file) throws IOException {
    return RValues.csv(Files.newBufferedReader(folder.resolve(file)));
  }

  private static JsonNode r(String name) throws IOException {
    return RValues.json("item_functioning_real.json").get(name);
  }

  // R 4.2.2, MASS 7.3-58.2: src/test/r/item_functioning.R; bhr2000 is of multilevel.
  @ParameterizedTest
  @ValueSource(strings = {"AF06", "AS17"})
  void soldiers_by_company_equal_polr(String item) throws IOException {
    ItemFunctioningValues values = new ItemFunctioningValues();
    for (NamedCsvRecord row : rows("bhr2000_army_leadership_items.csv")) {
      double score =
          row.getHeader().stream()
              .filter(column -> column.matches("A[FPS]\\d+"))
              .mapToDouble(column -> RValues.number(row, column))
              .sum();
      values.add(
          String.format("%03d", Integer.parseInt(row.getField("GRP"))),
          score,
          Integer.parseInt(row.getField(item)),
          1);
    }
    values.equal(r("bhr2000 " + item));
    values.coefficients(r("bhr2000 " + item));
  }

  // R 4.2.2, MASS 7.3-58.2: src/test/r/item_functioning.R; spi is of psychTools 2.2.9.
  @ParameterizedTest
  @CsvSource({"Trust, q_1855", "Trust, q_871", "WellBeing, q_578", "WellBeing, q_1371"})
  void people_by_schooling_equal_polr(String scale, String item) throws IOException {
    Map<String, Boolean> reversed = new HashMap<>();
    for (NamedCsvRecord row : rows("spi_items.csv")) {
      if (row.getField("scale").equals(scale)) {
        reversed.put(row.getField("item_id"), row.getField("reversed").equals("TRUE"));
      }
    }
    ItemFunctioningValues values = new ItemFunctioningValues();
    for (NamedCsvRecord row : rows("spi_trust_compassion_wellbeing_sociability.csv")) {
      if (!row.getField("education").isEmpty()) {
        int score = 0;
        for (String of : reversed.keySet()) {
          score += value(row, of, reversed.get(of));
        }
        values.add(row.getField("education"), score, value(row, item, reversed.get(item)), 1);
      }
    }
    values.equal(r("spi " + item));
    values.coefficients(r("spi " + item));
    assertThat(values.item().apart(5)).isFalse();
  }

  private static int value(NamedCsvRecord row, String item, boolean reversed) {
    int code = Integer.parseInt(row.getField(item));
    return reversed ? 7 - code : code;
  }

  // R 4.2.2, stats::glm: src/test/r/item_functioning.R. Only likelihoods: with three items of two
  // answers the score leaves some groups no finite coefficients.
  @ParameterizedTest
  @ValueSource(strings = {"trust", "fair", "helpful"})
  void trust_by_region_equals_glm(String item) throws IOException {
    ItemFunctioningValues values = new ItemFunctioningValues();
    Map<String, Integer> trusting = Map.of("trust", 1, "fair", 2, "helpful", 1);
    for (NamedCsvRecord row : rows("gss_panel_2006_2010_trust_long.csv")) {
      boolean complete =
          row.getField("wave").equals("1")
              && trusting.keySet().stream().allMatch(c -> row.getField(c).matches("[12]"));
      if (complete) {
        int score = 0;
        for (String column : trusting.keySet()) {
          score += row.getField(column).equals("" + trusting.get(column)) ? 1 : 0;
        }
        boolean trusts = row.getField(item).equals("" + trusting.get(item));
        values.add(row.getField("region"), score, trusts ? 2 : 1, 1);
      }
    }
    values.equal(r("gss " + item));
  }
}
