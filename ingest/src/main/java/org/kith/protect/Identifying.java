package org.kith.protect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kith.dialect.Heading;

/**
 * What tells who or where a person is: by a column's heading, and by what its cells look like. It
 * may become a pseudonym (a person's id) or a known group (a postcode's outward code) and nothing
 * else.
 */
public final class Identifying {
  private static final Pattern HEADING =
      Pattern.compile(
          "(.* )?(ip ?addr(ess)?|ip|e ?mail( ?addr(ess)?)?|latitude|longitude|geo ?location|gps|"
              + "(first|last|full|middle|family|given|your|recipient|respondent|participant"
              + "|user|maiden|contact)? ?names?|surname|forename|"
              + "(tele)?phone( ?(number|no))?|mobile( ?(phone|number|no))?|device ?id|imei|"
              + "sim ?serial|subscriber ?id|(home|street|postal)? ?address( line)?( \\d)?|street|"
              + "house number|post ?code|zip( ?code)?|date of birth|birth ?date|dob|nhs ?(number|no)|national insurance"
              + "( number)?|ni number|submitted by)");
  // Parts of ordinary questions that would otherwise look like a name: "Name of your organisation".
  private static final Pattern THING =
      Pattern.compile(
          "(.* )?(organisation|organization|place|project|group|site|team|service|area|file|form"
              + "|instrument|school|company) name");

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern IP = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
  private static final Pattern PHONE = Pattern.compile("(\\+\\d{1,3}|0)[\\d ()-]{8,14}\\d");
  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}\\.\\d{4,}");
  private static final Pattern POSTCODE =
      Pattern.compile("(?i)[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}");

  private Identifying() {}

  /** Whether a heading names something identifying, whatever tool wrote it. */
  public static boolean heading(String name) {
    String plain =
        Heading.tidy(name)
            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            .replaceAll("[_/.\\-:?*]+", " ")
            .strip()
            .replaceAll("\\s+", " ")
            .toLowerCase(Locale.ROOT);
    return plain.length() <= 60
        && HEADING.matcher(plain).matches()
        && !THING.matcher(plain).matches();
  }

  /**
   * What at least half of the cells are, if that is identifying: "e-mail addresses".
   *
   * @param cells some cells of a column; blank ones are passed over
   */
  public static Optional<String> content(List<String> cells) {
    List<String> said = cells.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
    if (mostly(said, EMAIL)) {
      return Optional.of("e-mail addresses");
    }
    if (mostly(said, IP)) {
      return Optional.of("IP addresses");
    }
    if (mostly(said, PHONE)) {
      return Optional.of("telephone numbers");
    }
    if (mostly(said, DEGREES)) {
      return Optional.of("latitudes or longitudes");
    }
    return mostly(said, POSTCODE) ? Optional.of("full postcodes") : Optional.empty();
  }

  private static boolean mostly(List<String> cells, Pattern pattern) {
    long matching = cells.stream().filter(c -> pattern.matcher(c).matches()).count();
    return matching > 0 && matching * 2 >= cells.size();
  }
}
