package org.kith.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.published.ChangeRow;
import org.kith.published.LevelRow;
import org.kith.published.Visibility;
import org.kith.statistics.ShareDifference;
import org.kith.statistics.Wilson;

/**
 * How far shares moved from one wave to the next (statistic 10), from published counts: they say no
 * more than the two shares do. Each is beside the wave before it in which the unit was asked.
 */
public final class Changes {
  private record Asked(String instrument, String item, String scope, String unit) {}

  private Changes() {}

  /** Of shares as they are published; hidden where either is. */
  public static List<ChangeRow> of(List<LevelRow> published) {
    Map<Asked, LevelRow> before = new LinkedHashMap<>();
    List<ChangeRow> rows = new ArrayList<>();
    // Rows of an item come wave by wave, earliest first.
    for (LevelRow row : published) {
      if (row.visibility() == Visibility.SHOWN && row.counted() == null) {
        continue; // an item that counts nothing
      }
      Asked asked = new Asked(row.instrument(), row.item(), row.scope().name(), row.unit());
      LevelRow earlier = before.put(asked, row);
      if (earlier != null) {
        rows.add(change(earlier, row));
      }
    }
    return rows;
  }

  private static ChangeRow change(LevelRow from, LevelRow to) {
    Visibility visibility =
        from.visibility() == Visibility.SHOWN ? to.visibility() : from.visibility();
    ShareDifference moved =
        visibility == Visibility.SHOWN ? ShareDifference.of(share(from), share(to)) : null;
    return new ChangeRow(
        to.instrument(),
        to.item(),
        from.wave(),
        to.wave(),
        to.scope(),
        to.unit(),
        from.answered(),
        to.answered(),
        moved == null ? null : points(moved.estimate()),
        moved == null ? null : points(moved.low()),
        moved == null ? null : points(moved.high()),
        visibility);
  }

  private static Wilson share(LevelRow row) {
    double effect = row.designEffect() == null ? 1 : row.designEffect();
    return Wilson.of(row.counted(), row.answered(), effect);
  }

  /** Percentage points, to one decimal; never −0. */
  private static double points(double share) {
    return Math.round(1000 * share) / 10.0 + 0.0;
  }
}
