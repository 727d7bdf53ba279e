package org.kith.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Data and values that R wrote; the scripts are in {@code src/test/r}. */
final class RValues {
  private RValues() {}

  /** Sizes, means and sums of squares of groups, the input of every model here. */
  record Groups(List<Moments> moments) {

    /** From one value per person, by group. */
    static Groups of(Map<String, List<Double>> values) {
      List<Moments> moments = new ArrayList<>();
      for (List<Double> group : values.values()) {
        TreeMap<Double, Long> histogram = new TreeMap<>();
        group.forEach(value -> histogram.merge(value, 1L, Long::sum));
        moments.add(Moments.of(histogram));
      }
      return new Groups(moments);
    }

    double[] n() {
      return moments.stream().mapToDouble(Moments::n).toArray();
    }

    double[] mean() {
      return moments.stream().mapToDouble(Moments::mean).toArray();
    }

    double[] ss() {
      return moments.stream().mapToDouble(Moments::ss).toArray();
    }

    RandomIntercept fit() {
      return RandomIntercept.of(n(), mean(), ss());
    }
  }

  static List<NamedCsvRecord> csv(String name) throws IOException {
    return csv(new InputStreamReader(open(name), StandardCharsets.UTF_8));
  }

  static List<NamedCsvRecord> csv(Reader reader) throws IOException {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(reader)) {
      List<NamedCsvRecord> all = new ArrayList<>();
      rows.forEach(all::add);
      return all;
    }
  }

  static JsonNode json(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new ObjectMapper().readTree(in);
    }
  }

  static double number(NamedCsvRecord row, String field) {
    return Double.parseDouble(row.getField(field));
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(RValues.class.getResourceAsStream(name), name);
  }
}
