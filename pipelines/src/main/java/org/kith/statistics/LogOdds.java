package org.kith.statistics;

/**
 * Words that stand out (statistic 16): weighted log-odds with an informative Dirichlet prior.
 *
 * <p>For a word counted {@code y₁} times among {@code n₁} in one corpus and {@code y₂} among {@code
 * n₂} in the other, with a prior of {@code α} for the word and {@code α₀} over all words: {@code δ
 * = ln((y₁+α)/(n₁+α₀−y₁−α)) − ln((y₂+α)/(n₂+α₀−y₂−α))}, with variance {@code 1/(y₁+α) + 1/(y₂+α)},
 * and {@code z = δ/√variance} (Monroe, Colaresi and Quinn 2008, doi:10.1093/pan/mpn018, equations
 * 16, 20 and 22). The prior is informative when {@code α} follows how common the word is in
 * general: then rare words need more evidence.
 *
 * <p>Units are log-odds; {@code z} has none. There are no missing values: a word not said counts 0.
 * Assumes that what is counted comes independently, so count authors and not tokens: one author who
 * repeats a word forty times is one author. It misleads when many words are tried, for at {@code
 * |z| > 1.96} about one in twenty stands out by chance; so it is never the only condition. R: the
 * formula by hand, {@code words_and_loops.R}; {@code tidylo::bind_log_odds} is kin, with the whole
 * corpus as its prior.
 *
 * @param delta log-odds ratio, above 0 when the first corpus says it more
 * @param variance of delta
 * @param z delta in standard errors
 */
public record LogOdds(double delta, double variance, double z) {

  /** How often a word occurs in a corpus, and how often all words do. */
  public record Said(double word, double all) {
    public Said {
      if (!(word >= 0 && word <= all)) {
        throw new IllegalArgumentException(
            "A word cannot occur " + word + " times among " + all + ".");
      }
    }
  }

  /**
   * The first corpus against the second.
   *
   * @param prior what is believed beforehand; above 0
   * @throws IllegalArgumentException if the prior is not above 0, or is of one word only
   */
  public static LogOdds of(Said first, Said second, Said prior) {
    if (!(prior.word() > 0 && prior.word() < prior.all())) {
      throw new IllegalArgumentException(
          "The prior of a word must lie above 0 and below that of all words, not be "
              + prior.word()
              + " of "
              + prior.all()
              + ".");
    }
    double delta = logit(first, prior) - logit(second, prior);
    double variance = 1 / (first.word() + prior.word()) + 1 / (second.word() + prior.word());
    return new LogOdds(delta, variance, delta / Math.sqrt(variance));
  }

  private static double logit(Said said, Said prior) {
    double word = said.word() + prior.word();
    return Math.log(word / (said.all() + prior.all() - word));
  }
}
