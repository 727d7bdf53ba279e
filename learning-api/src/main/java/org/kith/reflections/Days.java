package org.kith.reflections;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/** Days as they are told, in UTC. */
final class Days {
  private Days() {}

  /** The ISO 8601 day of a moment in milliseconds since 1970. */
  static String of(long at) {
    return Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  /** The Monday of a day's week. */
  static String week(String day) {
    return LocalDate.parse(day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
  }
}
