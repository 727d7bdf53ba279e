package org.kith.indicators;

import org.kith.instrument.Answer;
import org.kith.instrument.Item;

/**
 * Which way an item's answers go: towards more of what the instrument asks about, by the answers'
 * scores if they have any; else towards the counted answers; else towards the highest code, or the
 * lowest of a reversed item.
 */
public final class Towards {
  private Towards() {}

  /** A number that rises towards more. Answers of equal number are neither more nor less. */
  public static double more(Item item, Answer answer) {
    return answer.score() != null ? answer.score() : direction(item) * answer.code();
  }

  private static int direction(Item item) {
    double counted = 0;
    double valid = 0;
    double codes = 0;
    for (Answer answer : item.answers()) {
      if (item.valid(answer.code())) {
        codes++;
        valid += answer.code();
        counted += item.counted().contains(answer.code()) ? answer.code() : 0;
      }
    }
    if (item.counted().isEmpty()) {
      return item.reversed() ? -1 : 1;
    }
    return counted / item.counted().size() < valid / codes ? -1 : 1;
  }
}
