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
              + "sim ?serial|subscriber ?id|(home|street|postal)? ?address( line)?|street|"
              + "house number|post ?code|zip( ?code)?|date of birth|birth ?date|dob|nhs ?(number|no)|national insurance"
              + "( number)?|ni number|submitted by|"
              // Welsh, then what tools write beside German, French and Spanish forms.
              + "enw( (cyntaf|llawn))?|cyfenw|cyfeiriad( (ip|e bost))?|e bost|rhif ffôn|cod post"
              + "|dyddiad geni|"
              + "vorname|nachname|(ip|e mail) adresse|adresse|telefon(nummer)?|geburtsdatum"
              + "|postleitzahl|breitengrad|längengrad|"
              + "nom( de famille)?|prénom|adresse (ip|e mail|électronique)|courriel|téléphone"
              + "|date de naissance|code postal|"
              + "nombre|apellidos?|dirección( ip)?|correo( electrónico)?|teléfono"
              + "|fecha de nacimiento|código postal)( ?\\d)?");
  // Ordinary questions and labels that would otherwise look like a name, an address or a street.
  private static final Pattern THING =
      Pattern.compile(
          "(.* )?(organisation|organization|place|project|group|site|team|service|area|file|form"
              + "|instrument|event|school|company) name");
  private static final Pattern SPOKEN =
      Pattern.compile(
          "(i|we|people|most|how \\w+ (do|does|did|would|are|is|have)) .*"
              + "|(.* )?(by|on|in|along|over|via|at|from) ((the|my|your|our|this|their|each) )?\\w+");
  private static final Pattern REQUEST = Pattern.compile("(what is|please|enter|give) .*");

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern IP =
      Pattern.compile(
          "(\\d{1,3}\\.){3}\\d{1,3}|([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}"
              + "|[0-9a-fA-F:]*::[0-9a-fA-F:]*");
  // A date such as 01-02-2025 has the digits of a telephone number.
  private static final Pattern PHONE =
      Pattern.compile("(?!\\d{2}[- ]\\d{2}[- ]\\d{4})(\\+\\d{1,3}|0)[\\d ()-]{8,14}\\d");
  private static final Pattern DEGREES =
      Pattern.compile(
          "-?\\d{1,3}\\.\\d{4,}|-?\\d{1,3}\\.\\d{2,}[ ,;]+-?\\d{1,3}\\.\\d{2,}( -?[\\d.]+)*");
  private static final Pattern POSTCODE =
      Pattern.compile("(?i)[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}");

  private Identifying() {}

  /**
   * Whether a heading names something identifying, whatever tool wrote it: a label or a request
   * such as "Please give your e-mail address". A statement that only speaks of such things, "I know
   * my neighbours by name", does not.
   */
  public static boolean heading(String name) {
    String plain =
        Heading.tidy(name)
            .replaceAll("<[^>]*>", " ")
            .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip()
            .toLowerCase(Locale.ROOT);
    boolean spoken = SPOKEN.matcher(plain).matches() && !REQUEST.matcher(plain).matches();
    return plain.length() <= 60
        && HEADING.matcher(plain).matches()
        && !THING.matcher(plain).matches()
        && !spoken;
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
