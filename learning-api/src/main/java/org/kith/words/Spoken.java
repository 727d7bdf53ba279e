package org.kith.words;

import java.util.List;
import org.kith.published.CadenceRow;
import org.kith.published.CarriedRow;
import org.kith.published.LadderRow;
import org.kith.published.LoopRow;
import org.kith.published.Movement;
import org.kith.published.ThemePeriodRow;
import org.kith.published.WordRow;

/** What is said of what people wrote. */
public final class Spoken {

  private Spoken() {}

  /** A theme's name as people say it in a sentence: ‘Waiting for a panel’. */
  public static String named(String name) {
    return "‘" + name + "’";
  }

  /**
   * In how many organisations a theme came up, and in how many in the quarter before.
   *
   * @param now the latest quarter, or null when nobody was there to say it
   * @param before the quarter before, or null
   */
  public static String theme(String name, ThemePeriodRow now, ThemePeriodRow before) {
    if (now == null) {
      return named(name) + " has not been counted this quarter.";
    }
    if (now.organisations() == null || now.contributing() == null) {
      return "Whether "
          + named(name)
          + " came up this quarter is hidden: too few people or organisations are behind it.";
    }
    String start =
        named(name)
            + " came up in "
            + now.organisations()
            + " of "
            + now.contributing()
            + " organisations this quarter";
    if (before == null) {
      return start + ".";
    }
    if (before.organisations() == null) {
      return start + "; the quarter before is hidden.";
    }
    return before.organisations().equals(now.organisations())
        ? start + ", as in the one before."
        : start + ", in " + before.organisations() + " before.";
  }

  /**
   * That a theme moved in a quarter before the latest.
   *
   * @param quarter its name: "July to September 2025"
   */
  public static String movedIn(String name, String quarter, ThemePeriodRow then) {
    String where =
        then.organisations() == null || then.contributing() == null
            ? ""
            : " It came up in "
                + then.organisations()
                + " of "
                + then.contributing()
                + " organisations.";
    return "In "
        + quarter
        + (then.movement() == Movement.FADING ? " fewer" : " more")
        + " people spoke of "
        + named(name)
        + " than in the quarter before, beyond chance."
        + where;
  }

  /** Words that were newly said in a quarter before the latest. */
  public static String newlySaidIn(String quarter, List<String> phrases) {
    return "Newly said in "
        + quarter
        + ": "
        + Numbers.list(phrases.stream().map(p -> "“" + p + "”").toList())
        + ".";
  }

  /** How sure one may be that a theme moved, as a sentence of its own. */
  public static String moved(ThemePeriodRow now) {
    if (now == null || now.movement() == null) {
      return "";
    }
    return switch (now.movement()) {
      case EMERGING -> "More authors spoke of it than in the quarter before, beyond chance.";
      case FADING -> "Fewer authors spoke of it than in the quarter before, beyond chance.";
      case STEADY -> "Chance alone moves it this much from one quarter to the next.";
    };
  }

  /** How many of those who wrote spoke of a theme: "About 3 in 10 authors …". */
  public static String share(ThemePeriodRow row) {
    if (row == null || row.percent() == null) {
      return "";
    }
    return "Of the "
        + Numbers.count(row.active())
        + " people who shared anything, "
        + Numbers.fraction(row.percent())
        + " ("
        + Numbers.percents(row.low(), row.high())
        + ") spoke of it.";
  }

  /** How evenly organisations hold a theme. */
  public static String even(ThemePeriodRow row) {
    if (row == null || row.evenness() == null) {
      return "";
    }
    return row.evenness() >= 0.8
        ? "The organisations that hold it hold it much alike."
        : "A few organisations hold most of it.";
  }

  /** What is newly said, in the words people use; or that nothing is. */
  public static String emerging(List<WordRow> words) {
    List<String> phrases = phrases(words, Movement.EMERGING);
    return phrases.isEmpty()
        ? "No word or phrase is newly said by enough people to be shown."
        : "Newly said: " + Numbers.list(phrases) + ".";
  }

  /** What is no longer said; or that nothing is. */
  public static String fading(List<WordRow> words) {
    List<String> phrases = phrases(words, Movement.FADING);
    return phrases.isEmpty()
        ? "No word or phrase has gone quiet that can be shown."
        : "Said less than before: " + Numbers.list(phrases) + ".";
  }

  private static List<String> phrases(List<WordRow> words, Movement movement) {
    return words.stream()
        .filter(w -> w.movement() == movement)
        .map(w -> "“" + w.phrase() + "”")
        .toList();
  }

  /** Where barriers are raised and whether anybody answers. */
  public static String ladder(List<LadderRow> rows) {
    for (LadderRow row : rows) {
      if (row.raised() != null && row.answered() != null) {
        String where = " between " + between(row.level()) + ", ";
        return Numbers.count(row.raised())
            + " people named something that got in the way"
            + where
            + "and "
            + Numbers.count(row.answered())
            + " of them saw somebody carry on from it.";
      }
    }
    return "What got in the way, and whether anybody answered, is hidden at every level.";
  }

  private static String between(String level) {
    return Taps.level(level).toLowerCase(java.util.Locale.UK);
  }

  /** What carried progress in the latest quarter, compared with the first shown. */
  public static String carried(CarriedRow first, CarriedRow last) {
    if (last == null || last.percent() == null) {
      return "What carried progress this quarter is hidden.";
    }
    String now =
        Numbers.capital(Numbers.fraction(last.percent()))
            + " of those who said what carried progress named the person themselves";
    return first == null || first.percent() == null || first.period().equals(last.period())
        ? now + "."
        : now + "; " + Numbers.fraction(first.percent()) + " did in the first quarter shown.";
  }

  /** In how many weeks teams wrote anything they shared. */
  public static String cadence(CadenceRow row) {
    if (row == null || row.percent() == null) {
      return "In how many weeks teams wrote this quarter is hidden.";
    }
    return "In "
        + Numbers.fraction(row.percent())
        + " team-weeks somebody shared something. The others are quiet periods we cannot see into.";
  }

  /** How much of what was raised is still open after three months, or the first day shown. */
  public static String loops(List<LoopRow> rows) {
    return rows.stream()
        .filter(r -> r.open() != null)
        .filter(r -> r.days() == 90)
        .findFirst()
        .or(() -> rows.stream().filter(r -> r.open() != null).findFirst())
        .map(
            r ->
                Numbers.capital(Numbers.fraction(r.open()))
                    + " of what was raised ("
                    + Numbers.percents(r.low(), r.high())
                    + ") was still open after "
                    + r.days()
                    + " days.")
        .orElse("How long things stay open is hidden: too few people have raised anything.");
  }
}
