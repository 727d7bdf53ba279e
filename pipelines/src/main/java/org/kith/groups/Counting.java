package org.kith.groups;

import java.io.Serializable;
import org.kith.instrument.Instrument;

/** What is counted of an instrument's people, and where it lies. */
record Counting(Layout layout, ScoreGrid grid, Matching matching, MeasureValues measures)
    implements Serializable {
  static Counting of(Instrument instrument) {
    ItemValues values = ItemValues.of(instrument);
    ScoreGrid grid = ScoreGrid.of(instrument, values);
    return new Counting(
        Layout.of(instrument, grid),
        grid,
        Matching.of(instrument, values),
        MeasureValues.of(instrument, grid));
  }
}
