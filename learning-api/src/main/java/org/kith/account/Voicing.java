package org.kith.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.people.Voice;
import org.kith.reviews.VoicesNamed;

/**
 * Which voices may be named in an account, by the rule of {@link VoicesNamed}, and how many they
 * are.
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
    List<Voice> each = new ArrayList<>();
    counted.forEach((voice, n) -> each.addAll(Collections.nCopies(n, voice)));
    Set<Voice> over = VoicesNamed.of(each, people).named();
    EnumMap<Voice, Integer> named = new EnumMap<>(Voice.class);
    List<Voice> unnamed = new ArrayList<>();
    counted.forEach(
        (voice, n) -> {
          if (over.contains(voice)) {
            named.put(voice, n);
          } else if (n > 0) {
            unnamed.add(voice);
          }
        });
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
