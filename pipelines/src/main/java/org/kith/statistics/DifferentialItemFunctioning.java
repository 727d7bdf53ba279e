package org.kith.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.math3.special.Gamma;
import org.kith.statistics.ProportionalOdds.Cell;
import org.kith.statistics.ProportionalOdds.Groups;

/**
 * Whether people with the same score answer an item alike, whichever group they belong to:
 * differential item functioning (DIF) by ordinal logistic regression.
 *
 * <p>Three proportional-odds models of the item's answer (Zumbo 1999; Swaminathan and Rogers 1990,
 * doi:10.1111/j.1745-3984.1990.tb00754.x): by the matching score; with a level of its own for each
 * group (uniform DIF); with a slope of its own too (non-uniform DIF). The test of both together
 * compares the first model with the third by twice the difference of their log-likelihoods. The
 * size of either is the rise of McFadden's {@code R² = 1 − log L / log L₀}, where {@code L₀} knows
 * neither score nor group, less what chance alone adds on average: {@code degrees of freedom / (−2
 * log L₀)}. Without that, a thousand small groups would look far apart by nothing but chance.
 *
 * <p>An item is called apart if it is both: unlikely by chance ({@code p} below 1 % after
 * Bonferroni's correction for the number of items) and large enough to matter (a rise of more than
 * 0.02 in all). These are the bounds of Choi, Gibbons and Crane 2011 (doi:10.18637/jss.v039.i08),
 * which are for this model and McFadden's R². The better-known 0.035 of Jodoin and Gierl 2001
 * (doi:10.1207/S15324818AME1404_2) is for an R² of a latent variable, which is larger for the same
 * difference.
 *
 * <p>Of complete cases. The score is the sum of the items that people are matched on, the item
 * itself among them; reversed items are turned round in the score. Groups with fewer than {@value
 * #FEWEST} people are left out, and so are answers that nobody gave. Assumes proportional odds, a
 * straight line in the score, and people drawn one by one. R: {@code MASS::polr}, {@code logLik}.
 *
 * <p>It misleads
 *
 * <ul>
 *   <li>when read as a fault of an organisation: it is the question that works differently, for
 *       instance on another form, in another language, or because services differ in kind;
 *   <li>when not found is read as proved the same: where all items shift alike the score shifts
 *       with them and nothing is seen, small groups hide much, and one group that is far off among
 *       many alike moves the whole little;
 *   <li>when items apart are left in the score, which then blames the others: see {@link
 *       Purification}.
 * </ul>
 *
 * @param groups compared
 * @param leftOut groups with too few people to be compared
 * @param people in the groups compared
 * @param nullLogLik log L₀
 * @param byScore log-likelihood by score
 * @param byLevel the same with a level for each group
 * @param bySlope the same with a slope for each group too
 * @param levels degrees of freedom of the levels
 * @param slopes degrees of freedom of the slopes
 */
