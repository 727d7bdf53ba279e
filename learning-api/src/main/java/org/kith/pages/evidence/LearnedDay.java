package org.kith.pages.evidence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and small words of the learning memory, for its template. */
public final class LearnedDay {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private LearnedDay() {}

  /** A day for people: 3 November 2026. */
  public static String of(String iso) {
    return DAY.format(LocalDate.parse(iso));
  }

  /** What happened, to stand before it. */
  public static String kind(String kind) {
    return switch (kind) {
      case "changed" -> "Changed:";
      case "done" -> "Done:";
      case "partly" -> "Partly:";
      case "not yet" -> "Not yet:";
      default -> "Dropped:";
    };
  }
}
