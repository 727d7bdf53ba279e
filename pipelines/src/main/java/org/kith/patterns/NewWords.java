package org.kith.patterns;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.kith.published.Movement;
import org.kith.published.WordRow;
import org.kith.statistics.LogOdds;

/**
 * Words and phrases that are newly said, or no longer (statistic 16).
 *
 * <p>A period against the one before, both covered by the data from their first week to their last.
 * What is counted is authors, so {@code y} is how many used a phrase and {@code n} the sum over all
 * phrases that at least k authors used in some period. The prior follows how many used the phrase
 * over all periods and weighs a tenth of a period. A row needs {@code |z| > 1.96}, and in the
 * period where it is said more at least k authors, of at least three teams and three organisations.
 */
final class NewWords {
  static final double BEYOND_CHANCE = 1.96;
  private static final double PRIOR = 0.1;
  private static final int TEAMS = 3;

  private NewWords() {}

  static List<WordRow> of(Shared shared, List<Period> periods, int k, int organisations) {
    Map<String, Map<String, Phrase>> byPhrase =
        shared.phrases().stream()
            .collect(
                groupingBy(
                    Phrase::phrase, TreeMap::new, toMap(Phrase::period, Function.identity())));
    Map<String, Double> said =
        shared.phrases().stream()
            .collect(groupingBy(Phrase::period, summingDouble(Phrase::authors)));
    double all = said.values().stream().mapToDouble(n -> n).sum();
    List<WordRow> rows = new ArrayList<>();
    for (int p = 1; p < periods.size(); p++) {
      Period now = periods.get(p);
      Period before = periods.get(p - 1);
      if (!both(shared, before, now)) {
        continue;
      }
      double nowAll = said.getOrDefault(now.id(), 0.0);
      double beforeAll = said.getOrDefault(before.id(), 0.0);
      byPhrase.forEach(
          (phrase, uses) -> {
            Phrase one = uses.getOrDefault(now.id(), new Phrase(phrase, now.id(), 0, 0, 0));
            Phrase two = uses.getOrDefault(before.id(), new Phrase(phrase, before.id(), 0, 0, 0));
            double ever = uses.values().stream().mapToDouble(Phrase::authors).sum();
            double share = PRIOR / said.size();
            if (ever < all && one.authors() + two.authors() > 0) {
              LogOdds odds =
                  LogOdds.of(
                      new LogOdds.Said(one.authors(), nowAll),
                      new LogOdds.Said(two.authors(), beforeAll),
                      new LogOdds.Said(share * ever, share * all));
              Phrase more = odds.z() > 0 ? one : two;
              if (Math.abs(odds.z()) > BEYOND_CHANCE
                  && more.authors() >= k
                  && more.teams() >= TEAMS
                  && more.organisations() >= organisations) {
                rows.add(row(now, odds.z(), more));
              }
            }
          });
    }
    rows.sort(Comparator.comparing((WordRow r) -> r.period()).thenComparing(WordRow::phrase));
    return rows;
  }

  private static boolean both(Shared shared, Period before, Period now) {
    return before.whole(shared.firstWeek(), shared.lastWeek())
        && now.whole(shared.firstWeek(), shared.lastWeek());
  }

  private static WordRow row(Period now, double z, Phrase more) {
    return new WordRow(
        now.id(),
        more.phrase(),
        z > 0 ? Movement.EMERGING : Movement.FADING,
        z,
        (int) more.authors(),
        (int) more.teams(),
        (int) more.organisations());
  }
}
