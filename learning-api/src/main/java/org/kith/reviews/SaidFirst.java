package org.kith.reviews;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Voice;

/**
 * What people said before they saw, of one question, as everybody in the review may read it once
 * predictions are closed: how many expected which share, in heaps that are large enough to hide in,
 * and everybody's words without a name.
 *
 * @param people how many said anything
 * @param ranges how many said which share they expect; null when fewer than {@code fewest} did
 * @param fewest people in a heap
 * @param heaps from the lowest share to the highest, covering everybody who said one; empty when
 *     they are too few, or too far apart for two heaps
 * @param sayings by voice; last what stands without one
 */
public record SaidFirst(
    int people, Integer ranges, int fewest, List<Heap> heaps, List<Sayings> sayings) {
  private static final int STEP = 5;
  private static final int ALL = 100;

  /**
   * People who expected about the same: the middle of what they expected lies from {@code from} up
   * to {@code to}.
   *
   * @param from of 100; 0 for the lowest heap
   * @param to of 100; 100 for the highest heap
   */
  public record Heap(int from, int to, int people) {
    /** As people say it: "under 40", "40 to 45", "over 50". */
    public String words() {
      return from == 0 ? "under " + to : to == ALL ? from + " or more" : from + " to " + to;
    }

    /** Where it stands on a line from 0 to 100. */
    public double at() {
      return from == 0 ? to - STEP / 2.0 : to == ALL ? from + STEP / 2.0 : (from + to) / 2.0;
    }
  }

  /**
   * What people of one voice said, in no order.
   *
   * @param voice "Residents", or empty where no voice may be named
   */
  public record Sayings(String voice, List<Saying> said) {
    public Sayings {
      said = List.copyOf(said);
    }
  }

  /** One person's words: what they expect, and what would surprise them; either can be empty. */
  public record Saying(String words, String surprise) {}

  /** A prediction in the store. */
  record Said(String id, Voice voice, Double low, Double high, String words, String surprise) {}

  public SaidFirst {
    heaps = List.copyOf(heaps);
    sayings = List.copyOf(sayings);
  }

  /**
   * Of one question of a review.
   *
   * @param k fewer people than this are hidden
   * @throws ProblemException while predictions can still be made
   */
  public static SaidFirst of(Handle h, Review review, String question, int k) {
    if (review.saidClosed() == null) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "What others expect can be read once predictions are closed, and not before.");
    }
    return of(Predictions.all(h, review.id(), question), k);
  }

  static SaidFirst of(List<Said> all, int k) {
    List<Said> ranges = all.stream().filter(s -> s.low() != null && s.high() != null).toList();
    int fewest = VoicesNamed.fewest(ranges.stream().map(Said::voice).toList(), k);
    boolean enough = ranges.size() >= fewest;
    return new SaidFirst(
        all.size(),
        enough ? ranges.size() : null,
        fewest,
        enough ? heaps(ranges, fewest) : List.of(),
        sayings(all, k));
  }

  private static List<Heap> heaps(List<Said> ranges, int fewest) {
    Map<Integer, Integer> bins = new TreeMap<>();
    for (Said said : ranges) {
      double middle = (said.low() + said.high()) / 2;
      int bin = (int) Math.min(ALL - STEP, Math.floor(middle / STEP) * STEP);
      bins.merge(bin, 1, Integer::sum);
    }
    List<Heap> heaps = new ArrayList<>();
    int from = 0;
    int held = 0;
    int left = ranges.size();
    for (int bin = 0; bin < ALL; bin += STEP) {
      held += bins.getOrDefault(bin, 0);
      // The last heap takes whoever would be too few for one of their own.
      if (held >= fewest && left - held >= fewest) {
        heaps.add(new Heap(from, bin + STEP, held));
        left -= held;
        from = bin + STEP;
        held = 0;
      }
    }
    if (heaps.isEmpty()) {
      return List.of();
    }
    heaps.add(new Heap(from, ALL, left));
    return heaps;
  }

  private static List<Sayings> sayings(List<Said> all, int k) {
    List<Said> worded =
        all.stream()
            .filter(s -> !s.words().isEmpty() || !s.surprise().isEmpty())
            // Ids are random, so this order says nothing of when or by whom.
            .sorted(Comparator.comparing(Said::id))
            .toList();
    VoicesNamed named = VoicesNamed.of(worded.stream().map(Said::voice).toList(), k);
    List<Sayings> sayings = new ArrayList<>();
    for (Voice voice : Voice.values()) {
      if (named.named().contains(voice)) {
        sayings.add(sayings(named.over(voice), worded, List.of(voice)));
      }
    }
    List<Voice> rest =
        List.of(Voice.values()).stream().filter(v -> !named.named().contains(v)).toList();
    Sayings without = sayings("", worded, rest);
    if (!without.said().isEmpty()) {
      sayings.add(without);
    }
    return sayings;
  }

  private static Sayings sayings(String over, List<Said> worded, List<Voice> voices) {
    return new Sayings(
        over,
        worded.stream()
            .filter(s -> voices.contains(s.voice()))
            .map(s -> new Saying(s.words(), s.surprise()))
            .toList());
  }
}
