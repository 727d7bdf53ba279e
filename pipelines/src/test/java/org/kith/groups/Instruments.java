package org.kith.groups;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring;

/** Made-up instruments, one per way of scoring. */
final class Instruments {
  private Instruments() {}

  static Instrument of(String id, Scoring scoring, Item... items) {
    return new Instrument(id, id, "trust", "CC0", "", "made up", "", "", scoring, List.of(items));
  }

  static Scoring scoring(Scoring.Method method, int minAnswered) {
    return new Scoring(method, minAnswered, 0, 100, "more of it");
  }

  /** Codes 1 to {@code answers}, the highest of them excluded if asked for. */
  static Item item(String id, int answers, boolean reversed, Set<Integer> excluded) {
    List<Answer> offered =
        IntStream.rangeClosed(1, answers)
            .mapToObj(code -> new Answer(code, "answer " + code, "" + code, null))
            .toList();
    return new Item(id, id + "?", offered, reversed, Map.of(), excluded, Set.of(1), "said one");
  }

  /** Codes 1, 2, … with these scores; null for an answer without one. */
  static Item scored(String id, boolean reversed, Double... scores) {
    List<Answer> offered =
        IntStream.range(0, scores.length)
            .mapToObj(i -> new Answer(i + 1, "answer " + i, "" + i, scores[i]))
            .toList();
    return new Item(id, id + "?", offered, reversed, Map.of(), Set.of(), Set.of(), "");
  }
}
