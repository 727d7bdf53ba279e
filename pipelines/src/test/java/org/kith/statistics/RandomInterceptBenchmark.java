package org.kith.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How long the random-intercept model takes from group statistics, beside lme4 on the people
 * themselves in the same run. Run from the project's folder, with arguments ORGANISATIONS PEOPLE;
 * lme4's half is left out, and said so, where there is no Rscript.
 *
 * <p>lme4 is given its data in memory and its own best case (no derivatives afterwards). Our time
 * is shown with and without the pass that folds people into group statistics.
 */
final class RandomInterceptBenchmark {
  private static final int WARM = 20;
  private static final int RUNS = 50;

  private RandomInterceptBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int organisations = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    int people = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    int[] group = new int[people];
    double[] score = new double[people];
    Random random = new Random(20261122);
    double[] centre = random.doubles(organisations).map(u -> 3 + 0.6 * u).toArray();
    for (int i = 0; i < people; i++) {
      // Squared, so that organisations differ much in size.
      group[i] = (int) (organisations * random.nextDouble() * random.nextDouble());
      score[i] = Math.rint(5 * (centre[group[i]] + 0.8 * random.nextGaussian())) / 5;
    }

    long started = System.nanoTime();
    RValues.Groups groups = fold(organisations, group, score);
    double folding = seconds(started);
    double[] times = new double[RUNS];
    RandomIntercept fit = groups.fit();
    for (int run = -WARM; run < RUNS; run++) {
      long from = System.nanoTime();
      fit = groups.fit();
      if (run >= 0) {
        times[run] = seconds(from);
      }
    }
    double fitting = Arrays.stream(times).sorted().toArray()[RUNS / 2];
    print(
        "Kith: %,d people in %d organisations. Folding %.3f s, fitting %.3f ms (median of %d).",
        people, groups.moments().size(), folding, 1e3 * fitting, RUNS);
    print(
        "  tau2 %.10f  sigma2 %.10f  -2 log L %.6f", fit.tau2(), fit.sigma2(), fit.minus2LogLik());

    double[] r = lme4(organisations, group, score);
    if (r.length == 0) {
      print("lme4: no Rscript here, so not compared.");
      return;
    }
    print("lme4: fitting %.3f s.", r[0]);
    print("  tau2 %.10f  sigma2 %.10f  -2 log L %.6f", r[1], r[2], r[3]);
    print(
        "Ratio: %,.0f times as fast from group statistics, %,.1f times with the folding.",
        r[0] / fitting, r[0] / (fitting + folding));
  }

  private static RValues.Groups fold(int organisations, int[] group, double[] score) {
    List<SortedMap<Double, Long>> histograms = new ArrayList<>();
    for (int j = 0; j < organisations; j++) {
      histograms.add(new TreeMap<>());
    }
    for (int i = 0; i < group.length; i++) {
      histograms.get(group[i]).merge(score[i], 1L, Long::sum);
    }
    return new RValues.Groups(
        histograms.stream().filter(h -> !h.isEmpty()).map(Moments::of).toList());
  }

  private static double[] lme4(int organisations, int[] group, double[] score)
      throws IOException, InterruptedException {
    Path data = Files.createTempFile("kith-benchmark", ".bin");
    try {
      ByteBuffer bytes = ByteBuffer.allocate(16 * score.length).order(ByteOrder.LITTLE_ENDIAN);
      IntStream.of(group).forEach(bytes::putDouble);
      Arrays.stream(score).forEach(bytes::putDouble);
      Files.write(data, bytes.array());
      Process r =
          new ProcessBuilder(
                  "Rscript",
                  "pipelines/src/test/r/benchmark.R",
                  "" + organisations,
                  "" + score.length,
                  data.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (InputStream out = r.getInputStream()) {
        String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        if (r.waitFor() != 0) {
          throw new IOException("R failed: " + said);
        }
        return Arrays.stream(said.strip().split(" ", -1))
            .mapToDouble(Double::parseDouble)
            .toArray();
      }
    } catch (IOException e) {
      if (e.getMessage().contains("Cannot run program")) {
        return new double[0];
      }
      throw e;
    } finally {
      Files.delete(data);
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
