package org.kith.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;

/**
 * The sums that everything rests on, in SQL that DuckDB and Spark both read: per organisation and
 * wave how often each answer was given, the moments of the score, and the sums and cross-products
 * of people who answered every item.
 */
final class Sums {
  /** One number that no wrong count leaves as it is, to compare engines by. */
  static final String CHECK = "check";

  private Sums() {}

  /**
   * The question.
   *
   * @param from where the rows are
   */
  static String sql(Instrument instrument, String from) {
    List<Item> items = instrument.items();
    List<String> sums = new ArrayList<>(List.of("count(*) as people"));
    for (Item item : items) {
      item.answers()
          .forEach(
              answer ->
                  sums.add(
                      "count(*) filter (where %1$s = %2$d) as %1$s_%2$d"
                          .formatted(item.id(), answer.code())));
      for (int missing = -5; missing < 0; missing++) {
        sums.add(
            "count(*) filter (where %1$s = %2$d) as %1$s_m%3$d"
                .formatted(item.id(), missing, -missing));
      }
    }
    sums.add("count(*) filter (where valid >= 4) as scored");
    sums.add("sum(case when valid >= 4 then total / valid end) as score");
    sums.add("sum(case when valid >= 4 then (total / valid) * (total / valid) end) as squares");
    String complete = " filter (where valid = " + items.size() + ")";
    for (int i = 0; i < items.size(); i++) {
      sums.add("sum(v%d)%s as s%d".formatted(i, complete, i));
      for (int j = i; j < items.size(); j++) {
        sums.add("sum(v%1$d * v%2$d)%3$s as p%1$d_%2$d".formatted(i, j, complete));
      }
    }
    return "select organisation, wave, "
        + String.join(", ", sums)
        + " from (select *, "
        + all(items, " + ", "(case when %s > 0 then 1 else 0 end)")
        + " as valid, cast("
        + IntStream.range(0, items.size())
            .mapToObj(i -> "(case when v%d > 0 then v%d else 0 end)".formatted(i, i))
            .collect(Collectors.joining(" + "))
        + " as double) as total from (select *, "
        + IntStream.range(0, items.size())
            .mapToObj(i -> value(items.get(i)) + " as v" + i)
            .collect(Collectors.joining(", "))
        + " from "
        + from
        + ") as turned) as people group by organisation, wave";
  }

  /** An answer, turned where its item asks the other way round. */
  private static String value(Item item) {
    int turn = item.answers().get(0).code() + item.answers().get(item.answers().size() - 1).code();
    return item.reversed()
        ? "(case when %1$s > 0 then %2$d - %1$s else %1$s end)".formatted(item.id(), turn)
        : item.id();
  }

  private static String all(List<Item> items, String between, String each) {
    return items.stream().map(i -> each.formatted(i.id())).collect(Collectors.joining(between));
  }

  /** The check over the rows of {@link #sql}: squares of counts and of cross-products. */
  static String checked(Instrument instrument, String sums) {
    List<String> parts = new ArrayList<>();
    for (Item item : instrument.items()) {
      item.answers()
          .forEach(
              a ->
                  parts.add(
                      "%d * cast(%s_%d as double) * %2$s_%3$d"
                          .formatted(a.code(), item.id(), a.code())));
    }
    int last = instrument.items().size() - 1;
    parts.add("cast(p0_" + last + " as double)");
    return "select sum("
        + String.join(" + ", parts)
        + ") as "
        + CHECK
        + ", count(*) as rows_ from ("
        + sums
        + ") as sums";
  }

  /** Paths as DuckDB takes them. */
  static String parquet(List<Path> files) {
    return files.stream()
        .map(f -> "'" + f.toString().replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "read_parquet([", "])"));
  }
}
