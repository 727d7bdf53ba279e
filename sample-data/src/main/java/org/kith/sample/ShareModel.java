package org.kith.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.kith.workspace.Wave;

/**
 * The truth about one question that counts answers: in every organisation and wave, the share of
 * people whose valid answer is counted.
 *
 * @param question what was asked
 * @param share intended mean share over the organisations
 * @param between intended share of the variance that lies between organisations, in a wave in which
 *     nothing is happening
 * @param counted codes that are counted, and how the people counted split over them
 * @param countedSplit shares of the counted people, summing to 1
 * @param others codes that are valid and not counted
 * @param othersSplit shares of the others, summing to 1
 * @param excluded share of people who give the answer that leaves the denominator, code 5
 * @param shares true shares by organisation and wave
 */
record ShareModel(
    Question question,
    double share,
    double between,
    List<Integer> counted,
    List<Double> countedSplit,
    List<Integer> others,
    List<Double> othersSplit,
    double excluded,
    List<List<Double>> shares) {

  /** How much trust in Larkmoor falls in the last wave. */
  static final double EVENT_DROP = 0.16;

  /** How much belonging in Tannery Quay rises every wave. */
  static final double SLOW_RISE = 0.013;

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** Every question that counts answers, in asked order. */
  static List<ShareModel> all(Draws draws) {
    List<Integer> first = List.of(1);
    List<Integer> firstTwo = List.of(1, 2);
    List<Integer> lastTwo = List.of(3, 4);
    List<Integer> lastThree = List.of(3, 4, 5);
    List<Double> pride = List.of(0.38, 0.62);
    List<Double> notProud = List.of(0.46, 0.32, 0.22);
    return List.of(
        of(
            draws,
            Question.TRUST,
            0.43,
            0.03,
            first,
            List.of(1.0),
            List.of(2, 3, 4),
            List.of(0.5, 0.28, 0.22),
            0),
        of(
            draws,
            Question.BELONGING,
            0.6,
            0.06,
            firstTwo,
            List.of(0.4, 0.6),
            lastTwo,
            List.of(0.6, 0.4),
            0),
        of(draws, Question.ALL.get(2), 0.62, 0.02, firstTwo, pride, lastThree, notProud, 0),
        of(draws, Question.ALL.get(3), 0.55, 0.02, firstTwo, pride, lastThree, notProud, 0),
        of(draws, Question.ALL.get(4), 0.58, 0.02, firstTwo, pride, lastThree, notProud, 0),
        of(
            draws,
            Question.FAVOURS,
            0.4,
            0.01,
            firstTwo,
            List.of(0.35, 0.65),
            lastTwo,
            List.of(0.5, 0.5),
            0),
        of(
            draws,
            Question.PULL_TOGETHER,
            0.56,
            0.02,
            firstTwo,
            List.of(0.35, 0.65),
            lastTwo,
            List.of(0.6, 0.4),
            0.12));
  }

  private static ShareModel of(
      Draws draws,
      Question question,
      double share,
      double between,
      List<Integer> counted,
      List<Double> countedSplit,
      List<Integer> others,
      List<Double> othersSplit,
      double excluded) {
    int k = World.SITES.size();
    // between = v ÷ (v + mean of p(1 − p)), and the mean of p(1 − p) is s(1 − s) − v(k − 1)/k.
    double variance = between * share * (1 - share) / (1 - between / k);
    double[] effects = Spread.of(k, draws.stream("effects of " + question.item()));
    List<List<Double>> shares = new ArrayList<>();
    for (Site site : World.SITES) {
      double usual = share + Math.sqrt(variance) * effects[site.position()];
      shares.add(
          IntStream.range(0, World.WAVES.size())
              .mapToObj(wave -> usual + change(question, site.place(), wave))
              .toList());
    }
    return new ShareModel(
        question, share, between, counted, countedSplit, others, othersSplit, excluded, shares);
  }

  /** What moved: nothing, but for one event and one slow change. */
  private static double change(Question question, Place place, int wave) {
    int last = World.WAVES.size() - 1;
    if (question.equals(Question.TRUST) && place.equals(World.LARKMOOR) && wave == last) {
      return -EVENT_DROP;
    }
    if (question.equals(Question.BELONGING) && place.equals(World.TANNERY_QUAY)) {
      return SLOW_RISE * (wave - last / 2);
    }
    return 0;
  }

  /** The share of an organisation's people whose answer is counted, in a wave. */
  double share(Site site, int wave) {
    return shares.get(site.position()).get(wave);
  }

  /** The share of the variance that really lies between organisations in a wave. */
  double between(Wave wave) {
    int at = World.WAVES.indexOf(wave);
    double[] means = shares.stream().mapToDouble(s -> s.get(at)).toArray();
    double[] within = shares.stream().mapToDouble(s -> s.get(at) * (1 - s.get(at))).toArray();
    return Spread.between(means, within);
  }

  /**
   * The answer of someone with this leaning.
   *
   * @param leaning standard normal over the people of an organisation; higher is nearer to the
   *     counted answers
   */
  int answer(Site site, int wave, double leaning, Random random) {
    if (Draws.chance(random, excluded)) {
      return 5;
    }
    double left = 1 - NORMAL.cumulativeProbability(leaning);
    double p = share(site, wave);
    return left < p
        ? pick(counted, countedSplit, left / p)
        : pick(others, othersSplit, (left - p) / (1 - p));
  }

  private static int pick(List<Integer> codes, List<Double> split, double at) {
    double sum = 0;
    for (int i = 0; i < codes.size(); i++) {
      sum += split.get(i);
      if (at < sum) {
        return codes.get(i);
      }
    }
    return codes.get(codes.size() - 1);
  }
}
