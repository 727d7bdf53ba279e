package org.kith.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.kith.indicators.OverTime;
import org.kith.instrument.Instrument;
import org.kith.instrument.Scoring;
import org.kith.published.BetweenRow;
import org.kith.published.ControlPointRow;
import org.kith.published.LevelRow;
import org.kith.published.PooledRow;
import org.kith.published.ScaleRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;

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
  /** What puts an end of a 95 % interval where it is. */
  private static final double UPPER = 0.975;

  private static final double Z = new NormalDistribution().inverseCumulativeProbability(UPPER);

  private record Unit(String instrument, String measure, String wave, Scope scope, String unit) {}

  private record Measure(String instrument, String measure, String wave) {}

  /** A published share or mean; people and value are null when hidden. */
  private record Known(Integer organisations, Integer people, Double value, Visibility visibility) {
    static final Known NOTHING = new Known(null, null, null, Visibility.FEWER_THAN_K);
  }

  private final Map<String, Instrument> instruments;
  private final List<LevelRow> levels;
  private final List<ScaleRow> scales;
  private final Map<Unit, Known> known = new HashMap<>();

  /** Organisations that have a row, hidden or not. */
  private final Map<Measure, Integer> organisations = new HashMap<>();

  /**
   * Reads what is published.
   *
   * @param instruments by id
   * @param levels as they are published
   * @param scales likewise
   */
  ModelRows(Map<String, Instrument> instruments, List<LevelRow> levels, List<ScaleRow> scales) {
    this.instruments = instruments;
    this.levels = levels;
    this.scales = scales;
    for (LevelRow row : levels) {
      count(row.scope(), new Measure(row.instrument(), row.item(), row.wave()));
      known.put(
          new Unit(row.instrument(), row.item(), row.wave(), row.scope(), row.unit()),
          new Known(row.organisations(), row.answered(), row.percent(), row.visibility()));
    }
    for (ScaleRow row : scales) {
      count(row.scope(), new Measure(row.instrument(), Instrument.SCALE, row.wave()));
      known.put(
          new Unit(row.instrument(), Instrument.SCALE, row.wave(), row.scope(), row.unit()),
          new Known(row.organisations(), row.people(), row.mean(), row.visibility()));
    }
  }

  private void count(Scope scope, Measure measure) {
    if (scope == Scope.ORGANISATION) {
      organisations.merge(measure, 1, Integer::sum);
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

  /**
   * Each organisation's estimate, leaning on the published model by the published counts. None for
   * questions whose model is of the answers' codes: of an organisation only their shares are
   * published, and those are something else.
   */
  List<PooledRow> pooled(List<PooledRow> exact, List<BetweenRow> published) {
    Map<Measure, BetweenRow> models = new HashMap<>();
    for (BetweenRow row : published) {
      models.put(new Measure(row.instrument(), row.measure(), row.wave()), row);
    }
    return exact.parallelStream()
        .filter(this::ofWhatIsPublished)
        .map(
            row ->
                pooled(row, models.get(new Measure(row.instrument(), row.measure(), row.wave()))))
        .toList();
  }

  private boolean ofWhatIsPublished(PooledRow row) {
    return row.measure().equals(Instrument.SCALE)
        || instruments.get(row.instrument()).scoring().method() != Scoring.Method.MEAN_PER_ITEM;
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
    Scoring scoring = instruments.get(row.instrument()).scoring();
    boolean scale = row.measure().equals(Instrument.SCALE);
    double unit = scale ? 1 : 100;
    int places = scale ? 1 : 0;
    // RandomIntercept.Group, with λ = τ²/σ² and n as published.
    double lean = 1 / (1 + model.between() / model.within() * own.people());
    double estimate = unit * model.mean() * lean + own.value() * (1 - lean);
    double se = standardError(model);
    double half = Z * unit * Math.sqrt(model.between() * lean + se * lean * se * lean);
    return new PooledRow(
        row.instrument(),
        row.measure(),
        row.wave(),
        row.organisation(),
        Decimals.places(estimate, places),
        Decimals.places(Math.max(scale ? scoring.min() : 0, estimate - half), places),
        Decimals.places(Math.min(scale ? scoring.max() : 100, estimate + half), places),
        Visibility.SHOWN);
  }

  /**
   * Of the model's mean, back from its interval, taken as one with a degree of freedom fewer than
   * organisations. With unequal ones Kenward and Roger's has fewer still, so this is a little
   * large.
   */
  private double standardError(BetweenRow model) {
    if (model.low() == null || model.high() == null) {
      return 0;
    }
    int taking = organisations.get(new Measure(model.instrument(), model.measure(), model.wave()));
    double t = new TDistribution(taking - 1).inverseCumulativeProbability(UPPER);
    return (model.high() - model.low()) / 2 / t;
  }

  /** Charts of the published shares and means; a hidden one is a gap. */
  List<ControlPointRow> controlPoints() {
    return OverTime.of(levels, scales).stream().map(ModelRows::rounded).toList();
  }

  private static ControlPointRow rounded(ControlPointRow row) {
    return new ControlPointRow(
        row.instrument(),
        row.measure(),
        row.scope(),
        row.unit(),
        row.wave(),
        row.value(),
        Decimals.places(row.centre(), 2),
        Decimals.places(row.lower(), 2),
        Decimals.places(row.upper(), 2),
        row.baseline(),
        row.trial(),
        row.signal(),
        row.visibility());
  }
}
