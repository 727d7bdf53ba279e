package org.kith.patterns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kith.reflection.Level;
import org.kith.reflection.SharedTheme;
import org.kith.workspace.Organisation;

/** Adds authors up over organisations, on a grid that is the same whoever wrote. */
final class Counts {
  static final List<String> CARRIED = List.of("me", "service", "community", "person");

  /** In the order of the form; what a place added stands after them by its id. */
  static final List<String> BARRIERS =
      List.of("rule", "form", "funding", "threshold", "law", "other");

  private record Key(Fact fact, String key, String level, String period, String organisation) {}

  private final Map<Key, Authors> authors = new HashMap<>();
  private final List<Period> periods;
  private final List<Units.Unit> units;
  private final List<Count> counts = new ArrayList<>();

  private Counts(Shared shared, List<Period> periods, List<Organisation> organisations) {
    this.periods = periods;
    this.units = Units.of(organisations);
    Set<String> known = new HashSet<>(organisations.stream().map(Organisation::id).toList());
    for (Authors a : shared.authors()) {
      if (!known.contains(a.organisation())) {
        throw new IllegalArgumentException(
            "Organisation '"
                + a.organisation()
                + "' has shared reflections but no line in organisations.csv. Add one.");
      }
      authors.put(new Key(a.fact(), a.key(), a.level(), a.period(), a.organisation()), a);
    }
  }

  /** Every count, by fact, then as the published tables have them. */
  static List<Count> of(
      Shared shared,
      List<Period> periods,
      List<SharedTheme> themes,
      List<Organisation> organisations) {
    if (periods.isEmpty()) {
      return List.of();
    }
    Counts all = new Counts(shared, periods, organisations);
    for (SharedTheme theme : themes) {
      all.each(Fact.THEME, theme.theme(), Fact.ACTIVE);
    }
    for (SharedTheme theme : themes) {
      for (Level level : Level.values()) {
        all.add(Fact.THEME_LEVEL, theme.theme(), level.id(), "", Fact.EVER, "");
      }
    }
    barriers(shared).forEach(barrier -> all.each(Fact.BARRIER, barrier, Fact.ACTIVE));
    CARRIED.forEach(carried -> all.each(Fact.CARRIED, carried, Fact.CARRIED_ANY));
    for (Level level : Level.values()) {
      all.add(Fact.RAISED, "", level.id(), "", Fact.EVER, "");
      all.add(Fact.ANSWERED, "", level.id(), "", Fact.RAISED, level.id());
    }
    return all.counts;
  }

  private static List<String> barriers(Shared shared) {
    List<String> all = new ArrayList<>(BARRIERS);
    Set<String> others = new TreeSet<>(Comparator.naturalOrder());
    shared.authors().stream()
        .filter(a -> a.fact() == Fact.BARRIER)
        .map(Authors::key)
        .filter(key -> !BARRIERS.contains(key))
        .forEach(others::add);
    all.addAll(others);
    return all;
  }

  private void each(Fact fact, String key, Fact of) {
    for (Period period : periods) {
      add(fact, key, "", period.id(), of, "");
    }
  }

  private void add(Fact fact, String key, String level, String period, Fact of, String ofLevel) {
    for (Units.Unit unit : units) {
      long count = 0;
      long teams = 0;
      long all = 0;
      for (String organisation : unit.organisations()) {
        Authors counted = authors.get(new Key(fact, key, level, period, organisation));
        Authors could = authors.get(new Key(of, "", ofLevel, period, organisation));
        count += counted == null ? 0 : counted.authors();
        teams += counted == null ? 0 : counted.teams();
        all += could == null ? 0 : could.authors();
      }
      counts.add(new Count(fact, key, level, period, unit.scope(), unit.unit(), count, all, teams));
    }
  }
}
