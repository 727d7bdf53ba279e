package org.kith.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.dialect.Heading.Book;
import org.kith.dialect.Heading.Role;

/**
 * SurveyMonkey's CSV or workbook of all responses, known by its ids of respondent and collector. It
 * has two header rows: questions, each over its first column or over all of its columns, and below
 * them rows of a grid or options. A heading is then "Who helped? [The GP]", and a mapping may name
 * it by the option alone where only one question has it.
 *
 * <p>An option with a column of its own holds its own words when it was ticked, and nothing when it
 * was not, or when the question was left blank; which of the two, the question's other columns
 * tell. The export does not say which responses are partial.
 */
final class SurveyMonkey implements Dialect {
  private static final List<String> METADATA =
      List.of(
          "respondent id",
          "collector id",
          "start date",
          "end date",
          "date created",
          "date modified");
  private static final Set<String> IDENTIFYING =
      Set.of(
          "ip address",
          "email address",
          "first name",
          "last name",
          "custom data",
          "custom data 1",
          "custom value");
  private static final Set<String> NO_OPTION = Set.of("", "response", "open-ended response");
  private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,6}|[a-z]{2,6});");
  private static final Map<String, String> ENTITIES =
      Map.of(
          "amp", "&", "apos", "'", "quot", "\"", "lt", "<", "gt", ">", "nbsp", " ", "ndash",
          "\u2013", "rsquo", "\u2019", "pound", "\u00a3");

  @Override
  public String tool() {
    return "surveymonkey";
  }

  @Override
  public Optional<Layout> recognise(Head head) {
    int respondent = head.column("respondent id");
    int collector = head.column("collector id");
    if (respondent < 0 || collector < 0 || !head.cell(1, respondent).isBlank()) {
      return Optional.empty();
    }
    List<Heading> headings = headings(head);
    List<Integer> dates = new ArrayList<>();
    for (String name : List.of("end date", "date modified", "start date", "date created")) {
      int column = head.column(name);
      if (column >= 0) {
        dates.add(column);
      }
    }
    return Optional.of(
        new Layout(tool(), headings, 2)
            .response(respondent)
            .dates(dates, "")
            .choices(", ", true)
            .note("The export does not say which responses are partial.")
            .note("The export does not say its time zone."));
  }

  private static List<Heading> headings(Head head) {
    List<Heading> headings = new ArrayList<>();
    int columns =
        Math.max(head.first().size(), head.rows().size() > 1 ? head.rows().get(1).size() : 0);
    Map<String, Integer> questions = new HashMap<>();
    String question = "";
    String group = "";
    for (int i = 0; i < columns; i++) {
      String above = words(head.cell(0, i));
      // The same words over the next column are the same question, unless this one stands alone.
      if (!above.isEmpty() && (!above.equals(question) || alone(head, i))) {
        question = above;
        group = above + " #" + questions.merge(above, 1, Integer::sum);
      }
      headings.add(heading(i, question, group, head.cell(1, i), cells(head, i)));
    }
    return headings;
  }

  private static boolean alone(Head head, int column) {
    return NO_OPTION.contains(Heading.tidy(head.cell(1, column)).toLowerCase(Locale.ROOT));
  }

  private static Heading heading(
      int column, String question, String group, String below, List<String> cells) {
    String plain = Head.plain(question);
    String option = words(below);
    if (IDENTIFYING.contains(plain)) {
      return Heading.alone(column, question, Role.IDENTIFYING);
    }
    if (METADATA.contains(plain)) {
      return Heading.alone(column, question, Role.METADATA);
    }
    if (NO_OPTION.contains(option.toLowerCase(Locale.ROOT))) {
      return new Heading(column, question, List.of(), group, Role.QUESTION, Book.asking(question));
    }
    boolean ticked = !cells.isEmpty() && cells.stream().allMatch(option::equals);
    Map<String, Integer> ticks = new HashMap<>();
    if (ticked) {
      ticks.put(option, 1);
      // A cell repeats the marks of HTML that the heading has.
      ticks.put(Heading.tidy(below), 1);
      ticks.put("", 0);
    }
    return new Heading(
        column,
        question + " [" + option + "]",
        List.of(option),
        group,
        Role.QUESTION,
        new Book(option, Map.of(), Map.of(), ticks));
  }

  private static List<String> cells(Head head, int column) {
    List<String> cells = new ArrayList<>();
    for (int row = 2; row < head.rows().size(); row++) {
      String cell = words(head.cell(row, column));
      if (!cell.isEmpty()) {
        cells.add(cell);
      }
    }
    return cells;
  }

  /** Text without the marks of HTML. */
  private static String words(String cell) {
    Matcher entity = ENTITY.matcher(cell.replaceAll("<[^<>]{1,40}>", " "));
    StringBuilder text = new StringBuilder();
    while (entity.find()) {
      String name = entity.group(1);
      String meant =
          name.charAt(0) == '#'
              ? Character.toString(Math.min(0x10FFFF, Integer.parseInt(name.substring(1))))
              : ENTITIES.getOrDefault(name, entity.group());
      entity.appendReplacement(text, Matcher.quoteReplacement(meant));
    }
    return Heading.tidy(entity.appendTail(text).toString());
  }
}
