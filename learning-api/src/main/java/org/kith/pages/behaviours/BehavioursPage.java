package org.kith.pages.behaviours;

import java.util.List;
import org.kith.behaviours.Behaviour;
import org.kith.behaviours.Seen;
import org.kith.pages.Frame;

/**
 * The conversation of a cycle: the round to answer in, or how the nine are seen.
 *
 * @param name of the cycle
 * @param keeps whether the visitor keeps the cycle going, and so opens and closes rounds
 * @param newId made for a round that could be opened
 * @param open the round to answer in, or null
 * @param shown the closed round that is shown, or null
 * @param asks what can be answered, when {@code open} is there
 * @param seen how each of the nine is seen, when {@code shown} is there
 * @param others other rounds that are closed, newest first
 * @param least from how many people on a voice is shown
 * @param saved whether the visitor's answers were just kept
 * @param problem what was wrong with what was sent, or empty
 */
public record BehavioursPage(
    Frame frame,
    String cycle,
    String name,
    boolean keeps,
    String newId,
    Line open,
    Line shown,
    List<Ask> asks,
    List<SeenFigure> seen,
    List<Line> others,
    Seen.Least least,
    boolean saved,
    String problem) {

  /**
   * A round.
   *
   * @param closed day on which it was closed, or empty
   */
  public record Line(String id, String opened, String closed) {}

  /**
   * One of the nine, to be placed.
   *
   * @param first whether it is the first about its matter, which then stands over it
   * @param answered whether the visitor placed it, or said that it does not fit
   * @param seen where they placed it, or 0
   * @param words what they wrote
   */
  public record Ask(Behaviour behaviour, boolean first, boolean answered, int seen, String words) {}
}
