package org.kith.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often an item is called apart that works alike everywhere, and how often one that does not,
 * on seeded people. Run as a program, with the argument WORLDS (default 500), for the figures; the
 * test asks for fewer.
 *
 * <p>People answer by a graded response model: {@code P(answer ≤ c) = F(b_c − a·(trait + shift))}
 * with slopes {@code a} from 1.2 to 2.2, five answers, and organisations whose people differ in
 * trait (5 % of its variance), which no item is to be blamed for. Planted: in some organisations
 * the first items are shifted up by so much trait, or lean on the trait only by a share.
 */
final class ItemFunctioningSimulation {
  private static final int ANSWERS = 5;
  private static final double BETWEEN = 0.05;

  private ItemFunctioningSimulation() {}

  /**
   * What is planted.
   *
   * @param organisations how many, of 0.5 to 1.5 times {@code people} each
   * @param people of one
   * @param items of the scale
   * @param bad how many of them work differently
   * @param share of the organisations in which they do
   * @param shift in standard deviations of the trait
   * @param leaning what is left of the slope there: 1 for all of it, below 0 for a turned item
   */
  record Planted(
      int organisations,
      int people,
      int items,
      int bad,
      double share,
      double shift,
      double leaning) {}

  /**
   * What was found over many worlds, as shares.
   *
   * @param falsely items called apart, of those that work alike
   * @param worlds with at least one such item
   * @param found items called apart, of those that do not
   */
  record Found(double falsely, double worlds, double found) {}

  static Found of(Planted planted, int worlds, boolean purified, long seed) {
    Random random = new Random(seed);
    int falsely = 0;
    int any = 0;
    int found = 0;
    for (int world = 0; world < worlds; world++) {
      List<int[][]> people = people(planted, random);
      Set<Integer> apart =
          purified
              ? Purification.of(planted.items(), (item, on) -> matched(people, item, on)).apart()
              : unpurified(planted.items(), people);
      long right = apart.stream().filter(item -> item < planted.bad()).count();
      found += (int) right;
      falsely += apart.size() - (int) right;
      any += apart.size() > right ? 1 : 0;
    }
    double alike = planted.items() - planted.bad();
    return new Found(
        falsely / (alike * worlds),
        (double) any / worlds,
        planted.bad() == 0 ? Double.NaN : (double) found / (planted.bad() * worlds));
  }

  private static Set<Integer> unpurified(int items, List<int[][]> people) {
    Set<Integer> all = new java.util.TreeSet<>();
    for (int item = 0; item < items; item++) {
      all.add(item);
    }
    Set<Integer> apart = new java.util.TreeSet<>();
    for (int item = 0; item < items; item++) {
      if (DifferentialItemFunctioning.of(matched(people, item, all)).apart(items)) {
        apart.add(item);
      }
    }
    return apart;
  }

  private static List<int[][]> people(Planted planted, Random random) {
    double[] slope = new double[planted.items()];
    double[] ease = new double[planted.items()];
    for (int item = 0; item < slope.length; item++) {
      slope[item] = 1.2 + random.nextDouble();
      ease[item] = 0.5 * random.nextGaussian();
    }
    List<int[][]> all = new ArrayList<>();
    for (int o = 0; o < planted.organisations(); o++) {
      boolean different = o < Math.round(planted.share() * planted.organisations());
      int n = (int) Math.round(planted.people() * (0.5 + random.nextDouble()));
      double own = Math.sqrt(BETWEEN) * random.nextGaussian();
      int[][] answers = new int[n][planted.items()];
      for (int[] person : answers) {
        double trait = own + Math.sqrt(1 - BETWEEN) * random.nextGaussian();
        for (int item = 0; item < person.length; item++) {
          boolean odd = different && item < planted.bad();
          double leaning =
              slope[item]
                  * ((odd ? planted.leaning() * trait + planted.shift() : trait) + ease[item]);
          double u = random.nextDouble();
          double pull = leaning + Math.log(u / (1 - u));
          // Cuts at −1.5, −0.5, 0.5 and 1.5 of the trait.
          int code = 1;
          while (code < ANSWERS && pull > slope[item] * (code - 2.5)) {
            code++;
          }
          person[item] = code;
        }
      }
      all.add(answers);
    }
    return all;
  }

  static List<SortedMap<Double, SortedMap<Integer, Long>>> matched(
      List<int[][]> people, int item, Set<Integer> on) {
    List<SortedMap<Double, SortedMap<Integer, Long>>> groups = new ArrayList<>();
    for (int[][] organisation : people) {
      SortedMap<Double, SortedMap<Integer, Long>> group = new TreeMap<>();
      for (int[] person : organisation) {
        int score = 0;
        for (int of : on) {
          score += person[of];
        }
        group
            .computeIfAbsent((double) score, s -> new TreeMap<>())
            .merge(person[item], 1L, Long::sum);
      }
      groups.add(group);
    }
    return groups;
  }

  public static void main(String[] args) {
    int worlds = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    System.out.println(
        "organisations people items bad share shift leaning | falsely (in any) found"
            + " | without purification");
    for (Planted planted :
        List.of(
            new Planted(12, 100, 4, 0, 0, 0, 1),
            new Planted(12, 40, 8, 0, 0, 0, 1),
            new Planted(40, 60, 5, 0, 0, 0, 1),
            new Planted(100, 30, 5, 0, 0, 0, 1),
            new Planted(12, 100, 4, 1, 0.25, 0.5, 1),
            new Planted(12, 100, 4, 1, 0.25, 1, 1),
            new Planted(12, 100, 8, 1, 0.25, 0.5, 1),
            new Planted(12, 100, 8, 1, 0.25, 1, 1),
            new Planted(12, 100, 8, 1, 0.5, 0.5, 1),
            new Planted(12, 100, 8, 1, 0.5, 1, 1),
            new Planted(12, 100, 8, 2, 0.5, 1, 1),
            new Planted(12, 100, 8, 3, 0.5, 1, 1),
            new Planted(12, 100, 8, 1, 0.25, 0, 0),
            new Planted(12, 100, 8, 1, 0.5, 0, 0.3),
            new Planted(12, 100, 8, 2, 0.5, 0, 0),
            new Planted(12, 100, 4, 1, 0.25, 0, 0.3),
            new Planted(12, 100, 4, 1, 0.25, 0, -1),
            new Planted(40, 60, 5, 1, 0.25, 1, 1),
            new Planted(40, 60, 5, 1, 0.1, 1, 1))) {
      Found with = of(planted, worlds, true, 20261126);
      Found without = of(planted, worlds, false, 20261126);
      System.out.println(
          String.format(
              Locale.ROOT,
              "%3d %4d %2d %2d %5.2f %5.2f %5.2f | %6.4f (%6.4f) %6.3f | %6.4f (%6.4f) %6.3f",
              planted.organisations(),
              planted.people(),
              planted.items(),
              planted.bad(),
              planted.share(),
              planted.shift(),
              planted.leaning(),
              with.falsely(),
              with.worlds(),
              with.found(),
              without.falsely(),
              without.worlds(),
              without.found()));
    }
  }
}
