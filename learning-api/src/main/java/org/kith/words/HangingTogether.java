package org.kith.words;

import java.util.List;
import java.util.function.UnaryOperator;
import org.kith.published.ItemBehaviourRow;
import org.kith.published.ReliabilityRow;
import org.kith.published.Visibility;

/** Whether the questions of a questionnaire hang together, in words. */
public final class HangingTogether {
  /** From here on a score is commonly taken to speak of one thing. */
  private static final double WELL = 0.7;

  /** Below this, organisations are not looked at beside one another. */
  private static final double SOMEWHAT = 0.6;

  /** An item that goes less with the rest than this goes its own way. */
  private static final double OWN_WAY = 0.3;

  private HangingTogether() {}

  /** The five questions hang together … */
  public static String of(ReliabilityRow row, int people, int organisations) {
    if (row.visibility() != Visibility.SHOWN || row.alpha() == null) {
      return Hidden.of(row.visibility(), people, organisations);
    }
    String questions = Numbers.capital("the " + Numbers.counted(row.items(), "question"));
    String alpha =
        row.low() == null
            ? " (α " + Numbers.coefficient(row.alpha()) + ")."
            : " (α "
                + Numbers.coefficient(row.alpha())
                + ", between "
                + Numbers.coefficient(row.low())
                + " and "
                + Numbers.coefficient(row.high())
                + ").";
    if (row.alpha() < SOMEWHAT) {
      return questions
          + " hang together loosely: what people said to one tells little of what they said to the"
          + " others"
          + alpha;
    }
    return questions
        + (row.alpha() < WELL ? " hang together somewhat" : " hang together")
        + ": people who agree with one tend to agree with the others"
        + alpha;
  }

  /** What α is, for someone who never met it. */
  public static String alpha() {
    return "α is near 0 when the answers to one question say nothing about the answers to the"
        + " others, and near 1 when they say nearly everything.";
  }

  /** Of a questionnaire without a score. */
  public static String none(int questions) {
    return questions == 1
        ? "This is one question, so there is nothing it could hang together with."
        : "Its "
            + Numbers.counted(questions, "question")
            + " are looked at one by one and make no score, so they need not hang together.";
  }

  /** How it went over the waves. */
  public static String over(List<ReliabilityRow> rows, int people, int organisations) {
    List<ReliabilityRow> shown = rows.stream().filter(r -> r.alpha() != null).toList();
    if (shown.isEmpty()) {
      return rows.isEmpty() ? none(1) : of(rows.get(rows.size() - 1), people, organisations);
    }
    double low = shown.stream().mapToDouble(ReliabilityRow::alpha).min().orElseThrow();
    double high = shown.stream().mapToDouble(ReliabilityRow::alpha).max().orElseThrow();
    ReliabilityRow first = shown.get(0);
    boolean apart =
        shown.stream()
            .anyMatch(
                r ->
                    r.low() != null
                        && first.low() != null
                        && (r.low() > first.high() || r.high() < first.low()));
    String span = Numbers.counted(shown.size(), "quarter");
    if (shown.size() == 1) {
      return of(first, people, organisations);
    }
    String range = Numbers.coefficient(low) + " to " + Numbers.coefficient(high);
    return apart
        ? "Over "
            + span
            + " the questions did not always hang together alike: α lies from "
            + range
            + "."
        : "Over " + span + " the questions hung together alike: α lies from " + range + ".";
  }

  /**
   * Which questions go their own way.
   *
   * @param wording of an item's id
   */
  public static String items(
      List<ItemBehaviourRow> rows, UnaryOperator<String> wording, int people, int organisations) {
    List<ItemBehaviourRow> shown = rows.stream().filter(r -> r.itemRest() != null).toList();
    if (shown.isEmpty()) {
      return rows.isEmpty() ? "" : Hidden.of(rows.get(0).visibility(), people, organisations);
    }
    List<String> apart =
        shown.stream()
            .filter(r -> r.itemRest() < OWN_WAY)
            .map(r -> "“" + wording.apply(r.item()) + "”")
            .toList();
    if (apart.isEmpty()) {
      return "Each of the " + Numbers.counted(shown.size(), "question") + " goes with the others.";
    }
    if (apart.size() * 2 > shown.size()) {
      return Numbers.capital(Numbers.small(apart.size()))
          + " of the "
          + Numbers.counted(shown.size(), "question")
          + " go only a little with the others.";
    }
    return Numbers.list(apart)
        + (apart.size() == 1 ? " goes its own way" : " go their own way")
        + " more than the other questions.";
  }

  /** How many stand at the ends of what can be said, or an empty text. */
  public static String ends(Double floor, Double ceiling) {
    if (floor == null || ceiling == null) {
      return floor == null && ceiling == null
          ? ""
          : floor == null
              ? Numbers.capital(Numbers.fraction(ceiling)) + " have the highest possible score."
              : Numbers.capital(Numbers.fraction(floor)) + " have the lowest possible score.";
    }
    return Numbers.capital(Numbers.fraction(floor))
        + " have the lowest possible score, "
        + Numbers.fraction(ceiling)
        + " the highest.";
  }
}
