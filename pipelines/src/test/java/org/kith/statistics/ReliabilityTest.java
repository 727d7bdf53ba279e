package org.kith.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link CronbachAlpha}, {@link ItemRest} and {@link Omega}. */
class ReliabilityTest {
  private static CrossProducts people(String name) throws IOException {
    List<double[]> answers = new ArrayList<>();
    for (NamedCsvRecord row : RValues.csv("scale_items.csv")) {
      if (row.getField("case").equals(name)) {
        answers.add(
            Arrays.stream(row.getField("answers").split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray());
      }
    }
    return CrossProducts.of(answers.toArray(new double[0][]), answers.get(0).length);
  }

  // R 4.2.2, psych 2.2.9: src/test/r/reliability.R
  @ParameterizedTest
  @ValueSource(
      strings = {
        "even",
        "uneven",
        "two",
        "unrelated",
        "turned",
        "three_people",
        "many",
        "yes_no",
        "heywood"
      })
  void everything_about_a_scale_equals_psych(String name) throws IOException {
    JsonNode r = RValues.json("reliability.json").get(name);
    ScaleValues.equal(people(name), r);
  }

  @Test
  void alpha_by_hand() {
    // Deviations -1, 0, 1 and -2, 1, 1: variances 1 and 3, covariance 1.5, of the sum 7.
    CrossProducts items = CrossProducts.of(new double[][] {{1, 1}, {2, 4}, {3, 4}}, 2);
    CronbachAlpha alpha = CronbachAlpha.of(items);
    assertThat(alpha.alpha()).isCloseTo(2 * (1 - 4.0 / 7), within(1e-12));
    double r = 1.5 / Math.sqrt(3);
    assertThat(alpha.standardised()).isCloseTo(2 * r / (1 + r), within(1e-12));
    assertThat(alpha.low()).isLessThan(alpha.alpha());
    assertThat(alpha.high()).isGreaterThan(alpha.alpha()).isLessThan(1);
  }

  @Test
  void alpha_may_be_below_nought() throws IOException {
    assertThat(CronbachAlpha.of(people("unrelated")).low()).isNegative();
    CrossProducts against = CrossProducts.of(new double[][] {{1, 4}, {2, 2}, {4, 1}, {3, 3}}, 2);
    assertThat(CronbachAlpha.of(against).alpha()).isNegative();
  }

  @Test
  void an_item_that_was_not_turned_round_shows() throws IOException {
    List<ItemRest> items = ItemRest.of(people("turned"));
    assertThat(items.get(3).correlation()).isNegative();
    assertThat(items.get(3).alphaIfDropped())
        .isGreaterThan(CronbachAlpha.of(people("turned")).alpha() + 0.3);
    assertThat(Omega.of(people("turned")).loadings().get(3)).isNegative();
  }

  @Test
  void ten_million_people_have_a_narrow_interval() {
    // Cross-products of a scale with alpha 0.8: variances 1, covariances 0.5, k = 4.
    long n = 10_000_000;
    double[] products = {1, .5, .5, .5, 1, .5, .5, 1, .5, 1};
    CrossProducts items =
        new CrossProducts(
            n, new double[4], Arrays.stream(products).map(p -> p * (n - 1)).toArray());
    CronbachAlpha alpha = CronbachAlpha.of(items);
    assertThat(alpha.alpha()).isCloseTo(0.8, within(1e-12));
    // R 4.2.2: x <- qbeta(c(.975, .025), (1e7 - 1) / 2, 3 * (1e7 - 1) / 2); 1 - 0.2 * 3 * x / (1 -
    // x)
    // R's qf, and psych with it, takes the second degrees of freedom for infinite above 400,000 and
    // says 0.79982, 0.80018.
    assertThat(alpha.low()).isCloseTo(0.799797499285735, within(1e-10));
    assertThat(alpha.high()).isCloseTo(0.800202347760515, within(1e-10));
    assertThat(Omega.of(items).omega()).isCloseTo(0.8, within(1e-12));
  }

  private static CrossProducts of(double[]... people) {
    return CrossProducts.of(people, people[0].length);
  }

  private static double[] p(double... answers) {
    return answers;
  }

  @Test
  void what_answers_cannot_tell_is_refused() {
    assertThat(CronbachAlpha.whyNot(CrossProducts.none(0)))
        .contains("How items hang together needs at least two items; there are none.");
    assertThat(CronbachAlpha.whyNot(of(p(1), p(2), p(3))))
        .contains("How items hang together needs at least two items; there is 1.");
    assertThat(CronbachAlpha.whyNot(CrossProducts.none(3)))
        .contains(
            "How items hang together needs at least three people who answered all of them; there"
                + " are 0.");
    assertThat(CronbachAlpha.whyNot(of(p(1, 2), p(2, 1))))
        .contains(
            "How items hang together needs at least three people who answered all of them; there"
                + " are 2.");
    assertThat(ItemRest.whyNot(of(p(1, 3.7), p(2, 3.7), p(4, 3.7))))
        .contains("Everyone gave the same answer to item 2.");
    assertThat(CronbachAlpha.whyNot(of(p(1, 4), p(2, 3), p(4, 1))))
        .contains("Everyone has the same sum over the items, so it tells nobody apart.");
    assertThat(Omega.whyNot(of(p(1, 4), p(2, 3), p(4, 2))))
        .contains("One factor needs at least three items; there are 2.");
    assertThatThrownBy(() -> CronbachAlpha.of(of(p(1, 1), p(2, 1), p(3, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Everyone gave the same answer to item 2.");
    assertThatThrownBy(() -> ItemRest.of(CrossProducts.none(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("How items hang together needs at least two items; there is 1.");
  }

  @Test
  void an_item_that_is_explained_wholly_is_said() throws IOException {
    assertThat(Omega.whyNot(people("heywood")))
        .contains(
            "One factor would explain item 1 wholly or more than wholly (a Heywood case), which"
                + " cannot be: there are too few people, or more than one factor.");
    assertThatThrownBy(() -> Omega.of(people("heywood")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a Heywood case");
  }

  @Test
  void a_rest_that_is_the_same_for_all_has_no_correlation() {
    List<ItemRest> items = ItemRest.of(of(p(1, 4, 1), p(2, 3, 3), p(4, 1, 2), p(3, 2, 5)));
    assertThat(items.get(2).correlation()).isNull();
    assertThat(items.get(2).alphaIfDropped()).isNull();
    assertThat(items.get(0).correlation()).isNotNull();
  }
}
