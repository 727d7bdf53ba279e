package org.kith.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kith.groups.GroupStatistics;
import org.kith.groups.Measure;
import org.kith.groups.Profile;
import org.kith.instrument.Instrument;
import org.kith.published.Scope;
import org.kith.published.Visibility;
import org.kith.published.WeightedRow;
import org.kith.published.WeightedRow.Weighting;
import org.kith.statistics.WeightedMean;
import org.kith.workspace.Margin;
import org.kith.workspace.Settings;

/**
 * Shares and means that speak of residents: people weighted by the survey's design, where an export
 * says so, and brought to the margins of {@code population.csv}, where there are any.
 *
 * <p>Everyone and places have rows; within one organisation there is nothing to tell how far
 * organisations differ. A dimension is left out where a group with residents has nobody who
 * answered, or people belong to a group that no residents are known of, for no weights could mend
 * that; so are dimensions that the margins of some place do not have. People whose group is not
 * known in a dimension that is used are left out.
 */
final class Weighted {
  private Weighted() {}

  static List<WeightedRow> of(Survey survey, Known known) {
    List<WeightedRow> rows = new ArrayList<>();
    for (Instrument instrument : survey.instruments()) {
      List<Measure> measures = Measure.of(instrument);
      for (int m = 0; m < measures.size(); m++) {
        for (String wave : survey.waves(instrument)) {
          for (Survey.Unit unit : survey.units(instrument, wave)) {
            if (unit.scope() != Scope.ORGANISATION) {
              Of of = new Of(instrument, measures.get(m), m, wave, unit, survey.places());
              row(of, known).ifPresent(rows::add);
            }
          }
        }
      }
    }
    return rows;
  }

  /** One measure of one unit in one wave. */
  private record Of(
      Instrument instrument,
      Measure measure,
      int number,
      String wave,
      Survey.Unit unit,
      Set<String> places) {}

  /** A dimension whose margins can be met. */
  private record Dimension(int position, String id, List<String> groups, List<Double> residents) {
    double[] margin() {
      return residents.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private static Optional<WeightedRow> row(Of of, Known known) {
    boolean design = designed(of);
    List<Dimension> dimensions = dimensions(of, known);
    if (!design && dimensions.isEmpty()) {
      return Optional.empty();
    }
    List<WeightedMean.Cell> cells = cells(of, dimensions);
    List<double[]> margins = dimensions.stream().map(Dimension::margin).toList();
    if (WeightedMean.whyNot(cells, margins).isPresent()) {
      return Optional.empty();
    }
    WeightedMean mean;
    try {
      mean = WeightedMean.of(cells, margins);
    } catch (ArithmeticException e) {
      return Optional.empty(); // no weights meet all margins at once
    }
    double unit = of.measure().outcome() == Measure.Outcome.SHARE ? 100 : 1;
    Weighting weighting =
        !design
            ? Weighting.MARGINS
            : dimensions.isEmpty() ? Weighting.DESIGN : Weighting.DESIGN_AND_MARGINS;
    return Optional.of(
        new WeightedRow(
            of.instrument().id(),
            of.measure().name(),
            of.wave(),
            of.unit().scope(),
            of.unit().id(),
            weighting,
            String.join(",", dimensions.stream().map(Dimension::id).toList()),
            mean.organisations(),
            Math.toIntExact(mean.people()),
            unit * mean.estimate(),
            unit * mean.low(),
            unit * mean.high(),
            mean.designEffect(),
            Visibility.SHOWN));
  }

  private static boolean designed(Of of) {
    return of.unit().members().stream()
        .flatMap(group -> group.profiles().stream())
        .anyMatch(p -> p.weight(of.number()) != p.n(of.number()));
  }

  private static List<Dimension> dimensions(Of of, Known known) {
    List<Dimension> dimensions = new ArrayList<>();
    for (int d = 0; d < known.dimensions().size(); d++) {
      Settings.Group dimension = known.dimensions().get(d);
      Map<String, Double> residents = residents(of.unit(), of.places(), dimension, known);
      int at = d;
      List<String> answered =
          of.unit().members().stream()
              .flatMap(group -> group.profiles().stream())
              .filter(p -> p.n(of.number()) > 0)
              .map(p -> p.groups().get(at))
              .filter(group -> !group.isEmpty())
              .distinct()
              .toList();
      residents.values().removeIf(people -> people == 0);
      if (residents.size() > 1
          && residents.keySet().containsAll(answered)
          && answered.containsAll(residents.keySet())) {
        List<String> groups = List.copyOf(residents.keySet());
        dimensions.add(
            new Dimension(d, dimension.id(), groups, groups.stream().map(residents::get).toList()));
      }
    }
    return dimensions;
  }

  /** Residents by group of every place the unit has organisations in; empty where one has none. */
  private static Map<String, Double> residents(
      Survey.Unit unit, Set<String> places, Settings.Group dimension, Known known) {
    Map<String, Double> residents = new LinkedHashMap<>();
    for (String place : unit.place() == null ? places : Set.of(unit.place())) {
      List<Margin> here =
          known.margins().stream()
              .filter(m -> m.place().equals(place) && m.dimension().equals(dimension.id()))
              .toList();
      if (here.isEmpty()) {
        return new LinkedHashMap<>();
      }
      here.forEach(m -> residents.merge(m.group(), (double) m.residents(), Double::sum));
    }
    return residents;
  }

  private static List<WeightedMean.Cell> cells(Of of, List<Dimension> dimensions) {
    List<WeightedMean.Cell> cells = new ArrayList<>();
    int organisation = 0;
    for (GroupStatistics group : of.unit().members()) {
      int cellsBefore = cells.size();
      for (Profile profile : group.profiles()) {
        List<Integer> groups =
            dimensions.stream()
                .map(d -> d.groups().indexOf(profile.groups().get(d.position())))
                .toList();
        double n = profile.n(of.number());
        if (n > 0 && !groups.contains(-1)) {
          double weight = profile.weight(of.number());
          cells.add(
              new WeightedMean.Cell(
                  organisation,
                  groups,
                  n,
                  weight,
                  profile.weighted(of.number()),
                  of.measure().outcome() == Measure.Outcome.SHARE
                      ? profile.weighted(of.number())
                      // Takes weights in a profile as alike.
                      : profile.squares(of.number()) * weight / n));
        }
      }
      organisation += cells.size() > cellsBefore ? 1 : 0;
    }
    return cells;
  }
}
