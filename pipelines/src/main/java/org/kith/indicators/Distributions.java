package org.kith.indicators;

import java.util.ArrayList;
import java.util.List;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.published.DistributionRow;
import org.kith.published.Visibility;

/** How many people gave each answer (statistic 1), excluded answers and zeros included. */
final class Distributions {
  private Distributions() {}

  static List<DistributionRow> of(Survey survey) {
    List<DistributionRow> rows = new ArrayList<>();
    for (Instrument instrument : survey.instruments()) {
      for (Item item : instrument.items()) {
        for (String wave : survey.waves(instrument)) {
          for (Survey.Unit unit : survey.units(instrument, wave)) {
            unit.distribution(item)
                .answers()
                .forEach(
                    (code, people) ->
                        rows.add(
                            new DistributionRow(
                                instrument.id(),
                                item.id(),
                                wave,
                                unit.scope(),
                                unit.id(),
                                code,
                                Math.toIntExact(people),
                                Visibility.SHOWN)));
          }
        }
      }
    }
    return rows;
  }
}
