package org.kith.suggest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.instrument.Answer;
import org.kith.instrument.Item;

/**
 * How the values of a column fit the answers of an item.
 *
 * @param kind by what they fit
 * @param share of the different values that fit, from 0 to 1
 * @param codes value to answer code, to be written into the mapping; empty when none is needed
 */
record AnswerFit(Kind kind, double share, Map<String, Integer> codes) {
  // Real exports hold slips: a code that was never offered, a note instead of an answer.
  private static final double ENOUGH = 0.66;

  /** Ways to fit, each with how much it says about which item it is, from 0 to 1. */
  enum Kind {
    /** The labels themselves. */
    LABELS(1),
    /** Words that shorten the labels. */
    SHORT_LABELS(0.8),
    /** The item's own codes. */
    NUMBERS(0.5),
    /** Codes of the tool, as many as the item has answers; their order is assumed. */
    IN_ORDER(0.45),
    /** The sample holds no answer. */
    NOTHING_SEEN(0.2),
    /** They do not fit. */
    NONE(0);

    private final double weight;

    Kind(double weight) {
      this.weight = weight;
    }
  }

  private static final AnswerFit NO = new AnswerFit(Kind.NONE, 0, Map.of());
  private static final Pattern CODE = Pattern.compile("([A-Za-z]{0,3})(\\d{1,4})");

  static AnswerFit of(Column column, Item item) {
    if (column.values().isEmpty()) {
      return new AnswerFit(Kind.NOTHING_SEEN, 1, Map.of());
    }
    // An instrument may have an answer that elsewhere is missing, such as "prefer not to say".
    List<String> values =
        column.values().stream()
            .filter(v -> byLabel(v, item).isPresent() || MissingValues.of(v).isEmpty())
            .filter(
                v -> !v.matches("-?\\d{1,9}") || !item.missing().containsKey(Integer.valueOf(v)))
            .toList();
    if (values.isEmpty()) {
      return new AnswerFit(Kind.NOTHING_SEEN, 1, Map.of());
    }
    return numbers(values, item)
        .or(() -> labels(values, item))
        .or(() -> shortLabels(values, item))
        .or(() -> inOrder(values, item))
        .orElse(NO);
  }

  /** How much the fit says about which item it is, from 0 to 1. */
  double weight() {
    return kind.weight * share;
  }

  private static Optional<AnswerFit> numbers(List<String> values, Item item) {
    long fitting =
        values.stream()
            .filter(v -> v.matches("\\d{1,4}") && item.answer(Integer.parseInt(v)).isPresent())
            .count();
    return enough(Kind.NUMBERS, fitting, values, Map.of());
  }

  private static Optional<AnswerFit> labels(List<String> values, Item item) {
    long fitting = values.stream().filter(v -> byLabel(v, item).isPresent()).count();
    return enough(Kind.LABELS, fitting, values, Map.of());
  }

  private static Optional<AnswerFit> enough(
      Kind kind, long fitting, List<String> values, Map<String, Integer> codes) {
    double share = (double) fitting / values.size();
    return share >= ENOUGH ? Optional.of(new AnswerFit(kind, share, codes)) : Optional.empty();
  }

  private static Optional<Answer> byLabel(String value, Item item) {
    String plain = Wording.plain(value);
    return item.answers().stream().filter(a -> Wording.plain(a.label()).equals(plain)).findFirst();
  }

  /** A value fits when it stands for one answer; no two may stand for the same one. */
  private static Optional<AnswerFit> shortLabels(List<String> values, Item item) {
    Map<Integer, String> byCode = new TreeMap<>();
    for (String value : values) {
      List<Answer> found = shortened(value, item);
      if (found.size() == 1 && byCode.put(found.get(0).code(), value) != null) {
        return Optional.empty();
      }
    }
    Map<String, Integer> codes = new LinkedHashMap<>();
    byCode.forEach((code, value) -> codes.put(value, code));
    return enough(Kind.SHORT_LABELS, codes.size(), values, codes);
  }

  /** By the mark of the answer, else by its label; one whose first word is meant goes first. */
  private static List<Answer> shortened(String value, Item item) {
    String words = String.join(" ", Wording.nameWords(value));
    List<Answer> same =
        item.answers().stream().filter(a -> Wording.plain(a.brief()).equals(words)).toList();
    if (!same.isEmpty()) {
      return same;
    }
    List<Answer> all =
        item.answers().stream().filter(a -> Wording.shortens(value, a.label())).toList();
    List<Answer> first =
        all.stream()
            .filter(a -> Wording.plain(a.label()).startsWith(words.split(" ", -1)[0]))
            .toList();
    return first.isEmpty() ? all : first;
  }

  /**
   * A1, A2, … counted from 1; numbers that start elsewhere only when all of them were seen, since
   * nothing else tells where they start.
   */
  private static Optional<AnswerFit> inOrder(List<String> values, Item item) {
    Matcher some = CODE.matcher(values.get(0));
    if (!some.matches()) {
      return Optional.empty();
    }
    String prefix = some.group(1);
    int answers = item.answers().size();
    List<Integer> numbers =
        values.stream()
            .map(CODE::matcher)
            .filter(m -> m.matches() && m.group(1).equals(prefix))
            .map(m -> Integer.valueOf(m.group(2)))
            .sorted()
            .toList();
    int first = prefix.isEmpty() ? numbers.get(0) : 1;
    long fitting = numbers.stream().filter(n -> n >= first && n < first + answers).count();
    if (prefix.isEmpty() && fitting < answers) {
      return Optional.empty();
    }
    Map<String, Integer> codes = new LinkedHashMap<>();
    for (int i = 0; i < answers; i++) {
      codes.put(prefix + (first + i), item.answers().get(i).code());
    }
    return enough(Kind.IN_ORDER, fitting, values, codes);
  }
}
