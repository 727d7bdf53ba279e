package org.kith.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Microsoft Forms' workbook, often saved again as CSV, known by its first columns. Ticked options
 * stand in one cell, with a semicolon after each. A question asked twice gains a digit, "Who
 * helped?2". Between the questions of a quiz stand points and feedback.
 *
 * <p>The workbook keeps dates as dates. A CSV shows them in the order of day and month of whoever
 * saved it, which nothing in the file tells: a mapping says it. Only submitted forms are there.
 */
final class MicrosoftForms implements Dialect {
  private static final Set<String> METADATA =
      Set.of(
          "id",
          "start time",
          "completion time",
          "last modified time",
          "language",
          "total points",
          "quiz feedback",
          "grade posted time");
  private static final Set<String> IDENTIFYING = Set.of("email", "name");
  private static final Pattern OF_A_QUIZ =
      Pattern.compile("(points|feedback) [-\u2013\u2014\u0097] .*");

  @Override
  public String tool() {
    return "microsoft-forms";
  }

  @Override
  public Optional<Layout> recognise(Head head) {
    List<String> first = head.first().stream().map(Head::plain).toList();
    if (first.size() < 4
        || !first.subList(0, 3).equals(List.of("id", "start time", "completion time"))) {
      return Optional.empty();
    }
    List<Heading> headings = new ArrayList<>();
    for (String name : head.first()) {
      int column = headings.size();
      headings.add(Heading.alone(column, name, role(column, first.get(column))));
    }
    return Optional.of(
        new Layout(tool(), headings, 1)
            .response(0)
            .dates(List.of(2, 1), "")
            .choices(";", false)
            .note("The export does not say its time zone."));
  }

  /** The tool's own columns come first; a question may well be headed Name or Language. */
  private static Heading.Role role(int column, String heading) {
    if (OF_A_QUIZ.matcher(heading).matches()) {
      return Heading.Role.METADATA;
    }
    if (column < 7 && METADATA.contains(heading)) {
      return Heading.Role.METADATA;
    }
    return column < 7 && IDENTIFYING.contains(heading)
        ? Heading.Role.IDENTIFYING
        : Heading.Role.QUESTION;
  }
}
