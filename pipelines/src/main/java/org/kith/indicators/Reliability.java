package org.kith.indicators;

import java.util.ArrayList;
import java.util.List;
import org.kith.instrument.Scoring;
import org.kith.published.ReliabilityRow;
import org.kith.published.Visibility;
import org.kith.statistics.CronbachAlpha;
import org.kith.statistics.CrossProducts;
import org.kith.statistics.Omega;

/**
 * How well an instrument's items hang together (statistic 4), in each wave, over everyone who
 * answered all of them; and how many people who have a score are at either end of it. Instruments
 * that read each item alone have no row.
 *
 * <p>People of all organisations are taken together, so what differs between organisations counts
 * as something the items share.
 */
final class Reliability {
  private Reliability() {}

  static List<ReliabilityRow> of(Survey survey) {
    List<ReliabilityRow> rows = new ArrayList<>();
    for (var instrument : survey.instruments()) {
      ItemSet.of(instrument)
          .ifPresent(
              set -> {
                for (String wave : survey.waves(instrument)) {
                  rows.add(row(set, wave, survey.units(instrument, wave).get(0)));
                }
              });
    }
    return rows;
  }

  private static ReliabilityRow row(ItemSet set, String wave, Survey.Unit everyone) {
    CrossProducts values = set.values(everyone.members());
    if (CronbachAlpha.whyNot(values).isPresent()) {
      return new ReliabilityRow(
          set.instrument().id(),
          wave,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          Visibility.NOT_TO_BE_WORKED_OUT);
    }
    CronbachAlpha alpha = CronbachAlpha.of(values);
    Scoring scoring = set.instrument().scoring();
    Ends ends = Ends.of(everyone.scores(), scoring.min(), scoring.max());
    return new ReliabilityRow(
        set.instrument().id(),
        wave,
        Math.toIntExact(alpha.people()),
        alpha.items(),
        alpha.alpha(),
        alpha.low(),
        alpha.high(),
        Omega.whyNot(values).isPresent() ? null : Omega.of(values).omega(),
        ends.floor(),
        ends.ceiling(),
        Visibility.SHOWN);
  }
}
