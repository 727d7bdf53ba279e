package org.kith.sample;

import java.util.List;
import java.util.Map;

/**
 * What is true in the invented world, for tests to hold published tables against: {@code
 * truth.json}. Shares are between 0 and 1; maps by organisation or place are keyed by its id.
 *
 * @param about what this file is
 * @param seed it was drawn from
 * @param people who sent back at least one form
 * @param forms that count: complete, or left early
 * @param measures what people feel, and how many answered
 * @param events what happened
 * @param notes the other things worth finding, in words
 * @param misread the item that misbehaves
 * @param respondents who answered
 * @param files where the rows of each export belong
 */
record Truth(
    String about,
    long seed,
    int people,
    int forms,
    List<Measure> measures,
    List<Happening> events,
    Map<String, String> notes,
    Misread misread,
    List<Respondents> respondents,
    List<Account> files) {

  /**
   * One question's counted answers, or a scale's scores.
   *
   * @param measure an item id, or {@code scale}
   * @param unit {@code share} of valid answers that are counted, or {@code score}
   * @param between share of the variance that lies between organisations, when nothing is going on
   * @param waves the truth at each wave
   */
  record Measure(
      String instrument, String measure, String unit, double between, List<AtWave> waves) {}

  /**
   * One wave of a measure. The truth for a place, or for all, weighs each organisation by how many
   * of its people answered, because that is what a pooled share estimates.
   *
   * @param between share of the variance that lies between organisations in this wave
   * @param all true share or mean score over everyone taking part
   * @param places by place
   * @param organisations by organisation
   * @param within true variance of scores by organisation; empty for shares
   * @param answered people with a valid answer, or with a score, by organisation
   * @param kinds people by kind, as {@code missing} names kinds; empty for scores
   */
  record AtWave(
      String wave,
      double between,
      double all,
      Map<String, Double> places,
      Map<String, Double> organisations,
      Map<String, Double> within,
      Map<String, Integer> answered,
      Map<String, Integer> kinds) {}

  /**
   * Something that moved.
   *
   * @param words what
   * @param item it moved
   * @param place where
   * @param from first wave that differs
   * @param to last wave that differs
   * @param amount by how much the share moved in all
   */
  record Happening(
      String words, String item, String place, String from, String to, double amount) {}

  /**
   * An item that misbehaves.
   *
   * @param words how
   * @param share of the people who misread it
   * @param organisations whose form it is
   */
  record Misread(
      String instrument, String item, String words, double share, List<String> organisations) {}

  /** How many of the people whose forms count belong to a known group, in one wave. */
  record Respondents(String wave, String dimension, Map<String, Integer> people) {}

  /** Where the rows of an export belong, as the generator made them. */
  record Account(
      String file,
      String tool,
      int received,
      int accepted,
      int partial,
      int previewOrTest,
      int duplicate,
      int rejected) {}
}
