package org.kith.groups;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;

/**
 * What is followed from wave to wave, and where its counts lie.
 *
 * @param organisations ids, in order
 * @param waves ids, earliest first
 * @param sources exports, in order
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
    String[] organisations,
    String[] waves,
    String[] sources,
    String[] measureNames,
    String[] items,
    int[][] codes,
    int[][] places,
    int[] starts)
    implements Serializable {

  /** What {@link #places} says of a code that is no valid answer. */
  static final int NONE = -1;

  /** For the organisations, waves and exports that were counted. */
  static PanelPlan of(Instrument instrument, List<GroupStatistics> counted) {
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
        PackedAnswers.of(instrument),
        grid,
        MeasureValues.of(instrument, grid),
        inOrder(counted.stream().map(GroupStatistics::organisation)),
        inOrder(counted.stream().map(GroupStatistics::wave)),
        inOrder(counted.stream().flatMap(group -> group.sources().keySet().stream())),
        Measure.of(instrument).stream().map(Measure::name).toArray(String[]::new),
        instrument.items().stream().map(Item::id).toArray(String[]::new),
        codes,
        places,
        starts);
  }

  private static String[] inOrder(Stream<String> texts) {
    return texts.distinct().sorted().toArray(String[]::new);
  }

  /** The place of an answer among an item's valid ones, or {@link #NONE}. */
  int place(int item, int code) {
    return code >= 0 && code < places[item].length ? places[item][code] : NONE;
  }
}
