package org.kith.statistics;

/**
 * The intraclass correlations that analysis of variance gives, beside the model's own.
 *
 * <p>With the mean squares between and within groups and the mean group size {@code k = N/J}:
 * {@code ICC(1) = (MSB − MSW) / (MSB + (k − 1)·MSW)}, the share of variance that lies between
 * groups, which may come out below 0; {@code ICC(2) = (MSB − MSW) / MSB}, the reliability of a
 * group's mean (Bliese 2000). People without a value are left out. Assumes groups of similar size:
 * with very unequal groups prefer {@link RandomIntercept}. R: {@code multilevel::ICC1}, {@code
 * ICC2}.
 *
 * <p>It misleads when read as something organisations did: people choose, and are sent to,
 * organisations.
 *
 * @param icc1 share of variance between groups
 * @param icc2 reliability of a group's mean, or null where all groups have the same mean
 */
public record AnovaIcc(double icc1, Double icc2) {

  /**
   * From group statistics.
   *
   * @param n size of each group
   * @param mean mean of each group
   * @param ss sum of squared deviations within each group
   * @throws IllegalArgumentException with the reason if {@link RandomIntercept#whyNot} gives one
   */
  public static AnovaIcc of(double[] n, double[] mean, double[] ss) {
    RandomIntercept.whyNot(n, mean, ss)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    double people = 0;
    double weighted = 0;
    double within = 0;
    for (int j = 0; j < n.length; j++) {
      people += n[j];
      weighted += n[j] * (mean[j] - mean[0]);
      within += ss[j];
    }
    double grand = mean[0] + weighted / people;
    double between = 0;
    for (int j = 0; j < n.length; j++) {
      between += n[j] * (mean[j] - grand) * (mean[j] - grand);
    }
    double msb = between / (n.length - 1);
    double msw = within / (people - n.length);
    double k = people / n.length;
    return new AnovaIcc((msb - msw) / (msb + (k - 1) * msw), msb == 0 ? null : (msb - msw) / msb);
  }
}
