package org.kith.patterns;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.PeriodRow;
import org.kith.published.SuggestionRow;
import org.kith.published.ThemeRow;
import org.kith.published.WordRow;
import org.kith.reflection.SharedTeam;
import org.kith.reflection.SharedTheme;
import org.kith.workspace.Organisation;

/**
 * What authors share, exactly. It stays in the protected zone; {@link
 * org.kith.disclosure.StaffDisclosure} makes of it what may be published.
 *
 * @param periods from the first reflection to the last, in time order
 * @param whole ids of those the data covers from the first week to the last
 * @param themes of the codebook, by name
 * @param counts authors by theme, level, barrier and what carried
 * @param words newly said or no longer
 * @param cadence of teams
 * @param loops how long questions stay open
 * @param suggestions words that keep company
 */
public record Patterns(
    List<PeriodRow> periods,
    Set<String> whole,
    List<ThemeRow> themes,
    List<Count> counts,
    List<WordRow> words,
    List<Cadence> cadence,
    List<Loops.Open> loops,
    List<SuggestionRow> suggestions) {

  public Patterns {
    periods = List.copyOf(periods);
    whole = Set.copyOf(whole);
    themes = List.copyOf(themes);
    counts = List.copyOf(counts);
    words = List.copyOf(words);
    cadence = List.copyOf(cadence);
    loops = List.copyOf(loops);
    suggestions = List.copyOf(suggestions);
  }

  /**
   * The patterns in what was shared.
   *
   * @param themes the codebook; a theme that is not in it is not counted, whoever tapped it
   * @param teams every team
   * @param organisations in the order of {@code organisations.csv}
   * @param rules k of staff and the fewest organisations, below which words are not looked at
   * @throws IllegalArgumentException if an organisation is not known
   */
  public static Patterns of(
      Shared shared,
      List<SharedTheme> themes,
      List<SharedTeam> teams,
      List<Organisation> organisations,
      DisclosureRules rules) {
    List<SharedTheme> named =
        themes.stream()
            .sorted(Comparator.comparing(SharedTheme::name).thenComparing(SharedTheme::theme))
            .toList();
    List<Period> periods = Period.between(shared.firstWeek(), shared.lastWeek());
    return new Patterns(
        periods.stream().map(Period::row).toList(),
        periods.stream()
            .filter(p -> p.whole(shared.firstWeek(), shared.lastWeek()))
            .map(Period::id)
            .collect(Collectors.toSet()),
        named.stream().map(t -> new ThemeRow(t.theme(), t.name(), t.about())).toList(),
        Counts.of(shared, periods, named, organisations),
        NewWords.of(shared, periods, rules.staff(), rules.organisations()),
        Cadence.of(shared, periods, teams, organisations, rules.staff()),
        Loops.of(shared, rules.staff()),
        Suggestions.of(shared.writings(), rules.staff(), rules.organisations()));
  }
}
