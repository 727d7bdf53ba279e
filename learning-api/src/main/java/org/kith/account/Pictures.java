package org.kith.account;

import java.util.List;
import java.util.Optional;
import org.kith.learning.FigureId;
import org.kith.learning.View;

/** Draws the figures of an evidence pack. */
public interface Pictures {
  /**
   * A figure as it stands in a snapshot.
   *
   * @param number makes its ids its own on a page of several
   * @return empty when the viewer may not see it, or it is not there
   */
  Optional<Picture> of(View view, FigureId id, int number);

  /**
   * What was said before a share was seen, beside what came.
   *
   * @param heaps at least one
   * @param number makes its ids its own on a page of several
   * @return HTML, or empty where the figure is no share, or hidden
   */
  Optional<String> said(View view, FigureId id, List<Account.Heap> heaps, int number);
}
