package org.kith.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The truth about the scale of four: in every organisation, the mean and variance of people's
 * scores. It does not move over time.
 *
 * @param between intended share of the variance of scores that lies between organisations, as they
 *     were answered, the misreading included
 * @param effects by organisation, in standard deviations of trust in others
 * @param means true mean score by organisation
 * @param variances true variance of scores within each organisation
 */
record ScaleModel(
    double between, List<Double> effects, List<Double> means, List<Double> variances) {
  private static final double INTENDED = 0.04;

  /** The share of people who miss the "not" in the form builder's grid, where it is easily lost. */
  static final double MISREAD = 0.35;

  /** How strongly an answer leans on trust in others. */
  private static final double LOADING = 0.78;

  /** Shares of the answers 1 to 6 in an average organisation; the reversed item mirrors them. */
  private static final double[] ANSWERS = {0.07, 0.12, 0.17, 0.25, 0.25, 0.14};

  private static final int CODES = ANSWERS.length;
  private static final int ITEMS = 4;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final double[] CUTS = cuts();

  /** Effects scaled until exactly the intended share lies between organisations. */
  static ScaleModel of(Draws draws) {
    double[] effects = Spread.of(World.SITES.size(), draws.stream("effects of the scale"));
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (scaled(effects, middle).realised() < INTENDED) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return scaled(effects, (low + high) / 2);
  }

  private static ScaleModel scaled(double[] effects, double by) {
    List<Double> scaled = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    List<Double> variances = new ArrayList<>();
    for (Site site : World.SITES) {
      double effect = effects[site.position()] * by;
      Moments moments = Moments.of(effect, misread(site));
      scaled.add(effect);
      means.add(moments.mean());
      variances.add(moments.variance());
    }
    return new ScaleModel(INTENDED, scaled, means, variances);
  }

  /** The share of the variance that really lies between organisations. */
  double realised() {
    return Spread.between(
        means.stream().mapToDouble(m -> m).toArray(),
        variances.stream().mapToDouble(v -> v).toArray());
  }

  /** The share of an organisation's people who misread the reversed item. */
  static double misread(Site site) {
    return site.tool() == Tool.KOBOTOOLBOX ? MISREAD : 0;
  }

  /**
   * The answer of someone with this trust in others.
   *
   * @param trust standard normal over the people of an average organisation
   * @param misreads whether this person misses the "not"
   */
  int answer(Question question, Site site, double trust, boolean misreads, Random random) {
    double leaning =
        LOADING * (trust + effects.get(site.position()))
            + Math.sqrt(1 - LOADING * LOADING) * random.nextGaussian();
    int code = 1;
    while (code < CODES && leaning > CUTS[code - 1]) {
      code++;
    }
    boolean mirrored = question.equals(Question.MISREAD) && !misreads;
    return mirrored ? CODES + 1 - code : code;
  }

  /** Mean and variance of the score: mean of four, the reversed item turned round. */
  private record Moments(double mean, double variance) {
    /** By summing over trust in others in steps of 1/50 standard deviation. */
    static Moments of(double effect, double misread) {
      double weights = 0;
      double mean = 0;
      double square = 0;
      for (int step = -300; step <= 300; step++) {
        double trust = step / 50.0;
        double weight = NORMAL.density(trust);
        Moments score = given(trust + effect, misread);
        weights += weight;
        mean += weight * score.mean;
        square += weight * (score.mean * score.mean + score.variance);
      }
      mean /= weights;
      return new Moments(mean, square / weights - mean * mean);
    }

    /** Of someone with this trust in others, whose four answers then are independent. */
    private static Moments given(double trust, double misread) {
      double mean = 0;
      double square = 0;
      for (int code = 1; code <= CODES; code++) {
        double p = probability(code, trust);
        mean += code * p;
        square += code * code * p;
      }
      double variance = square - mean * mean;
      double mirror = CODES + 1 - mean;
      double lastMean = (1 - misread) * mean + misread * mirror;
      double apart = mean - mirror;
      double lastVariance = variance + misread * (1 - misread) * apart * apart;
      return new Moments(
          ((ITEMS - 1) * mean + lastMean) / ITEMS,
          ((ITEMS - 1) * variance + lastVariance) / (ITEMS * ITEMS));
    }
  }

  private static double probability(int code, double trust) {
    double noise = Math.sqrt(1 - LOADING * LOADING);
    double upper =
        code == CODES
            ? 1
            : NORMAL.cumulativeProbability((CUTS[code - 1] - LOADING * trust) / noise);
    double lower =
        code == 1 ? 0 : NORMAL.cumulativeProbability((CUTS[code - 2] - LOADING * trust) / noise);
    return upper - lower;
  }

  private static double[] cuts() {
    double[] cuts = new double[CODES - 1];
    double sum = 0;
    for (int i = 0; i < cuts.length; i++) {
      sum += ANSWERS[i];
      cuts[i] = NORMAL.inverseCumulativeProbability(sum);
    }
    return cuts;
  }
}
