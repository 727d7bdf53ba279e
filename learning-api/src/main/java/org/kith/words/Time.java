package org.kith.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kith.published.ControlPointRow;
import org.kith.published.Signal;

/** What a line of points asks for, in words. */
public final class Time {

  private Time() {}

  /**
   * What the line asks for.
   *
   * @param points in time order
   * @param labels name of each wave
   */
  public static String of(List<ControlPointRow> points, Map<String, String> labels) {
    List<ControlPointRow> shown = shown(points);
    if (shown.isEmpty()) {
      return "Every quarter is hidden, so no line can be drawn.";
    }
    if (shown.size() < 2) {
      return "One quarter so far. A line needs at least two, and twelve before its usual range can"
          + " be told.";
    }
    ControlPointRow last = shown.get(shown.size() - 1);
    List<ControlPointRow> unlike = shown.stream().filter(p -> p.signal() != Signal.NONE).toList();
    if (unlike.isEmpty()) {
      return "These points vary as they usually do. Nothing here asks for an explanation yet.";
    }
    String first = labels.get(unlike.get(0).wave());
    String latest = labels.get(unlike.get(unlike.size() - 1).wave());
    if (unlike.size() == 1) {
      return unlike.get(0).equals(last)
          ? first + " is unlike the quarters before it. What was going on?"
          : first + " is unlike the quarters around it. What was going on?";
    }
    return "From "
        + first
        + " to "
        + latest
        + ", "
        + Numbers.small(unlike.size())
        + " quarters are unlike the others. What was going on?";
  }

  /**
   * How the usual range was worked out.
   *
   * @param percent whether the points are percentages
   */
  public static String band(List<ControlPointRow> points, boolean percent) {
    List<ControlPointRow> shown = shown(points);
    if (shown.size() < 2 || shown.get(shown.size() - 1).lower() == null) {
      return "There are too few quarters to say where points usually fall.";
    }
    ControlPointRow last = shown.get(shown.size() - 1);
    String range =
        percent
            ? Numbers.percents(Math.max(0, last.lower()), Math.min(100, last.upper()))
            : Numbers.score(last.lower()) + " to " + Numbers.score(last.upper());
    if (Boolean.TRUE.equals(last.trial())) {
      return "The band is where points usually fall, "
          + range
          + ". It rests on only "
          + Numbers.counted(last.baseline(), "quarter")
          + ", so these are trial limits: they will move until there are twelve.";
    }
    return "The band is where points usually fall, "
        + range
        + ", worked out from "
        + Numbers.counted(last.baseline(), "quarter")
        + (last.baseline() < shown.size() ? " and held still since." : ".");
  }

  /**
   * What people said over the quarters, for the columns.
   *
   * @param countedAs what the people counted did, or empty
   */
  public static String shape(
      List<ControlPointRow> points, Map<String, String> labels, String countedAs) {
    List<ControlPointRow> shown = shown(points);
    if (shown.size() < 2 || countedAs.isEmpty()) {
      return "What people answered, quarter by quarter.";
    }
    ControlPointRow last = shown.get(shown.size() - 1);
    List<String> unlike = new ArrayList<>();
    for (ControlPointRow point : shown) {
      if (point.signal() != Signal.NONE) {
        unlike.add(labels.get(point.wave()));
      }
    }
    String span = Numbers.counted(shown.size(), "quarter");
    if (unlike.isEmpty()) {
      return "Over " + span + " the answers kept much the same shape.";
    }
    if (last.signal() != Signal.NONE && unlike.size() == 1) {
      boolean fewer = last.value() < last.centre();
      return "For "
          + Numbers.counted(shown.size() - 1, "quarter")
          + " the answers kept much the same shape. In "
          + labels.get(last.wave()).toLowerCase(Locale.UK)
          + ", "
          + (fewer ? "fewer" : "more")
          + " people "
          + countedAs
          + ".";
    }
    return "Over "
        + span
        + " the answers did not keep one shape: "
        + (unlike.size() == 1
            ? unlike.get(0) + " stands"
            : Numbers.small(unlike.size()) + " quarters stand")
        + " apart.";
  }

  /**
   * A point unlike the others, as a question to talk about.
   *
   * @param countedAs what the people counted did, or empty for a score
   */
  public static String wonder(ControlPointRow point, Map<String, String> labels, String countedAs) {
    boolean under = point.value() < point.centre();
    String when =
        "What was going on in " + labels.get(point.wave()).toLowerCase(Locale.UK) + ", when ";
    return countedAs.isEmpty()
        ? when + "scores lay " + (under ? "lower" : "higher") + " than usual?"
        : when + (under ? "fewer" : "more") + " people than usual " + countedAs + "?";
  }

  private static List<ControlPointRow> shown(List<ControlPointRow> points) {
    return points.stream().filter(p -> p.value() != null).toList();
  }
}
