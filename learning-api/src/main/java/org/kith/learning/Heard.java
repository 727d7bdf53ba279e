package org.kith.learning;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kith.lake.Snapshot;
import org.kith.published.BarrierRow;
import org.kith.published.CadenceRow;
import org.kith.published.CarriedRow;
import org.kith.published.LadderRow;
import org.kith.published.LoopRow;
import org.kith.published.PeriodRow;
import org.kith.published.Scope;
import org.kith.published.SuggestionRow;
import org.kith.published.Table;
import org.kith.published.ThemeLevelRow;
import org.kith.published.ThemePeriodRow;
import org.kith.published.ThemeRow;
import org.kith.published.WordRow;

/**
 * What reflections of a snapshot say, as one viewer may see it. Every list is in the order it was
 * published in: time order, the order of the form, or alphabetical. All are empty where nothing was
 * shared, and in snapshots made before there were reflections.
 *
 * @param periods the quarters reflections are counted in, earliest first
 * @param themes of the codebook when the snapshot was made, alphabetical by name
 */
public record Heard(
    List<PeriodRow> periods,
    List<ThemeRow> themes,
    List<ThemePeriodRow> themePeriods,
    List<ThemeLevelRow> themeLevels,
    List<WordRow> words,
    List<LadderRow> ladder,
    List<BarrierRow> barriers,
    List<CarriedRow> carried,
    List<CadenceRow> cadence,
    List<LoopRow> loops,
    List<SuggestionRow> suggestions) {

  /** Numbers behind which there are fewer authors than this are hidden: authors are staff. */
  public static final int STAFF = 11;

  /** Everything a snapshot holds; only {@link #through} a wall does it leave this package. */
  static Heard of(Snapshot from) throws IOException {
    return new Heard(
        read(from, Table.PERIODS),
        read(from, Table.THEMES),
        read(from, Table.THEME_PERIODS),
        read(from, Table.THEME_LEVELS),
        read(from, Table.WORDS),
        read(from, Table.LADDER),
        read(from, Table.BARRIERS),
        read(from, Table.CARRIED),
        read(from, Table.CADENCE),
        read(from, Table.LOOPS),
        read(from, Table.SUGGESTIONS));
  }

  /** A table that the manifest does not name was not made yet; one it names has to be there. */
  private static <T extends Record> List<T> read(Snapshot from, Table<T> table) throws IOException {
    boolean there = from.manifest().tables().stream().anyMatch(t -> t.name().equals(table.name()));
    return there ? List.copyOf(from.read(table)) : List.of();
  }

  /** The same without what a wall holds back. */
  Heard through(BiPredicate<Scope, String> wall) {
    return new Heard(
        periods,
        themes,
        themePeriods.stream().filter(r -> wall.test(r.scope(), r.unit())).toList(),
        themeLevels,
        words,
        ladder,
        barriers,
        carried.stream().filter(r -> wall.test(r.scope(), r.unit())).toList(),
        cadence.stream().filter(r -> wall.test(r.scope(), r.unit())).toList(),
        loops,
        suggestions);
  }

  /** The latest quarter; empty when nothing was shared. */
  public Optional<PeriodRow> latest() {
    return periods.stream().reduce((earlier, later) -> later);
  }

  /** The quarter before another; empty for the first. */
  public Optional<PeriodRow> before(String period) {
    int at = periods.stream().map(PeriodRow::period).toList().indexOf(period);
    return at > 0 ? Optional.of(periods.get(at - 1)) : Optional.empty();
  }

  /** The theme with this id. */
  public Optional<ThemeRow> theme(String id) {
    return themes.stream().filter(t -> t.theme().equals(id)).findFirst();
  }

  /** A theme over the quarters, about one unit, by quarter. */
  public Map<String, ThemePeriodRow> theme(String id, Unit unit) {
    return byPeriod(
        themePeriods.stream()
            .filter(r -> r.theme().equals(id))
            .filter(r -> r.scope() == unit.scope() && r.unit().equals(unit.id()))
            .toList(),
        ThemePeriodRow::period);
  }

  /** In how many weeks the teams of a unit wrote, by quarter. */
  public Map<String, CadenceRow> cadence(Unit unit) {
    return byPeriod(
        cadence.stream()
            .filter(r -> r.scope() == unit.scope() && r.unit().equals(unit.id()))
            .toList(),
        CadenceRow::period);
  }

  /** The words that are newly said, or no longer, in a quarter. */
  public List<WordRow> words(String period) {
    return words.stream().filter(w -> w.period().equals(period)).toList();
  }

  private static <T> Map<String, T> byPeriod(List<T> rows, Function<T, String> period) {
    return rows.stream().collect(Collectors.toMap(period, r -> r, (a, b) -> a));
  }
}
