package org.kith.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.kith.patterns.Cadence;
import org.kith.patterns.Count;
import org.kith.patterns.Fact;
import org.kith.patterns.Loops;
import org.kith.patterns.Patterns;
import org.kith.published.CadenceRow;
import org.kith.published.LoopRow;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.Scope;
import org.kith.published.SuggestionRow;
import org.kith.published.Table;
import org.kith.published.Visibility;
import org.kith.published.WordRow;
import org.kith.workspace.Organisation;

/**
 * Makes patterns in reflections safe to publish: the door of its own for what is counted of staff.
 *
 * <p>The rules are those of {@link Disclosure} with k = 11 authors, because colleagues know more of
 * each other than neighbours do. Beside what the package's description says:
 *
 * <ul>
 *   <li>Counts are rounded, nearly everyone is hidden too, and a place or everyone speaks through
 *       three organisations or more, and whichever of them takes its own authors away is left with
 *       k active authors or more. That each has k alone, as surveys ask, would hide everything of
 *       teams of ordinary size.
 *   <li>A theme's authors and the others make the active authors, so each theme of a quarter is
 *       decided on with its others, its places and everyone; a total hidden for one theme is hidden
 *       for all, since every theme's row shows it.
 *   <li>No organisation has a row of its own, not even for its own eyes: of one organisation's
 *       staff nearly every count is small, and each hidden one would cost others.
 *   <li>Movement, shares and evenness are worked out from what is published, so they say no more.
 *   <li>Words, phrases and suggestions are rows only when k authors of three organisations used
 *       them; less common ones are nowhere.
 *   <li>Teams of fewer than k people are in no row about cadence.
 * </ul>
 *
 * <p>Authors of two quarters are mostly the same people, so two quarters' counts may be subtracted;
 * what that tells is a difference of two rounded numbers, and nothing about who came or went. What
 * two snapshots tell together is limited by rounding alone, as it is for surveys: somebody who
 * knows that one author only withdrew between them learns at most that a rounded count crossed a
 * border.
 */
public final class StaffDisclosure {
  private static final int LARGE = 5;

  private final Threshold threshold;
  private final List<Organisation> organisations;
  private final BiConsumer<Family, Threshold> suppression;

  private StaffDisclosure(
      DisclosureRules rules,
      List<Organisation> organisations,
      BiConsumer<Family, Threshold> suppression) {
    this.threshold = Threshold.ofStaff(rules);
    this.organisations = List.copyOf(organisations);
    this.suppression = suppression;
  }

  /**
   * Disclosure control for a workspace.
   *
   * @throws IllegalArgumentException if the rules cannot protect anybody
   */
  public static StaffDisclosure of(DisclosureRules rules, List<Organisation> organisations) {
    return new StaffDisclosure(rules, organisations, Suppression::apply);
  }

  /** Small numbers hidden and no more, so that tests can show what that gives away. */
  static StaffDisclosure withoutSecondStep(
      DisclosureRules rules, List<Organisation> organisations) {
    return new StaffDisclosure(rules, organisations, Suppression::applyFirstStepOnly);
  }

  /**
   * The safe form of everything made from reflections, a table for each of {@link
   * Table#OF_REFLECTIONS}.
   *
   * @throws IllegalStateException if a count is not the sum of its organisations' counts
   */
  public Release release(Patterns exact) {
    Map<Fact, List<AuthorTable>> tables = tables(exact.counts());
    StaffRows rows = new StaffRows(exact, threshold);
    Function<Fact, List<AuthorTable>> of = fact -> tables.getOrDefault(fact, List.of());
    return new Release(
        List.of(
            new Published<>(Table.PERIODS, exact.periods()),
            new Published<>(Table.THEMES, exact.themes()),
            new Published<>(Table.THEME_PERIODS, rows.themes(of.apply(Fact.THEME))),
            new Published<>(Table.THEME_LEVELS, rows.themeLevels(of.apply(Fact.THEME_LEVEL))),
            new Published<>(Table.WORDS, exact.words().stream().map(this::word).toList()),
            new Published<>(
                Table.LADDER, rows.ladder(of.apply(Fact.RAISED), of.apply(Fact.ANSWERED))),
            new Published<>(Table.BARRIERS, rows.barriers(of.apply(Fact.BARRIER))),
            new Published<>(Table.CARRIED, rows.carried(of.apply(Fact.CARRIED))),
            new Published<>(Table.CADENCE, exact.cadence().stream().map(this::cadence).toList()),
            new Published<>(Table.LOOPS, exact.loops().stream().map(this::loop).toList()),
            new Published<>(
                Table.SUGGESTIONS, exact.suggestions().stream().map(this::suggestion).toList())));
  }

