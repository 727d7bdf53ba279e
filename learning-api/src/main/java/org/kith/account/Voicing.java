package org.kith.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.people.Voice;

/**
 * Which voices may be named. A voice of fewer people than k is not, and one more is left unnamed
 * beside a voice that would otherwise stand alone, or beside several that are together too few:
 * whoever knows how many there were would subtract the named ones and have the rest.
 *
 * @param named voices and how many they are, in the order in which voices are declared
 * @param unnamed the others that are there
 */
record Voicing(Map<Voice, Integer> named, List<Voice> unnamed) {
  /** Stands over what was said in voices that are not named. */
  static final String UNNAMED = "Voices too few to name";

  private static final String SOMEBODY = "somebody in the room";

  Voicing {
    named = Collections.unmodifiableMap(new EnumMap<>(named));
    unnamed = List.copyOf(unnamed);
  }

  /**
   * Of people counted by voice.
   *
   * @param people k; people at work are one more, because their colleagues know them
   */
  static Voicing of(Map<Voice, Integer> counted, int people) {
    EnumMap<Voice, Integer> named = new EnumMap<>(Voice.class);
    counted.forEach(
        (voice, n) -> {
          if (n > 0) {
            named.put(voice, n);
          }
        });
    List<Voice> unnamed = new ArrayList<>();
    named.forEach(
        (voice, n) -> {
          if (n < few(voice, people)) {
            unnamed.add(voice);
          }
        });
    int hidden = 0;
    for (Voice voice : unnamed) {
      hidden += named.remove(voice);
    }
    while (!unnamed.isEmpty() && (unnamed.size() == 1 || hidden < people + 1)) {
      Optional<Voice> next =
          named.keySet().stream()
              .min(Comparator.comparing((Voice v) -> named.get(v)).thenComparing(v -> v));
      if (next.isEmpty()) {
        break;
      }
      unnamed.add(next.get());
      hidden += named.remove(next.get());
    }
    return new Voicing(named, unnamed.stream().sorted().toList());
  }

  /** Fewer than this are too few to be told of. */
  static int few(Voice voice, int people) {
    return voice == Voice.RESIDENT ? people : people + 1;
  }

  /** Who said something: "a resident", or nobody in particular. */
  String one(Voice voice) {
    return named.containsKey(voice) ? voice.one() : SOMEBODY;
  }
}
