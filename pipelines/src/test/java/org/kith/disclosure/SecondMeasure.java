package org.kith.disclosure;

import static org.kith.disclosure.World.INSTRUMENT;
import static org.kith.disclosure.World.wave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.kith.disclosure.World.Form;
import org.kith.indicators.Behind;
import org.kith.indicators.Behind.Of;
import org.kith.indicators.Indicators;
import org.kith.indicators.Measurement;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.published.Gate;
import org.kith.published.HealthRow;
import org.kith.published.PanelRow;
import org.kith.published.ReliabilityRow;
import org.kith.published.TransitionRow;
import org.kith.published.Visibility;

/**
 * What measurement counts of invented people, counted here a second time. The person who stands at
 * one place of an organisation's forms in a wave stands there in the next, for as many as come
 * back.
 */
final class SecondMeasure {
  private final World world;
  private final int comeBack;

  /** Per wave and organisation, forms in their order. */
  private final Map<List<Integer>, List<Form>> forms = new HashMap<>();

  /**
   * @param comeBack of ten people, how many answer in the next wave too
   */
  SecondMeasure(World world, int comeBack) {
    this.world = world;
    this.comeBack = comeBack;
    for (Form form : world.forms) {
      forms
          .computeIfAbsent(List.of(form.wave(), form.organisation()), k -> new ArrayList<>())
          .add(form);
    }
  }

  static Indicators with(Indicators exact, Measurement measurement) {
    return new Indicators(
        exact.distributions(),
        exact.levels(),
        exact.missing(),
        exact.scales(),
        exact.between(),
        exact.pooled(),
        exact.controlPoints(),
        exact.respondents(),
        measurement);
  }

  Indicators indicators() {
    return with(world.exact(), measurement());
  }

  Measurement measurement() {
    List<ReliabilityRow> reliability = new ArrayList<>();
    List<HealthRow> health = new ArrayList<>();
    List<PanelRow> panels = new ArrayList<>();
    List<TransitionRow> transitions = new ArrayList<>();
    List<Behind> behind = new ArrayList<>();
    for (int w = 0; w < world.waves; w++) {
      if (scales()) {
        behind.add(behind(Of.COMPLETE, "", w, this::scored));
        behind.add(behind(Of.FLOOR, Instrument.SCALE, w, f -> at(f, true)));
        behind.add(behind(Of.CEILING, Instrument.SCALE, w, f -> at(f, false)));
        double[][] answers =
            of(w).stream().filter(this::scored).map(this::values).toArray(double[][]::new);
        Double alpha = answers.length < 3 ? null : alpha(answers);
        reliability.add(
            new ReliabilityRow(
                INSTRUMENT,
                wave(w),
                answers.length,
                world.instrument.items().size(),
                alpha,
                alpha,
                alpha,
                null,
                null,
                null,
                alpha == null ? Visibility.NOT_TO_BE_WORKED_OUT : Visibility.SHOWN));
        health.add(health(Instrument.SCALE, w));
      }
      for (Item item : world.instrument.items()) {
        if (!item.counted().isEmpty()) {
          health.add(health(item.id(), w));
        }
      }
    }
    for (int i = 0; i < world.instrument.items().size(); i++) {
      for (int w = 0; w + 1 < world.waves; w++) {
        panel(i, w, panels, transitions, behind);
      }
    }
    return new Measurement(
        reliability,
        List.of(),
        List.of(),
        health,
        panels,
        transitions,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        behind);
  }

  private boolean scales() {
    return world.instrument.scoring().scalesPeople();
  }

  List<Form> of(int w) {
    return world.forms.stream().filter(f -> f.wave() == w).toList();
  }

  boolean scored(Form form) {
    return IntStream.range(0, world.instrument.items().size())
        .allMatch(i -> world.instrument.items().get(i).valid(form.answers().get(i)));
  }

  private double[] values(Form form) {
    return form.answers().stream().mapToDouble(Integer::doubleValue).toArray();
  }

