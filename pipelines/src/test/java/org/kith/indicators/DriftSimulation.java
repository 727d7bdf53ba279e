package org.kith.indicators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.kith.groups.CompleteCases;
import org.kith.groups.GroupStatistics;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring;
import org.kith.published.Drift;
import org.kith.published.DriftRow;
import org.kith.published.Scope;
import org.kith.statistics.CrossProducts;
import org.kith.workspace.Organisation;

/**
 * How often the drift alarm is wrong on answers that nobody meddled with, and how often it sees
 * eight ways of meddling. Run from the project's folder, with arguments SURVEYS SEED.
 *
 * <p>A survey has twelve organisations of 30 to 250 people, five questions of five answers, and up
 * to 24 waves. Ordinary waves are made to differ in everything the alarm looks at by more than
 * drawing people explains, by amounts that differ between organisations; numbers of people jump;
 * levels drift; some people answer alike throughout, and some stop half way.
 */
final class DriftSimulation {
  private static final int ITEMS = 5;
  private static final int ORGANISATIONS = 12;
  private static final double[] CUTS = {-1.6, -0.7, 0.1, 1.1};
  private static final Map<String, String> TOOLS = Map.of("paper", "csv", "online", "limesurvey");

  /** What somebody does to the forms of one organisation from one wave on. */
  enum Meddling {
    NOTHING(null),
    /** A fifth of people are brought to answer 4 throughout, give or take one. */
    HEAP_AT_4(Drift.HEAPING),
    /** A quarter of the answers 4 are written down as 5. */
    TOP_ANSWER(Drift.HEAPING),
    /** Those just under a score of 3.6 are helped over it. */
    SCORE_REACHED(Drift.HEAPING),
    /** A fifth of the forms are filled in at the office, all alike. */
    INVENTED_FORMS(Drift.STRAIGHT_LINING),
    /** Low answers are left out of half of the forms that have them. */
    BLANKED(Drift.MISSING),
    /** Nobody leaves a question any more: somebody sits beside them. */
    SAT_BESIDE(Drift.MISSING),
    /** Half of the people are asked the other way. */
    OTHER_TOOL(Drift.MODE),
    /** Three in four of the group that is least content are not asked. */
    PICKED(Drift.CASE_MIX);

    final Drift sign;

    Meddling(Drift sign) {
      this.sign = sign;
    }
  }

  /** How lively ordinary waves are; 1 is the usual, 0 is drawing people and no more. */
  private final double lively;

  private final Random random;
  private final int waves;
  private final int[] sizes = new int[ORGANISATIONS];

  DriftSimulation(long seed, int waves, double lively) {
    this.random = new Random(seed);
    this.waves = waves;
    this.lively = lively;
    for (int o = 0; o < ORGANISATIONS; o++) {
      sizes[o] = 35 + random.nextInt(215);
    }
  }

  static final Instrument INSTRUMENT =
      new Instrument(
          "asked",
          "Asked",
          "trust",
          "none",
          "",
          "invented",
          "",
          "",
          new Scoring(Scoring.Method.MEAN, 3, 1, 5, "more"),
          IntStream.range(0, ITEMS)
              .mapToObj(
                  i ->
                      new Item(
                          "q" + i,
                          "?",
                          IntStream.rangeClosed(1, 5)
                              .mapToObj(c -> new Answer(c, "" + c, "" + c, null))
                              .toList(),
                          false,
                          Map.of(),
                          Set.of(),
                          Set.of(4, 5),
                          "said so"))
              .toList());

  static String wave(int w) {
    return (2010 + w / 4) + "q" + (w % 4 + 1);
  }

  private static Organisation organisation(int o) {
    return new Organisation("org" + (100 + o), "Org", "place", "Place");
  }