public record DifferentialItemFunctioning(
    int groups,
    int leftOut,
    long people,
    double nullLogLik,
    double byScore,
    double byLevel,
    double bySlope,
    int levels,
    int slopes) {

  /** A group with fewer people than this is not compared. */
  public static final int FEWEST = 20;

  /** Bounds of Choi, Gibbons and Crane 2011. */
  private static final double UNLIKELY = 0.01;

  private static final double LARGE = 0.02;

  /**
   * One item.
   *
   * @param groups people per matching score and answer code, for each group; lower codes are lower
   *     answers, or all are higher ones
   * @throws IllegalArgumentException with the reason, if {@link #whyNot} gives one
   * @throws ArithmeticException if a likelihood does not come to rest: not seen in 24,000 random
   *     tables, many of them with answers that score and group told wholly
   */
  public static DifferentialItemFunctioning of(
      List<SortedMap<Double, SortedMap<Integer, Long>>> groups) {
    whyNot(groups)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    List<List<Cell>> cells = cells(groups);
    OrderedFit models = new OrderedFit(cells);
    ProportionalOdds byScore = models.fit(Groups.ALIKE);
    ProportionalOdds byLevel = models.fit(Groups.SHIFTED);
    ProportionalOdds bySlope = models.fit(Groups.TILTED);
    double[] answers = answers(cells);
    double people = 0;
    for (double count : answers) {
      people += count;
    }
    double nullLogLik = 0;
    for (double count : answers) {
      nullLogLik += count * Math.log(count / people);
    }
    return new DifferentialItemFunctioning(
        cells.size(),
        groups.size() - cells.size(),
        Math.round(people),
        nullLogLik,
        byScore.logLik(),
        byLevel.logLik(),
        bySlope.logLik(),
        byLevel.free(),
        bySlope.free() - byLevel.free());
  }

  /** Why groups cannot be compared in this item, if they cannot. */
  public static Optional<String> whyNot(List<SortedMap<Double, SortedMap<Integer, Long>>> groups) {
    List<List<Cell>> cells = cells(groups);
    if (cells.size() < 2) {
      return Optional.of(
          "Comparing needs at least two groups with at least "
              + FEWEST
              + " people who answered every item; there "
              + (cells.size() == 1 ? "is 1." : "are none."));
    }
    if (answers(cells).length < 2) {
      return Optional.of("Everyone gave the same answer.");
    }
    if (cells.get(0).size() < 2) {
      return Optional.of("Everyone in a group has the same score, so nobody can be matched.");
    }
    return Optional.empty();
  }

  /** How much R² rises beyond chance when each group has its own level. */
  public double uniform() {
    return rise(byScore, byLevel, levels);
  }

  /** How much more it rises beyond chance when each group has its own slope too. */
  public double nonUniform() {
    return rise(byLevel, bySlope, slopes);
  }

  /** How likely so large a difference in level and slope together is by chance. */
  public double p() {
    return tail(bySlope - byScore, levels + slopes);
  }

  /** How likely so large a difference in level is by chance. */
  public double pUniform() {
    return tail(byLevel - byScore, levels);
  }

  /** How likely so large a difference in slope is by chance. */
  public double pNonUniform() {
    return tail(bySlope - byLevel, slopes);
  }

  /**
   * Whether the item is unlike the others.
   *
   * @param items how many were looked at
   */
  public boolean apart(int items) {
    return p() * items < UNLIKELY && uniform() + nonUniform() > LARGE;
  }

  private double rise(double less, double more, int df) {
    return (2 * (more - less) - df) / (-2 * nullLogLik);
  }

  private static double tail(double gain, int df) {
    return df == 0 || gain <= 0 ? 1 : Gamma.regularizedGammaQ(df / 2.0, gain);
  }

  private static double[] answers(List<List<Cell>> cells) {
    double[] sum = new double[cells.get(0).get(0).people().length];
    for (List<Cell> group : cells) {
      for (Cell cell : group) {
        for (int c = 0; c < sum.length; c++) {
          sum[c] += cell.people()[c];
        }
      }
    }
    return sum;
  }

  /**
   * Groups with enough people, over the answers that somebody gave. The one with most scores, and
   * of those the largest, comes first: the others are held against it.
   */
  private static List<List<Cell>> cells(List<SortedMap<Double, SortedMap<Integer, Long>>> groups) {
    List<SortedMap<Double, SortedMap<Integer, Long>>> enough =
        groups.stream().filter(group -> people(group) >= FEWEST).toList();
    SortedSet<Integer> given = new TreeSet<>();
    for (SortedMap<Double, SortedMap<Integer, Long>> group : enough) {
      group
          .values()
          .forEach(
              answers ->
                  answers.forEach(
                      (code, people) -> {
                        if (people > 0) {
                          given.add(code);
                        }
                      }));
    }
    List<Integer> codes = List.copyOf(given);
    List<List<Cell>> cells = new ArrayList<>();
    for (SortedMap<Double, SortedMap<Integer, Long>> group : enough) {
      List<Cell> of = new ArrayList<>();
      group.forEach(
          (score, answers) -> {
            double[] people =
                codes.stream().mapToDouble(code -> answers.getOrDefault(code, 0L)).toArray();
            for (double count : people) {
              if (count > 0) {
                of.add(new Cell(score, people));
                break;
              }
            }
          });
      cells.add(of);
    }
    cells.stream()
        .max(Comparator.<List<Cell>>comparingInt(List::size).thenComparingDouble(c -> all(c)))
        .ifPresent(
            first -> {
              cells.removeIf(group -> group == first);
              cells.add(0, first);
            });
    return cells;
  }

  private static double all(List<Cell> group) {
    double sum = 0;
    for (Cell cell : group) {
      for (double count : cell.people()) {
        sum += count;
      }
    }
    return sum;
  }

  private static long people(SortedMap<Double, SortedMap<Integer, Long>> group) {
    return group.values().stream()
        .flatMap(answers -> answers.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }
}
