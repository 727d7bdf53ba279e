package org.kith.instrument;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One question of an instrument.
 *
 * @param id the item's name inside its instrument: a column name of the lake ({@code
 *     [A-Za-z][A-Za-z0-9_]*})
 * @param wording the question as it was put
 * @param answers the answers in the order they are offered, at least two
 * @param reversed whether agreeing means less of the construct; scoring then uses (min + max) −
 *     code, unless the answers carry scores, which are already oriented
 * @param missing codes of an export that mean a kind of missing, such as 998 → declined
 * @param excluded answers that are real but leave the denominator, such as "nothing needs
 *     improving"
 * @param counted answers a proportion counts; empty when the item has no proportion of its own
 * @param countedAs what the people counted did, to follow "about 3 in 10": "said many people here
 *     can be trusted"; empty when nothing is counted
 */
public record Item(
    String id,
    String wording,
    List<Answer> answers,
    boolean reversed,
    Map<Integer, Missing> missing,
    Set<Integer> excluded,
    Set<Integer> counted,
    String countedAs) {

  private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";

  public Item {
    if (!id.matches(NAME)) {
      throw new IllegalArgumentException(
          "Item id '" + id + "' must start with a letter and hold only letters, digits and _.");
    }
    answers = List.copyOf(answers);
    // Sorted, because copyOf has another order in every run, and the settings' hash must not.
    missing = Collections.unmodifiableMap(new TreeMap<>(missing));
    excluded = Collections.unmodifiableSet(new TreeSet<>(excluded));
    counted = Collections.unmodifiableSet(new TreeSet<>(counted));
    if (answers.size() < 2) {
      throw new IllegalArgumentException("Item " + id + " needs at least two answers.");
    }
    List<Integer> codes = answers.stream().map(Answer::code).toList();
    if (codes.stream().distinct().count() != codes.size()) {
      throw new IllegalArgumentException("Item " + id + " uses an answer code twice: " + codes);
    }
    for (Set<Integer> named : List.of(excluded, counted)) {
      for (int code : named) {
        if (!codes.contains(code)) {
          throw new IllegalArgumentException(
              "Item " + id + " has no answer " + code + "; its answers are " + codes + ".");
        }
      }
    }
  }

  /** The answer with this code, if the item offers it. */
  public Optional<Answer> answer(int code) {
    return answers.stream().filter(a -> a.code() == code).findFirst();
  }

  /** Whether this code is an answer that stays in the denominator. */
  public boolean valid(int code) {
    return !excluded.contains(code) && answer(code).isPresent();
  }
}
