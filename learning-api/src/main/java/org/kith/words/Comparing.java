package org.kith.words;

import java.util.List;
import java.util.function.UnaryOperator;
import org.kith.published.ComparabilityRow;
import org.kith.published.Gate;
import org.kith.published.Visibility;

/** Whether organisations may be looked at beside one another, in words. */
public final class Comparing {

  private Comparing() {}

  /** Whether they may and, if not, why. */
  public static String of(Gate gate) {
    return switch (gate) {
      case OPEN ->
          "Nothing was found that speaks against looking at organisations beside one another.";
      case NOT_RELIABLE -> reason(Visibility.NOT_RELIABLE);
      case NOT_COMPARABLE -> reason(Visibility.NOT_COMPARABLE);
      case NOT_KNOWN -> reason(Visibility.NOT_KNOWN_COMPARABLE);
    };
  }

  private static String reason(Visibility why) {
    // None of these reasons names a number.
    return Hidden.of(why, 0, 0);
  }

  /** The same in few words. */
  public static String brief(Gate gate) {
    return switch (gate) {
      case OPEN -> "May be";
      case NOT_RELIABLE, NOT_COMPARABLE -> "Not here";
      case NOT_KNOWN -> "Not known";
    };
  }

  /** What follows the few words. */
  public static String after(Gate gate) {
    return switch (gate) {
      case OPEN -> " looked at beside one another";
      case NOT_RELIABLE -> ": the questions do not hang together well enough";
      case NOT_COMPARABLE -> ": a question does not mean the same everywhere";
      case NOT_KNOWN -> ": too few answers to tell, so it is not done";
    };
  }

  /**
   * Which questions do not mean the same everywhere.
   *
   * @param wording of an item's id
   */
  public static String items(
      List<ComparabilityRow> rows, UnaryOperator<String> wording, int people, int organisations) {
    List<ComparabilityRow> shown = rows.stream().filter(r -> r.apart() != null).toList();
    if (shown.isEmpty()) {
      return rows.isEmpty() ? "" : Hidden.of(rows.get(0).visibility(), people, organisations);
    }
    List<String> apart =
        shown.stream()
            .filter(ComparabilityRow::apart)
            .map(r -> "“" + wording.apply(r.item()) + "”")
            .toList();
    if (apart.isEmpty()) {
      String each =
          shown.size() == rows.size()
              ? "each of the " + Numbers.counted(shown.size(), "question")
              : "the questions that could be looked at";
      return "People with the same score answered "
          + each
          + " alike in all organisations, as far as can be seen.";
    }
    return "People with the same score answered "
        + Numbers.list(apart)
        + " otherwise in some organisations than in others, so "
        + (apart.size() == 1 ? "it does" : "they do")
        + " not mean the same everywhere.";
  }
}
