package org.kith.suggest;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.instrument.Missing;
import org.kith.instrument.MissingWords;

/** Values that most forms use for an answer that is none. */
final class MissingValues {
  private static final Map<String, Missing> NUMBERS = new HashMap<>();

  static {
    // By custom, in two and three digits: 97 don't know, 98 declined, 99 left blank.
    for (String nines : List.of("", "9")) {
      NUMBERS.put(nines + "97", Missing.DONT_KNOW);
      NUMBERS.put(nines + "98", Missing.DECLINED);
      NUMBERS.put(nines + "99", Missing.SKIPPED);
    }
    NUMBERS.put("-99", Missing.SKIPPED);
    NUMBERS.put("-8", Missing.DONT_KNOW);
    NUMBERS.put("-9", Missing.DECLINED);
    NUMBERS.put("-1", Missing.NOT_ASKED);
  }

  private MissingValues() {}

  /** The kind of missing a value most likely means. */
  static Optional<Missing> of(String value) {
    Optional<Missing> word = MissingWords.of(value);
    // LimeSurvey codes answers as A97.
    return word.or(() -> Optional.ofNullable(NUMBERS.get(value.replaceFirst("^[A-Za-z]", ""))));
  }

  /** The values that are answers. */
  static List<String> without(Collection<String> values) {
    return values.stream().filter(v -> of(v).isEmpty()).toList();
  }
}
