package org.kith.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kith.disclosure.Attacker.Target;
import org.kith.indicators.Indicators;
import org.kith.instrument.Answer;
import org.kith.instrument.Item;
import org.kith.published.AccountRow;
import org.kith.published.DistributionRow;
import org.kith.published.LevelRow;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.MissingRow;
import org.kith.published.RespondentsRow;
import org.kith.published.ScaleRow;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.published.Visibility;
import org.kith.workspace.Organisation;

/**
 * Reads the published tables as anybody could, joins them all, and attacks. The exact indicators
 * are looked at only to say whether an attack succeeded.
 */
final class Outsider {
  private final World world;
  private final Release release;
  private final Indicators exact;
  private final int k;
  private final int rounding;
  private int wanted;

  Outsider(World world, Release release, Indicators exact, DisclosureRules rules) {
    this.world = world;
    this.release = release;
    this.exact = exact;
    this.k = rules.people();
    this.rounding = rules.rounding();
  }

  /** How many hidden numbers were attacked. */
  int wanted() {
    return wanted;
  }

  /** Hidden numbers that could be narrowed down to less than the margin. */
  List<Target> attack(double margin) {
    List<Target> found = new ArrayList<>();
    for (int w = 0; w < world.waves; w++) {
      found.addAll(attackWave(World.wave(w), margin));
    }
    return found;
  }

  private List<Target> attackWave(String wave, double margin) {
    Attacker attacker = new Attacker();
    join(attacker, wave);
    wanted += attacker.wanted();
    return attacker.attack(margin);
  }

  /** All waves and what measurement tells, as one. */
  List<Target> attackTogether(double margin, SecondMeasure truth) {
    Attacker attacker = new Attacker();
    List<Measurer.Cells> waves = new ArrayList<>();
    for (int w = 0; w < world.waves; w++) {
      waves.add(join(attacker, World.wave(w)));
    }
    new Measurer(world, release, attacker, waves, k, rounding).join(truth);
    wanted += attacker.wanted();
    return attacker.attack(margin);
  }

  /** Writes down what is known of a wave. */
  Measurer.Cells join(Attacker attacker, String wave) {
    List<LevelRow> levels =
        release.rows(Table.LEVELS).stream().filter(l -> l.wave().equals(wave)).toList();
    List<String> present =
        levels.stream()
            .filter(l -> l.scope() == Scope.ORGANISATION)
            .map(LevelRow::unit)
            .distinct()
            .toList();
    // People who returned the form, per organisation: published nowhere, but it links the items.
    Map<String, Integer> returned = new HashMap<>();
    present.forEach(o -> returned.put(o, attacker.cell()));
    Map<String, Integer> scored = new HashMap<>();
    present.forEach(o -> scored.put(o, attacker.cell()));
    Map<String, Map<String, Map<Integer, Integer>>> answers = new HashMap<>();
    for (Item item : world.instrument.items()) {
      answers.put(item.id(), item(attacker, item, wave, present, returned, scored));
    }
    scales(attacker, wave, present, scored);
    return new Measurer.Cells(
        returned, scored, answers, respondents(attacker, wave, present, returned));
  }

