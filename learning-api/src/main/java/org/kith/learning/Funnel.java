package org.kith.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.kith.published.FunnelRow;
import org.kith.published.Visibility;

/**
 * A funnel (statistic 12): how far organisations scatter at their number of people, "you are here",
 * and the others without names. From published counts alone; organisations without a shown value
 * are left out and counted.
 *
 * <p>A plain funnel sets each value over its organisation's number of people, and whoever knows
 * which organisation is large could put its name back. So the others stand in bands of at least as
 * many as may be shown together, each at the middle number of its band; {@link Spread} hides the
 * same thing by giving all intervals one width. Their order is shuffled as it is there.
 *
 * <p>Limits are pooled ± z · √(s² ÷ people + τ²): s² is pooled · (100 − pooled) for a percent and
 * the square of one person's spread for a score; τ is what organisations scatter beyond chance. The
 * normal limits are rough where few people answered or nearly all gave one answer.
 *
 * @param row what the limits are worked out from
 * @param mine the viewer's own organisation, or null
 * @param others the others without names; empty when they are fewer than may be shown together
 * @param within how many, mine among them, lie where 95 of 100 would by chance and the usual
 *     scatter, each at its own number of people; null when the others are not shown
 * @param hidden how many were asked and are left out
 * @param visibility of the whole
 */
public record Funnel(
    FunnelRow row, Dot mine, List<Dot> others, Integer within, int hidden, Visibility visibility) {

  /** 95 of 100 by chance lie this many standard errors from the middle, or nearer. */
  public static final double INNER = 1.96;

  /** 998 of 1,000 do. */
  public static final double OUTER = 3.09;

  private static final int ROUNDING = 5;

  /**
   * An organisation without its name.
   *
   * @param people its own number for the viewer's, the middle of its band for another
   * @param value percent or score
   */
  public record Dot(int people, double value) {}

  /** What is published of one organisation; null where hidden. */
  record Known(String organisation, Integer people, Double value) {}

  public Funnel {
    others = List.copyOf(others);
  }

  static Funnel withheld(FunnelRow row, Visibility why) {
    return new Funnel(row, null, List.of(), null, 0, why);
  }

  /**
   * The funnel of one measure in one wave.
   *
   * @param snapshot its id, for the shuffle
   * @param known every organisation that was asked
   * @param fewest organisations that may be shown together
   */
  static Funnel of(String snapshot, FunnelRow row, List<Known> known, Viewer viewer, int fewest) {
    if (row.visibility() != Visibility.SHOWN) {
      return withheld(row, row.visibility());
    }
    List<Known> shown =
        known.stream().filter(k -> k.people() != null && k.value() != null).toList();
    Dot mine = null;
    List<Known> others = new ArrayList<>();
    int within = 0;
    for (Known one : shown) {
      within += inside(row, one) ? 1 : 0;
      if (one.organisation().equals(viewer.organisation())) {
        mine = new Dot(one.people(), one.value());
      } else {
        others.add(one);
      }
    }
    int hidden = known.size() - shown.size();
    if (others.size() < fewest) {
      return new Funnel(row, mine, List.of(), null, hidden, Visibility.SHOWN);
    }
    List<Dot> dots = banded(row, others, fewest);
    String key = row.instrument() + " " + row.measure() + " " + row.wave();
    Collections.shuffle(dots, new Random(Spread.seed(snapshot + " funnel " + key)));
    return new Funnel(row, mine, dots, within, hidden, Visibility.SHOWN);
  }

  private static boolean inside(FunnelRow row, Known one) {
    return Math.abs(one.value() - row.pooled()) <= INNER * error(row, one.people());
  }

  /**
   * Others at the middle number of their band, in the order of their values. A percent with
   * decimals would tell what it was divided by, so it is a whole one.
   */
  private static List<Dot> banded(FunnelRow row, List<Known> others, int fewest) {
    double unit = row.sd() == null ? 1 : 10;
    List<Known> sorted =
        others.stream()
            .sorted(Comparator.comparing(Known::people).thenComparing(Known::value))
            .toList();
    int bands = sorted.size() / fewest;
    List<Dot> dots = new ArrayList<>();
    for (int b = 0; b < bands; b++) {
      List<Known> band = sorted.subList(b * sorted.size() / bands, (b + 1) * sorted.size() / bands);
      int middle = band.get(band.size() / 2).people();
      int people = ROUNDING * Math.round((float) middle / ROUNDING);
      band.forEach(k -> dots.add(new Dot(people, Math.round(k.value() * unit) / unit)));
    }
    dots.sort(Comparator.comparing(Dot::value).thenComparing(Dot::people));
    return dots;
  }

  private static double error(FunnelRow row, double people) {
    double one = row.sd() == null ? row.pooled() * (100 - row.pooled()) : row.sd() * row.sd();
    double beyond = row.tau() == null ? 0 : row.tau();
    return Math.sqrt(one / people + beyond * beyond);
  }

  /**
   * How far from the middle a limit lies.
   *
   * @param people how many answered
   * @param z {@link #INNER} or {@link #OUTER}
   */
  public double limit(double people, double z) {
    return z * error(row, people);
  }
}
