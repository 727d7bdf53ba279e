package org.kith.disclosure;

import static org.kith.disclosure.World.wave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.published.HealthRow;
import org.kith.published.PanelRow;
import org.kith.published.ReliabilityRow;
import org.kith.published.Table;
import org.kith.published.TransitionRow;
import org.kith.published.Visibility;

/**
 * What an outsider adds from the tables of measurement: everything in them that tells of counts.
 */
final class Measurer {
  /**
   * Cells of one wave.
   *
   * @param returned people who returned the form, per organisation
   * @param scored people with a score, per organisation
   * @param answers per item, then organisation, then code
   * @param groups by organisation and group
   */
  record Cells(
      Map<String, Integer> returned,
      Map<String, Integer> scored,
      Map<String, Map<String, Map<Integer, Integer>>> answers,
      Map<List<String>, Integer> groups) {}

  private final World world;
  private final Release release;
  private final Attacker attacker;
  private final List<Cells> waves;
  private final int k;
  private final int rounding;

  Measurer(
      World world, Release release, Attacker attacker, List<Cells> waves, int k, int rounding) {
    this.world = world;
    this.release = release;
    this.attacker = attacker;
    this.waves = waves;
    this.k = k;
    this.rounding = rounding;
  }

  void join(SecondMeasure truth) {
    for (int w = 0; w < world.waves; w++) {
      ends(w, truth);
      health(w, truth);
    }
    for (Item item : world.instrument.items()) {
      for (int w = 0; w + 1 < world.waves; w++) {
        panel(item, w, truth);
      }
    }
  }

  private int least(int shown) {
    return Math.max(k, shown - rounding / 2);
  }

  private int most(int shown) {
    return shown + rounding - 1 - rounding / 2;
  }

  private interface Percent {
    double of(int count);
  }

