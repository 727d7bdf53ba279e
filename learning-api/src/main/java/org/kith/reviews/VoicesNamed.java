package org.kith.reviews;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.kith.people.Voice;

/**
 * Which voices may stand over what people said. A voice with few people in it would be a name by
 * another word; what its people said then stands among the others, without a voice. No voice is the
 * only one left without, or it would be known all the same.
 *
 * @param fewest people of a voice, and of all those without one together
 * @param named the voices that may be named
 */
public record VoicesNamed(int fewest, Set<Voice> named) {

  public VoicesNamed {
    named = named.isEmpty() ? Set.of() : Set.copyOf(named);
  }

  /**
   * For words of these people.
   *
   * @param voices one for each person who said something, in any order
   * @param k fewer people than this are hidden; of people who work here, one more
   */
  public static VoicesNamed of(Collection<Voice> voices, int k) {
    Map<Voice, Integer> people = new EnumMap<>(Voice.class);
    voices.forEach(v -> people.merge(v, 1, Integer::sum));
    Set<Voice> named = EnumSet.noneOf(Voice.class);
    people.forEach(
        (voice, count) -> {
          if (count >= fewest(Set.of(voice), k)) {
            named.add(voice);
          }
        });
    Set<Voice> rest = EnumSet.noneOf(Voice.class);
    rest.addAll(people.keySet());
    rest.removeAll(named);
    while (!rest.isEmpty() && !named.isEmpty() && tellable(rest, people, k)) {
      Voice smallest =
          named.stream()
              .min(Comparator.comparing((Voice v) -> people.get(v)).thenComparing(v -> v))
              .orElseThrow();
      named.remove(smallest);
      rest.add(smallest);
    }
    return new VoicesNamed(fewest(people.keySet(), k), named);
  }

  /** Whether those without a voice could be told by taking the others away from all. */
  private static boolean tellable(Set<Voice> rest, Map<Voice, Integer> people, int k) {
    return rest.size() == 1 || rest.stream().mapToInt(people::get).sum() < fewest(rest, k);
  }

  /** How few people of these voices may not be told apart: one more where some of them work. */
  public static int fewest(Collection<Voice> voices, int k) {
    return voices.stream().allMatch(v -> v == Voice.RESIDENT) ? k : k + 1;
  }

  /** What stands over what somebody of this voice said: "Residents", or nothing. */
  public String over(Voice voice) {
    return named.contains(voice) ? voice.many() : "";
  }
}