  private Map<String, Map<Integer, Integer>> item(
      Attacker attacker,
      Item item,
      String wave,
      List<String> present,
      Map<String, Integer> returned,
      Map<String, Integer> scored) {
    Map<String, Map<Integer, Integer>> x = new HashMap<>();
    for (String o : present) {
      Map<Integer, Integer> codes = new HashMap<>();
      item.answers().forEach(a -> codes.put(a.code(), attacker.cell()));
      x.put(o, codes);
      attacker.knowsDifference(
          List.of(returned.get(o)), List.copyOf(codes.values()), 0, Attacker.NO_LIMIT);
      if (world.instrument.scoring().scalesPeople()) {
        // Whoever has a score answered each question.
        List<Integer> valid =
            item.answers().stream()
                .filter(a -> item.valid(a.code()))
                .map(a -> codes.get(a.code()))
                .toList();
        attacker.knowsDifference(valid, List.of(scored.get(o)), 0, Attacker.NO_LIMIT);
      }
    }
    Map<List<Object>, Long> truth = new HashMap<>();
    exact.distributions().stream()
        .filter(r -> r.item().equals(item.id()) && r.wave().equals(wave))
        .forEach(r -> truth.put(List.of(r.scope(), r.unit(), r.code()), r.people().longValue()));
    for (LevelRow row : release.rows(Table.LEVELS)) {
      if (!row.item().equals(item.id()) || !row.wave().equals(wave)) {
        continue;
      }
      List<Integer> answered = cells(x, row.scope(), row.unit(), c -> item.valid(c));
      List<Integer> counted = cells(x, row.scope(), row.unit(), c -> item.counted().contains(c));
      String name = item.id() + " " + wave + " " + row.unit();
      long trueAnswered = sum(truth, row.scope(), row.unit(), item, c -> item.valid(c));
      long trueCounted = sum(truth, row.scope(), row.unit(), item, c -> item.counted().contains(c));
      learn(
          attacker,
          name + " answered",
          answered,
          row.answered(),
          row.answered() == null ? row.visibility() : Visibility.SHOWN,
          trueAnswered);
      if (item.counted().isEmpty()) {
        continue;
      }
      if (row.answered() != null) {
        learn(attacker, name + " counted", counted, row.counted(), row.visibility(), trueCounted);
        if (row.counted() != null) {
          attacker.knowsDifference(answered, counted, k, Attacker.NO_LIMIT);
        }
      } else if (row.visibility() != Visibility.FEWER_THAN_3_ORGANISATIONS && trueCounted < k) {
        // The label speaks of the total. A larger count may stand in the distribution.
        attacker.wants(name + " counted", counted, trueCounted);
      }
    }
    for (DistributionRow row : release.rows(Table.DISTRIBUTIONS)) {
      if (!row.item().equals(item.id()) || !row.wave().equals(wave)) {
        continue;
      }
      List<Integer> cells = cells(x, row.scope(), row.unit(), c -> c == row.code());
      long people = truth.get(List.of(row.scope(), row.unit(), row.code()));
      String name = item.id() + " " + wave + " " + row.unit() + " " + row.code();
      learn(attacker, name, cells, row.people(), row.visibility(), people);
      if (!item.valid(row.code())) {
        continue;
      }
      List<Integer> answered = cells(x, row.scope(), row.unit(), c -> item.valid(c));
      long others = sum(truth, row.scope(), row.unit(), item, c -> item.valid(c)) - people;
      if (row.people() != null) {
        attacker.knowsDifference(answered, cells, k, Attacker.NO_LIMIT);
      } else if (others < k
          && row.visibility() == Visibility.PROTECTS_ANOTHER
          && answered.size() > cells.size()) {
        List<Integer> rest = new ArrayList<>(answered);
        rest.removeAll(cells);
        attacker.wants(name + " all but", rest, others);
      }
    }
    missing(attacker, item, wave, x, returned);
    return x;
  }

  private void missing(
      Attacker attacker,
      Item item,
      String wave,
      Map<String, Map<Integer, Integer>> x,
      Map<String, Integer> returned) {
    List<Integer> everyone = new ArrayList<>();
    everyone.addAll(cells(x, Scope.ALL, "all", c -> true));
    for (MissingRow row : release.rows(Table.MISSING)) {
      if (!row.item().equals(item.id()) || !row.wave().equals(wave)) {
        continue;
      }
      List<Integer> cells =
          switch (row.kind()) {
            case "answered" -> cells(x, Scope.ALL, "all", c -> item.valid(c));
            case "excluded" -> cells(x, Scope.ALL, "all", c -> !item.valid(c));
            default -> List.of(attacker.cell());
          };
      if (!row.kind().equals("answered") && !row.kind().equals("excluded")) {
        everyone.addAll(cells);
      }
      long truth =
          exact.missing().stream()
              .filter(
                  r ->
                      r.item().equals(item.id())
                          && r.wave().equals(wave)
                          && r.kind().equals(row.kind()))
              .findFirst()
              .orElseThrow()
              .people();
      learn(
          attacker,
          item.id() + " " + wave + " " + row.kind(),
          cells,
          row.people(),
          row.visibility(),
          truth);
    }
    attacker.knowsDifference(everyone, List.copyOf(returned.values()), 0, 0);
  }

  private void scales(
      Attacker attacker, String wave, List<String> present, Map<String, Integer> scored) {
    for (ScaleRow row : release.rows(Table.SCALES)) {
      if (row.wave().equals(wave)) {
        long truth =
            exact.scales().stream()
                .filter(
                    r ->
                        r.wave().equals(wave)
                            && r.scope() == row.scope()
                            && r.unit().equals(row.unit()))
                .findFirst()
                .orElseThrow()
                .people();
        List<Integer> cells =
            present.stream().filter(in(row.scope(), row.unit())).map(scored::get).toList();
        learn(
            attacker,
            "scale " + wave + " " + row.unit(),
            cells,
            row.people(),
            row.visibility(),
            truth);
      }
    }
  }

