package org.kith.sample;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.kith.instrument.Missing;
import org.kith.resident.ResidentCode;
import org.kith.sample.Form.Flaw;
import org.kith.workspace.Wave;

/**
 * A spreadsheet kept by hand and saved as CSV: Windows-1252, commas, quoted only where it must be,
 * CRLF rows, whole questions as headings, labels instead of codes, and a column for the wave. From
 * summer 2025 on it notes the code on the slip that came with the form, of those who had one.
 */
final class OfficeExport {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Map<Missing, String> MISSING =
      Map.of(Missing.DECLINED, "Prefer not to say", Missing.DONT_KNOW, "Don’t know");

  private static final Wave FIRST_SLIPS = new Wave(2025, 3);

  private OfficeExport() {}

  static byte[] of(List<Form> forms, Draws draws) {
    Table table = Table.of(',', false, "\r\n");
    table.row(headings());
    for (Form form : forms) {
      table.row(cells(form, draws));
    }
    return table.text().toString().getBytes(WINDOWS);
  }

  private static List<String> headings() {
    List<String> headings =
        new ArrayList<>(
            List.of(
                "No.",
                "Slip",
                "Quarter",
                "Organisation",
                "Member number",
                "Name",
                "E-mail",
                "Postcode",
                "Age",
                "Home",
                "Main language"));
    for (Question question : Question.ALL) {
      headings.add(curly(question.wording()));
    }
    headings.add("Paid for the form (£)");
    headings.add("Anything else?");
    return headings;
  }

  private static List<String> cells(Form form, Draws draws) {
    Person person = form.person();
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(form.id()));
    cells.add(slip(form, draws));
    cells.add(form.flaw() == Flaw.DAY ? "Autumn or winter" : form.wave().id());
    cells.add(
        form.flaw() == Flaw.ORGANISATION
            ? "Larkmoor Swimming Club"
            : person.site().organisation().name());
    cells.add(person.token());
    cells.add(person.name());
    cells.add(person.email());
    cells.add("ZZ" + (1 + person.site().position()) + " " + (1 + form.id() % 9) + "QT");
    int age = person.age(form.wave().year());
    cells.add(age == 0 ? "" : String.valueOf(age));
    cells.add(
        person.home() == Person.OTHER_HOME ? "Something else" : World.HOMES.get(person.home()));
    cells.add(person.language() < 0 ? "" : World.LANGUAGES.get(person.language()));
    for (Question question : Question.ALL) {
      boolean bad = form.flaw() == Flaw.CODE && question.equals(Question.TRUST);
      cells.add(
          bad
              ? "Quite a lot"
              : Question.shown(form.answer(question), c -> question.answers().get(c - 1), MISSING));
    }
    cells.add(form.helped().contains("family") ? "2" : "");
    cells.add(form.note());
    return cells;
  }

  /** The same person has the same code in each wave; about a third never took a slip. */
  private static String slip(Form form, Draws draws) {
    if (form.wave().compareTo(FIRST_SLIPS) < 0) {
      return "";
    }
    Random random = draws.stream("the slip of " + form.person().token());
    return Draws.chance(random, 1 / 3.0) ? "" : ResidentCode.fresh(random).shown();
  }

  /** The spreadsheet turns straight apostrophes into curly ones. */
  private static String curly(String text) {
    return text.replace('\'', '’');
  }
}
