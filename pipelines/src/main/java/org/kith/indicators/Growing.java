package org.kith.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.kith.groups.Measure;
import org.kith.groups.Panel;
import org.kith.instrument.Instrument;
import org.kith.published.GrowthRow;
import org.kith.published.Visibility;
import org.kith.statistics.Growth;
import org.kith.workspace.Wave;

/**
 * How people move over waves (statistic 9), over everyone and over all waves. Time is in years from
 * the first wave. A measure has a row as soon as it was asked in two waves.
 */
final class Growing {
  private static final double QUARTERS = 4;

  private Growing() {}

  static List<GrowthRow> of(Survey survey, Panel panel) {
    List<GrowthRow> rows = new ArrayList<>();
    for (Instrument instrument : survey.instruments()) {
      for (Measure measure : Measure.of(instrument)) {
        List<Panel.Pattern> patterns =
            panel.patterns().stream()
                .filter(
                    p ->
                        p.instrument().equals(instrument.id())
                            && p.measure().equals(measure.name()))
                .toList();
        TreeSet<String> waves = new TreeSet<>();
        patterns.forEach(p -> waves.addAll(p.waves()));
        if (waves.size() > 1) {
          rows.add(row(instrument, measure, List.copyOf(waves), patterns));
        }
      }
    }
    return rows;
  }

  private static GrowthRow row(
      Instrument instrument, Measure measure, List<String> waves, List<Panel.Pattern> patterns) {
    Map<String, Integer> organisations = new LinkedHashMap<>();
    List<Growth.Pattern> people = new ArrayList<>();
    long n = 0;
    for (Panel.Pattern pattern : patterns) {
      int number = organisations.computeIfAbsent(pattern.organisation(), o -> organisations.size());
      List<Double> times = pattern.waves().stream().map(wave -> years(waves.get(0), wave)).toList();
      people.add(new Growth.Pattern(number, times, pattern.values()));
      n += pattern.values().n();
    }
    if (Growth.whyNot(people).isPresent()) {
      return empty(instrument, measure, waves);
    }
    Growth fit = Growth.of(people);
    return new GrowthRow(
        instrument.id(),
        measure.name(),
        waves.get(0),
        waves.get(waves.size() - 1),
        waves.size(),
        organisations.size(),
        Math.toIntExact(n),
        fit.start().estimate(),
        fit.start().low(),
        fit.start().high(),
        fit.slope().estimate(),
        fit.slope().low(),
        fit.slope().high(),
        fit.organisationSd(),
        fit.personSd(),
        fit.ownSlopes() ? fit.slopeSd() : null,
        Double.isNaN(fit.correlation()) ? null : Double.valueOf(fit.correlation()),
        fit.residualSd(),
        fit.boundary(),
        Visibility.SHOWN);
  }

  private static double years(String first, String wave) {
    Wave from = Wave.of(first);
    Wave to = Wave.of(wave);
    return to.year() - from.year() + (to.quarter() - from.quarter()) / QUARTERS;
  }

  private static GrowthRow empty(Instrument instrument, Measure measure, List<String> waves) {
    return new GrowthRow(
        instrument.id(),
        measure.name(),
        waves.get(0),
        waves.get(waves.size() - 1),
        waves.size(),
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
        null,
        null,
        Visibility.NOT_TO_BE_WORKED_OUT);
  }
}
