package org.kith.groups;

import java.io.Serializable;
import java.util.List;
import org.kith.groups.Measure.Outcome;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;

/**
 * A person's value of each measure as a whole number of small units, so that sums are exact and do
 * not depend on the order of people.
 *
 * <p>A mean over as many items as were answered is a fraction; its unit is the least that all the
 * instrument's fractions are whole numbers of. Of instruments with more than 16 items that would be
 * too fine to sum, and scores are kept to a millionth of a point.
 */
final class MeasureValues implements Serializable {
  /** What {@link #value} gives for a person without a value. */
  static final long NONE = Long.MIN_VALUE;

  private static final double MILLION = 1e6;
  private static final int EXACT_ITEMS = 16;

  private final Outcome[] outcomes;
  private final int[] items;

  /** Per measure and code, the value; empty for a score. */
  private final long[][] values;

  private final double[] unitsPerPoint;
  private final ScoreGrid grid;

  private MeasureValues(
      Outcome[] outcomes, int[] items, long[][] values, double[] unitsPerPoint, ScoreGrid grid) {
    this.outcomes = outcomes;
    this.items = items;
    this.values = values;
    this.unitsPerPoint = unitsPerPoint;
    this.grid = grid;
  }

  static MeasureValues of(Instrument instrument) {
    List<Measure> measures = Measure.of(instrument);
    int n = measures.size();
    Outcome[] outcomes = new Outcome[n];
    int[] items = new int[n];
    long[][] values = new long[n][];
    double[] units = new double[n];
    ScoreGrid grid = ScoreGrid.of(instrument);
    for (int m = 0; m < n; m++) {
      Measure measure = measures.get(m);
      outcomes[m] = measure.outcome();
      units[m] = 1;
      values[m] = new long[0];
      if (measure.outcome() == Outcome.SCORE) {
        units[m] = unitsPerPoint(instrument, grid);
        continue;
      }
      Item item = instrument.item(measure.name()).orElseThrow();
      items[m] = instrument.items().indexOf(item);
      int most = item.answers().stream().mapToInt(Answer::code).max().orElse(0);
      values[m] = new long[most + 1];
      for (int code = 0; code <= most; code++) {
        values[m][code] =
            !item.valid(code)
                ? NONE
                : measure.outcome() == Outcome.CODE ? code : item.counted().contains(code) ? 1 : 0;
      }
    }
    return new MeasureValues(outcomes, items, values, units, grid);
  }

  private static double unitsPerPoint(Instrument instrument, ScoreGrid grid) {
    int most = instrument.items().size();
    if (most > EXACT_ITEMS) {
      return MILLION;
    }
    // Every score is a whole number of steps of 1/answered of the grid's unit.
    double units = 1 / grid.step();
    long multiple = 1;
    for (int answered = instrument.scoring().minAnswered(); answered <= most; answered++) {
      multiple = multiple / gcd(multiple, answered) * answered;
    }
    double exact = multiple * Math.max(1, Math.rint(units * 1e4) / 1e4);
    boolean whole = true;
    for (int place = 0; place < grid.size(); place++) {
      double value = grid.score(place) * exact;
      whole &= Math.abs(value - Math.rint(value)) < 1e-6;
    }
    return whole ? exact : MILLION;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  int measures() {
    return outcomes.length;
  }

  /** A person's value in units, or {@link #NONE}. */
  long value(int measure, int[] answers) {
    if (outcomes[measure] == Outcome.SCORE) {
      int place = grid.place(answers);
      return place == ScoreGrid.NONE
          ? NONE
          : Math.round(grid.score(place) * unitsPerPoint[measure]);
    }
    int code = answers[items[measure]];
    return code >= 0 && code < values[measure].length ? values[measure][code] : NONE;
  }

  /** Units in one point of a measure. */
  double unitsPerPoint(int measure) {
    return unitsPerPoint[measure];
  }
}
