package org.kith.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferentialItemFunctioningTest {
  private static ItemFunctioningValues counts(String name) throws IOException {
    ItemFunctioningValues values = new ItemFunctioningValues();
    for (NamedCsvRecord row : RValues.csv("item_functioning.csv")) {
      if (row.getField("case").equals(name)) {
        values.add(
            row.getField("group"),
            RValues.number(row, "score"),
            Integer.parseInt(row.getField("code")),
            Long.parseLong(row.getField("people")));
      }
    }
    return values;
  }

  // R 4.2.2, MASS 7.3-58.2 (two_answers: stats::glm): src/test/r/item_functioning.R
  @ParameterizedTest
  @ValueSource(
      strings = {"clean", "shifted", "tilted", "two_answers", "small_groups", "two_groups", "gaps"})
  void likelihoods_and_coefficients_equal_polr(String name) throws IOException {
    ItemFunctioningValues counts = counts(name);
    counts.equal(RValues.json("item_functioning.json").get(name));
    counts.coefficients(RValues.json("item_functioning.json").get(name));
  }

  @Test
  void an_item_is_apart_when_it_is_unlikely_and_large() throws IOException {
    assertThat(counts("clean").item().apart(4)).isFalse();
    assertThat(counts("shifted").item().apart(4)).isTrue();
    assertThat(counts("tilted").item().apart(4)).isTrue();
    // Large among so few people, and not so unlikely once a hundred items are looked at.
    ItemFunctioningValues few = new ItemFunctioningValues();
    for (int score = 4; score <= 8; score += 2) {
      few.add("a", score, score / 2, 5);
      few.add("a", score, score / 2 + 1, 2);
      few.add("b", score, score / 2, 5);
      few.add("b", score, score / 2 - 1, 2);
    }
    assertThat(few.item().uniform()).isGreaterThan(0.02);
    assertThat(few.item().p()).isBetween(1e-4, 1e-3);
    assertThat(few.item().apart(4)).isTrue();
    assertThat(few.item().apart(100)).isFalse();
  }

  @Test
  void the_order_of_groups_and_the_direction_of_answers_do_not_matter() throws IOException {
    ItemFunctioningValues given = counts("shifted");
    DifferentialItemFunctioning item = given.item();
    List<SortedMap<Double, SortedMap<Integer, Long>>> groups =
        new ArrayList<>(given.counts.values());
    Collections.shuffle(groups, new Random(3));
    ItemFunctioningValues turned = new ItemFunctioningValues();
    given.counts.forEach(
        (group, scores) ->
            scores.forEach(
                (score, answers) ->
                    answers.forEach((code, people) -> turned.add(group, score, 6 - code, people))));

    for (DifferentialItemFunctioning other :
        List.of(DifferentialItemFunctioning.of(groups), turned.item())) {
      assertThat(other.bySlope()).isCloseTo(item.bySlope(), within(1e-8));
      assertThat(other.uniform()).isCloseTo(item.uniform(), within(1e-10));
    }
  }

  @Test
  void a_group_that_gave_one_answer_only_does_not_run_away() {
    ItemFunctioningValues values = new ItemFunctioningValues();
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      int score = 3 + random.nextInt(10);
      int code = Math.max(1, Math.min(5, score / 3 + random.nextInt(3)));
      values.add(i % 2 == 0 ? "a" : "b", score, code, 1);
      values.add("all the same answer", score, 5, 1);
    }
    for (int i = 0; i < 40; i++) {
      values.add("all the same score", 9, 2 + random.nextInt(3), 1);
    }
    DifferentialItemFunctioning item = values.item();

    assertThat(item.groups()).isEqualTo(4);
    assertThat(item.levels()).isEqualTo(3);
    // Where everyone has the same score a slope cannot be told.
    assertThat(item.slopes()).isEqualTo(2);
    assertThat(item.bySlope()).isGreaterThanOrEqualTo(item.byLevel()).isNegative();
    assertThat(item.uniform()).isBetween(0.0, 1.0);
    assertThat(item.p()).isBetween(0.0, 1.0);
  }

  @Test
  void a_score_that_tells_every_answer_leaves_nothing_to_differ() {
    ItemFunctioningValues values = new ItemFunctioningValues();
    for (String group : List.of("a", "b")) {
      for (int code = 1; code <= 3; code++) {
        values.add(group, 2 * code, code, 20);
      }
    }
    DifferentialItemFunctioning item = values.item();
    assertThat(item.byScore()).isCloseTo(0, within(1e-6));
    assertThat(item.uniform() + item.nonUniform()).isLessThanOrEqualTo(1e-6);
    assertThat(item.apart(2)).isFalse();
  }

  @Test
  void what_counts_cannot_tell_is_refused() throws IOException {
    ItemFunctioningValues values = new ItemFunctioningValues();
    assertThat(DifferentialItemFunctioning.whyNot(List.of()))
        .contains(
            "Comparing needs at least two groups with at least 20 people who answered every item;"
                + " there are none.");
    values.add("a", 3, 1, 30);
    values.add("b", 3, 1, 19);
    assertThat(DifferentialItemFunctioning.whyNot(List.copyOf(values.counts.values())))
        .contains(
            "Comparing needs at least two groups with at least 20 people who answered every item;"
                + " there is 1.");
    values.add("b", 3, 1, 19);
    assertThat(DifferentialItemFunctioning.whyNot(List.copyOf(values.counts.values())))
        .contains("Everyone gave the same answer.");
    values.add("b", 3, 2, 1);
    assertThatThrownBy(values::item)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Everyone in a group has the same score, so nobody can be matched.");
  }

  @Test
  void two_thousand_groups_are_quick() {
    ItemFunctioningValues values = new ItemFunctioningValues();
    Random random = new Random(20261126);
    for (int group = 0; group < 2000; group++) {
      for (int person = 0; person < 100; person++) {
        int score = 8 + random.nextInt(33);
        int code = Math.max(1, Math.min(5, (score + random.nextInt(24) - 12) / 8 + 1));
        values.add("" + group, score, code, 1);
      }
    }
    long started = System.nanoTime();
    DifferentialItemFunctioning item = values.item();
    assertThat(item.groups()).isEqualTo(2000);
    assertThat(item.levels() + item.slopes()).isEqualTo(2 * 1999);
    assertThat(item.apart(8)).isFalse();
    // By chance alone R² rises by 0.013 here, which is allowed for.
    assertThat(item.uniform()).isCloseTo(0, within(0.003));
    // Measured: 0.5 s on one core. A matrix with all its 4,000 rows would need minutes.
    assertThat((System.nanoTime() - started) / 1e9).isLessThan(20);
  }

  @Test
  void whatever_the_counts_there_is_a_refusal_or_a_number() {
    Random random = new Random(20261128);
    int told = 0;
    for (int world = 0; world < 3000; world++) {
      ItemFunctioningValues values = new ItemFunctioningValues();
      int scores = 1 + random.nextInt(6);
      int codes = 1 + random.nextInt(4);
      int groups = 1 + random.nextInt(5);
      for (int group = 0; group < groups; group++) {
        // From groups that answer at random to groups where the score tells the answer.
        int noise = random.nextInt(codes + 1);
        int only = random.nextInt(4) == 0 ? 1 : scores;
        for (int cell = 0; cell < 1 + random.nextInt(12); cell++) {
          int score = random.nextInt(only);
          int code = (score * codes / scores + random.nextInt(noise + 1)) % codes;
          values.add("" + group, score, code, random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(40));
        }
      }
      List<SortedMap<Double, SortedMap<Integer, Long>>> counts =
          List.copyOf(values.counts.values());
      if (DifferentialItemFunctioning.whyNot(counts).isEmpty()) {
        DifferentialItemFunctioning item = DifferentialItemFunctioning.of(counts);
        assertThat(item.byLevel()).isGreaterThanOrEqualTo(item.byScore() - 1e-6);
        assertThat(item.bySlope()).isGreaterThanOrEqualTo(item.byLevel() - 1e-6).isFinite();
        assertThat(item.uniform()).isBetween(-1.0, 1.0);
        assertThat(item.nonUniform()).isBetween(-1.0, 1.0);
        assertThat(item.p()).isBetween(0.0, 1.0);
        told++;
      }
    }
    assertThat(told).isGreaterThan(1000);
  }
}
