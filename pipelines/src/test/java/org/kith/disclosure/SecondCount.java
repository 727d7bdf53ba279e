package org.kith.disclosure;

import static org.kith.disclosure.World.INSTRUMENT;
import static org.kith.disclosure.World.wave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.kith.disclosure.World.Form;
import org.kith.indicators.Indicators;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;
import org.kith.published.BetweenRow;
import org.kith.published.ControlPointRow;
import org.kith.published.DistributionRow;
import org.kith.published.LevelRow;
import org.kith.published.MissingRow;
import org.kith.published.PooledRow;
import org.kith.published.RespondentsRow;
import org.kith.published.ScaleRow;
import org.kith.published.Scope;
import org.kith.published.Signal;
import org.kith.published.Visibility;
import org.kith.statistics.Moments;
import org.kith.statistics.RandomIntercept;
import org.kith.workspace.Organisation;

/**
 * The exact indicators of invented people's answers, counted here a second time so that no test
 * leans on the code that counts for real.
 */
final class SecondCount {
  private static final int GROUPS = 4;

  private record Unit(Scope scope, String id, List<Integer> organisations) {}

  private final List<Organisation> organisations;
  private final Instrument instrument;
  private final List<Form> forms;
  private final int waves;

  SecondCount(World world) {
    this.organisations = world.organisations;
    this.instrument = world.instrument;
    this.forms = world.forms;
    this.waves = world.waves;
  }

