package org.kith.pages.ties;

import java.util.List;
import org.kith.pages.Frame;

/**
 * What whoever looks after the conditions sees.
 *
 * @param chart which cycles are tied to which, as a picture, or empty when there are no ties
 * @param links the same as a table, by name
 * @param quiet by name
 * @param waiting oldest first
 */
public record StewardshipPage(
    Frame frame,
    boolean cycles,
    String chart,
    List<Line> links,
    List<Quiet> quiet,
    List<Line> waiting) {

  /**
   * A tie.
   *
   * @param from name of the cycle
   * @param to name of the cycle, or somebody outside
   * @param what words, or what it is
   * @param quoted whether {@code what} is somebody's words
   */
  public record Line(
      String from,
      String to,
      String way,
      String what,
      boolean quoted,
      String raised,
      String days,
      String answer) {}

  /** A quiet cycle. */
  public record Quiet(String name, String scale, String since) {}
}
