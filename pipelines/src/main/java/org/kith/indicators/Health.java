package org.kith.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.kith.groups.GroupStatistics;
import org.kith.groups.Measure;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.published.ComparabilityRow;
import org.kith.published.Gate;
import org.kith.published.HealthRow;
import org.kith.published.ReliabilityRow;
import org.kith.published.Visibility;
import org.kith.statistics.ItemDistribution;

/**
 * What to know of a measure before what people said, in each wave, over everyone taking part; and
 * whether organisations may be looked at beside one another in it. This is the one place that
 * decides so.
 *
 * <ul>
 *   <li>Asked and response: of the organisations that have answers to this instrument, and of those
 *       that returned nothing; not said unless the former are all in {@code asked.csv}. A form
 *       often holds several instruments: as many people returned it as have a row of the one with
 *       most. More than 100 % means that the file is wrong.
 *   <li>Missing: of those with a row of this instrument, those without a valid answer, or score,
 *       whatever the reason; a question of it that some were not asked counts too.
 * </ul>
 */
final class Health {
  /**
   * Least α of a score by which organisations are looked at beside one another. Figures of groups
   * ask for less than figures of persons would: 0.6 is where Robinson, Shaver and Wrightsman (1991,
   * Measures of Personality and Social Psychological Attitudes, chapter 1) let a scale pass as
   * moderate. The estimate decides and not the lower end of its interval, which would withhold a
   * sound scale wherever few people answered; the interval is shown beside it.
   */
  private static final double LEAST_ALPHA = 0.6;

  private Health() {}

  static List<HealthRow> of(
      Survey survey,
      List<ReliabilityRow> reliability,
      List<ComparabilityRow> comparability,
      Known known) {
    List<HealthRow> rows = new ArrayList<>();
    for (Instrument instrument : survey.instruments()) {
      for (Measure measure : Measure.of(instrument)) {
        for (String wave : survey.waves(instrument)) {
          rows.add(
              row(
                  survey,
                  instrument,
                  measure,
                  wave,
                  reliability.stream()
                      .filter(r -> r.instrument().equals(instrument.id()) && r.wave().equals(wave))
                      .findFirst()
                      .orElse(null),
                  comparability.stream()
                      .filter(c -> c.instrument().equals(instrument.id()) && c.wave().equals(wave))
                      .toList(),
                  Response.of(survey, instrument, wave, known.asked())));
        }
      }
    }
    return rows;
  }

  /**
   * Whether organisations may be compared on a scale.
   *
   * @param reliability of the scale; null where one item alone makes it
   * @param items whether each of its items is comparable
   */
  private static Gate ofScale(ReliabilityRow reliability, List<ComparabilityRow> items) {
    if (reliability == null) {
      return Gate.OPEN;
    }
    if (reliability.alpha() == null) {
      return Gate.NOT_KNOWN;
    }
    if (reliability.alpha() < LEAST_ALPHA) {
      return Gate.NOT_RELIABLE;
    }
    if (items.stream().anyMatch(item -> Boolean.TRUE.equals(item.apart()))) {
      return Gate.NOT_COMPARABLE;
    }
    // Where one item could not be looked at, nobody knows of the sum.
    return items.isEmpty() || items.stream().anyMatch(item -> item.apart() == null)
        ? Gate.NOT_KNOWN
        : Gate.OPEN;
  }

  /**
   * Whether organisations may be compared on a single item. Nothing speaks against an item that
   * stands alone, because there is nothing to hold it against.
   */
  private static Gate ofItem(String item, List<ComparabilityRow> items) {
    return items.stream().anyMatch(c -> c.item().equals(item) && Boolean.TRUE.equals(c.apart()))
        ? Gate.NOT_COMPARABLE
        : Gate.OPEN;
  }

  private static HealthRow row(
      Survey survey,
      Instrument instrument,
      Measure measure,
      String wave,
      ReliabilityRow reliability,
      List<ComparabilityRow> items,
      Response response) {
    Survey.Unit everyone = survey.units(instrument, wave).get(0);
    boolean scale = measure.outcome() == Measure.Outcome.SCORE;
    long people;
    Ends ends;
    if (scale) {
      SortedMap<Double, Long> scores = everyone.scores();
      people = scores.values().stream().mapToLong(Long::longValue).sum();
      ends = Ends.of(scores, instrument.scoring().min(), instrument.scoring().max());
    } else {
      Item item = instrument.item(measure.name()).orElseThrow();
      ItemDistribution answers = everyone.distribution(item);
      people = answers.answered();
      ends = Ends.of(item, answers);
    }
    long returned = everyone.members().stream().mapToLong(GroupStatistics::people).sum();
    ReliabilityRow of = scale ? reliability : null;
    return new HealthRow(
        instrument.id(),
        measure.name(),
        wave,
        Math.toIntExact(people),
        response == null ? null : Math.toIntExact(response.asked()),
        response == null ? null : Double.valueOf(100.0 * response.returned() / response.asked()),
        returned == 0 ? null : Double.valueOf(100.0 * (returned - people) / returned),
        of == null ? null : of.alpha(),
        of == null ? null : of.low(),
        of == null ? null : of.high(),
        ends.floor(),
        ends.ceiling(),
        scale ? ofScale(reliability, items) : ofItem(measure.name(), items),
        Visibility.SHOWN);
  }
}
