package org.kith.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.kith.patterns.Authors;
import org.kith.patterns.Fact;
import org.kith.patterns.Patterns;
import org.kith.patterns.Shared;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.reflection.SharedTheme;
import org.kith.workspace.Organisation;

/** Invented counts of authors: small organisations, rare themes, and some that nearly all tap. */
final class Newsroom {
  static final List<SharedTheme> THEMES =
      List.of(
          new SharedTheme("t1", "One", ""),
          new SharedTheme("t2", "Two", ""),
          new SharedTheme("t3", "Three", ""));
  static final List<String> CARRIED = List.of("me", "service", "community", "person");

  final List<Organisation> organisations;
  final Patterns exact;

  private Newsroom(List<Organisation> organisations, Patterns exact) {
    this.organisations = organisations;
    this.exact = exact;
  }

  static Newsroom awkward(long seed, DisclosureRules rules) {
    Random random = new Random(seed);
    int[][] shapes = {{3, 4}, {3, 3, 2}, {4, 4}, {6}, {3, 1, 4}};
    List<Organisation> organisations = World.organisations(shapes[(int) (seed % shapes.length)]);
    List<Authors> authors = new ArrayList<>();
    double[] common = random.doubles(THEMES.size(), 0.03, 0.6).toArray();
    common[random.nextInt(common.length)] = random.nextBoolean() ? 0.93 : 0.3;
    for (String period : List.of("2025q1", "2025q2")) {
      for (Organisation organisation : organisations) {
        int active = random.nextInt(4) == 0 ? random.nextInt(11) : 11 + random.nextInt(50);
        add(authors, Fact.ACTIVE, "", period, organisation, active);
        for (int t = 0; t < THEMES.size(); t++) {
          int tapped = drawn(random, active, common[t] * (0.4 + 1.2 * random.nextDouble()));
          add(authors, Fact.THEME, THEMES.get(t).theme(), period, organisation, tapped);
        }
        int carried = drawn(random, active, 0.8);
        add(authors, Fact.CARRIED_ANY, "", period, organisation, carried);
        for (String by : CARRIED) {
          add(authors, Fact.CARRIED, by, period, organisation, drawn(random, carried, 0.4));
        }
      }
    }
    Shared shared =
        new Shared("2025-01-06", "2025-06-30", authors, List.of(), List.of(), List.of(), List.of());
    return new Newsroom(
        organisations, Patterns.of(shared, THEMES, List.of(), organisations, rules));
  }

  private static int drawn(Random random, int of, double share) {
    return (int) random.doubles(of).filter(d -> d < share).count();
  }

  private static void add(
      List<Authors> to,
      Fact fact,
      String key,
      String period,
      Organisation organisation,
      int authors) {
    if (authors > 0) {
      to.add(new Authors(fact, key, "", period, organisation.id(), authors, 1));
    }
  }
}