  /**
   * What the alarm says of a survey in whose first organisation somebody meddles.
   *
   * @param onset the wave it begins in
   * @param people of that organisation in each wave, give or take
   */
  List<DriftRow> alarm(Meddling meddling, int onset, int people) {
    if (people > 0) {
      sizes[0] = people;
    }
    List<GroupStatistics> groups = new ArrayList<>();
    for (int o = 0; o < ORGANISATIONS; o++) {
      double own = lively * (0.5 + random.nextDouble());
      double level = 0.3 * random.nextGaussian();
      double trend = 0.02 * lively * random.nextGaussian();
      double alike = 0.02 + 0.06 * random.nextDouble();
      double leaving = 0.02 + 0.08 * random.nextDouble();
      double online = o % 3 == 0 ? 0 : 0.2 + 0.6 * random.nextDouble();
      double[] age = {0.2 + 0.2 * random.nextDouble(), 0.3 + 0.2 * random.nextDouble(), 0.3};
      for (int w = 0; w < waves; w++) {
        int n = (int) Math.max(12, sizes[o] * Math.exp(0.25 * own * random.nextGaussian()));
        groups.add(
            wave(
                o,
                w,
                n,
                new Wave(
                    level + trend * w + 0.12 * own * random.nextGaussian(),
                    odds(alike, 0.2 * own),
                    odds(leaving, 0.25 * own),
                    online == 0 ? 0 : odds(online, 0.2 * own),
                    List.of(
                        odds(age[0], 0.15 * own),
                        odds(age[1], 0.15 * own),
                        odds(age[2], 0.15 * own))),
                o == 0 && w >= onset ? meddling : Meddling.NOTHING));
      }
    }
    Survey survey =
        Survey.of(
            groups,
            List.of(INSTRUMENT),
            IntStream.range(0, ORGANISATIONS).mapToObj(DriftSimulation::organisation).toList());
    return Drifting.of(survey, new Known(List.of(), List.of(), List.of(), List.of(), TOOLS));
  }

  private double odds(double share, double sd) {
    double logit = Math.log(share / (1 - share)) + sd * random.nextGaussian();
    return 1 / (1 + Math.exp(-logit));
  }

  private record Wave(
      double level, double alike, double leaving, double online, List<Double> age) {}

  private record Person(List<Integer> answers, int age, boolean home, boolean online) {}

  private GroupStatistics wave(int o, int w, int n, Wave of, Meddling meddling) {
    List<Person> people = new ArrayList<>();
    while (people.size() < n) {
      Person person = person(of);
      if (meddling == Meddling.PICKED && person.age() == 2 && random.nextInt(4) > 0) {
        continue;
      }
      people.add(meddled(person, meddling));
    }
    return statistics(organisation(o).id(), wave(w), people);
  }

  private Person person(Wave of) {
    double sum = of.age().stream().mapToDouble(a -> a).sum();
    double at = random.nextDouble() * sum;
    int age = at < of.age().get(0) ? 0 : at < of.age().get(0) + of.age().get(1) ? 1 : 2;
    double self = of.level() + 0.9 * random.nextGaussian() - (age == 2 ? 0.3 : 0);
    boolean alike = random.nextDouble() < of.alike();
    int[] answers = new int[ITEMS];
    boolean gone = false;
    for (int i = 0; i < ITEMS; i++) {
      double felt = self + (alike ? 0 : 0.7 * random.nextGaussian() + 0.15 * (i - 2));
      int code = 1;
      for (double cut : CUTS) {
        code += felt > cut ? 1 : 0;
      }
      gone |= random.nextDouble() < of.leaving() / 4;
      answers[i] = gone ? -5 : random.nextDouble() < of.leaving() / 2 ? -2 : code;
    }
    return new Person(
        Arrays.stream(answers).boxed().toList(),
        age,
        random.nextInt(5) < 3,
        random.nextDouble() < of.online());
  }

  private Person meddled(Person person, Meddling meddling) {
    int[] a = person.answers().stream().mapToInt(x -> x).toArray();
    boolean online = person.online();
    switch (meddling) {
      case HEAP_AT_4 -> {
        if (random.nextInt(5) == 0) {
          Arrays.setAll(a, i -> random.nextInt(8) == 0 ? 3 : 4);
        }
      }
      case TOP_ANSWER -> Arrays.setAll(a, i -> a[i] == 4 && random.nextInt(4) == 0 ? 5 : a[i]);
      case SCORE_REACHED -> {
        int sum = Arrays.stream(a).sum();
        if (Arrays.stream(a).allMatch(x -> x > 0) && sum >= 15 && sum < 18) {
          for (int i = 0; sum < 18; i = (i + 1) % ITEMS) {
            if (a[i] < 5) {
              a[i]++;
              sum++;
            }
          }
        }
      }
      case INVENTED_FORMS -> {
        if (random.nextInt(5) == 0) {
          int code = 4 + random.nextInt(2);
          Arrays.fill(a, code);
        }
      }
      case BLANKED -> {
        if (random.nextBoolean()) {
          Arrays.setAll(a, i -> a[i] == 1 || a[i] == 2 ? -2 : a[i]);
        }
      }
      case SAT_BESIDE -> Arrays.setAll(a, i -> a[i] < 0 ? 3 + random.nextInt(2) : a[i]);
      case OTHER_TOOL -> online = online || random.nextBoolean();
      case NOTHING, PICKED -> {}
    }
    return new Person(Arrays.stream(a).boxed().toList(), person.age(), person.home(), online);
  }

