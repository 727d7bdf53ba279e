package org.kith.disclosure;

import java.util.List;
import org.kith.disclosure.AuthorTable.Said;
import org.kith.published.Scope;
import org.kith.published.Visibility;
import org.kith.statistics.Evenness;

/**
 * How a theme spreads over the organisations that contribute (statistic 17), as far as it may be
 * said.
 *
 * <p><b>Holding</b> counts organisations in which anybody tapped the theme. Who knows their own
 * organisation, and those whose counts are shown, can subtract them. If nothing is left, all the
 * hidden ones are 0; so at least two hidden ones must hold it, and one of the two still cannot tell
 * which. And each hidden one that holds it has at least one author: those authors must be enough
 * that it could as well have {@code margin} more. It is said over everyone only, for places could
 * be subtracted from it.
 *
 * <p><b>Evenness</b> is worked out from published counts alone. A hidden count is anything from 0
 * to k − 1, so the evenness is one of a range; its middle is said when the range is no wider than
 * 0.1 and no count is hidden for another's sake.
 *
 * @param holding how many, or null
 * @param evenness 0 to 1, or null
 */
record Spread(Integer holding, Double evenness) {
  private static final double OPEN = 0.1;

  /** Of one theme in one period. */
  static Spread of(List<Said> said, Threshold threshold) {
    List<Said> contributing =
        said.stream()
            .filter(s -> s.exact().scope() == Scope.ORGANISATION)
            .filter(s -> s.contributing() > 0)
            .toList();
    return new Spread(holding(contributing, threshold), evenness(contributing, threshold));
  }

  private static Integer holding(List<Said> contributing, Threshold threshold) {
    int holding = (int) contributing.stream().filter(s -> s.exact().authors() > 0).count();
    // What is hidden for another's sake is k or more, as its label says.
    List<Said> hidden =
        contributing.stream().filter(s -> s.visibility() == Visibility.FEWER_THAN_K).toList();
    long hiddenHolding = hidden.stream().filter(s -> s.exact().authors() > 0).count();
    long authors = hidden.stream().mapToLong(s -> s.exact().authors()).sum();
    boolean open =
        hidden.isEmpty() || (hiddenHolding >= 2 && authors >= hiddenHolding + threshold.margin());
    return holding >= threshold.organisations() && open ? (Integer) holding : null;
  }

  private static Double evenness(List<Said> contributing, Threshold threshold) {
    if (contributing.stream().anyMatch(s -> s.visibility() == Visibility.PROTECTS_ANOTHER)) {
      return null;
    }
    Double least = evenness(contributing, 0);
    Double most = evenness(contributing, threshold.people() - 1);
    return least == null || most == null || Math.abs(least - most) > OPEN
        ? null
        : Decimals.places((least + most) / 2, 1);
  }

  private static Double evenness(List<Said> contributing, int hidden) {
    return Evenness.of(
            contributing.stream()
                .mapToDouble(s -> s.authors() == null ? hidden : s.authors())
                .toArray())
        .evenness();
  }
}
