package org.kith.suggest;

import java.util.List;
import java.util.regex.Pattern;

/** Columns that look as if they told who or where a person is. */
final class Identifying {
  private static final Pattern HEADING =
      Pattern.compile(
          "(.* )?(ip ?addr(ess)?|e ?mail( address)?|latitude|longitude|gps|geo ?location"
              + "|(first|last|full|your|family|recipient (first|last)) name|name|surname|forename"
              + "|(tele)?phone( number)?|mobile( number)?|device ?id|home address|address|street"
              + "|post ?code|zip ?code|date of birth|birth ?date|dob|nhs number|submitted by)");
  private static final Pattern THING =
      Pattern.compile(".*(organisation|organization|place|project|group|site|team|service) name");
  private static final List<Pattern> CONTENT =
      List.of(
          Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
          Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}"),
          Pattern.compile("(\\+\\d{1,3}|0)[\\d ()-]{8,14}\\d"),
          Pattern.compile("-?\\d{1,3}\\.\\d{4,}"),
          Pattern.compile("(?i)[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}"));

  private Identifying() {}

  static boolean looks(Column column) {
    String heading = String.join(" ", Wording.nameWords(column.name()));
    boolean named = HEADING.matcher(heading).matches() && !THING.matcher(heading).matches();
    return named || CONTENT.stream().anyMatch(p -> mostly(column.values(), p));
  }

  private static boolean mostly(List<String> values, Pattern pattern) {
    long matching = values.stream().filter(v -> pattern.matcher(v).matches()).count();
    return matching > 0 && 2 * matching >= values.size();
  }
}
