package org.kith.indicators;

import java.util.SortedMap;
import java.util.TreeMap;
import org.kith.instrument.Answer;
import org.kith.instrument.Item;
import org.kith.statistics.ItemDistribution;

/**
 * How many people sit at the lowest and the highest end of what could be answered, in percent of
 * those with a value (floor and ceiling). People there cannot be told apart any more, and can move
 * one way only: a mean near an end says less than it seems to (Terwee and others 2007,
 * doi:10.1016/j.jclinepi.2006.03.012, who worry above 15 %).
 *
 * @param floor null without any value
 * @param ceiling likewise
 */
record Ends(Double floor, Double ceiling) {

  /** The share of people with exactly this score; null without any score. */
  private static Double percent(SortedMap<Double, Long> scores, double end) {
    double people = 0;
    double there = 0;
    for (var bar : scores.entrySet()) {
      people += bar.getValue();
      // Scores are one division of whole numbers; the ends of a range are typed as decimals.
      there += Math.abs(bar.getKey() - end) < 1e-9 ? bar.getValue() : 0;
    }
    return people == 0 ? null : Double.valueOf(100 * there / people);
  }

  /** Of a scale that reaches from the one to the other. */
  static Ends of(SortedMap<Double, Long> scores, double min, double max) {
    return new Ends(percent(scores, min), percent(scores, max));
  }

  /** Of a single item; its high end is {@link Towards more}. */
  static Ends of(Item item, ItemDistribution answers) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    SortedMap<Double, Long> people = new TreeMap<>();
    for (Answer answer : item.answers()) {
      if (item.valid(answer.code())) {
        double value = Towards.more(item, answer);
        least = Math.min(least, value);
        most = Math.max(most, value);
        people.merge(value, answers.answers().getOrDefault(answer.code(), 0L), Long::sum);
      }
    }
    return of(people, least, most);
  }
}
