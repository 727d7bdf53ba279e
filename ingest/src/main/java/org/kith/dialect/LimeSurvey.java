package org.kith.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kith.instrument.Missing;

/**
 * LimeSurvey's CSV of results, known by its own columns for the response, its last page and its
 * language. Headings may be codes, texts or both ("G04Q13. What is…"); a mapping may name a column
 * by the code alone.
 *
 * <p>A response without a date of submission is partial. With date stamps off, submitted ones carry
 * 1980-01-01. A blank in quotation marks was left blank; one without was never shown.
 */
final class LimeSurvey implements Dialect {
  private static final Pattern CODE =
      Pattern.compile("([A-Za-z][A-Za-z0-9_]*(\\[[^\\]]*\\])*)\\. .*");
  private static final Pattern TIMING =
      Pattern.compile("interviewtime|total time|(group|question) ?time.*|\\w+time");
  private static final Set<String> METADATA =
      Set.of(
          "seed",
          "startdate",
          "date started",
          "datestamp",
          "date last action",
          "refurl",
          "referrer url",
          "quota exit",
          "quotaexit");
  private static final Set<String> IDENTIFYING =
      Set.of(
          "ipaddr",
          "ip address",
          "token",
          "access code",
          "firstname",
          "first name",
          "lastname",
          "last name",
          "email",
          "email address",
          "participant id");

  @Override
  public String tool() {
    return "limesurvey";
  }

  @Override
  public Optional<Layout> recognise(Head head) {
    int id = head.column("id", "response id");
    int submitted = head.column("submitdate", "date submitted", "submit date");
    int lastPage = head.column("lastpage", "last page");
    int language = head.column("startlanguage", "start language");
    int found = 0;
    for (int column : List.of(id, submitted, lastPage, language)) {
      found += column >= 0 ? 1 : 0;
    }
    if (found < 3 || id < 0) {
      return Optional.empty();
    }
    List<Integer> dates = new ArrayList<>();
    for (String name : List.of("startdate", "date started", "datestamp", "date last action")) {
      int column = head.column(name);
      if (column >= 0) {
        dates.add(column);
      }
    }
    List<Heading> headings = new ArrayList<>();
    Set<Integer> own = new HashSet<>(List.of(id, submitted, lastPage, language));
    for (String name : head.first()) {
      int column = headings.size();
      var code = CODE.matcher(Heading.tidy(name));
      List<String> aliases = code.matches() ? List.of(code.group(1)) : List.of();
      headings.add(
          new Heading(column, name, aliases, question(name), role(name, own.contains(column))));
    }
    Layout layout =
        new Layout(tool(), headings, 1)
            .response(id)
            .dates(dates, "")
            .bareBlankIsNotAsked(head.allQuoted())
            .missing(Map.of("N/A", Missing.NOT_ASKED));
    return Optional.of(
        submitted < 0
            ? layout.note("There is no submitdate, so partial responses cannot be told apart.")
            : layout.status(
                Set.of(submitted),
                row -> row.cell(submitted) == null ? RowStatus.PARTIAL : RowStatus.COMPLETE));
  }

  /** What comes before the sub-question: HELP of HELP[SQ001]. */
  private static String question(String heading) {
    int bracket = heading.indexOf('[');
    return bracket < 0 ? heading : heading.substring(0, bracket);
  }

  private static Heading.Role role(String heading, boolean own) {
    String plain = Head.plain(heading);
    String code = plain.contains(". ") ? plain.substring(0, plain.indexOf(". ")) : plain;
    if (IDENTIFYING.contains(code)
        || IDENTIFYING.contains(plain)
        || code.startsWith("attribute ")) {
      return Heading.Role.IDENTIFYING;
    }
    boolean metadata = own || METADATA.contains(code) || TIMING.matcher(code).matches();
    return metadata ? Heading.Role.METADATA : Heading.Role.QUESTION;
  }
}
