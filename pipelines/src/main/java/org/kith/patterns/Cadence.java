package org.kith.patterns;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.kith.published.Scope;
import org.kith.reflection.SharedTeam;
import org.kith.workspace.Organisation;

/**
 * In how many weeks teams shared anything. Only teams of k people or more: a smaller one's quiet
 * weeks would speak of each of its people. A team counts from the week it began, and weeks count
 * within the data.
 *
 * @param period id of the period
 * @param scope whom it speaks of
 * @param unit {@code all}, a place or an organisation
 * @param teams how many teams
 * @param organisations how many organisations have such a team
 * @param weeks team-weeks there were
 * @param shared team-weeks in which somebody shared something
 * @param authors distinct authors in these teams, team by team
 */
public record Cadence(
    String period,
    Scope scope,
    String unit,
    long teams,
    int organisations,
    long weeks,
    long shared,
    long authors) {

  private record Key(String team, String period) {}

  static List<Cadence> of(
      Shared shared,
      List<Period> periods,
      List<SharedTeam> teams,
      List<Organisation> organisations,
      int k) {
    Map<Key, TeamWeeks> weeks =
        shared.weeks().stream()
            .collect(toMap(w -> new Key(w.team(), w.period()), Function.identity()));
    List<SharedTeam> large = teams.stream().filter(t -> t.members() >= k).toList();
    List<Cadence> rows = new ArrayList<>();
    for (Period period : periods) {
      for (Units.Unit unit : Units.of(organisations)) {
        Predicate<SharedTeam> in = t -> unit.organisations().contains(t.organisation());
        rows.add(row(shared, period, unit, large.stream().filter(in).toList(), weeks));
      }
    }
    return rows;
  }

  private static Cadence row(
      Shared shared,
      Period period,
      Units.Unit unit,
      List<SharedTeam> teams,
      Map<Key, TeamWeeks> weeks) {
    List<SharedTeam> there = teams.stream().filter(t -> mondays(t, period, shared) > 0).toList();
    List<TeamWeeks> wrote =
        there.stream()
            .map(t -> weeks.get(new Key(t.team(), period.id())))
            .filter(w -> w != null)
            .toList();
    long possible = there.stream().mapToLong(t -> mondays(t, period, shared)).sum();
    return new Cadence(
        period.id(),
        unit.scope(),
        unit.unit(),
        there.size(),
        (int) there.stream().map(SharedTeam::organisation).distinct().count(),
        possible,
        // Somebody may share a week from before their team began.
        Math.min(possible, wrote.stream().mapToLong(TeamWeeks::weeks).sum()),
        wrote.stream().mapToLong(TeamWeeks::authors).sum());
  }

  private static long mondays(SharedTeam team, Period period, Shared shared) {
    LocalDate first = LocalDate.parse(shared.firstWeek());
    LocalDate since = LocalDate.parse(team.since());
    return period.mondays(since.isAfter(first) ? since : first, LocalDate.parse(shared.lastWeek()));
  }
}
