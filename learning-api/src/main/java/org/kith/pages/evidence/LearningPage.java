package org.kith.pages.evidence;

import java.util.List;
import org.kith.memory.Memory;
import org.kith.pages.Frame;

/**
 * What is already known about something.
 *
 * @param about what was asked, or empty
 * @param learned the latest first
 * @param decided the latest first
 */
public record LearningPage(
    Frame frame, String about, List<Memory.Learned> learned, List<Line> decided) {

  /**
   * A decision.
   *
   * @param rests the numbers it was made on, each as it was
   */
  public record Line(Memory.Decided decision, List<Rest> rests) {}

  /** A number a decision was made on: what it shows, and where it always will. */
  public record Rest(String words, String href, String snapshot) {}
}
