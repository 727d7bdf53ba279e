package org.kith.indicators;

import java.util.List;
import org.kith.published.RepresentationRow;
import org.kith.published.RespondentsRow;

/** How evenly groups answered (statistic 13), from published counts. */
public final class Representations {
  private Representations() {}

  /** Of the people who answered, as they are published, beside who lives there. */
  public static List<RepresentationRow> of(List<RespondentsRow> published, Known known) {
    return List.of();
  }
}
