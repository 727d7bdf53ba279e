package org.kith.patterns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.Clusterable;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.clustering.MultiKMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.MersenneTwister;
import org.kith.lake.Snapshot;
import org.kith.published.SuggestionRow;
import org.kith.statistics.LogOdds;

/**
 * Words that keep company across reflections, offered as possible themes. The taps are not looked
 * at, and nothing is named: people name, merge or reject.
 *
 * <p>Writings become points ({@link Meaning}), and near points a group (k-means++, the best of ten
 * seeded starts). The words that mark a group are those that its authors use more than others,
 * beyond chance ({@link LogOdds}), and that at least k of its authors use. A group is offered with
 * at least k authors, of at least three organisations, and three such words. The same writings give
 * the same groups.
 *
 * <p>Meaning is guessed from wording, so what one group holds and what people would call one thing
 * agree modestly; {@code SuggestionsBenchmark} says how much on labelled reflections.
 */
public final class Suggestions {
  /** How many writings are looked at. */
  public static final int MOST = 4000;

  static final int RANK = 25;
  private static final int WORDS = 8;
  private static final int FEWEST_WORDS = 3;
  private static final int STARTS = 10;
  private static final int ROUNDS = 100;
  private static final long SEED = 20251125;

  private Suggestions() {}

  /** A writing as a point. */
  private static final class Place implements Clusterable {
    private final Writing writing;
    private final double[] point;

    Place(Writing writing, double[] point) {
      this.writing = writing;
      this.point = point;
    }

    @Override
    public double[] getPoint() {
      return point;
    }
  }

  /** The groups that may be offered, by id. */
  static List<SuggestionRow> of(List<Writing> writings, int k, int organisations) {
    int wanted = groupsFor(writings.size());
    List<SuggestionRow> rows = new ArrayList<>();
    for (List<Writing> group : groups(writings, RANK, wanted)) {
      Set<String> authors = group.stream().map(Writing::author).collect(toSet());
      Set<String> theirs = group.stream().map(Writing::organisation).collect(toSet());
      List<String> words = words(group, writings, k);
      if (authors.size() >= k && theirs.size() >= organisations && words.size() >= FEWEST_WORDS) {
        rows.add(new SuggestionRow(id(words), words, authors.size(), theirs.size()));
      }
    }
    rows.sort(Comparator.comparing(SuggestionRow::suggestion));
    return rows;
  }

  /** How many groups to look for among so many writings. */
  static int groupsFor(int writings) {
    return Math.max(2, Math.min(30, (int) Math.round(Math.sqrt(writings) * 1.5)));
  }

  /** Every writing in a group, save those that share no word with any other. */
  static List<List<Writing>> groups(List<Writing> writings, int rank, int wanted) {
    double[][] points = Meaning.points(writings.stream().map(Writing::words).toList(), rank, SEED);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      double sum = 0;
      for (double p : points[i]) {
        sum += p * p;
      }
      if (sum > 0) {
        places.add(new Place(writings.get(i), points[i]));
      }
    }
    if (places.size() < wanted) {
      return List.of();
    }
    List<CentroidCluster<Place>> clusters =
        new MultiKMeansPlusPlusClusterer<>(
                new KMeansPlusPlusClusterer<Place>(
                    wanted, ROUNDS, new EuclideanDistance(), new MersenneTwister(SEED)),
                STARTS)
            .cluster(places);
    return clusters.stream().map(c -> c.getPoints().stream().map(p -> p.writing).toList()).toList();
  }

  private static List<String> words(List<Writing> group, List<Writing> all, int k) {
    Map<String, Integer> here = authors(group);
    Map<String, Integer> everywhere = authors(all);
    double inGroup = here.values().stream().mapToInt(n -> n).sum();
    double overall = everywhere.values().stream().mapToInt(n -> n).sum();
    return here.entrySet().stream()
        .filter(e -> e.getValue() >= k)
        .map(
            e -> {
              int ever = everywhere.get(e.getKey());
              // Somebody may use a word in this group and in another; both count once in each.
              LogOdds odds =
                  LogOdds.of(
                      new LogOdds.Said(e.getValue(), inGroup),
                      new LogOdds.Said(Math.max(0, ever - e.getValue()), overall),
                      new LogOdds.Said(0.1 * ever, 0.1 * overall + 1));
              return Map.entry(e.getKey(), odds.z());
            })
        .filter(e -> e.getValue() > NewWords.BEYOND_CHANCE)
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(WORDS)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static Map<String, Integer> authors(List<Writing> writings) {
    Map<String, Set<String>> by = new TreeMap<>();
    for (Writing writing : writings) {
      for (String word : writing.words()) {
        by.computeIfAbsent(word, w -> new HashSet<>()).add(writing.author());
      }
    }
    Map<String, Integer> counts = new TreeMap<>();
    by.forEach((word, authors) -> counts.put(word, authors.size()));
    return counts;
  }

  private static String id(List<String> words) {
    return Snapshot.sha256(String.join("\n", words).getBytes(UTF_8)).substring(0, 8);
  }
}
