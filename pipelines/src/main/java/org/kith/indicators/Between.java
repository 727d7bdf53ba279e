package org.kith.indicators;

import java.util.List;
import org.kith.published.BetweenRow;
import org.kith.published.Visibility;
import org.kith.statistics.AnovaIcc;
import org.kith.statistics.KenwardRoger;
import org.kith.statistics.RandomIntercept;
import org.kith.statistics.Rankability;

/**
 * How much of the difference lies between organisations (statistics 5 and 7), over everyone taking
 * part. A proportion is a 0/1 outcome. The interval of the mean is Kenward and Roger's: with a
 * dozen organisations the normal one would promise too much. Where the data cannot tell between
 * from within, everything but the numbers of people and organisations is empty.
 */
final class Between {
  private Between() {}

  static List<BetweenRow> of(Models models) {
    return models.all().stream()
        .filter(model -> !model.organisations.isEmpty())
        .map(Between::row)
        .toList();
  }

  private static BetweenRow row(Models.Model model) {
    int organisations = model.organisations.size();
    int people = (int) model.moments.stream().mapToDouble(of -> of.n()).sum();
    RandomIntercept fit = model.fit().orElse(null);
    if (fit == null) {
      return new BetweenRow(
          model.measure.instrument().id(),
          model.measure.name(),
          model.wave,
          organisations,
          people,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          Visibility.SHOWN);
    }
    KenwardRoger interval = fit.meanInterval(model.sizes());
    AnovaIcc anova = AnovaIcc.of(model.sizes(), model.means(), model.squares());
    return new BetweenRow(
        model.measure.instrument().id(),
        model.measure.name(),
        model.wave,
        organisations,
        people,
        fit.mean(),
        interval.low(),
        interval.high(),
        fit.tau2(),
        fit.sigma2(),
        fit.icc(),
        anova.icc1(),
        anova.icc2(),
        Rankability.of(fit, model.sizes()).share(),
        fit.boundary(),
        Visibility.SHOWN);
  }
}
