package org.kith.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.kith.disclosure.CountTable.Line;
import org.kith.disclosure.CountTable.Shape;
import org.kith.indicators.Towards;
import org.kith.instrument.Answer;
import org.kith.instrument.Item;
import org.kith.published.DistributionRow;
import org.kith.published.LevelRow;
import org.kith.published.PanelRow;
import org.kith.published.Scope;
import org.kith.published.TransitionRow;
import org.kith.published.Visibility;
import org.kith.statistics.Wilson;

/**
 * What became of one question's answers from one wave to the next, over everyone: which answer
 * followed which, and how many moved up, down, or not.
 *
 * <p>A family of its own, with what is published of both waves beside it. People who gave an answer
 * in the earlier wave either answered again or did not, and how many gave it is published; so how
 * many of them were not seen again could be what is left. When fewer than k were not, that number
 * is a secret like any hidden one, and so is the number of those who are new in the later wave.
 *
 * <p><b>What rests on rounding alone.</b> The waves' tables were made safe before, without a
 * thought of who came twice. That a set of answers which keeps a secret of a wave open can be
 * matched by people who came twice is not looked for: it holds because shown numbers of both stand
 * for five each, and people who came once take up what moves. The same is so from one pair of waves
 * to the next, and between questions. The tests attack waves and pairs together.
 */
final class PanelTable {
  /** The pair of waves a question was asked in. */
  record Key(String instrument, String item, String from, String to) {
    static Key of(PanelRow row) {
      return new Key(row.instrument(), row.item(), row.from(), row.to());
    }

    static Key of(TransitionRow row) {
      return new Key(row.instrument(), row.item(), row.from(), row.to());
    }
  }

  private final Key key;
  private final Threshold threshold;
  private final List<Integer> codes;

  /** Of each code, how much it is. */
  private final List<Double> more;

  private final Line answers;
  private final Line moves;
  final Family family = new Family();

  /**
   * Gathers the exact counts.
   *
   * @param item the question
   * @param people by earlier and later code; absent ones are nobody
   * @param behind the people of each organisation
   * @param waves what is published of both waves over everyone, and how it is
   */
  PanelTable(
      Key key,
      Item item,
      Map<List<Integer>, Integer> people,
      long[] behind,
      Waves waves,
      Threshold threshold) {
    this.key = key;
    this.threshold = threshold;
    this.codes = item.answers().stream().map(Answer::code).filter(item::valid).toList();
    this.more =
        item.answers().stream()
            .filter(a -> item.valid(a.code()))
            .map(a -> Towards.more(item, a))
            .toList();
    int m = codes.size();
    long[] counts = new long[m * m + 2 * m];
    long[] moved = new long[3];
    for (int b = 0; b < m; b++) {
      for (int a = 0; a < m; a++) {
        long n = people.getOrDefault(List.of(codes.get(b), codes.get(a)), 0);
        counts[b * m + a] = n;
        moved[move(b, a)] += n;
        counts[m * m + b] -= n;
        counts[m * m + m + a] -= n;
      }
    }
    for (int c = 0; c < m; c++) {
      counts[m * m + c] += waves.exact(key.from(), codes.get(c));
      counts[m * m + m + c] += waves.exact(key.to(), codes.get(c));
    }
    for (long count : counts) {
      Groups.checkSum(key + ", people who came twice", "all", Math.min(count, 0), 0);
    }
    String name = key.instrument() + ", item " + key.item() + ", from wave " + key.from();
    CountTable pairs =
        family
            .table(new Shape(name, m * m, 2 * m, null, true, 10), List.of(counts), new long[0])
            .addedUpFrom(behind);
    answers = pairs.line(Scope.ALL, "all", new int[] {0}, false, 1);
    answers.outside().forEach(Figure::untold);
    pairs.other(CountTable.range(m * m, m * m + m)).untold();
    pairs.other(CountTable.range(m * m + m, m * m + 2 * m)).untold();
    CountTable ways =
        family
            .table(new Shape(name + ", moves", 3, 0, null, true, 10), List.of(moved), new long[0])
            .addedUpFrom(behind);
    moves = ways.line(Scope.ALL, "all", new int[] {0}, false, 4);
    for (int way = 0; way < 3; way++) {
      List<Integer> cells = new ArrayList<>();
      for (int b = 0; b < m; b++) {
        for (int a = 0; a < m; a++) {
          if (move(b, a) == way) {
            cells.add(b * m + a);
          }
        }
      }
      cells.add(ways.cells(0)[way]);
      family.link(array(cells), lastIsMinus(cells.size()), 0, 0);
    }
    for (int c = 0; c < m; c++) {
      waves.link(family, key.from(), List.of(codes.get(c)), wave(true, List.of(c)));
      waves.link(family, key.to(), List.of(codes.get(c)), wave(false, List.of(c)));
    }
    List<Integer> counted = new ArrayList<>();
    for (int c = 0; c < m; c++) {
      if (item.counted().contains(codes.get(c))) {
        counted.add(c);
      }
    }
    List<Integer> all = new ArrayList<>();
    for (int c = 0; c < m; c++) {
      all.add(c);
    }
    waves.linkLevel(family, key.from(), wave(true, all), wave(true, counted));
    waves.linkLevel(family, key.to(), wave(false, all), wave(false, counted));
  }

