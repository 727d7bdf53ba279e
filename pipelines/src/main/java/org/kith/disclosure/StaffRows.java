package org.kith.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kith.disclosure.AuthorTable.Said;
import org.kith.patterns.Patterns;
import org.kith.published.BarrierRow;
import org.kith.published.CarriedRow;
import org.kith.published.LadderRow;
import org.kith.published.Movement;
import org.kith.published.PeriodRow;
import org.kith.published.Scope;
import org.kith.published.ThemeLevelRow;
import org.kith.published.ThemePeriodRow;
import org.kith.published.Visibility;
import org.kith.statistics.Wilson;

/** Published rows about authors, worked out from the counts that are shown. */
final class StaffRows {
  private final Patterns exact;
  private final Threshold threshold;
  private final Moved moved;

  StaffRows(Patterns exact, Threshold threshold) {
    this.exact = exact;
    this.threshold = threshold;
    this.moved = new Moved(threshold, Math.max(1, exact.themes().size()));
  }

  List<ThemePeriodRow> themes(List<AuthorTable> tables) {
    Map<AuthorTable.Key, List<Said>> said = new HashMap<>();
    tables.forEach(table -> said.put(table.key, table.said()));
    List<ThemePeriodRow> rows = new ArrayList<>();
    for (AuthorTable table : tables) {
      List<Said> now = said.get(table.key);
      List<Said> before = before(table.key, said);
      Spread spread = Spread.of(table.organisations, threshold);
      for (int l = 0; l < now.size(); l++) {
        rows.add(row(now.get(l), before.isEmpty() ? null : before.get(l), spread));
      }
    }
    return rows;
  }

  /** The period before, when the data covers both it and this one. */
  private List<Said> before(AuthorTable.Key key, Map<AuthorTable.Key, List<Said>> said) {
    List<String> periods = exact.periods().stream().map(PeriodRow::period).toList();
    int at = periods.indexOf(key.period());
    if (at < 1
        || !exact.whole().contains(key.period())
        || !exact.whole().contains(periods.get(at - 1))) {
      return List.of();
    }
    return said.get(new AuthorTable.Key(key.fact(), key.key(), "", periods.get(at - 1)));
  }

  private ThemePeriodRow row(Said now, Said before, Spread spread) {
    Wilson share = share(now);
    boolean all = now.exact().scope() == Scope.ALL;
    boolean pooled =
        now.exact().scope() != Scope.ORGANISATION
            && now.contributing() >= threshold.organisations();
    boolean shown = all && pooled && now.authors() != null;
    Movement movement =
        before == null
            ? null
            : moved.between(
                new Moved.Side(now.authors(), now.of(), now.visibility(), now.exact().teams()),
                new Moved.Side(
                    before.authors(), before.of(), before.visibility(), before.exact().teams()));
    return new ThemePeriodRow(
        now.exact().key(),
        now.exact().period(),
        now.exact().scope(),
        now.exact().unit(),
        now.authors(),
        now.of(),
        share == null ? null : percent(share.estimate()),
        share == null ? null : percent(share.low()),
        share == null ? null : percent(share.high()),
        shown ? spread.holding() : null,
        pooled ? (Integer) now.contributing() : null,
        shown ? spread.evenness() : null,
        movement,
        now.visibility());
  }

  private static Wilson share(Said said) {
    return said.authors() == null || said.of() == null
        ? null
        : Wilson.of(said.authors(), said.of(), 1);
  }

  private static Double percent(double share) {
    return Decimals.places(100 * share, 1);
  }

  List<ThemeLevelRow> themeLevels(List<AuthorTable> tables) {
    return tables.stream()
        .flatMap(t -> t.said().stream())
        .map(
            s -> new ThemeLevelRow(s.exact().key(), s.exact().level(), s.authors(), s.visibility()))
        .toList();
  }

  List<LadderRow> ladder(List<AuthorTable> raised, List<AuthorTable> answered) {
    return IntStream.range(0, raised.size())
        .mapToObj(
            l -> {
              Said one = raised.get(l).said().get(0);
              Said two = answered.get(l).said().get(0);
              boolean shown = one.authors() != null;
              boolean both = shown && two.authors() != null;
              Visibility why = shown ? two.visibility() : one.visibility();
              return new LadderRow(
                  one.exact().level(), one.authors(), both ? two.authors() : null, why);
            })
        .toList();
  }

  /** By period, and within it in the order of the form. */
  List<BarrierRow> barriers(List<AuthorTable> tables) {
    return inPeriods(tables).stream()
        .map(s -> new BarrierRow(s.exact().period(), s.exact().key(), s.authors(), s.visibility()))
        .toList();
  }

  List<CarriedRow> carried(List<AuthorTable> tables) {
    return inPeriods(tables).stream()
        .map(
            s -> {
              Wilson share = share(s);
              return new CarriedRow(
                  s.exact().period(),
                  s.exact().scope(),
                  s.exact().unit(),
                  s.exact().key(),
                  s.authors(),
                  s.of(),
                  share == null ? null : percent(share.estimate()),
                  s.visibility());
            })
        .toList();
  }

  private List<Said> inPeriods(List<AuthorTable> tables) {
    return exact.periods().stream()
        .flatMap(
            p ->
                tables.stream()
                    .filter(t -> t.key.period().equals(p.period()))
                    .flatMap(t -> t.said().stream()))
        .toList();
  }
}
