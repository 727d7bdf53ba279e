package org.kith.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.kith.statistics.CronbachAlpha;
import org.kith.statistics.CrossProducts;
import org.kith.statistics.ItemRest;
import org.kith.statistics.Omega;

/**
 * Whether the decimals of results over everyone tell of one person, tried against somebody who
 * knows far more than anybody does: every person's former answers and the new results, but not who
 * changed an answer. What is counted are changes that fewer than ten people could have made.
 */
class FinenessTest {
  private static final int ITEMS = 3;
  private static final int ANSWERS = 5;

  private static double[][] people(int n, long seed) {
    Random random = new Random(seed);
    double[][] answers = new double[n][ITEMS];
    for (double[] person : answers) {
      double self = random.nextGaussian();
      for (int i = 0; i < ITEMS; i++) {
        double felt = 3 + 0.8 * self + 0.7 * random.nextGaussian();
        person[i] = Math.max(1, Math.min(ANSWERS, Math.round(felt)));
      }
    }
    return answers;
  }

  /** All that is published of reliability, rounded. */
  private static List<Double> results(double[][] answers, UnaryOperator<Double> rounded) {
    CrossProducts values = CrossProducts.of(answers, ITEMS);
    CronbachAlpha alpha = CronbachAlpha.of(values);
    List<Double> all = new ArrayList<>(List.of(alpha.alpha(), alpha.low(), alpha.high()));
    all.add(
        Omega.whyNot(values).isPresent()
            ? Double.valueOf(-1)
            : Double.valueOf(Omega.of(values).omega()));
    for (int i = 0; i < ITEMS; i++) {
      ItemRest item = ItemRest.of(values).get(i);
      all.add(item.correlation());
      all.add(item.alphaIfDropped());
    }
    all.replaceAll(rounded);
    return all;
  }

  /** Percent of changes of one answer that fewer than ten people could have made. */
  private static double tell(int n, int decimals) {
    int told = 0;
    int changes = 0;
    for (long seed = 1; seed <= (n > 500 ? 1 : 3); seed++) {
      double[][] answers = people(n, seed);
      UnaryOperator<Double> rounded = x -> Decimals.places(x, decimals);
      Map<List<Double>, Set<Integer>> who = new HashMap<>();
      Map<List<Double>, Integer> times = new HashMap<>();
      // People of the same answers move the results alike, so one of each is tried.
      Map<String, List<Integer>> alike = new HashMap<>();
      for (int p = 0; p < n; p++) {
        alike.computeIfAbsent(Arrays.toString(answers[p]), a -> new ArrayList<>()).add(p);
      }
      for (List<Integer> same : alike.values()) {
        int p = same.get(0);
        for (int i = 0; i < ITEMS; i++) {
          double was = answers[p][i];
          for (int a = 1; a <= ANSWERS; a++) {
            if (a != was) {
              answers[p][i] = a;
              List<Double> after = results(answers, rounded);
              who.computeIfAbsent(after, k -> new HashSet<>()).addAll(same);
              times.merge(after, same.size(), Integer::sum);
            }
          }
          answers[p][i] = was;
        }
      }
      for (Map.Entry<List<Double>, Integer> outcome : times.entrySet()) {
        changes += outcome.getValue();
        told += who.get(outcome.getKey()).size() < 10 ? outcome.getValue() : 0;
      }
    }
    return 100.0 * told / changes;
  }

  @Test
  void of_published_decimals_many_could_be_behind_a_change() {
    // Measured: 2.2, 8.1 and 6.7 %.
    assertThat(tell(100, 1)).isLessThan(5);
    assertThat(tell(300, 2)).isLessThan(10);
    assertThat(tell(1_000, 3)).isLessThan(10);
    assertThat(Fineness.of(100).places(0.7654, 3)).isEqualTo(0.8);
    assertThat(Fineness.of(300).places(0.7654, 3)).isEqualTo(0.77);
    assertThat(Fineness.of(1_000).places(0.7654, 3)).isEqualTo(0.765);
  }

  @Test
  void a_decimal_more_would_tell_who() {
    // Measured: 59, 45 and 100 %.
    assertThat(tell(100, 2)).isGreaterThan(50);
    assertThat(tell(300, 3)).isGreaterThan(40);
    assertThat(tell(100, 3)).isGreaterThan(95);
  }
}
