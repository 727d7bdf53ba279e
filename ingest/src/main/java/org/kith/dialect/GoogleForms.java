package org.kith.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Google Forms' CSV: the one it downloads, or its Google Sheet saved as CSV or XLSX.
 *
 * <p>The download is known by the clock of twelve hours and its zone in the first column, whatever
 * language the heading is in; it joins ticked options with a semicolon. The sheet is known by its
 * heading and a date below it; it joins options with a comma, which options may hold too, so a
 * mapping lists them. Each row of a grid has a column: "Trust people here? [Neighbours]". Only
 * submitted forms are there, so none is partial.
 */
final class GoogleForms implements Dialect {
  /** As the download writes it; the sheet writes dates in its own country's way. */
  private static final String FORMAT = "yyyy/MM/dd h:mm:ss a O";

  private static final Pattern DOWNLOADED =
      Pattern.compile("\\d{4}/\\d{2}/\\d{2} \\d{1,2}:\\d{2}:\\d{2} \\S+ (GMT|UTC).*");
  private static final Pattern IN_A_SHEET =
      Pattern.compile("\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4},? \\d{1,2}[:.]\\d{2}([:.]\\d{2})?.*");
  private static final Set<String> HEADINGS =
      Set.of(
          "timestamp",
          "stamp amser",
          "zeitstempel",
          "horodateur",
          "marca temporal",
          "informazioni cronologiche",
          "tijdstempel",
          "sygnatura czasowa",
          "carimbo de data/hora");
  private static final Set<String> IDENTIFYING =
      Set.of("username", "email address", "name", "cyfeiriad e-bost", "nombre de usuario");

  @Override
  public String tool() {
    return "google-forms";
  }

  @Override
  public Optional<Layout> recognise(Head head) {
    List<String> dates =
        head.rows().stream().skip(1).map(r -> r.isEmpty() ? "" : r.get(0)).toList();
    boolean downloaded = mostly(dates, DOWNLOADED);
    boolean sheet = HEADINGS.contains(Head.plain(head.first().get(0))) && mostly(dates, IN_A_SHEET);
    if (!downloaded && !sheet) {
      return Optional.empty();
    }
    List<Heading> headings = new ArrayList<>();
    for (String name : head.first()) {
      int column = headings.size();
      headings.add(
          new Heading(column, name, List.of(), question(name), role(column, Head.plain(name))));
    }
    Layout layout = new Layout(tool(), headings, 1).dates(List.of(0), downloaded ? FORMAT : "");
    return Optional.of(
        downloaded
            ? layout.choices(";", false)
            : layout.choices(", ", true).note("The sheet does not say its time zone."));
  }

  private static boolean mostly(List<String> cells, Pattern pattern) {
    List<String> said = cells.stream().map(Heading::tidy).filter(c -> !c.isEmpty()).toList();
    return !said.isEmpty()
        && said.stream().filter(c -> pattern.matcher(c).matches()).count() * 2 > said.size();
  }

  /** What comes before the row of a grid. */
  private static String question(String heading) {
    int bracket = heading.lastIndexOf(" [");
    return bracket < 0 || !heading.strip().endsWith("]") ? heading : heading.substring(0, bracket);
  }

  private static Heading.Role role(int column, String heading) {
    if (column == 0 || heading.equals("score")) {
      return Heading.Role.METADATA;
    }
    return IDENTIFYING.contains(heading) ? Heading.Role.IDENTIFYING : Heading.Role.QUESTION;
  }
}
