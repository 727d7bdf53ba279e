package org.kith.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.instrument.Instrument;
import org.kith.published.BetweenRow;
import org.kith.published.FunnelRow;
import org.kith.published.LevelRow;
import org.kith.published.ScaleRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;
import org.kith.statistics.Funnel;

/** What a funnel of organisations needs (statistic 12), from published numbers. */
public final class Funnels {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private record Key(String instrument, String measure, String wave) {}

  /** Shown organisations; the values are percents or scores. */
  private static final class Shown {
    private final List<Double> values = new ArrayList<>();
    private final List<Double> people = new ArrayList<>();
  }

  private Funnels() {}

  /** Of shares and means of organisations as they are published, and of people's spread. */
  public static List<FunnelRow> of(
      List<LevelRow> levels, List<ScaleRow> scales, List<BetweenRow> between) {
    Map<Key, Shown> measures = new LinkedHashMap<>();
    for (LevelRow row : levels) {
      if (row.scope() == Scope.ORGANISATION
          && (row.visibility() != Visibility.SHOWN || row.counted() != null)) {
        Key key = new Key(row.instrument(), row.item(), row.wave());
        add(measures, key, row.visibility(), row.percent(), row.answered());
      }
    }
    for (ScaleRow row : scales) {
      if (row.scope() == Scope.ORGANISATION) {
        Key key = new Key(row.instrument(), Instrument.SCALE, row.wave());
        add(measures, key, row.visibility(), row.mean(), row.people());
      }
    }
    Map<Key, Double> spreads = new LinkedHashMap<>();
    for (BetweenRow row : between) {
      if (row.within() != null) {
        spreads.put(new Key(row.instrument(), row.measure(), row.wave()), Math.sqrt(row.within()));
      }
    }
    List<FunnelRow> rows = new ArrayList<>();
    measures.forEach((key, shown) -> rows.add(row(key, shown, spreads.get(key))));
    return rows;
  }

  private static void add(
      Map<Key, Shown> measures, Key key, Visibility visibility, Double value, Integer people) {
    Shown shown = measures.computeIfAbsent(key, k -> new Shown());
    if (visibility == Visibility.SHOWN && value != null) {
      shown.values.add(value);
      shown.people.add(people.doubleValue());
    }
  }

  private static FunnelRow row(Key key, Shown shown, Double spread) {
    double[] n = shown.people.stream().mapToDouble(Double::doubleValue).toArray();
    boolean scale = key.measure().equals(Instrument.SCALE);
    if (Funnel.whyNot(n).isPresent()) {
      return hidden(key, Visibility.FEWER_THAN_3_ORGANISATIONS);
    }
    double[] values = shown.values.stream().mapToDouble(Double::doubleValue).toArray();
    Double sd = scale && spread != null ? digits(spread) : null;
    Funnel funnel;
    if (scale) {
      if (sd == null || sd <= 0) {
        return hidden(key, Visibility.NOT_TO_BE_WORKED_OUT);
      }
      funnel = Funnel.ofMeans(values, n, sd);
    } else {
      double[] shares = shown.values.stream().mapToDouble(v -> v / 100).toArray();
      funnel = Funnel.ofShares(shares, n);
    }
    double unit = scale ? 1 : 100;
    return new FunnelRow(
        key.instrument(),
        key.measure(),
        key.wave(),
        n.length,
        (int) Math.round(shown.people.stream().mapToDouble(Double::doubleValue).sum()),
        Math.round(100 * unit * funnel.pooled()) / 100.0,
        sd,
        Math.round(1000 * funnel.dispersion()) / 1000.0,
        digits(unit * funnel.tau()),
        Visibility.SHOWN);
  }

  private static FunnelRow hidden(Key key, Visibility reason) {
    return new FunnelRow(
        key.instrument(), key.measure(), key.wave(), null, null, null, null, null, null, reason);
  }

  private static double digits(double value) {
    return BigDecimal.valueOf(value).round(THREE_DIGITS).doubleValue();
  }
}
