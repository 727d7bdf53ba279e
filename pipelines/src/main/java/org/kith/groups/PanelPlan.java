package org.kith.groups;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;

/**
 * What is followed from wave to wave, and where its counts lie.
 *
 * @param waves ids, earliest first
 * @param measureNames in the order of {@link Measure#of}
 * @param codes per item, the codes of its valid answers
 * @param starts per item, where its transitions start in the array of a pair of waves; then its
 *     length
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or handed out; read once per answer
record PanelPlan(
    String instrument,
    PackedAnswers packed,
    ScoreGrid grid,
    MeasureValues measures,
    String[] waves,
    String[] measureNames,
    String[] items,
    int[][] codes,
    int[][] places,
    int[] starts)
    implements Serializable {

  /** What {@link #places} says of a code that is no valid answer. */
  static final int NONE = -1;

  static PanelPlan of(Instrument instrument, PackedAnswers packed, List<String> waves) {
    ScoreGrid grid = ScoreGrid.of(instrument, ItemValues.of(instrument));
    int n = instrument.items().size();
    int[][] codes = new int[n][];
    int[][] places = new int[n][];
    int[] starts = new int[n + 1];
    for (int i = 0; i < n; i++) {
      Item item = instrument.items().get(i);
      codes[i] =
          item.answers().stream().mapToInt(Answer::code).filter(item::valid).sorted().toArray();
      places[i] = new int[1 + Arrays.stream(codes[i]).max().orElse(0)];
      Arrays.fill(places[i], NONE);
      for (int place = 0; place < codes[i].length; place++) {
        places[i][codes[i][place]] = place;
      }
      starts[i + 1] = starts[i] + codes[i].length * codes[i].length;
    }
    return new PanelPlan(
        instrument.id(),
        packed,
        grid,
        MeasureValues.of(instrument, grid),
        waves.toArray(String[]::new),
        Measure.of(instrument).stream().map(Measure::name).toArray(String[]::new),
        instrument.items().stream().map(Item::id).toArray(String[]::new),
        codes,
        places,
        starts);
  }

  /** The place of an answer among an item's valid ones, or {@link #NONE}. */
  int place(int item, int code) {
    return code >= 0 && code < places[item].length ? places[item][code] : NONE;
  }
}
