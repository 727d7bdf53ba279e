package org.kith.indicators;

import java.util.ArrayList;
import java.util.List;
import org.kith.published.ItemBehaviourRow;
import org.kith.published.Visibility;
import org.kith.statistics.CrossProducts;
import org.kith.statistics.ItemRest;

/**
 * How each item goes with the others (statistic 4), in each wave, over everyone who answered all of
 * them. Instruments that read each item alone have no row.
 */
final class ItemBehaviour {
  private ItemBehaviour() {}

  static List<ItemBehaviourRow> of(Survey survey) {
    List<ItemBehaviourRow> rows = new ArrayList<>();
    for (var instrument : survey.instruments()) {
      ItemSet.of(instrument)
          .ifPresent(
              set -> {
                for (int item = 0; item < set.items().size(); item++) {
                  for (String wave : survey.waves(instrument)) {
                    rows.add(row(set, item, wave, survey.units(instrument, wave).get(0)));
                  }
                }
              });
    }
    return rows;
  }

  private static ItemBehaviourRow row(ItemSet set, int item, String wave, Survey.Unit everyone) {
    CrossProducts values = set.values(everyone.members());
    boolean told = ItemRest.whyNot(values).isEmpty();
    ItemRest of = told ? ItemRest.of(values).get(item) : null;
    boolean any = of != null && of.correlation() != null;
    return new ItemBehaviourRow(
        set.instrument().id(),
        set.items().get(item).id(),
        wave,
        any ? Math.toIntExact(values.n()) : null,
        any ? of.correlation() : null,
        any ? of.alphaIfDropped() : null,
        any ? Visibility.SHOWN : Visibility.NOT_TO_BE_WORKED_OUT);
  }
}
