package org.kith.indicators;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.kith.published.PooledRow;
import org.kith.published.Visibility;
import org.kith.statistics.RandomIntercept;

/**
 * Where each organisation plausibly lies once it leans on the rest (statistic 6), in percent for a
 * proportion. The 95 % interval allows for the uncertainty of the common mean and is cut at the
 * ends of the measure. No rows where the model has no answer.
 */
final class Pooled {
  private static final double Z = new NormalDistribution().inverseCumulativeProbability(0.975);

  private Pooled() {}

  static List<PooledRow> of(Models models) {
    List<PooledRow> rows = new ArrayList<>();
    for (Models.Model model : models.all()) {
      model
          .fit()
          .ifPresent(
              fit -> {
                for (int j = 0; j < model.organisations.size(); j++) {
                  rows.add(row(model, model.organisations.get(j), fit.groups().get(j)));
                }
              });
    }
    return rows;
  }

  private static PooledRow row(
      Models.Model model, String organisation, RandomIntercept.Group group) {
    double half = Z * group.predictionSd();
    return new PooledRow(
        model.measure.instrument().id(),
        model.measure.name(),
        model.wave,
        organisation,
        model.measure.readable(group.blup()),
        model.measure.readable(group.blup() - half),
        model.measure.readable(group.blup() + half),
        Visibility.SHOWN);
  }
}
