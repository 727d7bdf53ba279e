package org.kith.sample;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kith.instrument.Missing;
import org.kith.sample.Form.Flaw;

/**
 * A LimeSurvey response export: byte order mark, semicolons, everything quoted, CRLF rows with LF
 * inside cells, answer codes, an empty {@code submitdate} where someone left, and an extra blank
 * last line.
 */
final class LimeSurveyExport {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final Map<Missing, String> MISSING =
      Map.of(Missing.DECLINED, "A98", Missing.DONT_KNOW, "A97");
  private static final List<String> HEADINGS =
      List.of(
          "id",
          "submitdate",
          "lastpage",
          "startlanguage",
          "seed",
          "token",
          "startdate",
          "datestamp",
          "ipaddr",
          "ORG",
          "AGE",
          "HOME",
          "HOME[other]",
          "LANG",
          "TRUST",
          "BELONG",
          "PRIDE[SQ001]",
          "PRIDE[SQ002]",
          "PRIDE[SQ003]",
          "FAVOUR",
          "PULL",
          "OTHERS[SQ001]",
          "OTHERS[SQ002]",
          "OTHERS[SQ003]",
          "OTHERS[SQ004]",
          "HELP[SQ001]",
          "HELP[SQ002]",
          "HELP[SQ003]",
          "HELP[SQ004]",
          "HELP[other]",
          "NOTE");

  private LimeSurveyExport() {}

  static byte[] of(List<Form> forms) {
    Table table = Table.of(';', true, "\r\n");
    table.row(HEADINGS);
    for (Form form : forms) {
      table.row(cells(form));
    }
    table.text().append("\r\n");
    return ("\uFEFF" + table.text()).getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> cells(Form form) {
    Person person = form.person();
    boolean noDay = form.flaw() == Flaw.DAY;
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(form.id()));
    cells.add(form.complete() ? TIME.format(form.handedIn()) : "");
    cells.add(String.valueOf(form.lastPage()));
    cells.add("en");
    cells.add(String.valueOf(Math.floorMod(form.id() * 7919, 100_000)));
    cells.add(person.token());
    cells.add(noDay ? "0000-00-00 00:00:00" : TIME.format(form.started()));
    cells.add(TIME.format(form.handedIn()));
    cells.add(person.address());
    cells.add(form.flaw() == Flaw.ORGANISATION ? "A9" : "A" + (1 + person.site().position() / 4));
    int age = person.age(form.wave().year());
    cells.add(age == 0 ? "" : String.valueOf(age));
    boolean other = person.home() == Person.OTHER_HOME;
    cells.add(other ? "-oth-" : "A" + (person.home() + 1));
    cells.add(other ? "a narrowboat" : "");
    cells.add(person.language() < 0 ? "" : "A" + (person.language() + 1));
    for (Question question : Question.ALL) {
      boolean bad = form.flaw() == Flaw.CODE && question.equals(Question.TRUST);
      cells.add(bad ? "A9" : Question.shown(form.answer(question), c -> "A" + c, MISSING));
    }
    for (String help : Forms.HELP) {
      cells.add(form.helped().contains(help) ? "Y" : "");
    }
    cells.add(form.helped().contains("family") && !form.note().isEmpty() ? "my sister" : "");
    // The tool puts an apostrophe before what a spreadsheet would take for a formula.
    cells.add(form.note().matches("(?s)[=+].*") ? "'" + form.note() : form.note());
    return cells;
  }
}
