package org.kith.groups;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kith.statistics.CrossProducts;

/**
 * The people of one partition over all waves, folded into sums per organisation. Rows come sorted
 * as {@link PanelJob} sorts them, so a person's stand together.
 *
 * <p>A pattern is a sequence of numbers, one for each wave a person has a value in: the wave, times
 * the number of divisors a value may have, plus the divisor's number ({@link MeasureValues}). So
 * the sums of a pattern are whole numbers.
 */
final class PanelTallies implements Serializable {
  /** Sums of one organisation. */
  private static final class Tally implements Serializable {
    /** By pattern, then measure: people, sums of units, sums of their products. */
    private final Map<Integer, long[][]> patterns = new HashMap<>();

    /** By pair of waves. */
    private final int[][] transitions;

    private Tally(int pairs) {
      transitions = new int[pairs][];
    }
  }

  private final Paths patterns = new Paths();

  /** Per organisation of the plan; null where nobody is. */
  private final Tally[] tallies;

  private PanelTallies(PanelPlan plan) {
    tallies = new Tally[plan.organisations().length];
  }

  /** One person's answers in the waves they answered in. */
  private static final class Person {
    private final int[] waves;
    private final int[][] answers;
    private final int[][] slots;
    private final long[][] units;
    private final long[] values;
    private int answered;

    private Person(PanelPlan plan) {
      int waves = plan.waves().length;
      this.waves = new int[waves];
      answers = new int[waves][plan.items().length];
      slots = new int[waves][plan.measures().measures()];
      units = new long[waves][plan.measures().measures()];
      values = new long[waves];
    }
  }

  /** Counts sorted people. */
  static PanelTallies of(PanelPlan plan, PanelRows rows) {
    PanelTallies all = new PanelTallies(plan);
    Person person = new Person(plan);
    for (int row = 0; row < rows.size(); row++) {
      if (row > 0 && !rows.samePerson(row)) {
        all.add(plan, rows.organisation(row - 1), person);
        person.answered = 0;
      }
      int wave = rows.wave(row);
      // Of several rows in a wave, the first counts.
      if (person.answered == 0 || person.waves[person.answered - 1] != wave) {
        int at = person.answered++;
        person.waves[at] = wave;
        rows.answers(plan.packed(), row, person.answers[at]);
      }
    }
    if (rows.size() > 0) {
      all.add(plan, rows.organisation(rows.size() - 1), person);
    }
    return all;
  }

  private void add(PanelPlan plan, int organisation, Person person) {
    if (tallies[organisation] == null) {
      tallies[organisation] = new Tally(plan.waves().length - 1);
    }
    Tally tally = tallies[organisation];
    for (int at = 0; at < person.answered; at++) {
      int[] answers = person.answers[at];
      int place = plan.grid().place(answers);
      plan.measures().of(answers, place, person.slots[at], person.units[at]);
      if (at > 0 && person.waves[at] == person.waves[at - 1] + 1) {
        transitions(plan, tally, person, at);
      }
    }
    int measures = plan.measures().measures();
    int lastPattern = Paths.START;
    long[][] ofPattern = null;
    for (int m = 0; m < measures; m++) {
      int pattern = Paths.START;
      int k = 0;
      for (int at = 0; at < person.answered; at++) {
        int slot = person.slots[at][m];
        if (slot != MeasureValues.NONE) {
          int divisor = slot - plan.measures().firstSlot(m);
          pattern = patterns.step(pattern, person.waves[at] * plan.measures().divisors() + divisor);
          person.values[k++] = person.units[at][m];
        }
      }
      if (k > 0) {
        if (pattern != lastPattern) {
          lastPattern = pattern;
          ofPattern = tally.patterns.computeIfAbsent(pattern, p -> new long[measures][]);
        }
        if (ofPattern[m] == null) {
          ofPattern[m] = new long[1 + k + k * (k + 1) / 2];
        }
        add(person.values, k, ofPattern[m]);
      }
    }
  }

  private static void add(long[] values, int k, long[] sums) {
    sums[0]++;
    int at = 1 + k;
    for (int i = 0; i < k; i++) {
      sums[1 + i] += values[i];
      for (int j = i; j < k; j++) {
        sums[at] = Math.addExact(sums[at], values[i] * values[j]);
        at++;
      }
    }
  }

  private static void transitions(PanelPlan plan, Tally tally, Person person, int to) {
    int pair = person.waves[to] - 1;
    if (tally.transitions[pair] == null) {
      tally.transitions[pair] = new int[plan.starts()[plan.items().length]];
    }
    int[] counts = tally.transitions[pair];
    for (int i = 0; i < plan.items().length; i++) {
      int earlier = plan.place(i, person.answers[to - 1][i]);
      int later = plan.place(i, person.answers[to][i]);
      if (earlier != PanelPlan.NONE && later != PanelPlan.NONE) {
        counts[plan.starts()[i] + earlier * plan.codes()[i].length + later]++;
      }
    }
  }

