package org.kith.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kith.published.BetweenRow;
import org.kith.published.Table;
import org.kith.statistics.RandomIntercept;

/**
 * The published share between organisations agrees with the truth within sampling error.
 *
 * <p>How far chance can move it is not guessed but drawn: for every measure and wave, answers are
 * drawn {@value #WORLDS} times from the true shares (or true means and variances of scores) of the
 * same organisations with the same numbers of people, and the same model is fitted to each.
 */
@ExtendWith(PublishedSample.Once.class)
class BetweenTest {
  private static final int WORLDS = 200;

  @Test
  void the_share_between_organisations_is_what_it_truly_is(PublishedSample sample) {
    int outside = 0;
    int compared = 0;
    for (Truth.Measure measure : sample.truth().measures()) {
      double published = 0;
      double[] means = new double[WORLDS];
      List<BetweenRow> rows = rows(sample, measure.measure());
      for (BetweenRow row : rows) {
        double[] drawn = drawn(measure, row.wave());
        for (int i = 0; i < WORLDS; i++) {
          means[i] += drawn[i] / rows.size();
        }
        published += row.icc() / rows.size();
        Arrays.sort(drawn);
        boolean inside = row.icc() >= drawn[WORLDS / 40] - 0.0005;
        inside &= row.icc() <= drawn[WORLDS - 1 - WORLDS / 40] + 0.0005;
        outside += inside ? 0 : 1;
        compared++;
      }
      assertThat(rows).as("waves of %s", measure.measure()).hasSize(13);
      // Over all waves together chance moves it less. People answer in more than one wave, so the
      // waves are not wholly apart, which the draws do not know of: hence four standard deviations.
      double expected = Spread.mean(means);
      double sd = Math.sqrt(Spread.variance(means));
      assertThat(published)
          .as("mean share between organisations of %s", measure.measure())
          .isBetween(expected - 4 * sd, expected + 4 * sd);
    }
    // Each lies outside the middle 95 of 100 draws 5 times in 100.
    assertThat(outside)
        .as("of %d", compared)
        .isLessThanOrEqualTo(
            new BinomialDistribution(null, compared, 0.05).inverseCumulativeProbability(0.9995));
  }

  private static List<BetweenRow> rows(PublishedSample sample, String measure) {
    return sample.rows(Table.BETWEEN).stream()
        .filter(r -> r.measure().equals(measure) && r.icc() != null)
        .toList();
  }

  private static double[] drawn(Truth.Measure measure, String wave) {
    Truth.AtWave at =
        measure.waves().stream().filter(w -> w.wave().equals(wave)).findFirst().orElseThrow();
    Random random = new Random(measure.measure().hashCode() * 31L + wave.hashCode());
    List<String> organisations = new ArrayList<>(at.organisations().keySet());
    organisations.removeIf(o -> at.answered().get(o) == 0);
    int k = organisations.size();
    double[] icc = new double[WORLDS];
    for (int world = 0; world < WORLDS; world++) {
      double[] n = new double[k];
      double[] mean = new double[k];
      double[] ss = new double[k];
      for (int j = 0; j < k; j++) {
        String organisation = organisations.get(j);
        double truth = at.organisations().get(organisation);
        int people = at.answered().get(organisation);
        n[j] = people;
        for (int person = 0; person < people; person++) {
          double value =
              measure.unit().equals("share")
                  ? (random.nextDouble() < truth ? 1 : 0)
                  : truth + random.nextGaussian() * Math.sqrt(at.within().get(organisation));
          double step = value - mean[j];
          mean[j] += step / (person + 1);
          ss[j] += step * (value - mean[j]);
        }
      }
      icc[world] = RandomIntercept.of(n, mean, ss).icc();
    }
    return icc;
  }
}
