package org.kith.instrument;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words that most forms use for an answer that is none. */
public final class MissingWords {
  private static final Map<Pattern, Missing> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(
        Pattern.compile("(i )?(would )?(prefer|rather) not( to)?( say| answer)?|refused?|pns|pnts"),
        Missing.DECLINED);
    WORDS.put(Pattern.compile("(i )?(dont|do not) know|not sure|unsure|dk|idk"), Missing.DONT_KNOW);
    WORDS.put(
        Pattern.compile("(question )?not (asked|applicable|shown)|n a|inapplicable"),
        Missing.NOT_ASKED);
    WORDS.put(
        Pattern.compile("no (answer|response)|not answered|missing|skipped|left blank"),
        Missing.SKIPPED);
  }

  private MissingWords() {}

  /** The kind of missing that a label means, if it is one of these words. */
  public static Optional<Missing> of(String label) {
    String plain =
        label
            .replaceAll("<[^>]*>", " ")
            .replaceAll("['\u2018\u2019]", "")
            .toLowerCase(Locale.UK)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    return WORDS.entrySet().stream()
        .filter(e -> e.getKey().matcher(plain).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
