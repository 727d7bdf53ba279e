package org.kith.groups;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;

/**
 * The value a person has of each {@link Measure}, as a whole number over a divisor.
 *
 * <p>A mean score is a sum over the items answered, and sums of such fractions depend on their
 * order. So people are kept apart by the divisor until all are counted: each measure has a slot per
 * divisor, which is one slot for every measure but a mean score.
 */
final class MeasureValues implements Serializable {
  /** What {@link #slots} says of a measure that a person has no value of. */
  static final int NONE = -1;

  private static final int NO_VALUE = Integer.MIN_VALUE;

  /** Per measure of an item, the item's number. */
  private final int[] items;

  /** Per measure of an item, its value by code. */
  private final int[][] values;

  private final ScoreGrid grid;
  private final int measures;

  private MeasureValues(int[] items, int[][] values, ScoreGrid grid, int measures) {
    this.items = items;
    this.values = values;
    this.grid = grid;
    this.measures = measures;
  }

  static MeasureValues of(Instrument instrument, ScoreGrid grid) {
    List<Measure> measures = Measure.of(instrument);
    List<Measure> ofItems =
        measures.stream().filter(m -> m.outcome() != Measure.Outcome.SCORE).toList();
    List<String> ids = instrument.items().stream().map(Item::id).toList();
    return new MeasureValues(
        ofItems.stream().mapToInt(measure -> ids.indexOf(measure.name())).toArray(),
        ofItems.stream()
            .map(measure -> values(instrument.item(measure.name()).orElseThrow(), measure))
            .toArray(int[][]::new),
        grid,
        measures.size());
  }

  private static int[] values(Item item, Measure measure) {
    int[] values = new int[1 + item.answers().stream().mapToInt(Answer::code).max().orElseThrow()];
    Arrays.fill(values, NO_VALUE);
    for (Answer answer : item.answers()) {
      int code = answer.code();
      if (item.valid(code)) {
        values[code] =
            measure.outcome() == Measure.Outcome.CODE
                ? code
                : item.counted().contains(code) ? 1 : 0;
      }
    }
    return values;
  }

  /** Measures of the instrument, in the order of {@link Measure#of}. */
  int measures() {
    return measures;
  }

  /** Slots of all measures. */
  int slots() {
    return items.length == measures ? measures : items.length + grid.levels();
  }

  /** The measure a slot is of. */
  int measure(int slot) {
    return Math.min(slot, measures - 1);
  }

  /** A measure's first slot; its others follow. */
  int firstSlot(int measure) {
    return measure;
  }

  /** The most slots a measure has. */
  int divisors() {
    return grid.levels();
  }

  /** What the whole numbers of a slot are divided by to give values. */
  double divisor(int slot) {
    return slot < items.length ? 1 : grid.divisor(slot - items.length);
  }

  /**
   * Finds a person's values.
   *
   * @param answers a code per item of the instrument, negative where missing
   * @param place of the person's score on the grid
   * @param slots receives the slot per measure, or {@link #NONE}
   * @param units receives the whole number per measure that has a slot
   */
  void of(int[] answers, int place, int[] slots, long[] units) {
    for (int m = 0; m < items.length; m++) {
      int code = answers[items[m]];
      int value = code >= 0 && code < values[m].length ? values[m][code] : NO_VALUE;
      slots[m] = value == NO_VALUE ? NONE : m;
      units[m] = value;
    }
    if (items.length < measures) {
      if (place == ScoreGrid.NONE) {
        slots[measures - 1] = NONE;
      } else {
        slots[measures - 1] = items.length + grid.level(place);
        units[measures - 1] = grid.units(place);
      }
    }
  }
}
