package org.kith.indicators;

import java.util.List;
import org.kith.published.ItemBehaviourRow;

/** How each item goes with the others (statistic 4), in each wave. */
final class ItemBehaviour {
  private ItemBehaviour() {}

  static List<ItemBehaviourRow> of(Survey survey) {
    return List.of();
  }
}
