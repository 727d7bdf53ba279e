package org.kith.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * The forms people returned to one instrument in one wave, which link its tables.
 *
 * <p>Everybody either answered a question or left it, so each question's answers and missing
 * answers add up to the people who returned the form. That number is published nowhere, but it is
 * the same for every question. And whoever has a score answered as many questions as a score needs.
 */
final class Forms {
  private final int minAnswered;
  private final List<ItemTable> items;
  private final List<ScaleTable> scales;

  Forms(int minAnswered, List<ItemTable> items, List<ScaleTable> scales) {
    this.minAnswered = minAnswered;
    this.items = items;
    this.scales = scales;
  }

  /** A weighted sum of cells in the making. */
  private static final class Sum {
    private final List<Integer> cells = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();

    Sum plus(int weight, int... more) {
      for (int cell : more) {
        cells.add(cell);
        weights.add(weight);
      }
      return this;
    }

    void between(long low, long high, Family family) {
      family.link(array(cells), array(weights), low, high);
    }

    private static int[] array(List<Integer> list) {
      return list.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  void link(Family family) {
    for (ItemTable item : items) {
      List<Figure> kinds = item.table().kinds;
      if (!kinds.isEmpty()) {
        Sum forms = new Sum();
        kinds.forEach(kind -> forms.plus(1, kind.cells));
        long people = kinds.stream().mapToLong(kind -> kind.exact).sum();
        for (int o = 0; o < item.organisations().size(); o++) {
          forms.plus(1, item.table().cells(o));
          people += family.cells.sum(item.table().cells(o));
        }
        forms.plus(-1, family.unpublished(people)).between(0, 0, family);
      }
    }
    scales.forEach(scale -> link(family, scale));
  }

  private void link(Family family, ScaleTable scale) {
    for (int at = 0; at < scale.organisations().size(); at++) {
      int[] scored = scale.table().inTotal(at);
      Sum answers = new Sum();
      for (ItemTable item : items) {
        int o = item.organisations().indexOf(scale.organisations().get(at));
        if (o >= 0) {
          int[] valid = item.table().inTotal(o);
          answers.plus(1, valid);
          if (minAnswered == items.size()) {
            new Sum().plus(1, valid).plus(-1, scored).between(0, Long.MAX_VALUE, family);
          }
        }
      }
      answers.plus(-minAnswered, scored).between(0, Long.MAX_VALUE, family);
    }
  }
}
