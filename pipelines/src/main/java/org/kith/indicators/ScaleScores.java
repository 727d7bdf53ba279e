package org.kith.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.kith.instrument.Instrument;
import org.kith.published.ScaleRow;
import org.kith.published.Visibility;
import org.kith.statistics.Moments;
import org.kith.statistics.Quantile;

/**
 * Where people's scores lie (statistic 3): quartiles of type 7, and the mean with a 95 % t interval
 * whose number of people is divided by the design effect, cut at the ends of the scale. People who
 * answered fewer items than the instrument asks for have no score.
 */
final class ScaleScores {
  private ScaleScores() {}

  static List<ScaleRow> of(Survey survey, Models models) {
    List<ScaleRow> rows = new ArrayList<>();
    for (Instrument instrument : survey.instruments()) {
      if (!instrument.scoring().scalesPeople()) {
        continue;
      }
      for (String wave : survey.waves(instrument)) {
        Models.Model model = models.of(instrument, Instrument.SCALE, wave).orElseThrow();
        for (Survey.Unit unit : survey.units(instrument, wave)) {
          rows.add(scale(instrument, wave, unit, model));
        }
      }
    }
    return rows;
  }

  private static ScaleRow scale(
      Instrument instrument, String wave, Survey.Unit unit, Models.Model model) {
    SortedMap<Double, Long> scores = unit.scores();
    int organisations =
        (int) unit.members().stream().filter(member -> !member.scores().isEmpty()).count();
    boolean any = !scores.isEmpty();
    Moments moments = any ? Moments.of(scores) : new Moments(0, 0, 0);
    long people = (long) moments.n();
    Double half =
        people < 2 ? null : halfInterval(moments, model.designEffect(people, organisations));
    return new ScaleRow(
        instrument.id(),
        wave,
        unit.scope(),
        unit.id(),
        organisations,
        Math.toIntExact(people),
        any ? moments.mean() : null,
        half == null ? null : Math.max(instrument.scoring().min(), moments.mean() - half),
        half == null ? null : Math.min(instrument.scoring().max(), moments.mean() + half),
        any ? Quantile.of(scores, 0.25).value() : null,
        any ? Quantile.of(scores, 0.5).value() : null,
        any ? Quantile.of(scores, 0.75).value() : null,
        Visibility.SHOWN);
  }

  /** Null where so few people remain once clustering is allowed for that chance has no bounds. */
  private static Double halfInterval(Moments moments, double designEffect) {
    double effective = moments.n() / designEffect;
    return effective <= 1
        ? null
        : new TDistribution(effective - 1).inverseCumulativeProbability(0.975)
            * moments.sd()
            / Math.sqrt(effective);
  }
}
