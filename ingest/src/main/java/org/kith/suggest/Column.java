package org.kith.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.protect.Identifying;

/**
 * One column of an export, as far as a sample shows it.
 *
 * @param name what a mapping calls it: its heading, with {@code #2} when it occurs again
 * @param question the words that were asked, or the heading where the tool writes none
 * @param values different values seen, in the order first seen, without blanks
 * @param filled rows of the sample that have a value
 */
record Column(String name, String question, List<String> values, int filled) {

  /** The columns of a sample, in file order; columns without a heading are left out. */
  static List<Column> of(List<String> headings, List<String> questions, List<List<String>> rows) {
    Map<String, Integer> times = new LinkedHashMap<>();
    headings.forEach(h -> times.merge(h.strip(), 1, Integer::sum));
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i).strip();
      int nth = seen.merge(heading, 1, Integer::sum);
      if (!heading.isEmpty()) {
        String name = times.get(heading) > 1 ? heading + " #" + nth : heading;
        String question = i < questions.size() ? questions.get(i).strip() : "";
        columns.add(of(name, question.isEmpty() ? heading : question, i, rows));
      }
    }
    return columns;
  }

  private static Column of(String name, String question, int at, List<List<String>> rows) {
    List<String> cells =
        rows.stream()
            .filter(row -> at < row.size() && !row.get(at).isBlank())
            .map(row -> row.get(at).strip())
            .toList();
    return new Column(name, question, cells.stream().distinct().toList(), cells.size());
  }

  /** Whether its heading is a question and not the short name of one. */
  boolean hasQuestion() {
    return question.contains(" ");
  }

  /** Whether it looks as if it told who or where a person is. */
  boolean identifying() {
    return Identifying.heading(name.replaceFirst(" #\\d+$", ""))
        || Identifying.content(values).isPresent();
  }

  /** Whether nearly every row has a value of its own. */
  boolean tellsRowsApart() {
    return filled > 1 && values.size() >= 0.9 * filled;
  }
}
