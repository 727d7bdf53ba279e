package org.kith.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Days in words. */
public final class Days {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);

  private Days() {}

  /** A day or a moment. */
  public static String of(TemporalAccessor day) {
    return DAY.format(day);
  }

  /** An ISO 8601 day. */
  public static String of(String day) {
    return of(LocalDate.parse(day));
  }

  /** Milliseconds since 1970. */
  public static String of(long at) {
    return of(Instant.ofEpochMilli(at));
  }
}