  /** 0 for up, 1 for the same, 2 for down. */
  private int move(int before, int after) {
    return 1 - (int) Math.signum(more.get(after) - more.get(before));
  }

  /** The cells of everybody who gave one of these answers in one of the waves. */
  private int[] wave(boolean earlier, List<Integer> columns) {
    int m = codes.size();
    List<Integer> cells = new ArrayList<>();
    for (int c : columns) {
      for (int other = 0; other < m; other++) {
        cells.add(earlier ? c * m + other : other * m + c);
      }
      cells.add(earlier ? m * m + c : m * m + m + c);
    }
    return array(cells);
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] lastIsMinus(int length) {
    int[] weights = new int[length];
    Arrays.fill(weights, 1);
    weights[length - 1] = -1;
    return weights;
  }

  /** What was counted and is published of one question over everyone. */
  static final class Waves {
    private final Map<List<Object>, Integer> exact = new HashMap<>();
    private final Map<List<Object>, DistributionRow> shown = new HashMap<>();
    private final Map<String, LevelRow> levels = new HashMap<>();
    private final Threshold threshold;

    Waves(Threshold threshold) {
      this.threshold = threshold;
    }

    void counted(DistributionRow row) {
      exact.put(List.of(row.wave(), row.code()), row.people());
    }

    void published(DistributionRow row) {
      shown.put(List.of(row.wave(), row.code()), row);
    }

    void published(LevelRow row) {
      levels.put(row.wave(), row);
    }

    private long exact(String wave, int code) {
      return exact.getOrDefault(List.of(wave, code), 0);
    }

    private void link(Family family, String wave, List<Integer> codes, int[] cells) {
      DistributionRow row = shown.get(List.of(wave, codes.get(0)));
      if (row != null) {
        link(family, cells, row.people(), row.visibility());
      }
    }

    private void linkLevel(Family family, String wave, int[] answered, int[] counted) {
      LevelRow row = levels.get(wave);
      if (row != null && row.answered() != null) {
        link(family, answered, row.answered(), Visibility.SHOWN);
        if (counted.length > 0) {
          link(family, counted, row.counted(), row.visibility());
        }
      }
    }

    private void link(Family family, int[] cells, Integer people, Visibility visibility) {
      int[] ones = new int[cells.length];
      Arrays.fill(ones, 1);
      switch (visibility) {
        case SHOWN -> family.link(cells, ones, threshold.least(people), threshold.most(people));
        case FEWER_THAN_K -> family.link(cells, ones, 0, threshold.people() - 1L);
        case PROTECTS_ANOTHER -> family.link(cells, ones, threshold.people(), Long.MAX_VALUE);
        default -> {
          // Nothing is told.
        }
      }
    }
  }

  private boolean told() {
    return answers.total().shown() && moves.total().shown();
  }

  private Visibility whyNot() {
    return answers.total().shown() ? moves.total().visibility() : answers.total().visibility();
  }

  PanelRow row() {
    if (!told()) {
      return new PanelRow(
          key.instrument(),
          key.item(),
          key.from(),
          key.to(),
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
          whyNot());
    }
    int people = moves.total().published(threshold);
    Double[] up = share(0, people);
    Double[] same = share(1, people);
    Double[] down = share(2, people);
    return new PanelRow(
        key.instrument(),
        key.item(),
        key.from(),
        key.to(),
        people,
        up[0],
        up[1],
        up[2],
        same[0],
        same[1],
        same[2],
        down[0],
        down[1],
        down[2],
        chance(),
        Visibility.SHOWN);
  }

  private Double[] share(int way, int people) {
    Integer count = moves.parts().get(way).published(threshold);
    if (count == null) {
      return new Double[3];
    }
    Wilson wilson = Wilson.of(count, people, 1);
    return new Double[] {
      Decimals.places(100 * wilson.estimate(), 0),
      Decimals.places(100 * wilson.low(), 0),
      Decimals.places(100 * wilson.high(), 0)
    };
  }

  /** The sign test's two-sided p, from published counts. */
  private Double chance() {
    Integer up = moves.parts().get(0).published(threshold);
    Integer down = moves.parts().get(2).published(threshold);
    if (up == null || down == null) {
      return null;
    }
    double tail =
        new BinomialDistribution(null, up + down, 0.5).cumulativeProbability(Math.min(up, down));
    return Decimals.places(Math.min(1, 2 * tail), 2);
  }

  /** All pairs of answers, those that nobody gave included. */
  List<TransitionRow> transitions() {
    int m = codes.size();
    List<TransitionRow> rows = new ArrayList<>();
    for (int b = 0; b < m; b++) {
      int shown = 0;
      for (int a = 0; a < m; a++) {
        Integer people = answers.parts().get(b * m + a).published(threshold);
        shown += people == null ? 0 : people;
      }
      for (int a = 0; a < m; a++) {
        Figure figure = answers.parts().get(b * m + a);
        Integer people = told() ? figure.published(threshold) : null;
        rows.add(
            new TransitionRow(
                key.instrument(),
                key.item(),
                key.from(),
                key.to(),
                codes.get(b),
                codes.get(a),
                people,
                people == null ? null : Decimals.places(100.0 * people / shown, 0),
                told() ? figure.visibility() : whyNot()));
      }
    }
    return rows;
  }
}
