package org.kith.pages.cycles;

import java.util.List;
import org.kith.pages.Frame;

/**
 * "Learning cycles": one's own, and the names of the others with whom to ask.
 *
 * @param mine by name
 * @param others by name
 */
public record CyclesPage(Frame frame, List<Line> mine, List<Line> others) {

  /**
   * A cycle.
   *
   * @param purpose as it is worded now, or empty; never of a cycle one takes no part in
   * @param where scale and place
   * @param keeper who keeps it going, or empty
   */
  public record Line(String id, String name, String purpose, String where, String keeper) {}
}
