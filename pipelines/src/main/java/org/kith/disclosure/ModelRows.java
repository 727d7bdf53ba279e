package org.kith.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kith.instrument.Instrument;
import org.kith.published.BetweenRow;
import org.kith.published.ControlPointRow;
import org.kith.published.LevelRow;
import org.kith.published.PooledRow;
import org.kith.published.ScaleRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;
import org.kith.statistics.XmR;

/**
 * What models say, from what is published.
 *
 * <p>How much lies between organisations is the exact result, rounded: it sums over at least three
 * organisations, and leaving out the hidden ones would bend it. Everything said of a single
 * organisation or a single wave is worked out again from published shares and means. An exact
 * pooled estimate would give an organisation's count away: at 20 people one person moves it by more
 * than its rounding.
 */
final class ModelRows {
  /** The 97.5 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  private record Unit(String instrument, String measure, String wave, Scope scope, String unit) {}

  private record Measure(String instrument, String measure, String wave) {}

  private record Series(String instrument, String measure, Scope scope, String unit) {}

  /** A published share or mean; people and value are null when hidden. */
  private record Known(Integer organisations, Integer people, Double value, Visibility visibility) {
    static final Known NOTHING = new Known(null, null, null, Visibility.FEWER_THAN_K);
  }

  private final Map<Unit, Known> known = new HashMap<>();

  ModelRows(List<LevelRow> levels, List<ScaleRow> scales) {
    for (LevelRow row : levels) {
      known.put(
          new Unit(row.instrument(), row.item(), row.wave(), row.scope(), row.unit()),
          new Known(row.organisations(), row.answered(), row.percent(), row.visibility()));
    }
    for (ScaleRow row : scales) {
      known.put(
          new Unit(row.instrument(), Instrument.SCALE, row.wave(), row.scope(), row.unit()),
          new Known(row.organisations(), row.people(), row.mean(), row.visibility()));
    }
  }

  private Known of(String instrument, String measure, String wave, Scope scope, String unit) {
    return known.getOrDefault(new Unit(instrument, measure, wave, scope, unit), Known.NOTHING);
  }

  List<BetweenRow> between(List<BetweenRow> exact) {
    return exact.stream().map(this::between).toList();
  }

  private BetweenRow between(BetweenRow row) {
    Known all = of(row.instrument(), row.measure(), row.wave(), Scope.ALL, "all");
    if (all.visibility() != Visibility.SHOWN) {
      return new BetweenRow(
          row.instrument(),
          row.measure(),
          row.wave(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          all.visibility());
    }
    return new BetweenRow(
        row.instrument(),
        row.measure(),
        row.wave(),
        all.organisations(),
        all.people(),
        Decimals.places(row.mean(), 3),
        Decimals.places(row.low(), 3),
        Decimals.places(row.high(), 3),
        Decimals.digits(row.between(), 4),
        Decimals.digits(row.within(), 4),
        Decimals.places(row.icc(), 3),
        Decimals.places(row.anovaIcc1(), 3),
        Decimals.places(row.anovaIcc2(), 3),
        Decimals.places(row.rankability(), 3),
        row.atBoundary(),
        Visibility.SHOWN);
  }

  /** Each organisation's estimate, leaning on the published model by the published counts. */
  List<PooledRow> pooled(List<PooledRow> exact, List<BetweenRow> published) {
    Map<Measure, BetweenRow> models = new HashMap<>();
    for (BetweenRow row : published) {
      models.put(new Measure(row.instrument(), row.measure(), row.wave()), row);
    }
    List<PooledRow> rows = new ArrayList<>();
    for (PooledRow row : exact) {
      BetweenRow model = models.get(new Measure(row.instrument(), row.measure(), row.wave()));
      rows.add(pooled(row, model));
    }
    return rows;
  }

  private PooledRow pooled(PooledRow row, BetweenRow model) {
    Known own =
        of(row.instrument(), row.measure(), row.wave(), Scope.ORGANISATION, row.organisation());
    Visibility visibility =
        own.visibility() != Visibility.SHOWN || model == null
            ? own.visibility()
            : model.visibility();
    boolean fitted =
        model != null
            && model.mean() != null
            && model.between() != null
            && model.within() != null
            && model.within() > 0;
    if (visibility != Visibility.SHOWN || own.value() == null || !fitted) {
      return new PooledRow(
          row.instrument(),
          row.measure(),
          row.wave(),
          row.organisation(),
          null,
          null,
          null,
          visibility == Visibility.SHOWN ? Visibility.PROTECTS_ANOTHER : visibility);
    }
    boolean scale = row.measure().equals(Instrument.SCALE);
    double unit = scale ? 1 : 100;
    int places = scale ? 1 : 0;
    // RandomIntercept.Group, with λ = τ²/σ² and n as published.
    double lean = 1 / (1 + model.between() / model.within() * own.people());
    double estimate = unit * model.mean() * lean + own.value() * (1 - lean);
    double se = model.high() == null ? 0 : (model.high() - model.low()) / 2 / Z;
    double half = Z * unit * Math.sqrt(model.between() * lean + se * lean * se * lean);
    return new PooledRow(
        row.instrument(),
        row.measure(),
        row.wave(),
        row.organisation(),
        Decimals.places(estimate, places),
        Decimals.places(estimate - half, places),
        Decimals.places(estimate + half, places),
        Visibility.SHOWN);
  }

  /** Charts of the published shares and means; a hidden one is a gap. */
  List<ControlPointRow> controlPoints(List<ControlPointRow> exact) {
    ControlPointRow[] rows = new ControlPointRow[exact.size()];
    Map<Series, List<Integer>> series =
        Groups.by(
            at -> {
              ControlPointRow row = exact.get(at);
              return new Series(row.instrument(), row.measure(), row.scope(), row.unit());
            },
            IntStream.range(0, rows.length).boxed().toList());
    for (List<Integer> places : series.values()) {
      List<Known> values =
          places.stream()
              .map(exact::get)
              .map(p -> of(p.instrument(), p.measure(), p.wave(), p.scope(), p.unit()))
              .toList();
      XmR chart =
          XmR.of(
              values.stream()
                  .mapToDouble(v -> v.value() == null ? Double.NaN : v.value())
                  .toArray(),
              new int[0],
              XmR.LOCKABLE);
      for (int p = 0; p < places.size(); p++) {
        int at = places.get(p);
        rows[at] = point(exact.get(at), chart.points().get(p), values.get(p).visibility());
      }
    }
    return List.of(rows);
  }

  private static ControlPointRow point(
      ControlPointRow row, XmR.Point point, Visibility visibility) {
    return new ControlPointRow(
        row.instrument(),
        row.measure(),
        row.scope(),
        row.unit(),
        row.wave(),
        point.value(),
        Decimals.places(point.centre(), 2),
        Decimals.places(point.lower(), 2),
        Decimals.places(point.upper(), 2),
        point.baseline(),
        point.trial(),
        point.signal(),
        visibility);
  }
}