  Indicators indicators() {
    Indicators exact =
        new Indicators(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    List<Map<Integer, List<Form>>> byWave = new ArrayList<>();
    for (int w = 0; w < waves; w++) {
      Map<Integer, List<Form>> byOrganisation = new TreeMap<>();
      for (Form form : forms) {
        if (form.wave() == w) {
          byOrganisation.computeIfAbsent(form.organisation(), o -> new ArrayList<>()).add(form);
        }
      }
      byWave.add(byOrganisation);
    }
    for (int i = 0; i < instrument.items().size(); i++) {
      for (int w = 0; w < waves; w++) {
        item(exact, i, w, byWave.get(w));
      }
    }
    for (int w = 0; w < waves; w++) {
      people(exact, w, byWave.get(w));
    }
    return exact;
  }

  private List<Unit> units(List<Form> ofWave) {
    List<Unit> units = new ArrayList<>();
    List<Integer> present =
        IntStream.range(0, organisations.size())
            .filter(o -> ofWave.stream().anyMatch(f -> f.organisation() == o))
            .boxed()
            .toList();
    units.add(new Unit(Scope.ALL, "all", present));
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    for (int o : present) {
      places.computeIfAbsent(organisations.get(o).place(), p -> new ArrayList<>()).add(o);
    }
    places.forEach((p, of) -> units.add(new Unit(Scope.PLACE, p, of)));
    present.forEach(
        o -> units.add(new Unit(Scope.ORGANISATION, organisations.get(o).id(), List.of(o))));
    return units;
  }

  private List<Form> of(Unit unit, Map<Integer, List<Form>> forms) {
    return unit.organisations().stream().flatMap(o -> forms.get(o).stream()).toList();
  }

  private void item(Indicators exact, int i, int w, Map<Integer, List<Form>> forms) {
    Item item = instrument.items().get(i);
    List<Form> all = forms.values().stream().flatMap(List::stream).toList();
    Map<String, double[]> moments = new LinkedHashMap<>();
    for (Unit unit : units(all)) {
      Map<Integer, Integer> counts = new HashMap<>();
      of(unit, forms).forEach(f -> counts.merge(f.answers().get(i), 1, Integer::sum));
      int answered = 0;
      int counted = 0;
      int excluded = 0;
      for (Answer answer : item.answers()) {
        int n = counts.getOrDefault(answer.code(), 0);
        answered += item.valid(answer.code()) ? n : 0;
        excluded += item.valid(answer.code()) ? 0 : n;
        counted += item.counted().contains(answer.code()) ? n : 0;
        exact
            .distributions()
            .add(
                new DistributionRow(
                    INSTRUMENT,
                    item.id(),
                    wave(w),
                    unit.scope(),
                    unit.id(),
                    answer.code(),
                    n,
                    Visibility.SHOWN));
      }
      exact
          .levels()
          .add(
              new LevelRow(
                  INSTRUMENT,
                  item.id(),
                  wave(w),
                  unit.scope(),
                  unit.id(),
                  unit.organisations().size(),
                  answered,
                  counted,
                  answered == 0 ? null : 100.0 * counted / answered,
                  null,
                  null,
                  unit.scope() == Scope.ORGANISATION ? 1.0 : 1.7654,
                  Visibility.SHOWN));
      if (!item.counted().isEmpty()) {
        exact.controlPoints().add(point(item.id(), unit, w));
      }
      if (unit.scope() == Scope.ALL) {
        exact.missing().add(missing(item, w, "answered", answered));
        exact.missing().add(missing(item, w, "excluded", excluded));
        for (Missing kind : Missing.values()) {
          String name = kind.name().toLowerCase(Locale.ROOT);
          exact.missing().add(missing(item, w, name, counts.getOrDefault(kind.code(), 0)));
        }
      }
      if (unit.scope() == Scope.ORGANISATION && answered > 0) {
        Moments m = Moments.ofShare(counted, answered);
        moments.put(unit.id(), new double[] {m.n(), m.mean(), m.ss()});
      }
    }
    if (!item.counted().isEmpty()) {
      models(exact, item.id(), w, moments);
    }
  }

  private static MissingRow missing(Item item, int w, String kind, int people) {
    return new MissingRow(INSTRUMENT, item.id(), wave(w), kind, people, Visibility.SHOWN);
  }

  private static ControlPointRow point(String measure, Unit unit, int w) {
    return new ControlPointRow(
        INSTRUMENT,
        measure,
        unit.scope(),
        unit.id(),
        wave(w),
        0.0,
        null,
        null,
        null,
        0,
        true,
        Signal.NONE,
        Visibility.SHOWN);
  }

  private void models(Indicators exact, String measure, int w, Map<String, double[]> moments) {
    double[][] m = moments.values().toArray(double[][]::new);
    double[] n = IntStream.range(0, m.length).mapToDouble(j -> m[j][0]).toArray();
    double[] mean = IntStream.range(0, m.length).mapToDouble(j -> m[j][1]).toArray();
    double[] ss = IntStream.range(0, m.length).mapToDouble(j -> m[j][2]).toArray();
    if (RandomIntercept.whyNot(n, mean, ss).isPresent()) {
      return;
    }
    RandomIntercept fit = RandomIntercept.of(n, mean, ss);
    exact
        .between()
        .add(
            new BetweenRow(
                INSTRUMENT,
                measure,
                wave(w),
                m.length,
                0,
                fit.mean(),
                fit.mean() - 1.96 * fit.se(),
                fit.mean() + 1.96 * fit.se(),
                fit.tau2(),
                fit.sigma2(),
                fit.icc(),
                0.0123456,
                0.0123456,
                0.0123456,
                fit.boundary(),
                Visibility.SHOWN));
    int j = 0;
    for (String organisation : moments.keySet()) {
      double blup = fit.groups().get(j++).blup();
      exact
          .pooled()
          .add(
              new PooledRow(
                  INSTRUMENT, measure, wave(w), organisation, blup, blup, blup, Visibility.SHOWN));
    }
  }

  /** Scores (the mean of a person's answers, all of them valid) and known groups. */
  private void people(Indicators exact, int w, Map<Integer, List<Form>> forms) {
    List<Form> all = forms.values().stream().flatMap(List::stream).toList();
    for (Unit unit : units(all)) {
      List<Form> own = of(unit, forms);
      if (instrument.scoring().scalesPeople()) {
        double[] scores =
            own.stream()
                .filter(this::scored)
                .mapToDouble(
                    f -> f.answers().stream().mapToInt(Integer::intValue).average().orElseThrow())
                .sorted()
                .toArray();
        exact.scales().add(scale(unit, w, scores));
      }
      for (int g = 1; g <= GROUPS; g++) {
        int group = g;
        exact
            .respondents()
            .add(
                new RespondentsRow(
                    INSTRUMENT,
                    wave(w),
                    unit.scope(),
                    unit.id(),
                    "Age",
                    "group " + g,
                    g,
                    (int) own.stream().filter(f -> f.group() == group).count(),
                    null,
                    25.0,
                    Visibility.SHOWN));
      }
    }
  }

  private boolean scored(Form form) {
    return IntStream.range(0, instrument.items().size())
        .allMatch(i -> instrument.items().get(i).valid(form.answers().get(i)));
  }

  private static ScaleRow scale(Unit unit, int w, double[] scores) {
    double mean = java.util.Arrays.stream(scores).average().orElse(0);
    return new ScaleRow(
        INSTRUMENT,
        wave(w),
        unit.scope(),
        unit.id(),
        unit.organisations().size(),
        scores.length,
        mean,
        mean,
        mean,
        scores.length == 0 ? null : scores[scores.length / 4],
        scores.length == 0 ? null : scores[scores.length / 2],
        scores.length == 0 ? null : scores[3 * scores.length / 4],
        Visibility.SHOWN);
  }
}
