package org.kith.patterns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Writings as points, those that use words which keep the same company near each other: latent
 * semantic analysis (Deerwester and others 1990).
 *
 * <p>A writing is its words, weighted {@code ln(1 + times) · ln(N / writings with the word)}; words
 * in fewer than three writings or in more than a third are left out. The points are these in the
 * space of the largest singular vectors, found by subspace iteration from a seeded start (Halko,
 * Martinsson and Tropp 2011), each of length 1. Turning the whole space changes no distance, so the
 * singular vectors themselves are not needed.
 */
final class Meaning {
  private static final int FEWEST = 3;
  private static final double MOST = 1.0 / 3;
  private static final int ROUNDS = 6;

  private final int width;
  private final int[][] words;
  private final double[][] weights;

  private Meaning(int width, int[][] words, double[][] weights) {
    this.width = width;
    this.words = words;
    this.weights = weights;
  }

  /**
   * A point for each writing; all zeros for one that has no word in common with others.
   *
   * @param rank how many dimensions at most
   */
  static double[][] points(List<List<String>> writings, int rank, long seed) {
    Meaning meaning = weighted(writings);
    int used = Math.min(rank, Math.min(meaning.width, writings.size()));
    if (used == 0) {
      return new double[writings.size()][1];
    }
    RandomGenerator random = new MersenneTwister(seed);
    double[][] directions = new double[used][meaning.width];
    for (double[] direction : directions) {
      for (int w = 0; w < direction.length; w++) {
        direction[w] = random.nextGaussian();
      }
    }
    orthonormal(directions);
    for (int round = 0; round < ROUNDS; round++) {
      directions = meaning.back(meaning.along(directions), used);
      orthonormal(directions);
    }
    double[][] points = meaning.along(directions);
    for (double[] point : points) {
      scale(point, norm(point));
    }
    return points;
  }

  private static Meaning weighted(List<List<String>> writings) {
    Map<String, Integer> in = new TreeMap<>();
    writings.forEach(w -> new HashSet<>(w).forEach(word -> in.merge(word, 1, Integer::sum)));
    int n = writings.size();
    in.values().removeIf(count -> count < FEWEST || count > MOST * n);
    Map<String, Integer> column = new HashMap<>();
    in.keySet().forEach(word -> column.put(word, column.size()));
    int[][] words = new int[n][];
    double[][] weights = new double[n][];
    for (int i = 0; i < n; i++) {
      Map<String, Integer> times = new TreeMap<>();
      writings.get(i).forEach(word -> times.merge(word, 1, Integer::sum));
      times.keySet().retainAll(in.keySet());
      words[i] = times.keySet().stream().mapToInt(column::get).toArray();
      weights[i] =
          times.entrySet().stream()
              .mapToDouble(
                  e -> Math.log1p(e.getValue()) * Math.log((double) n / in.get(e.getKey())))
              .toArray();
      scale(weights[i], norm(weights[i]));
    }
    return new Meaning(in.size(), words, weights);
  }

  /** Each writing along each direction. */
  private double[][] along(double[][] directions) {
    double[][] points = new double[words.length][directions.length];
    for (int i = 0; i < words.length; i++) {
      for (int d = 0; d < directions.length; d++) {
        for (int w = 0; w < words[i].length; w++) {
          points[i][d] += weights[i][w] * directions[d][words[i][w]];
        }
      }
    }
    return points;
  }

  /** The directions in which the points lie. */
  private double[][] back(double[][] points, int used) {
    double[][] directions = new double[used][width];
    for (int i = 0; i < words.length; i++) {
      for (int d = 0; d < used; d++) {
        for (int w = 0; w < words[i].length; w++) {
          directions[d][words[i][w]] += weights[i][w] * points[i][d];
        }
      }
    }
    return directions;
  }

  /** Gram and Schmidt's way; a direction that lies within those before it becomes zero. */
  private static void orthonormal(double[][] directions) {
    List<double[]> before = new ArrayList<>();
    for (double[] direction : directions) {
      double length = norm(direction);
      for (int twice = 0; twice < 2; twice++) {
        for (double[] other : before) {
          double along = 0;
          for (int w = 0; w < direction.length; w++) {
            along += direction[w] * other[w];
          }
          for (int w = 0; w < direction.length; w++) {
            direction[w] -= along * other[w];
          }
        }
      }
      scale(direction, norm(direction) > 1e-10 * length ? norm(direction) : Double.MAX_VALUE);
      before.add(direction);
    }
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double v : vector) {
      sum += v * v;
    }
    return Math.sqrt(sum);
  }

  private static void scale(double[] vector, double length) {
    for (int i = 0; i < vector.length && length > 0; i++) {
      vector[i] /= length;
    }
  }
}
