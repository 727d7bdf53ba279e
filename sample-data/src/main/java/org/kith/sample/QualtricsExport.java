package org.kith.sample;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kith.instrument.Missing;
import org.kith.sample.Form.Flaw;
import org.kith.sample.Form.Outcome;

/**
 * A Qualtrics export with numeric choices: three header rows, a heading that occurs twice, line
 * breaks inside headers, previews and tests, columns full of identities, and −99 for a question
 * that was seen and left.
 */
final class QualtricsExport {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final Map<Missing, String> MISSING =
      Map.of(
          Missing.SKIPPED, "-99",
          Missing.DECLINED, "998",
          Missing.DONT_KNOW, "997");

  /** The form builder numbers the six answers of the grid from 11. */
  static final int GRID_FROM = 10;

  private static final String TIME_ID = "{\"ImportId\":\"%s\",\"timeZone\":\"Europe/London\"}";

  /** Heading, question text and import id of a column. */
  private record Column(String heading, String text, String importId) {
    static Column own(String heading, String text, String id) {
      return new Column(heading, text, "{\"ImportId\":\"" + id + "\"}");
    }
  }

  private static final List<Column> COLUMNS = columns();

  private QualtricsExport() {}

  static byte[] of(List<Form> forms) {
    Table table = Table.of(',', false, "\n");
    table.row(COLUMNS.stream().map(Column::heading).toList());
    table.row(COLUMNS.stream().map(Column::text).toList());
    table.row(COLUMNS.stream().map(Column::importId).toList());
    for (Form form : forms) {
      table.row(cells(form));
    }
    return table.text().toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("StartDate", "Start Date", TIME_ID.replace("%s", "startDate")));
    columns.add(new Column("EndDate", "End Date", TIME_ID.replace("%s", "endDate")));
    columns.add(Column.own("Status", "Response Type", "status"));
    columns.add(Column.own("IPAddress", "IP Address", "ipAddress"));
    columns.add(Column.own("Progress", "Progress", "progress"));
    columns.add(Column.own("Duration (in seconds)", "Duration (in seconds)", "duration"));
    columns.add(Column.own("Finished", "Finished", "finished"));
    columns.add(new Column("RecordedDate", "Recorded Date", TIME_ID.replace("%s", "recordedDate")));
    columns.add(Column.own("ResponseId", "Response ID", "_recordId"));
    columns.add(Column.own("RecipientLastName", "Recipient Last Name", "recipientLastName"));
    columns.add(Column.own("RecipientFirstName", "Recipient First Name", "recipientFirstName"));
    columns.add(Column.own("RecipientEmail", "Recipient Email", "recipientEmail"));
    columns.add(
        Column.own("ExternalReference", "External Data Reference", "externalDataReference"));
    columns.add(Column.own("LocationLatitude", "Location Latitude", "locationLatitude"));
    columns.add(Column.own("LocationLongitude", "Location Longitude", "locationLongitude"));
    columns.add(Column.own("DistributionChannel", "Distribution Channel", "distributionChannel"));
    columns.add(Column.own("UserLanguage", "User Language", "userLanguage"));
    columns.add(Column.own("Q1", "Who gave you this form?", "QID1"));
    columns.add(Column.own("Q2", "How old are you?", "QID2_TEXT"));
    columns.add(Column.own("Q3", "Your home - Selected Choice", "QID3"));
    columns.add(Column.own("Q3_4_TEXT", "Your home - Something else - Text", "QID3_4_TEXT"));
    columns.add(Column.own("Q4", "Your main language", "QID4"));
    List<String> headings =
        List.of("Q5", "Q6", "Q7_1", "Q7_2", "Q7_3", "Q8", "Q9", "Q10_1", "Q10_2", "Q10_3", "Q10_4");
    for (Question question : Question.ALL) {
      String heading = headings.get(question.position());
      String lead =
          heading.startsWith("Q7")
              ? "Do you agree or disagree?\n\nThere is no right answer. - "
              : heading.startsWith("Q10") ? "How well does this describe you? - " : "";
      columns.add(Column.own(heading, lead + question.wording(), "QID" + heading.substring(1)));
    }
    columns.add(Column.own("Q11", "Who helped you lately?\n(tick all)", "QID11"));
    columns.add(Column.own("Q12", "Anything else?", "QID12_TEXT"));
    columns.add(Column.own("Status", "Status", "Status"));
    return columns;
  }

  private static List<String> cells(Form form) {
    Person person = form.person();
    boolean preview = form.outcome() == Outcome.PREVIEW_OR_TEST;
    List<String> cells = new ArrayList<>();
    // A spreadsheet was here: it rewrote one day in its own way.
    cells.add(
        form.flaw() == Flaw.DAY
            ? "13/" + form.started().getMonthValue() + "/" + form.started().getYear() % 100
            : TIME.format(form.started()));
    cells.add(TIME.format(form.handedIn()));
    // 1 is a preview, 2 a test made by the tool, 0 somebody's answers.
    cells.add(preview ? String.valueOf(1 + form.id() % 2) : "0");
    cells.add(person.address());
    cells.add(form.complete() ? "100" : String.valueOf(form.lastPage() * 20));
    cells.add(String.valueOf(form.minutes() * 60));
    cells.add(form.complete() ? "1" : "0");
    cells.add(TIME.format(form.handedIn().plusSeconds(1)));
    cells.add("R_" + Integer.toString(1_000_000 + form.id() * 37, 36) + person.site().position());
    cells.add(person.lastName());
    cells.add(person.firstName());
    cells.add(person.email());
    cells.add(person.token());
    cells.add("0." + (1000 + form.id() % 9000));
    cells.add("-0." + (9999 - form.id() % 9000));
    cells.add(preview ? "preview" : "email");
    cells.add("EN");
    cells.add(
        form.flaw() == Flaw.ORGANISATION ? "99" : String.valueOf(1 + person.site().position() / 4));
    int age = person.age(form.wave().year());
    cells.add(age == 0 ? "-99" : String.valueOf(age));
    boolean other = person.home() == Person.OTHER_HOME;
    cells.add(String.valueOf(person.home() + 1));
    cells.add(other ? "a narrowboat" : "");
    cells.add(person.language() < 0 ? "-99" : String.valueOf(person.language() + 1));
    for (Question question : Question.ALL) {
      boolean bad = form.flaw() == Flaw.CODE && question.equals(Question.BELONGING);
      int from = question.inScale() ? GRID_FROM : 0;
      cells.add(
          bad
              ? "41"
              : Question.shown(form.answer(question), c -> String.valueOf(c + from), MISSING));
    }
    cells.add(ticked(form));
    cells.add(form.note());
    cells.add(person.general() > 1 ? "volunteer" : "visitor");
    return cells;
  }

  private static String ticked(Form form) {
    return form.helped().stream()
        .map(h -> String.valueOf(Forms.HELP.indexOf(h) + 1))
        .collect(Collectors.joining(","));
  }
}