  private Map<List<String>, Integer> respondents(
      Attacker attacker, String wave, List<String> present, Map<String, Integer> returned) {
    Map<List<String>, Integer> x = new HashMap<>();
    List<RespondentsRow> rows =
        release.rows(Table.RESPONDENTS).stream().filter(r -> r.wave().equals(wave)).toList();
    List<String> groups = rows.stream().map(RespondentsRow::group).distinct().toList();
    for (String o : present) {
      List<Integer> known = new ArrayList<>();
      for (String g : groups) {
        int cell = attacker.cell();
        known.add(cell);
        x.put(List.of(o, g), cell);
      }
      attacker.knowsDifference(List.of(returned.get(o)), known, 0, Attacker.NO_LIMIT);
    }
    for (RespondentsRow row : rows) {
      List<String> units = present.stream().filter(in(row.scope(), row.unit())).toList();
      List<Integer> cells = units.stream().map(o -> x.get(List.of(o, row.group()))).toList();
      List<Integer> total =
          units.stream().flatMap(o -> groups.stream().map(g -> x.get(List.of(o, g)))).toList();
      long truth =
          exact.respondents().stream()
              .filter(
                  r ->
                      r.wave().equals(wave)
                          && r.scope() == row.scope()
                          && r.unit().equals(row.unit())
                          && r.group().equals(row.group()))
              .findFirst()
              .orElseThrow()
              .people();
      String name = "group " + wave + " " + row.unit() + " " + row.group();
      learn(attacker, name, cells, row.people(), row.visibility(), truth);
      if (row.percent() != null) {
        // The percentage gives the rounded total away.
        // Percentages have one decimal.
        double low = 100.0 * row.people() / (row.percent() + 0.05) / rounding;
        double high = 100.0 * row.people() / (row.percent() - 0.05) / rounding;
        attacker.knows(
            total,
            least((int) Math.ceil(low - 1e-9) * rounding),
            most((int) Math.floor(high + 1e-9) * rounding));
        attacker.knowsDifference(total, cells, k, Attacker.NO_LIMIT);
      }
    }
    return x;
  }

  /** Bounds on the accounts, which stand alone. */
  List<Target> attackAccounts(double margin, Map<String, Long> truth) {
    Attacker attacker = new Attacker();
    List<AccountRow> rows = release.rows(Table.ACCOUNTS);
    Map<String, List<Integer>> cells = new HashMap<>();
    for (AccountRow row : rows) {
      if (!row.source().equals("all") && !row.outcome().equals("received")) {
        List<Integer> cell = List.of(attacker.cell());
        Stream.of(row.source(), "all")
            .forEach(
                source ->
                    Stream.of(row.outcome(), "received")
                        .forEach(
                            outcome ->
                                cells
                                    .computeIfAbsent(source + " " + outcome, n -> new ArrayList<>())
                                    .addAll(cell)));
      }
    }
    for (AccountRow row : rows) {
      String name = row.source() + " " + row.outcome();
      learn(attacker, name, cells.get(name), row.rows(), row.visibility(), truth.get(name));
    }
    wanted += attacker.wanted();
    return attacker.attack(margin);
  }

  private void learn(
      Attacker attacker,
      String name,
      List<Integer> cells,
      Integer shown,
      Visibility visibility,
      long truth) {
    switch (visibility) {
      case SHOWN -> attacker.knows(cells, least(shown), most(shown));
      case FEWER_THAN_K -> {
        attacker.knows(cells, 0, k - 1);
        attacker.wants(name, cells, truth);
      }
      case PROTECTS_ANOTHER -> {
        // A number below k would have said so.
        attacker.knows(cells, k, Attacker.NO_LIMIT);
        attacker.wants(name, cells, truth);
      }
      case FEWER_THAN_3_ORGANISATIONS -> {}
      default -> throw new AssertionError("No reason to hide a count: " + visibility);
    }
  }

  private int least(int shown) {
    return Math.max(k, shown - rounding / 2);
  }

  private int most(int shown) {
    return shown + rounding - 1 - rounding / 2;
  }

  private List<Integer> cells(
      Map<String, Map<Integer, Integer>> x, Scope scope, String unit, Predicate<Integer> codes) {
    return world.organisations.stream()
        .map(Organisation::id)
        .filter(x::containsKey)
        .filter(in(scope, unit))
        .flatMap(
            o ->
                x.get(o).entrySet().stream()
                    .filter(e -> codes.test(e.getKey()))
                    .map(Map.Entry::getValue))
        .toList();
  }

  private Predicate<String> in(Scope scope, String unit) {
    return id ->
        switch (scope) {
          case ALL -> true;
          case ORGANISATION -> id.equals(unit);
          case PLACE ->
              world.organisations.stream()
                  .anyMatch(o -> o.id().equals(id) && o.place().equals(unit));
        };
  }

  private static long sum(
      Map<List<Object>, Long> truth,
      Scope scope,
      String unit,
      Item item,
      Predicate<Integer> codes) {
    return item.answers().stream()
        .map(Answer::code)
        .filter(codes)
        .mapToLong(c -> truth.get(List.of(scope, unit, c)))
        .sum();
  }
}
