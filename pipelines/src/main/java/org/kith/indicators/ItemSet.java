package org.kith.indicators;

import java.util.List;
import java.util.Optional;
import org.kith.groups.GroupStatistics;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring.Method;
import org.kith.statistics.CrossProducts;

/**
 * The items of an instrument that are meant to say one thing together, in asked order. Instruments
 * that read each item alone have none: how far such items hang together is not asked of them.
 */
record ItemSet(Instrument instrument, List<Item> items) {

  /** Of an instrument with at least two such items. */
  static Optional<ItemSet> of(Instrument instrument) {
    Method method = instrument.scoring().method();
    if (!instrument.scoring().scalesPeople() && method != Method.THEME_PERCENT_POSITIVE) {
      return Optional.empty();
    }
    List<Item> items =
        instrument.items().stream()
            .filter(
                item ->
                    item.answers().stream()
                        .anyMatch(
                            answer ->
                                item.valid(answer.code())
                                    && (method != Method.MEAN_OF_SCORE_MAP
                                        || answer.score() != null)))
            .toList();
    return items.size() < 2 ? Optional.empty() : Optional.of(new ItemSet(instrument, items));
  }

  /** Values of the people who answered every item, of these organisations. */
  CrossProducts values(List<GroupStatistics> members) {
    CrossProducts sum = CrossProducts.none(items.size());
    for (GroupStatistics member : members) {
      CrossProducts values = member.complete().values();
      // Nobody there answered every item.
      if (values.n() > 0) {
        sum = sum.plus(values);
      }
    }
    return sum;
  }
}
