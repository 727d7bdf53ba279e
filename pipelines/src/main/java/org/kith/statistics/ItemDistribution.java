package org.kith.statistics;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.instrument.Answer;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;

/**
 * What people answered to one question: how many chose each answer and how many gave none, by kind.
 *
 * <p>Units are people. Answers that leave the denominator ("nothing needs improving") are counted
 * apart from valid ones, and every kind of missing keeps its own count, so that {@code answered +
 * excluded + missing} is everyone who returned the form. R: {@code table}.
 *
 * <p>It is the first thing to show for any question. A mean of ordered answers can reverse the true
 * order of two groups (Liddell and Kruschke 2018, doi:10.1016/j.jesp.2018.08.009). It can mislead
 * when the people who answered differ from those who did not.
 *
 * @param answers people per answer code in the order the answers are offered, zeros included
 * @param missing people per kind of missing, zeros included
 * @param answered people with a valid answer: the denominator of shares
 * @param counted people with an answer the item counts
 * @param excluded people with an answer that leaves the denominator
 */
public record ItemDistribution(
    Map<Integer, Long> answers,
    Map<Missing, Long> missing,
    long answered,
    long counted,
    long excluded) {

  public ItemDistribution {
    requireNonNull(answers, "answers");
    requireNonNull(missing, "missing");
  }

  /**
   * From people per code, negative codes being the kinds of {@link Missing}.
   *
   * @throws IllegalArgumentException if a code is neither an answer of the item nor a kind of
   *     missing, or a count is negative
   */
  public static ItemDistribution of(Map<Integer, Long> people, Item item) {
    Map<Integer, Long> answers = new LinkedHashMap<>();
    for (Answer answer : item.answers()) {
      answers.put(answer.code(), 0L);
    }
    Map<Missing, Long> missing = new EnumMap<>(Missing.class);
    for (Missing kind : Missing.values()) {
      missing.put(kind, 0L);
    }
    for (Map.Entry<Integer, Long> entry : people.entrySet()) {
      int code = entry.getKey();
      long count = entry.getValue();
      if (count < 0) {
        throw new IllegalArgumentException(
            "Item " + item.id() + ", code " + code + ": " + count + " people cannot be.");
      }
      if (code < 0) {
        missing.merge(Missing.of(code), count, Long::sum);
      } else if (answers.containsKey(code)) {
        answers.merge(code, count, Long::sum);
      } else {
        throw new IllegalArgumentException(
            "Item "
                + item.id()
                + " has no answer "
                + code
                + "; its answers are "
                + answers.keySet()
                + ".");
      }
    }
    long answered = 0;
    long counted = 0;
    long excluded = 0;
    for (Map.Entry<Integer, Long> entry : answers.entrySet()) {
      if (item.excluded().contains(entry.getKey())) {
        excluded += entry.getValue();
        continue;
      }
      answered += entry.getValue();
      if (item.counted().contains(entry.getKey())) {
        counted += entry.getValue();
      }
    }
    return new ItemDistribution(answers, missing, answered, counted, excluded);
  }

  /** Everyone who returned the form. */
  public long people() {
    return answered + excluded + missing.values().stream().mapToLong(Long::longValue).sum();
  }
}