  /** What a percent stands for whose count was rounded to the hundredth part of a whole first. */
  private int[] counts(double percent, long whole, Percent of) {
    int step = Math.max(rounding, (int) (whole / 100) / rounding * rounding);
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int count = step; count <= whole + 400; count += step) {
      if (Math.abs(of.of(count) - percent) <= 0.5 + 1e-9) {
        least = Math.min(least, count);
        most = Math.max(most, count);
      }
    }
    return new int[] {Math.max(k, least - step / 2), most + step - 1 - step / 2};
  }

  private void ends(int w, SecondMeasure truth) {
    Cells cells = waves.get(w);
    for (ReliabilityRow row : release.rows(Table.RELIABILITY)) {
      if (!row.wave().equals(wave(w)) || row.people() == null) {
        continue;
      }
      List<Integer> scored = List.copyOf(cells.scored().values());
      attacker.knows(scored, least(row.people()), most(row.people()));
      for (boolean lowest : new boolean[] {true, false}) {
        List<Integer> at = new ArrayList<>();
        for (String o : cells.scored().keySet()) {
          int cell = attacker.cell();
          at.add(cell);
          List<Integer> others = new ArrayList<>();
          for (Item item : world.instrument.items()) {
            int end = SecondMeasure.end(item, lowest);
            Map<Integer, Integer> own = cells.answers().get(item.id()).get(o);
            attacker.knowsDifference(List.of(own.get(end)), List.of(cell), 0, Attacker.NO_LIMIT);
            own.forEach(
                (code, c) -> {
                  if (item.valid(code) && code != end) {
                    others.add(c);
                  }
                });
          }
          // Whoever has a score and is not at the end gave another answer somewhere.
          others.add(cell);
          attacker.knowsDifference(others, List.of(cells.scored().get(o)), 0, Attacker.NO_LIMIT);
        }
        Double percent = lowest ? row.floor() : row.ceiling();
        if (percent != null) {
          int[] range =
              counts(
                  percent,
                  truth.of(w).stream().filter(truth::scored).count(),
                  c -> 100.0 * c / row.people());
          attacker.knows(at, range[0], range[1]);
          attacker.knowsDifference(scored, at, k, Attacker.NO_LIMIT);
        } else {
          long there = truth.of(w).stream().filter(f -> truth.at(f, lowest)).count();
          if (there < k && there > 0) {
            attacker.wants("end " + lowest + " " + wave(w), at, there);
          }
        }
      }
    }
  }

  private void health(int w, SecondMeasure truth) {
    Cells cells = waves.get(w);
    List<Integer> returned = List.copyOf(cells.returned().values());
    for (HealthRow row : release.rows(Table.HEALTH)) {
      if (!row.wave().equals(wave(w)) || row.people() == null) {
        continue;
      }
      if (row.response() != null) {
        int[] forms = counts(row.response(), truth.asked(w), c -> 100.0 * c / row.asked());
        attacker.knows(returned, forms[0], forms[1]);
      }
      if (row.missing() != null) {
        int[] left = counts(row.missing(), truth.of(w).size(), c -> 100.0 * c / (row.people() + c));
        attacker.knowsDifference(returned, answered(cells, row.measure()), left[0], left[1]);
      }
    }
  }

  private List<Integer> answered(Cells cells, String measure) {
    if (measure.equals(Instrument.SCALE)) {
      return List.copyOf(cells.scored().values());
    }
    Item item = world.instrument.item(measure).orElseThrow();
    return of(cells, item, item::valid);
  }

  private static List<Integer> of(Cells cells, Item item, IntPredicate codes) {
    return cells.answers().get(item.id()).values().stream()
        .flatMap(own -> own.entrySet().stream())
        .filter(e -> codes.test(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private void panel(Item item, int w, SecondMeasure truth) {
    List<Integer> codes = item.answers().stream().map(Answer::code).filter(item::valid).toList();
    Map<List<Integer>, Integer> cell = new HashMap<>();
    Map<List<Integer>, Long> people = new HashMap<>();
    truth.measurement().transitions().stream()
        .filter(t -> t.item().equals(item.id()) && t.from().equals(wave(w)))
        .forEach(t -> people.put(List.of(t.before(), t.after()), t.people().longValue()));
    List<Integer> all = new ArrayList<>();
    for (int b : codes) {
      for (int a : codes) {
        cell.put(List.of(b, a), attacker.cell());
        all.add(cell.get(List.of(b, a)));
      }
    }
    List<PanelRow> rows =
        release.rows(Table.PANELS).stream()
            .filter(r -> r.item().equals(item.id()) && r.from().equals(wave(w)))
            .toList();
    PanelRow row = rows.get(0);
    if (row.people() == null) {
      return;
    }
    once(item, codes, w, w, cell, people, true);
    once(item, codes, w + 1, w, cell, people, false);
    attacker.knows(all, least(row.people()), most(row.people()));
    way(codes, cell, row.up(), row.people(), all, (b, a) -> a > b);
    way(codes, cell, row.same(), row.people(), all, (b, a) -> a == b);
    way(codes, cell, row.down(), row.people(), all, (b, a) -> a < b);
    for (TransitionRow t : release.rows(Table.TRANSITIONS)) {
      if (!t.item().equals(item.id()) || !t.from().equals(wave(w))) {
        continue;
      }
      List<Integer> own = List.of(cell.get(List.of(t.before(), t.after())));
      long n = people.getOrDefault(List.of(t.before(), t.after()), 0L);
      String name = "pair " + item.id() + " " + wave(w) + " " + t.before() + " " + t.after();
      if (t.visibility() == Visibility.SHOWN) {
        attacker.knows(own, least(t.people()), most(t.people()));
        attacker.knowsDifference(all, own, k, Attacker.NO_LIMIT);
      } else if (t.visibility() == Visibility.FEWER_THAN_K) {
        attacker.knows(own, 0, k - 1);
        attacker.wants(name, own, n);
      } else {
        attacker.knows(own, k, Attacker.NO_LIMIT);
        attacker.wants(name, own, n);
      }
    }
  }

  private interface Way {
    boolean is(int before, int after);
  }

  private void way(
      List<Integer> codes,
      Map<List<Integer>, Integer> cell,
      Double percent,
      int of,
      List<Integer> all,
      Way way) {
    if (percent == null) {
      return;
    }
    List<Integer> own = new ArrayList<>();
    for (int b : codes) {
      for (int a : codes) {
        if (way.is(b, a)) {
          own.add(cell.get(List.of(b, a)));
        }
      }
    }
    // Up, same and down are percents of counts that are rounded like all others.
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int count = rounding; count <= of + rounding; count += rounding) {
      if (Math.abs(100.0 * count / of - percent) <= 0.5 + 1e-9) {
        least = Math.min(least, count);
        most = Math.max(most, count);
      }
    }
    int[] range = {least(least), most(most)};
    attacker.knows(own, range[0], range[1]);
    attacker.knowsDifference(all, own, k, Attacker.NO_LIMIT);
  }

  /**
   * People who gave an answer in a wave and none in the other: what the wave leaves of the pairs.
   */
  private void once(
      Item item,
      List<Integer> codes,
      int w,
      int pair,
      Map<List<Integer>, Integer> cell,
      Map<List<Integer>, Long> people,
      boolean earlier) {
    for (int c : codes) {
      List<Integer> twice = new ArrayList<>();
      long n = 0;
      for (int other : codes) {
        List<Integer> key = earlier ? List.of(c, other) : List.of(other, c);
        twice.add(cell.get(key));
        n += people.getOrDefault(key, 0L);
      }
      int once = attacker.cell();
      List<Integer> minus = new ArrayList<>(twice);
      minus.add(once);
      attacker.knowsDifference(of(waves.get(w), item, code -> code == c), minus, 0, 0);
      long truth = count(item, w, c) - n;
      if (truth < k) {
        attacker.wants(
            "once " + item.id() + " " + wave(pair) + " " + earlier + " " + c, List.of(once), truth);
      }
    }
  }

  private long count(Item item, int w, int code) {
    int i = world.instrument.items().indexOf(item);
    return world.forms.stream().filter(f -> f.wave() == w && f.answers().get(i) == code).count();
  }
}
