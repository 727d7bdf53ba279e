package org.kith.suggest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a column writes its dates. */
final class Dates {
  private static final String ISO = "\\d{4}-\\d{2}-\\d{2}.*";
  private static final List<String> ISO_FORMATS =
      List.of("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd");
  // The day goes first where both would do: British habit, said in the proposal.
  private static final List<String> FORMATS =
      List.of(
          "dd/MM/yyyy HH:mm:ss",
          "dd/MM/yyyy HH:mm",
          "dd/MM/yyyy",
          "d/M/yyyy H:mm:ss",
          "d/M/yyyy H:mm",
          "d/M/yyyy",
          "d/M/yy H:mm:ss",
          "d/M/yy H:mm",
          "d/M/yy",
          "dd/MM/yyyy hh:mm:ss a",
          "d/M/yyyy h:mm:ss a",
          "dd.MM.yyyy",
          "d MMMM yyyy",
          "d MMM yyyy",
          "yyyy/MM/dd h:mm:ss a O",
          "yyyy/MM/dd");

  private Dates() {}

  /** Whether every value starts with an ISO day or is a wave's id, which need no format. */
  static boolean plain(List<String> values) {
    return !values.isEmpty()
        && (values.stream().allMatch(v -> v.matches(ISO))
            || values.stream().allMatch(v -> v.matches("\\d{4}q[1-4]")));
  }

  /** The format that reads every value, if there is one. */
  static Optional<String> format(List<String> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    List<String> formats = plain(values) ? ISO_FORMATS : FORMATS;
    return formats.stream()
        .flatMap(f -> f.startsWith("d") ? List.of(f, monthFirst(f)).stream() : List.of(f).stream())
        .filter(f -> reads(f, values))
        .findFirst();
  }

  /** Whether the values could as well have the month before the day. */
  static boolean orderUnknown(String format, List<String> values) {
    return format.matches("dd?/.*") && reads(monthFirst(format), values);
  }

  private static String monthFirst(String format) {
    return format.replaceFirst("^(d+)([/.])(M+)", "$3$2$1");
  }

  private static boolean reads(String format, List<String> values) {
    DateTimeFormatter formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(format)
            .toFormatter(Locale.UK);
    return values.stream().allMatch(v -> reads(formatter, v));
  }

  private static boolean reads(DateTimeFormatter formatter, String value) {
    try {
      return LocalDate.from(formatter.parse(value)).getYear() > 1980;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
