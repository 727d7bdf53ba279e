package org.kith.pages.cycles;

import java.util.List;
import org.kith.pages.Frame;

/**
 * Choosing the charts an experiment hopes to move.
 *
 * @param units whose answers: everybody's, a place's, the reader's own organisation's
 */
public record ChartsPage(
    Frame frame, String id, String experiment, String title, List<Pick> units, List<Group> groups) {

  /** Charts about one construct. */
  public record Group(String name, List<Pick> charts) {}
}
