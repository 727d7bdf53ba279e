package org.kith.indicators;

import java.util.List;
import org.kith.published.ChangeRow;
import org.kith.published.LevelRow;

/** How far shares moved from one wave to the next (statistic 10), from published counts. */
public final class Changes {
  private Changes() {}

  /** Of shares as they are published; hidden where either is. */
  public static List<ChangeRow> of(List<LevelRow> published) {
    return List.of();
  }
}
