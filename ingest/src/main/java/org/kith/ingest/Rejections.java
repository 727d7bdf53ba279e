package org.kith.ingest;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kith.mapping.Problem;

/**
 * The rejections of one export, however many: the first in memory, all of them in a passing file.
 * They hold rows, headings and reasons, and nothing a person wrote.
 */
final class Rejections implements Closeable {
  private static final int FIRST = 10;

  private final List<Problem> first = new ArrayList<>();
  private Path file;
  private BufferedWriter out;

  /** Takes each problem. */
  @FunctionalInterface
  interface Taker {
    /** Takes one problem, in row order. */
    void take(Problem problem) throws IOException;
  }

  void add(Problem problem) throws IOException {
    if (first.size() < FIRST) {
      first.add(problem);
    }
    if (out == null) {
      file = Files.createTempFile("kith-rejections", ".txt");
      out = Files.newBufferedWriter(file);
    }
    out.write(problem.row() + "\t" + flat(problem.column()) + "\t" + flat(problem.reason()) + "\n");
  }

  /** The first few. */
  List<Problem> first() {
    return List.copyOf(first);
  }

  void forEach(Taker taker) throws IOException {
    if (out == null) {
      return;
    }
    out.flush();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] parts = line.split("\t", 3);
        taker.take(new Problem(Integer.parseInt(parts[0]), parts[1], parts[2]));
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
      Files.deleteIfExists(file);
    }
  }

  private static String flat(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }
}
