package org.kith.learning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.kith.published.PooledRow;
import org.kith.published.Visibility;

/**
 * Where the organisations taking part plausibly lie: "you are here", and the others together.
 *
 * <p>The others have no names, no order and no intervals of their own. An interval's width tells
 * how many people an organisation has, and whoever knows which organisation is large could put
 * names back; so all of them are given the same width, the middle one. Their order is shuffled from
 * the sorted numbers by a seed that holds only the snapshot and the measure: the same snapshot
 * always shows the same order, and undoing the shuffle gives nothing but the sorted numbers.
 *
 * @param instrument id
 * @param measure an item id, or {@code scale}
 * @param wave id
 * @param mine the viewer's own estimate, or null for nobody in particular and for an organisation
 *     that was not asked
 * @param others estimates of the others, in percent or score, without names; empty when they are
 *     fewer than may be shown together
 * @param halfWidth half the width of the middle one of their 95 % intervals, or null
 * @param low the lowest of the others' estimates, or null
 * @param high the highest of them, or null
 * @param overlapping how many of the others' own intervals overlap mine
 * @param hidden how many organisations are not in this, because fewer than k people answered
 * @param visibility of the others; the viewer's own has its own
 */
public record Spread(
    String instrument,
    String measure,
    String wave,
    PooledRow mine,
    List<Double> others,
    Double halfWidth,
    Double low,
    Double high,
    int overlapping,
    int hidden,
    Visibility visibility) {

  public Spread {
    others = List.copyOf(others);
  }

  /**
   * The spread of one measure in one wave.
   *
   * @param snapshot id of the snapshot, for the shuffle
   * @param rows one per organisation
   * @param viewer who is looking
   * @param fewest organisations that may be shown together
   */
  static Spread of(String snapshot, List<PooledRow> rows, Viewer viewer, int fewest) {
    PooledRow any = rows.get(0);
    PooledRow mine = null;
    int hidden = 0;
    List<PooledRow> others = new ArrayList<>();
    for (PooledRow row : rows) {
      if (row.organisation().equals(viewer.organisation())) {
        mine = row;
      } else if (row.visibility() == Visibility.SHOWN) {
        others.add(row);
      } else {
        hidden++;
      }
    }
    if (others.size() < fewest) {
      return new Spread(
          any.instrument(),
          any.measure(),
          any.wave(),
          mine,
          List.of(),
          null,
          null,
          null,
          0,
          hidden,
          Visibility.FEWER_THAN_3_ORGANISATIONS);
    }
    List<Double> estimates = new ArrayList<>(others.stream().map(PooledRow::estimate).toList());
    Collections.sort(estimates);
    double low = estimates.get(0);
    double high = estimates.get(estimates.size() - 1);
    Collections.shuffle(
        estimates,
        new Random(
            seed(snapshot + " " + any.instrument() + " " + any.measure() + " " + any.wave())));
    return new Spread(
        any.instrument(),
        any.measure(),
        any.wave(),
        mine,
        estimates,
        middleHalfWidth(others),
        low,
        high,
        overlapping(mine, others),
        hidden,
        Visibility.SHOWN);
  }

  /** Of a measure in which organisations may not be looked at beside one another. */
  static Spread withheld(List<PooledRow> rows, Viewer viewer, Visibility why) {
    PooledRow any = rows.get(0);
    PooledRow mine =
        rows.stream().anyMatch(r -> r.organisation().equals(viewer.organisation()))
            ? new PooledRow(
                any.instrument(),
                any.measure(),
                any.wave(),
                viewer.organisation(),
                null,
                null,
                null,
                why)
            : null;
    return new Spread(
        any.instrument(), any.measure(), any.wave(), mine, List.of(), null, null, null, 0, 0, why);
  }

  private static int overlapping(PooledRow mine, List<PooledRow> others) {
    if (mine == null || mine.visibility() != Visibility.SHOWN) {
      return 0;
    }
    return (int)
        others.stream().filter(o -> o.low() <= mine.high() && o.high() >= mine.low()).count();
  }

  /** To one decimal, as the estimates have at most one. */
  private static double middleHalfWidth(List<PooledRow> rows) {
    List<Double> widths = rows.stream().map(r -> (r.high() - r.low()) / 2).sorted().toList();
    return Math.round(widths.get(widths.size() / 2) * 10) / 10.0;
  }

  static long seed(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
