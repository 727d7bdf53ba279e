package org.kith.indicators;

import java.util.ArrayList;
import java.util.List;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.published.LevelRow;
import org.kith.published.Visibility;
import org.kith.statistics.ItemDistribution;
import org.kith.statistics.Wilson;

/**
 * The share of valid answers that an item counts (statistic 2). People count where they answered,
 * whether or not they finished the form. The interval of a figure that pools organisations is
 * widened by their likeness in that wave.
 */
final class Levels {
  private Levels() {}

  static List<LevelRow> of(Survey survey, Models models) {
    List<LevelRow> rows = new ArrayList<>();
    for (Instrument instrument : survey.instruments()) {
      for (Item item : instrument.items()) {
        for (String wave : survey.waves(instrument)) {
          for (Survey.Unit unit : survey.units(instrument, wave)) {
            rows.add(level(instrument, item, wave, unit, models));
          }
        }
      }
    }
    return rows;
  }

  private static LevelRow level(
      Instrument instrument, Item item, String wave, Survey.Unit unit, Models models) {
    ItemDistribution answers = unit.distribution(item);
    int organisations =
        (int)
            unit.members().stream()
                .filter(
                    member ->
                        member.answers().containsKey(item.id())
                            && ItemDistribution.of(member.answers().get(item.id()), item).answered()
                                > 0)
                .count();
    boolean counts = !item.counted().isEmpty();
    Double effect = null;
    Wilson share = null;
    if (counts && answers.answered() > 0) {
      effect = designEffect(instrument, item, wave, answers.answered(), organisations, models);
      share = Wilson.of((double) answers.counted(), (double) answers.answered(), effect);
    }
    return new LevelRow(
        instrument.id(),
        item.id(),
        wave,
        unit.scope(),
        unit.id(),
        organisations,
        Math.toIntExact(answers.answered()),
        counts ? Math.toIntExact(answers.counted()) : null,
        share == null ? null : 100 * share.estimate(),
        share == null ? null : 100 * share.low(),
        share == null ? null : 100 * share.high(),
        effect,
        Visibility.SHOWN);
  }

  private static double designEffect(
      Instrument instrument,
      Item item,
      String wave,
      long answered,
      int organisations,
      Models models) {
    return models
        .of(instrument, item.id(), wave)
        .map(model -> model.designEffect(answered, organisations))
        .orElse(1.0);
  }
}
