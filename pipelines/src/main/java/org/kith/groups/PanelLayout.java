package org.kith.groups;

import java.io.Serializable;
import java.util.List;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;

/**
 * What people's answers over several waves are sorted by.
 *
 * @param waves ids, earliest first
 * @param measures what each measure takes of a person
 * @param valid per item, the codes that stay in the denominator, rising
 */
record PanelLayout(List<String> waves, MeasureValues measures, int[][] valid)
    implements Serializable {
  /** More waves than bits would need another way of telling patterns apart. */
  static final int MOST_WAVES = 62;

  static PanelLayout of(Instrument instrument, List<String> waves) {
    int[][] valid =
        instrument.items().stream()
            .map(PanelLayout::valid)
            .toArray(int[][]::new);
    return new PanelLayout(List.copyOf(waves), MeasureValues.of(instrument), valid);
  }

  private static int[] valid(Item item) {
    return item.answers().stream().mapToInt(Answer::code).filter(item::valid).sorted().toArray();
  }

  int items() {
    return valid.length;
  }

  int[] codes(int item) {
    return valid[item];
  }

  /** Where a code stands among an item's valid ones; −1 for any other. */
  int position(int item, int code) {
    int[] codes = valid[item];
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] == code) {
        return i;
      }
    }
    return -1;
  }
}
