package org.kith.sample;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kith.instrument.Missing;
import org.kith.sample.Form.Flaw;

/**
 * A KoboToolbox export: semicolons, everything quoted, headings with their group, an answer's name
 * instead of a number, a summary column beside its split columns whose blanks are no answer and not
 * a no, and the tool's own columns at the end.
 */
final class KoboExport {
  private static final DateTimeFormatter OPENED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'.214+00:00'", Locale.ROOT);
  private static final DateTimeFormatter SUBMITTED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final Map<Missing, String> MISSING =
      Map.of(Missing.DECLINED, "pns", Missing.DONT_KNOW, "dk");
  private static final List<String> HOMES = List.of("owns", "council", "private", "other");
  private static final List<String> LANGUAGES = List.of("english", "another");
  private static final List<String> HEADINGS =
      List.of(
          "start",
          "end",
          "about/org",
          "about/card",
          "about/your_name",
          "about/phone",
          "about/gps",
          "_about/gps_latitude",
          "_about/gps_longitude",
          "about/age",
          "about/home",
          "about/language",
          "g/trust",
          "g/belong",
          "g/pride_live",
          "g/pride_stay",
          "g/pride_recommend",
          "g/favours",
          "g/pull",
          "others/trust_say",
          "others/intentions",
          "others/moral",
          "others/cant_trust",
          "g/helped",
          "g/helped/neighbour",
          "g/helped/family",
          "g/helped/gp",
          "g/helped/nobody",
          "g/note",
          "_id",
          "_uuid",
          "_submission_time",
          "_validation_status",
          "_notes",
          "_status",
          "_submitted_by",
          "__version__",
          "_tags",
          "_index");

  private KoboExport() {}

  static byte[] of(List<Form> forms) {
    Table table = Table.of(';', true, "\n");
    table.row(HEADINGS);
    for (Form form : forms) {
      table.row(cells(form));
    }
    return table.text().toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> cells(Form form) {
    Person person = form.person();
    List<String> cells = new ArrayList<>();
    cells.add(OPENED.format(form.started()));
    cells.add(OPENED.format(form.handedIn()));
    cells.add(
        form.flaw() == Flaw.ORGANISATION ? "somewhere_else" : person.site().id().replace('-', '_'));
    cells.add(person.token());
    cells.add(person.name());
    cells.add("01632 960" + String.format(Locale.ROOT, "%03d", form.id() % 1000));
    String latitude = "0." + (1000 + form.id() % 9000);
    String longitude = "-0." + (9999 - form.id() % 9000);
    cells.add(latitude + " " + longitude + " 0 0");
    cells.add(latitude);
    cells.add(longitude);
    int age = person.age(form.wave().year());
    cells.add(age == 0 ? "" : String.valueOf(age));
    cells.add(HOMES.get(person.home()));
    cells.add(person.language() < 0 ? "" : LANGUAGES.get(person.language()));
    for (Question question : Question.ALL) {
      boolean bad = form.flaw() == Flaw.CODE && question.equals(Question.FAVOURS);
      cells.add(
          bad
              ? "often"
              : Question.shown(form.answer(question), c -> question.names().get(c - 1), MISSING));
    }
    cells.add(String.join(" ", form.helped()));
    for (String help : Forms.HELP) {
      // Nothing ticked is no answer; a 0 would say no.
      cells.add(form.helped().isEmpty() ? "" : form.helped().contains(help) ? "1" : "0");
    }
    cells.add(form.note());
    cells.add(String.valueOf(200_000 + form.id()));
    String key = "form " + form.id() + " of " + person.token();
    cells.add(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
    cells.add(SUBMITTED.format(form.handedIn().plusSeconds(9)));
    cells.addAll(List.of("", "", "submitted_via_web", ""));
    cells.add(form.wave().year() < 2024 ? "vAq7" : "vBr2");
    cells.add("");
    cells.add(String.valueOf(form.id()));
    return cells;
  }
}
