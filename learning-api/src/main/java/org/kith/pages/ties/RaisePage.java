package org.kith.pages.ties;

import java.util.List;
import org.kith.pages.Frame;
import org.kith.ties.Tie;
import org.kith.ties.Way;

/**
 * The form that passes something on.
 *
 * @param destinations cycles it can go to that way, by name
 * @param given what is in the form
 * @param problem what was wrong with it, or empty
 */
public record RaisePage(
    Frame frame,
    String cycle,
    String name,
    Way way,
    List<Tie.End> destinations,
    Given given,
    String problem) {

  /** What is in the form. */
  public record Given(String id, String matter, String to, String outside, String words) {}

  /** Where something goes that way, in words. */
  public String whither() {
    return switch (way) {
      case UP -> "to a larger scale, where the conditions are made";
      case ACROSS -> "to others at the same scale";
      case DOWN -> "to a smaller scale, where the work is done";
    };
  }
}
