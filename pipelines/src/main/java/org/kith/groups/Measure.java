package org.kith.groups;

import java.util.ArrayList;
import java.util.List;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring;

/**
 * Something each person has one value of.
 *
 * @param name an item id, or {@link Instrument#SCALE}
 * @param outcome what is taken as the value
 */
public record Measure(String name, Outcome outcome) {

  /** What is taken as a person's value. */
  public enum Outcome {
    /** 1 if the answer is counted, 0 if it is valid and not counted. */
    SHARE,
    /** The answer's code. */
    CODE,
    /** The score over the instrument's items. */
    SCORE
  }

  /** An instrument's measures: its items in asked order, then its scale. */
  public static List<Measure> of(Instrument instrument) {
    List<Measure> measures = new ArrayList<>();
    for (Item item : instrument.items()) {
      if (instrument.scoring().method() == Scoring.Method.MEAN_PER_ITEM) {
        measures.add(new Measure(item.id(), Outcome.CODE));
      } else if (!item.counted().isEmpty()) {
        measures.add(new Measure(item.id(), Outcome.SHARE));
      }
    }
    if (instrument.scoring().scalesPeople()) {
      measures.add(new Measure(Instrument.SCALE, Outcome.SCORE));
    }
    return List.copyOf(measures);
  }
}
