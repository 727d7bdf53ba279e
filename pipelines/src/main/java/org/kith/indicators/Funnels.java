package org.kith.indicators;

import java.util.List;
import org.kith.published.BetweenRow;
import org.kith.published.FunnelRow;
import org.kith.published.LevelRow;
import org.kith.published.ScaleRow;

/** What a funnel of organisations needs (statistic 12), from published numbers. */
public final class Funnels {
  private Funnels() {}

  /** Of shares and means of organisations as they are published, and of people's spread. */
  public static List<FunnelRow> of(
      List<LevelRow> levels, List<ScaleRow> scales, List<BetweenRow> between) {
    return List.of();
  }
}
