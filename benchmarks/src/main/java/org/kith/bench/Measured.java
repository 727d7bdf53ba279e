package org.kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What one whole process took.
 *
 * @param seconds from its start to its end
 * @param megabytes the most memory it held, as the system counts it; 0 where the system does not
 *     say
 * @param said what it printed
 */
record Measured(double seconds, long megabytes, List<String> said) {
  private static final long LOOK_EVERY_MS = 50;

  /**
   * Runs a process to its end.
   *
   * @throws IllegalStateException if it fails; the message holds the end of what it printed
   */
  static Measured of(List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("kith-bench", ".txt");
    try {
      long began = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      long most = 0;
      while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
        most = Math.max(most, peak(process.pid()));
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      List<String> said = Files.readAllLines(out);
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            String.join(" ", command.subList(Math.max(0, command.size() - 3), command.size()))
                + " failed:\n"
                + String.join("\n", said.subList(Math.max(0, said.size() - 20), said.size())));
      }
      return new Measured(seconds, most >> 10, said);
    } finally {
      Files.delete(out);
    }
  }

  private static long peak(long process) {
    Path status = Path.of("/proc", Long.toString(process), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0; // It has just ended, or there is no such file on this system.
    }
  }

  /** The numbers after a word at the start of a line. */
  List<Double> after(String word) {
    List<Double> found = new ArrayList<>();
    for (String line : said) {
      if (line.startsWith(word)) {
        String number = line.substring(word.length()).replaceFirst("^\\D*", "");
        found.add(Double.parseDouble(number.replaceFirst("[^\\d.].*$", "")));
      }
    }
    return found;
  }
}
