package org.kith.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.kith.indicators.Indicators;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;
import org.kith.instrument.Scoring;
import org.kith.lake.IngestRecord;
import org.kith.lake.RowAccount;
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
 * Invented people and the exact indicators of their answers, counted here a second time so that no
 * test leans on the code that counts for real.
 */
final class World {
  static final String INSTRUMENT = "asked";
  private static final int GROUPS = 4;

  /** One form: the organisation, the wave, an answer or kind of missing for each item, a group. */
  record Form(int organisation, int wave, List<Integer> answers, int group) {}

  private record Unit(Scope scope, String id, List<Integer> organisations) {}

  final List<Organisation> organisations;
  final Instrument instrument;
  final List<Form> forms;
  final int waves;

  World(List<Organisation> organisations, List<Item> items, int waves, List<Form> forms) {
    this.organisations = organisations;
    this.forms = forms;
    this.waves = waves;
    this.instrument =
        new Instrument(
            INSTRUMENT,
            "Asked",
            "trust",
            "none",
            "",
            "invented",
            "",
            "",
            new Scoring(
                items.size() > 1 ? Scoring.Method.MEAN : Scoring.Method.PERCENT_IN_CODES,
                items.size(),
                0,
                10,
                "more"),
            items);
  }

  /** An item with so many answers, the highest ones counted, the last ones outside the share. */
  static Item item(String id, int answers, int counted, int excluded) {
    List<Answer> offered =
        IntStream.rangeClosed(1, answers)
            .mapToObj(c -> new Answer(c, "answer " + c, "" + c, null))
            .toList();
    Set<Integer> last = new java.util.HashSet<>();
    Set<Integer> high = new java.util.HashSet<>();
    for (int c = 0; c < excluded; c++) {
      last.add(answers - c);
    }
    for (int c = 0; c < counted; c++) {
      high.add(answers - excluded - c);
    }
    return new Item(id, "?", offered, false, Map.of(), last, high, counted > 0 ? "said so" : "");
  }

  static List<Organisation> organisations(int... perPlace) {
    List<Organisation> list = new ArrayList<>();
    for (int p = 0; p < perPlace.length; p++) {
      for (int o = 0; o < perPlace[p]; o++) {
        String id = "org" + (list.size() + 1);
        list.add(new Organisation(id, "Org " + id, "place" + (p + 1), "Place " + (p + 1)));
      }
    }
    return list;
  }

  /**
   * People drawn at random.
   *
   * @param sizes per organisation, people in each wave, give or take; negative means it comes and
   *     goes
   * @param weights per item, how often each answer is given
   */
  static World random(
      long seed,
      List<Organisation> organisations,
      List<Item> items,
      int waves,
      int[] sizes,
      List<double[]> weights,
      double missing) {
    Random random = new Random(seed);
    List<Form> forms = new ArrayList<>();
    for (int o = 0; o < organisations.size(); o++) {
      double lean = random.nextGaussian() * 0.25;
      for (int w = 0; w < waves; w++) {
        if (sizes[o] < 0 && random.nextBoolean()) {
          continue;
        }
        int people =
            Math.max(1, (int) Math.round(Math.abs(sizes[o]) * (0.8 + 0.4 * random.nextDouble())));
        for (int p = 0; p < people; p++) {
          List<Integer> answers = new ArrayList<>();
          for (double[] weight : weights) {
            answers.add(
                random.nextDouble() < missing
                    ? -1 - random.nextInt(3)
                    : draw(random, weight, lean));
          }
          int group = random.nextDouble() < 0.1 ? -1 : draw(random, new double[] {5, 3, 2, 0.3}, 0);
          forms.add(new Form(o, w, answers, group));
        }
      }
    }
    return new World(organisations, items, waves, forms);
  }

  private static int draw(Random random, double[] weight, double lean) {
    double[] w = new double[weight.length];
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      w[i] = weight[i] * Math.exp(lean * i);
      sum += w[i];
    }
    double at = random.nextDouble() * sum;
    for (int i = 0; i < w.length; i++) {
      at -= w[i];
      if (at < 0) {
        return i + 1;
      }
    }
    return w.length;
  }

  static String wave(int wave) {
    return (2022 + wave / 4) + "q" + (wave % 4 + 1);
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

  Indicators exact() {
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

  /** Scores (the mean of everyone's valid answers, all of them needed) and known groups. */
  private void people(Indicators exact, int w, Map<Integer, List<Form>> forms) {
    List<Form> all = forms.values().stream().flatMap(List::stream).toList();
    for (Unit unit : units(all)) {
      List<Form> own = of(unit, forms);
      if (instrument.scoring().scalesPeople()) {
        double[] scores =
            own.stream()
                .filter(f -> f.answers().stream().allMatch(a -> a > 0))
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

  /** Exports whose rows went here and there. */
  static List<IngestRecord> exports(long seed) {
    Random random = new Random(seed);
    List<IngestRecord> exports = new ArrayList<>();
    for (int e = 1; e <= 4; e++) {
      long accepted = 200L + random.nextInt(900);
      long partial = random.nextInt(40);
      long preview = random.nextInt(6);
      long duplicate = random.nextInt(12);
      long rejected = random.nextInt(12);
      RowAccount rows =
          new RowAccount(
              accepted + partial + preview + duplicate + rejected,
              accepted,
              partial,
              preview,
              duplicate,
              rejected);
      exports.add(
          new IngestRecord(
              "export" + e, "export" + e + ".csv", "csv", "", "", "", rows, List.of()));
    }
    return exports;
  }
}
