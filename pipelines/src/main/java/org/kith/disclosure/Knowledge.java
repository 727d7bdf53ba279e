package org.kith.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an outsider knows while figures are being hidden: the limits, as figures are or would be.
 */
final class Knowledge {
  private final Alternatives alternatives;
  private final List<Limit> limits;
  private final Threshold threshold;

  /** Numbers of the limits that a figure tells. */
  private final Map<Figure, List<Integer>> told = new HashMap<>();

  /** As figures are now. */
  Knowledge(Alternatives alternatives, List<Limit> limits, Threshold threshold) {
    this.alternatives = alternatives;
    this.limits = limits;
    this.threshold = threshold;
    for (int l = 0; l < limits.size(); l++) {
      Figure figure = limits.get(l).figure;
      set(l, figure != null && figure.shown());
      if (figure != null) {
        told.computeIfAbsent(figure, f -> new ArrayList<>()).add(l);
      }
    }
  }

  /** As it would be if these figures were hidden. */
  void without(List<Figure> figures) {
    figures.forEach(figure -> set(figure, false));
  }

  /** As it is, after these figures changed or were thought away. */
  void asItIs(List<Figure> figures) {
    figures.forEach(figure -> set(figure, figure.shown()));
  }

  private void set(Figure figure, boolean shown) {
    told.getOrDefault(figure, List.of()).forEach(l -> set(l, shown));
  }

  private void set(int limit, boolean shown) {
    Limit of = limits.get(limit);
    alternatives.limit(limit, of.least(threshold, shown), of.most(threshold, shown));
  }
}