  private static GroupStatistics statistics(String organisation, String wave, List<Person> people) {
    SortedMap<String, SortedMap<Integer, Long>> answers = new TreeMap<>();
    SortedMap<String, Map<String, Long>> known = new TreeMap<>();
    SortedMap<Double, Long> scores = new TreeMap<>();
    SortedMap<String, Long> sources = new TreeMap<>();
    List<double[]> complete = new ArrayList<>();
    long straight = 0;
    for (Person person : people) {
      for (int i = 0; i < ITEMS; i++) {
        answers
            .computeIfAbsent("q" + i, q -> new TreeMap<>())
            .merge(person.answers().get(i), 1L, Long::sum);
      }
      int[] valid = person.answers().stream().mapToInt(x -> x).filter(x -> x > 0).toArray();
      if (valid.length >= 3) {
        scores.merge(Arrays.stream(valid).average().orElseThrow(), 1L, Long::sum);
      }
      if (valid.length == ITEMS) {
        complete.add(Arrays.stream(valid).asDoubleStream().toArray());
        straight += Arrays.stream(valid).distinct().count() == 1 ? 1 : 0;
      }
      known
          .computeIfAbsent("age", k -> new HashMap<>())
          .merge("age " + person.age(), 1L, Long::sum);
      known
          .computeIfAbsent("home", k -> new HashMap<>())
          .merge(person.home() ? "owns" : "rents", 1L, Long::sum);
      sources.merge(person.online() ? "online" : "paper", 1L, Long::sum);
    }
    return new GroupStatistics(
        INSTRUMENT.id(),
        organisation,
        wave,
        people.size(),
        answers,
        known,
        scores,
        new CompleteCases(
            CrossProducts.of(complete.toArray(double[][]::new), ITEMS), straight, new TreeMap<>()),
        List.of(),
        sources);
  }

  /** How many series gave a sign in ordinary waves, of how many. */
  record FalseAlarms(int alarmed, int series, Map<Drift, Integer> bySign) {
    double percent() {
      return 100.0 * alarmed / series;
    }

    /** Of the percent, by the binomial. */
    double standardError() {
      double p = Math.max(1, alarmed) / (double) series;
      return 100 * Math.sqrt(p * (1 - p) / series);
    }
  }

  static FalseAlarms falseAlarms(long seed, int surveys, int waves, double lively) {
    int alarmed = 0;
    Map<Drift, Integer> bySign = new TreeMap<>();
    for (int s = 0; s < surveys; s++) {
      Map<String, Set<Drift>> seen = new HashMap<>();
      for (DriftRow row :
          new DriftSimulation(seed + s, waves, lively).alarm(Meddling.NOTHING, 0, 0)) {
        if (row.scope() == Scope.ORGANISATION && row.here()) {
          seen.computeIfAbsent(row.unit(), u -> new TreeSet<>()).add(row.sign());
        }
      }
      alarmed += seen.size();
      seen.values().forEach(signs -> signs.forEach(sign -> bySign.merge(sign, 1, Integer::sum)));
    }
    return new FalseAlarms(alarmed, surveys * ORGANISATIONS, bySign);
  }

  /** In how many of so many surveys the meddling is seen in the wave it begins in. */
  static int detected(Meddling meddling, long seed, int surveys, int people) {
    int seen = 0;
    for (int s = 0; s < surveys; s++) {
      int onset = 8;
      seen +=
          new DriftSimulation(seed + s, onset + 1, 1)
                  .alarm(meddling, onset, people).stream()
                      .anyMatch(
                          row ->
                              row.scope() == Scope.ORGANISATION
                                  && row.unit().equals(organisation(0).id())
                                  && row.wave().equals(wave(onset))
                                  && row.sign() == meddling.sign
                                  && row.here())
              ? 1
              : 0;
    }
    return seen;
  }

  public static void main(String[] args) {
    int surveys = args.length > 0 ? Integer.parseInt(args[0]) : 400;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 20261126;
    for (int waves : new int[] {12, 24}) {
      for (double lively : new double[] {0, 1, 2}) {
        FalseAlarms f = falseAlarms(seed, surveys, waves, lively);
        System.out.printf(
            Locale.ROOT,
            "%d waves, liveliness %.0f: %d of %,d series alarmed, %.2f %% ± %.2f; by sign %s%n",
            waves,
            lively,
            f.alarmed(),
            f.series(),
            f.percent(),
            1.96 * f.standardError(),
            f.bySign());
      }
    }
    for (int people : new int[] {60, 120, 240}) {
      for (Meddling meddling : Meddling.values()) {
        if (meddling.sign != null) {
          System.out.printf(
              Locale.ROOT,
              "%d people, %s: seen as %s in %d of %d%n",
              people,
              meddling,
              meddling.sign,
              detected(meddling, seed, surveys, people),
              surveys);
        }
      }
    }
  }
}
