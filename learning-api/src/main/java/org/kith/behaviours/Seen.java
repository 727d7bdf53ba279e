package org.kith.behaviours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.people.Voice;

/**
 * How one behaviour is seen, by voice, in a round that is closed.
 *
 * <p>A voice is shown when enough people of it placed the behaviour, otherwise it is hidden. Where
 * one is hidden, all together are shown only when what is left after taking the shown voices away
 * is enough people again: otherwise the hidden would be what remains, and nobody is a small number
 * too. A free word stands under a voice only where the words under none are of nobody or of enough
 * people.
 *
 * @param voices those that take part in the cycle, in a fixed order
 * @param everyone all together, hidden where it would give away a hidden voice
 * @param gaps between every two voices that are shown
 * @param said free words, in no order that tells of their author
 */
public record Seen(
    Behaviour behaviour, List<Strip> voices, Strip everyone, List<Gap> gaps, List<Said> said) {

  /**
   * Answers of some people.
   *
   * @param voice whose, or null for all together
   * @param counts how many placed it at 1, 2 … 10; empty when hidden
   * @param middle null when hidden
   * @param hidden why it is hidden, in words, or empty
   */
  public record Strip(Voice voice, List<Integer> counts, Middle middle, String hidden) {
    public Strip {
      counts = List.copyOf(counts);
    }

    /** Whether its numbers may be read. */
    public boolean shown() {
      return hidden.isEmpty();
    }

    /** How many people it is of; 0 when hidden. */
    public int people() {
      return counts.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** How far two voices lie apart. */
  public record Gap(Voice first, Voice second, MedianGap gap) {}

  /**
   * A free word.
   *
   * @param voice of its author, or null where it would give away who that is
   */
  public record Said(String words, Voice voice) {}

  /**
   * From how many people on numbers are shown.
   *
   * @param residents of residents
   * @param staff of people who work here, and of any mixture of voices
   */
  public record Least(int residents, int staff) {
    /** The rule of a snapshot: k, and one more for people who work. */
    public static Least of(int k) {
      return new Least(k, k + 1);
    }

    int of(Voice voice) {
      return voice == Voice.RESIDENT ? residents : staff;
    }
  }

  private record Answer(Behaviour behaviour, Voice voice, Integer seen, String words) {}

  /**
   * All nine, in their fixed order.
   *
   * @throws ProblemException if the round is still open, or not of a cycle of theirs
   */
  public static List<Seen> of(Handle h, Person me, String cycle, String round, Least least) {
    if (Rounds.needed(h, me, cycle, round).open()) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "Nobody sees what others answered before the round is closed.");
    }
    Set<Voice> voices = EnumSet.noneOf(Voice.class);
    h.createQuery("select distinct voice from cycle_member where cycle = :cycle")
        .bind("cycle", cycle)
        .mapTo(String.class)
        .forEach(v -> voices.add(Voice.of(v)));
    List<Answer> answers =
        h.createQuery("select behaviour, voice, seen, words from behaviour_answer where round = :r")
            .bind("r", round)
            .map(
                (row, ctx) ->
                    new Answer(
                        Behaviour.of(row.getString("behaviour")),
                        Voice.of(row.getString("voice")),
                        row.getObject("seen") == null ? null : (Integer) row.getInt("seen"),
                        row.getString("words")))
            .list();
    List<Seen> all = new ArrayList<>();
    for (Behaviour behaviour : Behaviour.values()) {
      all.add(
          of(
              behaviour,
              voices,
              answers.stream().filter(a -> a.behaviour() == behaviour).toList(),
              least));
    }
    return all;
  }

  private static Seen of(
      Behaviour behaviour, Set<Voice> inCycle, List<Answer> answers, Least least) {
    Map<Voice, List<Answer>> byVoice = new EnumMap<>(Voice.class);
    inCycle.forEach(v -> byVoice.put(v, new ArrayList<>()));
    answers.stream()
        .filter(a -> a.seen() != null)
        .forEach(a -> byVoice.computeIfAbsent(a.voice(), v -> new ArrayList<>()).add(a));
    // Somebody's voice may have left the cycle since; that it once answered is shown only by
    // enough.
    byVoice.keySet().removeIf(v -> !inCycle.contains(v) && byVoice.get(v).size() < least.of(v));
    List<Strip> strips = new ArrayList<>();
    int shown = 0;
    for (Map.Entry<Voice, List<Answer>> e : byVoice.entrySet()) {
      boolean enough = e.getValue().size() >= least.of(e.getKey());
      shown += enough ? e.getValue().size() : 0;
      strips.add(
          enough
              ? strip(e.getKey(), places(e.getValue()))
              : hidden(e.getKey(), "hidden, fewer than " + least.of(e.getKey())));
    }
    List<Answer> placed = answers.stream().filter(a -> a.seen() != null).toList();
    return new Seen(
        behaviour,
        strips,
        everyone(placed, shown, strips, least),
        gaps(byVoice, strips),
        said(answers, strips, least));
  }

  private static Strip everyone(List<Answer> placed, int shown, List<Strip> strips, Least least) {
    int left = placed.size() - shown;
    if (placed.size() < least.staff()) {
      return hidden(null, "hidden, fewer than " + least.staff());
    }
    return strips.stream().anyMatch(s -> !s.shown()) && left < least.staff()
        ? hidden(null, "hidden, because it would give away a voice that is hidden")
        : strip(null, places(placed));
  }

  private static List<Gap> gaps(Map<Voice, List<Answer>> byVoice, List<Strip> strips) {
    List<Voice> shown = strips.stream().filter(Strip::shown).map(Strip::voice).toList();
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      for (int j = i + 1; j < shown.size(); j++) {
        gaps.add(
            new Gap(
                shown.get(i),
                shown.get(j),
                MedianGap.of(
                    places(byVoice.get(shown.get(i))), places(byVoice.get(shown.get(j))))));
      }
    }
    return gaps;
  }

  /**
   * Free words stand under a voice only where enough people of it placed the behaviour, and where
   * those that stand under none could be of enough people. They come in the order of the alphabet,
   * as the order in which they were written might tell of who wrote last.
   */
  private static List<Said> said(List<Answer> answers, List<Strip> strips, Least least) {
    Set<Voice> shown = EnumSet.noneOf(Voice.class);
    strips.stream().filter(Strip::shown).forEach(s -> shown.add(s.voice()));
    long left = answers.stream().filter(a -> !shown.contains(a.voice())).count();
    boolean named = left == 0 || left >= least.staff();
    return answers.stream()
        .filter(a -> !a.words().isEmpty())
        .map(a -> new Said(a.words(), named && shown.contains(a.voice()) ? a.voice() : null))
        .sorted(Comparator.comparing(Said::words))
        .toList();
  }

  private static int[] places(List<Answer> answers) {
    return answers.stream().mapToInt(Answer::seen).toArray();
  }

  private static Strip strip(Voice voice, int[] places) {
    Integer[] counts = new Integer[Placement.MOST];
    Arrays.fill(counts, 0);
    for (int place : places) {
      counts[place - 1]++;
    }
    return new Strip(voice, List.of(counts), Middle.of(places), "");
  }

  private static Strip hidden(Voice voice, String why) {
    return new Strip(voice, List.of(), null, why);
  }
}