  // Counts of authors

  private Map<Fact, List<AuthorTable>> tables(List<Count> counts) {
    Groups groups = new Groups(organisations);
    Map<Fact, List<AuthorTable>> tables = new LinkedHashMap<>();
    Map<Object, List<AuthorTable>> together = new LinkedHashMap<>();
    Groups.by(AuthorTable.Key::of, counts)
        .forEach(
            (key, rows) -> {
              AuthorTable table = new AuthorTable(key, rows, scopes(key.fact()), groups, threshold);
              tables.computeIfAbsent(key.fact(), f -> new ArrayList<>()).add(table);
              together.computeIfAbsent(key.among(), a -> new ArrayList<>()).add(table);
            });
    together.values().parallelStream().forEach(this::suppress);
    return tables;
  }

  private static List<Scope> scopes(Fact fact) {
    return switch (fact) {
      case THEME, CARRIED -> List.of(Scope.PLACE, Scope.ALL);
      default -> List.of(Scope.ALL);
    };
  }

  /** Until the same totals are hidden in all. Hiding never opens anything, so this ends. */
  private void suppress(List<AuthorTable> tables) {
    boolean changed = true;
    while (changed) {
      tables.forEach(table -> suppression.accept(table.family, threshold));
      Map<String, Visibility> hidden = new HashMap<>();
      tables.forEach(table -> table.hiddenTotals().forEach(hidden::putIfAbsent));
      changed = false;
      for (AuthorTable table : tables) {
        changed |= table.hideTotals(hidden);
      }
    }
  }

  // What is made of a few numbers

  private WordRow word(WordRow exact) {
    return new WordRow(
        exact.period(),
        exact.phrase(),
        exact.movement(),
        Decimals.places(exact.z(), 1),
        threshold.rounded(atLeastK(exact.authors())),
        exact.teams(),
        atLeastThree(exact.organisations()));
  }

  private SuggestionRow suggestion(SuggestionRow exact) {
    return new SuggestionRow(
        exact.suggestion(),
        exact.words(),
        threshold.rounded(atLeastK(exact.authors())),
        atLeastThree(exact.organisations()));
  }

  private int atLeastK(int authors) {
    if (threshold.small(authors)) {
      throw new IllegalStateException("A row stands on fewer authors than may be published.");
    }
    return authors;
  }

  private int atLeastThree(int organisations) {
    if (organisations < threshold.organisations()) {
      throw new IllegalStateException("A row stands on fewer organisations than may be published.");
    }
    return organisations;
  }

  /** Of people in teams large enough, with k authors: so no quarter says that nobody wrote. */
  private CadenceRow cadence(Cadence exact) {
    Visibility visibility =
        exact.scope() != Scope.ORGANISATION && exact.organisations() < threshold.organisations()
            ? Visibility.FEWER_THAN_3_ORGANISATIONS
            : threshold.small(exact.authors()) ? Visibility.FEWER_THAN_K : Visibility.SHOWN;
    boolean shown = visibility == Visibility.SHOWN;
    return new CadenceRow(
        exact.period(),
        exact.scope(),
        exact.unit(),
        shown ? (int) exact.teams() : null,
        shown ? (int) exact.weeks() : null,
        shown ? (double) Math.round(100.0 * exact.shared() / exact.weeks() / LARGE) * LARGE : null,
        visibility);
  }

  /**
   * A point of the curve. Nearly all open and nearly all closed are hidden too, each being k
   * authors or more only when the other is.
   */
  private LoopRow loop(Loops.Open exact) {
    Visibility visibility =
        exact.organisations() < threshold.organisations()
            ? Visibility.FEWER_THAN_3_ORGANISATIONS
            : threshold.small(exact.watched())
                ? Visibility.FEWER_THAN_K
                : threshold.small(exact.closed()) ? Visibility.PROTECTS_ANOTHER : Visibility.SHOWN;
    boolean shown = visibility == Visibility.SHOWN;
    return new LoopRow(
        exact.days(),
        shown ? percent(exact.open()) : null,
        shown ? percent(exact.low()) : null,
        shown ? percent(exact.high()) : null,
        shown ? (Integer) threshold.rounded(exact.watched()) : null,
        visibility);
  }

  private static Double percent(Double share) {
    return share == null ? null : Decimals.places(100 * share, 0);
  }
}
