package org.kith.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.kith.published.Movement;

/** How often each theme is spoken of in the varied reflections, and what of that moves. */
final class Planted {
  /** First quarter and last of the reflections. */
  static final int FIRST_YEAR = 2023;

  static final int QUARTERS = 13;

  /** A movement that is there to be found. */
  record Move(String theme, String period, Movement movement) {}

  static final List<Move> MOVES =
      List.of(
          new Move("T11", "2025q3", Movement.EMERGING),
          new Move("T12", "2024q1", Movement.FADING),
          new Move("T12", "2025q1", Movement.FADING));

  private static final double USUAL = 0.2;
  private static final int MOST = 3;

  private Planted() {}

  static int year(int quarter) {
    return FIRST_YEAR + quarter / 4;
  }

  static String period(int quarter) {
    return year(quarter) + "q" + (quarter % 4 + 1);
  }

  /** The share of an organisation's reflections in a quarter that speak of a theme. */
  static double share(String theme, int quarter, String organisation) {
    return switch (theme) {
      case "T11" -> quarter < 10 ? 0 : 0.42;
      case "T12" -> quarter < 4 ? 0.36 : quarter < 8 ? 0.14 : 0;
      case "T13" -> List.of("saltbox", "rope-walk").contains(organisation) ? 0.5 : 0;
      default -> USUAL;
    };
  }

  /** Draws what one reflection speaks of: none to three, the first what its words are about. */
  static List<String> drawn(Random random, int quarter, String organisation) {
    List<String> themes = new ArrayList<>();
    for (Codebook.Theme theme : Codebook.THEMES) {
      if (Draws.chance(random, share(theme.label(), quarter, organisation))) {
        themes.add(theme.label());
      }
    }
    while (themes.size() > MOST) {
      // Never one of those that move: what is planted of them is exact in the long run.
      int i = random.nextInt(themes.size());
      if (share(themes.get(i), quarter, organisation) == USUAL) {
        themes.remove(i);
      }
    }
    if (themes.size() > 1) {
      themes.add(0, themes.remove(random.nextInt(themes.size())));
    }
    return themes;
  }
}
