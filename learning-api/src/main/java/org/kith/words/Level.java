package org.kith.words;

import static org.kith.words.Numbers.HARD;

import java.util.List;
import org.kith.published.AnswerRow;
import org.kith.published.DistributionRow;
import org.kith.published.ItemRow;
import org.kith.published.LevelRow;
import org.kith.published.ScaleRow;
import org.kith.published.Visibility;

/** What people answered, in one sentence. */
public final class Level {

  private Level() {}

  /** Of the 412 people who answered, about 6 in 10 (55 to 65 %) said … */
  public static String of(LevelRow level, ItemRow item, int people, int organisations) {
    if (level.visibility() != Visibility.SHOWN || level.percent() == null) {
      String why = Hidden.of(level.visibility(), people, organisations);
      return level.answered() == null || level.visibility() == Visibility.FEWER_THAN_3_ORGANISATIONS
          ? why
          : Numbers.capital(Numbers.people(level.answered()))
              + " answered. How many "
              + item.countedAs()
              + " is not shown: too few of them did, or did not.";
    }
    return "Of the "
        + Numbers.people(level.answered())
        + " who answered, "
        + Numbers.fraction(level.percent())
        + " ("
        + Numbers.percents(level.low(), level.high())
        + ") "
        + item.countedAs()
        + ".";
  }

  /**
   * For an item that counts nothing: where the middle half of the answers lies.
   *
   * @param answers valid answers, in the order offered
   * @param counts one row per answer
   */
  public static String spread(int answered, List<AnswerRow> answers, List<DistributionRow> counts) {
    boolean hidden = counts.stream().anyMatch(c -> c.visibility() != Visibility.SHOWN);
    int total = counts.stream().filter(c -> c.people() != null).mapToInt(c -> c.people()).sum();
    String who = Numbers.capital(Numbers.people(answered)) + " answered";
    if (hidden || total == 0) {
      return who + ". Some answers are hidden, because few people gave them.";
    }
    String low = "";
    String high = "";
    int sum = 0;
    for (AnswerRow answer : answers) {
      int people =
          counts.stream().filter(c -> c.code() == answer.code()).mapToInt(c -> c.people()).sum();
      if (sum < total * 0.25 && sum + people >= total * 0.25) {
        low = answer.brief();
      }
      if (sum < total * 0.75 && sum + people >= total * 0.75) {
        high = answer.brief();
      }
      sum += people;
    }
    return low.equals(high)
        ? who + ". At least half of them chose " + Numbers.quoted(low) + "."
        : who
            + ". The middle half of their answers lies from "
            + Numbers.quoted(low)
            + " to "
            + Numbers.quoted(high)
            + ".";
  }

  /** For a score over several items: where the person in the middle and the middle half lie. */
  public static String score(ScaleRow scale, int people, int organisations) {
    if (scale.visibility() != Visibility.SHOWN || scale.median() == null) {
      return Hidden.of(scale.visibility(), people, organisations);
    }
    return "Of the "
        + Numbers.people(scale.people())
        + " with a score, the middle half lies from "
        + Numbers.score(scale.lowerQuartile())
        + HARD
        + "to"
        + HARD
        + Numbers.score(scale.upperQuartile())
        + ", and the person in the middle at "
        + Numbers.score(scale.median())
        + ".";
  }
}