  boolean at(Form form, boolean lowest) {
    return scored(form)
        && IntStream.range(0, world.instrument.items().size())
            .allMatch(i -> form.answers().get(i) == end(world.instrument.items().get(i), lowest));
  }

  /** The lowest or highest valid answer. */
  static int end(Item item, boolean lowest) {
    IntStream codes = item.answers().stream().mapToInt(Answer::code).filter(item::valid);
    return (lowest ? codes.min() : codes.max()).orElseThrow();
  }

  static double alpha(double[][] x) {
    int k = x[0].length;
    double items = 0;
    double[] sums = new double[x.length];
    for (int i = 0; i < k; i++) {
      double[] column = new double[x.length];
      for (int p = 0; p < x.length; p++) {
        column[p] = x[p][i];
        sums[p] += x[p][i];
      }
      items += variance(column);
    }
    double all = variance(sums);
    return all == 0 ? 0 : k / (k - 1.0) * (1 - items / all);
  }

  private static double variance(double[] x) {
    double mean = java.util.Arrays.stream(x).average().orElseThrow();
    return java.util.Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
  }

  private Behind behind(Of of, String measure, int w, Predicate<Form> who) {
    SortedMap<String, Long> people = new TreeMap<>();
    for (int o = 0; o < world.organisations.size(); o++) {
      List<Form> own = forms.getOrDefault(List.of(w, o), List.of());
      if (!own.isEmpty()) {
        people.put(world.organisations.get(o).id(), own.stream().filter(who).count());
      }
    }
    return new Behind(of, INSTRUMENT, measure, wave(w), wave(w), "", people);
  }

  private HealthRow health(String measure, int w) {
    int returned = of(w).size();
    int people =
        (int)
            of(w).stream()
                .filter(
                    f ->
                        measure.equals(Instrument.SCALE)
                            ? scored(f)
                            : valid(f, Integer.parseInt(measure.substring(1))))
                .count();
    return new HealthRow(
        INSTRUMENT,
        measure,
        wave(w),
        people,
        asked(w),
        100.0 * returned / asked(w),
        100.0 * (returned - people) / returned,
        null,
        null,
        null,
        null,
        null,
        Gate.OPEN,
        Visibility.SHOWN);
  }

  int asked(int w) {
    return of(w).size() + 40;
  }

  private boolean valid(Form form, int i) {
    return world.instrument.items().get(i).valid(form.answers().get(i));
  }

  private void panel(
      int i, int w, List<PanelRow> panels, List<TransitionRow> transitions, List<Behind> behind) {
    Item item = world.instrument.items().get(i);
    Map<List<Integer>, Integer> pairs = new HashMap<>();
    SortedMap<String, Long> people = new TreeMap<>();
    for (int o = 0; o < world.organisations.size(); o++) {
      List<Form> one = forms.getOrDefault(List.of(w, o), List.of());
      List<Form> two = forms.getOrDefault(List.of(w + 1, o), List.of());
      for (int p = 0; p < Math.min(one.size(), two.size()); p++) {
        if ((p * 7 + o) % 10 < comeBack && valid(one.get(p), i) && valid(two.get(p), i)) {
          pairs.merge(
              List.of(one.get(p).answers().get(i), two.get(p).answers().get(i)), 1, Integer::sum);
          people.merge(world.organisations.get(o).id(), 1L, Long::sum);
        }
      }
    }
    panels.add(
        new PanelRow(
            INSTRUMENT,
            item.id(),
            wave(w),
            wave(w + 1),
            pairs.values().stream().mapToInt(n -> n).sum(),
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
            Visibility.SHOWN));
    pairs.forEach(
        (pair, n) ->
            transitions.add(
                new TransitionRow(
                    INSTRUMENT,
                    item.id(),
                    wave(w),
                    wave(w + 1),
                    pair.get(0),
                    pair.get(1),
                    n,
                    null,
                    Visibility.SHOWN)));
    behind.add(new Behind(Of.TWICE, INSTRUMENT, item.id(), wave(w), wave(w + 1), "", people));
  }
}
