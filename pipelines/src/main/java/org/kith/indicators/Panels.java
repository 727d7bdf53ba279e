package org.kith.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kith.groups.Panel;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.published.PanelRow;
import org.kith.published.Visibility;
import org.kith.statistics.PanelChange;
import org.kith.statistics.Wilson;

/**
 * What became of the answers of people who answered twice (statistic 10), over everyone. {@link
 * Towards} says which way is up.
 */
final class Panels {
  private Panels() {}

  static List<PanelRow> of(Survey survey, Panel panel) {
    List<PanelRow> rows = new ArrayList<>();
    for (Instrument instrument : survey.instruments()) {
      for (Item item : instrument.items()) {
        Transitions.people(panel, instrument, item)
            .forEach((pair, people) -> rows.add(row(instrument, item, pair, people)));
      }
    }
    return rows;
  }

  private static PanelRow row(
      Instrument instrument,
      Item item,
      Transitions.Pair pair,
      Map<Integer, Map<Integer, Long>> people) {
    long[] moved = new long[3];
    people.forEach(
        (before, after) -> after.forEach((code, n) -> moved[1 + way(item, before, code)] += n));
    PanelChange change = PanelChange.of(moved[2], moved[1], moved[0]);
    return new PanelRow(
        instrument.id(),
        item.id(),
        pair.from(),
        pair.to(),
        Math.toIntExact(change.people()),
        percent(change.up().estimate()),
        low(change.up()),
        high(change.up()),
        percent(change.same().estimate()),
        low(change.same()),
        high(change.same()),
        percent(change.down().estimate()),
        low(change.down()),
        high(change.down()),
        change.chance(),
        Visibility.SHOWN);
  }

  /** 1 for up, −1 for down. */
  private static int way(Item item, int before, int after) {
    return (int) Math.signum(more(item, after) - more(item, before));
  }

  private static double more(Item item, int code) {
    Answer answer = item.answer(code).orElseThrow();
    return Towards.more(item, answer);
  }

  private static double percent(double share) {
    return 100 * share;
  }

  private static double low(Wilson share) {
    return percent(share.low());
  }

  private static double high(Wilson share) {
    return percent(share.high());
  }
}
