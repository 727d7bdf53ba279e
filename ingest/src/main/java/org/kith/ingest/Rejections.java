package org.kith.ingest;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kith.mapping.Problem;

/**
 * The rejections of one export, however many: the first kinds in memory, all of them in a passing
 * file. They hold rows, headings and reasons, and nothing a person wrote.
 */
final class Rejections implements Closeable {
  private static final int KINDS = 10;
  private static final int ROWS = 3;

  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private long others;
  private Path file;
  private BufferedWriter out;

  /**
   * Rejections that say the same of the same column.
   *
   * @param first the first of them
   * @param rows the rows of the first three
   * @param count how many there are
   */
  record Kind(Problem first, List<Integer> rows, long count) {
    private Kind and(int row) {
      List<Integer> more = new ArrayList<>(rows);
      if (more.size() < ROWS) {
        more.add(row);
      }
      return new Kind(first, List.copyOf(more), count + 1);
    }

    /** The sentence for people, beginning with the file. */
    String sentence(String fileName) {
      if (count == 1) {
        return first.sentence(fileName);
      }
      String where = first.column().isEmpty() ? "" : ", column \"" + first.column() + "\"";
      String numbers = rows.stream().map(String::valueOf).collect(Collectors.joining(", "));
      return String.format(
          Locale.UK,
          "%s, %,d rows (%s%s)%s: %s",
          fileName,
          count,
          numbers,
          count > rows.size() ? ", …" : "",
          where,
          first.reason());
    }
  }

  /** Takes each problem. */
  @FunctionalInterface
  interface Taker {
    /** Takes one problem, in row order. */
    void take(Problem problem) throws IOException;
  }

  void add(Problem problem) throws IOException {
    String key = problem.column() + "\t" + problem.reason();
    if (kinds.containsKey(key) || kinds.size() < KINDS) {
      kinds.merge(
          key,
          new Kind(problem, List.of(problem.row()), 1),
          (kind, one) -> kind.and(problem.row()));
    } else {
      others++;
    }
    if (out == null) {
      file = Files.createTempFile("kith-rejections", ".txt");
      out = Files.newBufferedWriter(file);
    }
    out.write(problem.row() + "\t" + flat(problem.column()) + "\t" + flat(problem.reason()) + "\n");
  }

  /** The first ten kinds, in the order of their first rows. */
  List<Kind> kinds() {
    return List.copyOf(kinds.values());
  }

  /** How many rejections are of none of these kinds. */
  long others() {
    return others;
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
