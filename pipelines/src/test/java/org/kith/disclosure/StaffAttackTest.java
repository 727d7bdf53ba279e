package org.kith.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.disclosure.Attacker.Target;
import org.kith.patterns.Count;
import org.kith.patterns.Fact;
import org.kith.published.CarriedRow;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.published.ThemePeriodRow;
import org.kith.published.Visibility;
import org.kith.workspace.Organisation;

/** An outsider with linear programming, who joins all that is published of a period. */
class StaffAttackTest {
  private static final DisclosureRules USUAL = new DisclosureRules(10, 5, 3, 11);
  private static final DisclosureRules UNROUNDED = new DisclosureRules(10, 1, 3, 11);
  private static final int K = 11;

  /** Workspaces of one batch; few have more than a handful of hidden numbers. */
  private static final int PLACES = 200;

  /** What both tables of counts show: so many authors of so many. */
  private record Shown(
      Fact fact,
      String key,
      String period,
      Scope scope,
      String unit,
      Integer authors,
      Integer of,
      Visibility visibility) {
    Shown(ThemePeriodRow r) {
      this(
          Fact.THEME,
          r.theme(),
          r.period(),
          r.scope(),
          r.unit(),
          r.authors(),
          r.active(),
          r.visibility());
    }

    Shown(CarriedRow r) {
      this(
          Fact.CARRIED,
          r.carried(),
          r.period(),
          r.scope(),
          r.unit(),
          r.authors(),
          r.active(),
          r.visibility());
    }
  }

  private int wanted;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void no_hidden_number_of_authors_can_be_worked_out(int batch) {
    for (int seed = batch * PLACES; seed < (batch + 1) * PLACES; seed++) {
      Newsroom room = Newsroom.awkward(seed, USUAL);
      Release release = StaffDisclosure.of(USUAL, room.organisations).release(room.exact);
      // 5: a hidden number is to be less certain than a shown one, 40 standing for 38 to 42.
      assertThat(attack(room, release, USUAL)).as("reflections " + seed).isEmpty();
    }
    assertThat(wanted).as("hidden numbers attacked").isGreaterThan(500);
  }

  @Test
  void without_rounding_more_is_hidden_and_the_attack_still_fails() {
    for (int seed = 100; seed < 200; seed++) {
      Newsroom room = Newsroom.awkward(seed, UNROUNDED);
      Release release = StaffDisclosure.of(UNROUNDED, room.organisations).release(room.exact);
      assertThat(attack(room, release, UNROUNDED)).as("reflections " + seed).isEmpty();
    }
  }

  @Test
  void hiding_small_numbers_alone_is_broken() {
    assertThat(broken(USUAL)).as("numbers worked out").isGreaterThan(2);
    assertThat(broken(UNROUNDED)).as("numbers worked out without rounding").isGreaterThan(50);
  }

  private int broken(DisclosureRules rules) {
    int broken = 0;
    for (int seed = 0; seed < PLACES; seed++) {
      Newsroom room = Newsroom.awkward(seed, rules);
      Release release =
          StaffDisclosure.withoutSecondStep(rules, room.organisations).release(room.exact);
      broken += attack(room, release, rules).size();
    }
    return broken;
  }

  private List<Target> attack(Newsroom room, Release release, DisclosureRules rules) {
    List<Target> found = new ArrayList<>();
    for (String period : List.of("2025q1", "2025q2")) {
      found.addAll(
          attack(
              room,
              release.rows(Table.THEME_PERIODS).stream()
                  .filter(r -> r.period().equals(period))
                  .map(Shown::new),
              rules));
      found.addAll(
          attack(
              room,
              release.rows(Table.CARRIED).stream()
                  .filter(r -> r.period().equals(period))
                  .map(Shown::new),
              rules));
    }
    return found;
  }

  /** All themes of a period at once: the active authors of an organisation are the same in each. */
  private List<Target> attack(Newsroom room, Stream<Shown> rows, DisclosureRules rules) {
    Attacker attacker = new Attacker();
    Map<String, Integer> active = new HashMap<>();
    room.organisations.forEach(o -> active.put(o.id(), attacker.cell()));
    Map<List<String>, Integer> tapped = new HashMap<>();
    for (Shown row : rows.toList()) {
      List<String> units =
          room.organisations.stream()
              .filter(o -> in(o, row.scope(), row.unit()))
              .map(Organisation::id)
              .toList();
      List<Integer> with = new ArrayList<>();
      for (String organisation : units) {
        Integer before = tapped.get(List.of(row.key(), organisation));
        if (before == null) {
          before = attacker.cell();
          tapped.put(List.of(row.key(), organisation), before);
          attacker.knowsDifference(
              List.of(active.get(organisation)), List.of(before), 0, Attacker.NO_LIMIT);
        }
        with.add(before);
      }
      List<Integer> all = units.stream().map(active::get).toList();
      Count truth = truth(room, row);
      String name = row.key() + " " + row.period() + " " + row.unit();
      learn(
          attacker,
          rules,
          name + " active",
          all,
          row.of(),
          row.of() == null ? row.visibility() : Visibility.SHOWN,
          truth.of());
      if (row.of() != null) {
        learn(attacker, rules, name, with, row.authors(), row.visibility(), truth.authors());
      } else if (row.visibility() != Visibility.FEWER_THAN_3_ORGANISATIONS) {
        attacker.wants(name, with, truth.authors());
      }
      if (row.authors() != null) {
        attacker.knowsDifference(all, with, K, Attacker.NO_LIMIT);
      }
    }
    wanted += attacker.wanted();
    return attacker.attack(5);
  }

  private static void learn(
      Attacker attacker,
      DisclosureRules rules,
      String name,
      List<Integer> cells,
      Integer shown,
      Visibility visibility,
      long truth) {
    switch (visibility) {
      case SHOWN ->
          attacker.knows(
              cells,
              Math.max(K, shown - rules.rounding() / 2),
              shown + rules.rounding() - 1 - rules.rounding() / 2);
      case FEWER_THAN_K -> {
        attacker.knows(cells, 0, K - 1);
        attacker.wants(name, cells, truth);
      }
      case PROTECTS_ANOTHER -> {
        // A number below k would have said so.
        attacker.knows(cells, K, Attacker.NO_LIMIT);
        attacker.wants(name, cells, truth);
      }
      case FEWER_THAN_3_ORGANISATIONS -> {}
      default -> throw new AssertionError("No reason to hide a count: " + visibility);
    }
  }

  private static Count truth(Newsroom room, Shown row) {
    return room.exact.counts().stream()
        .filter(
            c ->
                c.fact() == row.fact()
                    && c.key().equals(row.key())
                    && c.period().equals(row.period())
                    && c.scope() == row.scope()
                    && c.unit().equals(row.unit()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean in(Organisation o, Scope scope, String unit) {
    return switch (scope) {
      case ALL -> true;
      case PLACE -> o.place().equals(unit);
      case ORGANISATION -> o.id().equals(unit);
    };
  }
}