  /** Adds the people of another partition. */
  PanelTallies merge(PanelTallies other) {
    int[] numbers = new int[other.patterns.size()];
    for (int p = 0; p < numbers.length; p++) {
      numbers[p] = patterns.of(other.patterns.sequence(p));
    }
    for (int o = 0; o < tallies.length; o++) {
      Tally theirs = other.tallies[o];
      if (theirs == null) {
        continue;
      }
      if (tallies[o] == null) {
        tallies[o] = new Tally(theirs.transitions.length);
      }
      Tally mine = tallies[o];
      theirs.patterns.forEach(
          (p, sums) -> mine.patterns.merge(numbers[p], sums, PanelTallies::merged));
      for (int pair = 0; pair < theirs.transitions.length; pair++) {
        mine.transitions[pair] = merged(mine.transitions[pair], theirs.transitions[pair]);
      }
    }
    return this;
  }

  private static long[][] merged(long[][] a, long[][] b) {
    for (int m = 0; m < a.length; m++) {
      if (a[m] == null) {
        a[m] = b[m];
      } else if (b[m] != null) {
        for (int i = 0; i < a[m].length; i++) {
          a[m][i] = Math.addExact(a[m][i], b[m][i]);
        }
      }
    }
    return a;
  }

  private static int[] merged(int[] a, int[] b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    for (int i = 0; i < a.length; i++) {
      a[i] = Math.addExact(a[i], b[i]);
    }
    return a;
  }

  /** What was counted, by organisation, measure or item in asked order, and waves. */
  Panel panel(PanelPlan plan) {
    List<Panel.Pattern> all = new ArrayList<>();
    List<Panel.Transition> transitions = new ArrayList<>();
    for (int o = 0; o < tallies.length; o++) {
      if (tallies[o] == null) {
        continue;
      }
      String organisation = plan.organisations()[o];
      patterns(plan, organisation, tallies[o], all);
      for (int i = 0; i < plan.items().length; i++) {
        for (int pair = 0; pair < plan.waves().length - 1; pair++) {
          var people = people(plan, i, tallies[o].transitions[pair]);
          if (!people.isEmpty()) {
            String from = plan.waves()[pair];
            String to = plan.waves()[pair + 1];
            transitions.add(
                new Panel.Transition(
                    plan.instrument(), plan.items()[i], organisation, from, to, people));
          }
        }
      }
    }
    return new Panel(all, transitions);
  }

  private void patterns(
      PanelPlan plan, String organisation, Tally tally, List<Panel.Pattern> into) {
    List<Integer> inOrder = new ArrayList<>(tally.patterns.keySet());
    inOrder.sort((a, b) -> Arrays.compare(patterns.sequence(a), patterns.sequence(b)));
    for (int m = 0; m < plan.measureNames().length; m++) {
      // Sums over one divisor after another, always in the same order.
      Map<List<String>, CrossProducts> byWaves = new TreeMap<>(PanelTallies::compare);
      for (int pattern : inOrder) {
        long[] sums = tally.patterns.get(pattern)[m];
        if (sums != null) {
          int[] sequence = patterns.sequence(pattern);
          byWaves.merge(
              waves(plan, sequence), values(plan, m, sequence, sums), CrossProducts::plus);
        }
      }
      String measure = plan.measureNames()[m];
      byWaves.forEach(
          (waves, values) ->
              into.add(new Panel.Pattern(plan.instrument(), measure, organisation, waves, values)));
    }
  }

  private static List<String> waves(PanelPlan plan, int[] sequence) {
    return Arrays.stream(sequence)
        .mapToObj(number -> plan.waves()[number / plan.measures().divisors()])
        .toList();
  }

  private static CrossProducts values(PanelPlan plan, int measure, int[] sequence, long[] units) {
    int k = sequence.length;
    double[] divisor = new double[k];
    for (int i = 0; i < k; i++) {
      int number = sequence[i] % plan.measures().divisors();
      divisor[i] = plan.measures().divisor(plan.measures().firstSlot(measure) + number);
    }
    double[] sums = new double[k];
    double[] products = new double[k * (k + 1) / 2];
    int at = 0;
    for (int i = 0; i < k; i++) {
      sums[i] = units[1 + i] / divisor[i];
      for (int j = i; j < k; j++) {
        products[at] = units[1 + k + at] / (divisor[i] * divisor[j]);
        at++;
      }
    }
    return new CrossProducts(units[0], sums, products);
  }

  private static int compare(List<String> a, List<String> b) {
    return Arrays.compare(a.toArray(String[]::new), b.toArray(String[]::new));
  }

  private static SortedMap<Integer, SortedMap<Integer, Long>> people(
      PanelPlan plan, int item, int[] counts) {
    SortedMap<Integer, SortedMap<Integer, Long>> people = new TreeMap<>();
    if (counts == null) {
      return people;
    }
    int[] codes = plan.codes()[item];
    int at = plan.starts()[item];
    for (int from : codes) {
      for (int to : codes) {
        long n = counts[at++];
        if (n > 0) {
          people.computeIfAbsent(from, f -> new TreeMap<>()).put(to, n);
        }
      }
    }
    return people;
  }
}
