package org.kith.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kith.groups.GroupStatistics;
import org.kith.groups.Measure;
import org.kith.groups.Profile;
import org.kith.instrument.Instrument;
import org.kith.published.PredictorRow;
import org.kith.published.Visibility;
import org.kith.statistics.CrossProducts;
import org.kith.statistics.WithinBetween;
import org.kith.workspace.Settings;

/**
 * What goes with belonging to a known group, within and between organisations (statistic 8), over
 * everyone. All dimensions are in one model, each group beside the first of its dimension. People
 * whose group is not known in one of them are left out.
 *
 * <p>Where organisations are too few for all dimensions, or one of them cannot be told from the
 * others, the last ones of {@code kith.yaml} are left out, one by one.
 */
final class Predictors {
  private static final int MOST = 20;

  private Predictors() {}

  /** A group beside the first of its dimension. */
  private record Column(int dimension, String id, String group, String reference) {}

  static List<PredictorRow> of(Survey survey, Known known) {
    List<PredictorRow> rows = new ArrayList<>();
    for (Instrument instrument : survey.instruments()) {
      List<Measure> measures = Measure.of(instrument);
      for (int m = 0; m < measures.size(); m++) {
        for (String wave : survey.waves(instrument)) {
          List<GroupStatistics> groups = survey.units(instrument, wave).get(0).members();
          rows.addAll(rows(instrument, measures.get(m), m, wave, groups, known));
        }
      }
    }
    return rows;
  }

  private static List<PredictorRow> rows(
      Instrument instrument,
      Measure measure,
      int number,
      String wave,
      List<GroupStatistics> groups,
      Known known) {
    for (int dimensions = known.dimensions().size(); dimensions > 0; dimensions--) {
      List<Column> columns = columns(groups, number, known, dimensions);
      if (columns.isEmpty() || columns.size() > MOST) {
        continue;
      }
      List<CrossProducts> products = new ArrayList<>();
      long people = 0;
      for (GroupStatistics group : groups) {
        CrossProducts of = products(group, number, columns, dimensions);
        if (of.n() > 0) {
          products.add(of);
          people += of.n();
        }
      }
      if (WithinBetween.whyNot(products).isEmpty()) {
        WithinBetween fit = WithinBetween.of(products);
        List<PredictorRow> rows = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
          rows.add(
              row(
                  instrument,
                  measure,
                  wave,
                  columns.get(c),
                  products.size(),
                  people,
                  fit.within().get(c),
                  fit.between().get(c)));
        }
        return rows;
      }
    }
    return List.of();
  }

  /** The groups that somebody with a value belongs to, but the first of each dimension. */
  private static List<Column> columns(
      List<GroupStatistics> groups, int number, Known known, int dimensions) {
    List<Column> columns = new ArrayList<>();
    for (int d = 0; d < dimensions; d++) {
      Settings.Group dimension = known.dimensions().get(d);
      Set<String> there = new TreeSet<>();
      for (GroupStatistics group : groups) {
        for (Profile profile : group.profiles()) {
          if (profile.n(number) > 0 && allKnown(profile, dimensions)) {
            there.add(profile.groups().get(d));
          }
        }
      }
      List<String> ordered = new ArrayList<>(dimension.labels());
      ordered.retainAll(there);
      there.stream().filter(group -> !ordered.contains(group)).forEach(ordered::add);
      for (int g = 1; g < ordered.size(); g++) {
        columns.add(new Column(d, dimension.id(), ordered.get(g), ordered.get(0)));
      }
    }
    return columns;
  }

  private static boolean allKnown(Profile profile, int dimensions) {
    return !profile.groups().subList(0, dimensions).contains("");
  }

  /** Of one organisation: a column of 0 and 1 for each group, then the value. */
  private static CrossProducts products(
      GroupStatistics group, int number, List<Column> columns, int dimensions) {
    int p = columns.size();
    long n = 0;
    double[] sums = new double[p + 1];
    double[] products = new double[(p + 1) * (p + 2) / 2];
    for (Profile profile : group.profiles()) {
      if (profile.n(number) == 0 || !allKnown(profile, dimensions)) {
        continue;
      }
      n += Math.round(profile.n(number));
      double[] x = new double[p + 1];
      for (int c = 0; c < p; c++) {
        Column column = columns.get(c);
        x[c] = profile.groups().get(column.dimension()).equals(column.group()) ? 1 : 0;
        sums[c] += x[c] * profile.n(number);
      }
      sums[p] += profile.sum(number);
      int at = 0;
      for (int a = 0; a <= p; a++) {
        for (int b = a; b <= p; b++) {
          products[at++] +=
              b < p
                  ? x[a] * x[b] * profile.n(number)
                  : a < p ? x[a] * profile.sum(number) : profile.squares(number);
        }
      }
    }
    return new CrossProducts(n, sums, products);
  }

  private static PredictorRow row(
      Instrument instrument,
      Measure measure,
      String wave,
      Column column,
      int organisations,
      long people,
      WithinBetween.Coefficient within,
      WithinBetween.Coefficient between) {
    return new PredictorRow(
        instrument.id(),
        measure.name(),
        wave,
        column.id(),
        column.group(),
        column.reference(),
        organisations,
        Math.toIntExact(people),
        within.estimate(),
        within.interval().low(),
        within.interval().high(),
        between.estimate(),
        between.interval().low(),
        between.interval().high(),
        Visibility.SHOWN);
  }
}
