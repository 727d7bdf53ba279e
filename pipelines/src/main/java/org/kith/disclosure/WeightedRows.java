package org.kith.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kith.instrument.Instrument;
import org.kith.published.LevelRow;
import org.kith.published.RespondentsRow;
import org.kith.published.ScaleRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;
import org.kith.published.WeightedRow;

/**
 * Weighted shares and means, where the plain one of the same people is shown.
 *
 * <p>A weighted share is a second statement about the same answers, and two statements can tell
 * more than their sum: with weights near 1 an exact one would undo the rounding of the plain count,
 * and with weights that are known, as those from margins are, it tells how a group answered. So
 *
 * <ul>
 *   <li>it is the <b>published</b> plain share, moved by what weighting moves the exact one: what
 *       it adds is the shift alone;
 *   <li>whole percents, of people so many that one percent stands for as many as a shown count is
 *       rounded to: 500 at the usual 5, and never fewer than 100;
 *   <li>and where weights come from margins, of so many more that one percent still stands for the
 *       margin a hidden count is kept open by, for people whose answers count several times: with
 *       the heaviest group at w, 500·(w − 1). Design weights are known to nobody outside.
 * </ul>
 *
 * <p>A weighted mean score is to 1 decimal, coarser than the plain one, from 100 people on.
 */
final class WeightedRows {
  private record Unit(String instrument, String measure, String wave, Scope scope, String unit) {}

  private record Plain(
      Integer organisations, Integer people, Double value, Visibility visibility) {}

  private final Map<Unit, Plain> published = new HashMap<>();
  private final Map<Unit, Double> exact = new HashMap<>();
  private final List<RespondentsRow> respondents;
  private final Map<String, String> dimensions;
  private final Threshold threshold;

  /**
   * @param levels counted and published
   * @param scales likewise
   * @param respondents counted
   * @param dimensions headings of the known groups by their ids
   */
  WeightedRows(
      List<LevelRow> countedLevels,
      List<LevelRow> levels,
      List<ScaleRow> countedScales,
      List<ScaleRow> scales,
      List<RespondentsRow> respondents,
      Map<String, String> dimensions,
      Threshold threshold) {
    this.respondents = respondents;
    this.dimensions = dimensions;
    this.threshold = threshold;
    countedLevels.forEach(r -> exact.put(unit(r), r.percent()));
    countedScales.forEach(r -> exact.put(unit(r), r.mean()));
    levels.forEach(
        r ->
            published.put(
                unit(r), new Plain(r.organisations(), r.answered(), r.percent(), r.visibility())));
    scales.forEach(
        r ->
            published.put(
                unit(r), new Plain(r.organisations(), r.people(), r.mean(), r.visibility())));
  }

  private static Unit unit(LevelRow r) {
    return new Unit(r.instrument(), r.item(), r.wave(), r.scope(), r.unit());
  }

  private static Unit unit(ScaleRow r) {
    return new Unit(r.instrument(), Instrument.SCALE, r.wave(), r.scope(), r.unit());
  }

  List<WeightedRow> of(List<WeightedRow> rows) {
    return rows.stream().map(this::row).toList();
  }

  private WeightedRow row(WeightedRow row) {
    Unit unit = new Unit(row.instrument(), row.measure(), row.wave(), row.scope(), row.unit());
    Plain plain =
        published.getOrDefault(unit, new Plain(null, null, null, Visibility.FEWER_THAN_K));
    Double own = exact.get(unit);
    boolean score = row.measure().equals(Instrument.SCALE);
    Visibility visibility =
        plain.visibility() != Visibility.SHOWN
            ? plain.visibility()
            : row.visibility() != Visibility.SHOWN || row.estimate() == null || own == null
                ? Visibility.NOT_TO_BE_WORKED_OUT
                : plain.people() < fewest(row, score) ? Visibility.TOO_FEW : Visibility.SHOWN;
    if (visibility != Visibility.SHOWN || plain.value() == null) {
      return new WeightedRow(
          row.instrument(),
          row.measure(),
          row.wave(),
          row.scope(),
          row.unit(),
          row.weighting(),
          row.margins(),
          null,
          null,
          null,
          null,
          null,
          null,
          visibility);
    }
    int places = score ? 1 : 0;
    double moved = plain.value() + row.estimate() - own;
    double most = score ? Double.POSITIVE_INFINITY : 100;
    double least = score ? Double.NEGATIVE_INFINITY : 0;
    double estimate = Decimals.places(Math.max(least, Math.min(most, moved)), places);
    return new WeightedRow(
        row.instrument(),
        row.measure(),
        row.wave(),
        row.scope(),
        row.unit(),
        row.weighting(),
        row.margins(),
        plain.organisations(),
        plain.people(),
        estimate,
        // Laid about what is shown, so that the ends do not tell more of the middle.
        end(estimate, row.low(), row.estimate(), places, least, most),
        end(estimate, row.high(), row.estimate(), places, least, most),
        Decimals.places(row.designEffect(), 1),
        Visibility.SHOWN);
  }

  private static Double end(
      double shown, Double end, double estimate, int places, double least, double most) {
    return end == null
        ? null
        : Decimals.places(
            Math.max(least, Math.min(most, shown + Decimals.places(end - estimate, places))),
            places);
  }

  private double fewest(WeightedRow row, boolean score) {
    if (score) {
      return Fineness.FEWEST;
    }
    double fewest = Math.max(Fineness.FEWEST, 100.0 * threshold.rounding());
    return row.weighting() == WeightedRow.Weighting.DESIGN
        ? fewest
        : Math.max(fewest, 100.0 * threshold.margin() * (heaviest(row) - 1));
  }

  /** The most that margins make one person count, as far as the groups that answered tell. */
  private double heaviest(WeightedRow row) {
    double heaviest = 1;
    for (String dimension : row.margins().split(",", -1)) {
      String heading = dimensions.getOrDefault(dimension.strip(), dimension.strip());
      double most = 1;
      for (RespondentsRow group : respondents) {
        if (group.instrument().equals(row.instrument())
            && group.wave().equals(row.wave())
            && group.scope() == row.scope()
            && group.unit().equals(row.unit())
            && group.dimension().equals(heading)
            && group.residents() != null
            && group.percent() != null
            && group.percent() > 0) {
          most = Math.max(most, group.residents() / group.percent());
        }
      }
      heaviest *= most;
    }
    return heaviest;
  }
}
