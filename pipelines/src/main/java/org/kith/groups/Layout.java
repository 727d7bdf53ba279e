package org.kith.groups;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;

/**
 * Where the counts of a group lie in one array of whole numbers: per item the five kinds of
 * missing, its answers and the codes it does not offer; then the scores.
 */
final class Layout implements Serializable {
  private static final int KINDS = Missing.values().length;

  private final String instrument;
  private final String[] items;

  /** Per item, the codes its places stand for, without the last, which is for codes not offered. */
  private final int[][] codes;

  private final int[] starts;

  /** Per item, the place of code − {@link #KINDS}. */
  private final int[][] places;

  private final ScoreGrid grid;
  private final int size;

  private Layout(
      String instrument,
      String[] items,
      int[][] codes,
      int[] starts,
      int[][] places,
      ScoreGrid grid,
      int size) {
    this.instrument = instrument;
    this.items = items;
    this.codes = codes;
    this.starts = starts;
    this.places = places;
    this.grid = grid;
    this.size = size;
  }

  static Layout of(Instrument instrument, ScoreGrid grid) {
    int n = instrument.items().size();
    int[][] codes = new int[n][];
    int[][] places = new int[n][];
    int[] starts = new int[n];
    int next = 0;
    for (int i = 0; i < n; i++) {
      Item item = instrument.items().get(i);
      int[] offered = item.answers().stream().mapToInt(Answer::code).sorted().toArray();
      codes[i] = new int[KINDS + offered.length];
      for (Missing kind : Missing.values()) {
        codes[i][KINDS + kind.code()] = kind.code();
      }
      System.arraycopy(offered, 0, codes[i], KINDS, offered.length);

      starts[i] = next;
      int notOffered = next + codes[i].length;
      places[i] = new int[KINDS + offered[offered.length - 1] + 1];
      Arrays.fill(places[i], notOffered);
      for (int j = 0; j < codes[i].length; j++) {
        places[i][KINDS + codes[i][j]] = next + j;
      }
      next = notOffered + 1;
    }
    String[] items = instrument.items().stream().map(Item::id).toArray(String[]::new);
    return new Layout(instrument.id(), items, codes, starts, places, grid, next + grid.size());
  }

  /** Items asked. */
  int items() {
    return items.length;
  }

  /** Length of a group's array. */
  int size() {
    return size;
  }

  /**
   * Counts one person.
   *
   * @param answers a code per item, negative where missing
   * @param score place of the person's score on the grid, or {@link ScoreGrid#NONE}
   */
  void count(int[] answers, int score, long[] into) {
    for (int i = 0; i < answers.length; i++) {
      int at = answers[i] + KINDS;
      int[] place = places[i];
      into[at >= 0 && at < place.length ? place[at] : starts[i] + codes[i].length]++;
    }
    if (score != ScoreGrid.NONE) {
      into[size - grid.size() + score]++;
    }
  }

  /**
   * People per answer of every item: all answers offered, and the kinds of missing that occurred.
   *
   * @throws IllegalArgumentException if there are codes the instrument does not offer
   */
  SortedMap<String, SortedMap<Integer, Long>> answers(long[] counts) {
    SortedMap<String, SortedMap<Integer, Long>> answers = new TreeMap<>();
    for (int i = 0; i < items.length; i++) {
      SortedMap<Integer, Long> people = new TreeMap<>();
      for (int j = 0; j < codes[i].length; j++) {
        long count = counts[starts[i] + j];
        if (codes[i][j] >= 0 || count > 0) {
          people.put(codes[i][j], count);
        }
      }
      long notOffered = counts[starts[i] + codes[i].length];
      if (notOffered > 0) {
        throw new IllegalArgumentException(
            "%d answers to item %s of instrument %s are none of its answers %s. The instrument has changed since they were read in: run kith ingest again."
                .formatted(notOffered, items[i], instrument, offered(i)));
      }
      answers.put(items[i], people);
    }
    return answers;
  }

  /** People per score that someone has. */
  SortedMap<Double, Long> scores(long[] counts) {
    SortedMap<Double, Long> scores = new TreeMap<>();
    for (int place = 0; place < grid.size(); place++) {
      long people = counts[size - grid.size() + place];
      if (people > 0) {
        scores.merge(grid.score(place), people, Long::sum);
      }
    }
    return scores;
  }

  private List<Integer> offered(int item) {
    return Arrays.stream(codes[item]).filter(code -> code >= 0).boxed().toList();
  }
}
