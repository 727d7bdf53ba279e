package org.kith.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;
import org.kith.published.MissingRow;
import org.kith.published.Visibility;
import org.kith.statistics.ItemDistribution;

/** How many people left an item unanswered, by kind, over everyone taking part (statistic 1). */
final class MissingAnswers {
  private MissingAnswers() {}

  static List<MissingRow> of(Survey survey) {
    List<MissingRow> rows = new ArrayList<>();
    for (Instrument instrument : survey.instruments()) {
      for (Item item : instrument.items()) {
        for (String wave : survey.waves(instrument)) {
          Survey.Unit everyone = survey.units(instrument, wave).get(0);
          kinds(everyone.distribution(item))
              .forEach(
                  (kind, people) ->
                      rows.add(
                          new MissingRow(
                              instrument.id(),
                              item.id(),
                              wave,
                              kind,
                              Math.toIntExact(people),
                              Visibility.SHOWN)));
        }
      }
    }
    return rows;
  }

  private static Map<String, Long> kinds(ItemDistribution distribution) {
    Map<String, Long> kinds = new LinkedHashMap<>();
    kinds.put("answered", distribution.answered());
    kinds.put("excluded", distribution.excluded());
    for (Missing kind : Missing.values()) {
      kinds.put(kind.name().toLowerCase(Locale.ROOT), distribution.missing().get(kind));
    }
    return kinds;
  }
}
