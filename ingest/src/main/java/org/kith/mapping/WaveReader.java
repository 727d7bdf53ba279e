package org.kith.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.kith.workspace.Wave;

/**
 * Reads waves from cells: a wave's id, a date in the mapping's format, or an ISO date. The order of
 * day and month is never guessed.
 */
final class WaveReader {
  private final DateTimeFormatter format;
  private final boolean iso;

  WaveReader(String format) {
    this.format = format.isEmpty() ? null : formatter(format);
    this.iso =
        format.isEmpty() || format.startsWith("yyyy-MM-dd") || format.startsWith("uuuu-MM-dd");
  }

  /** Whether a format is one of Java's date patterns. */
  static boolean understands(String format) {
    try {
      return formatter(format) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** AM and am are the same. */
  private static DateTimeFormatter formatter(String format) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(format)
        .toFormatter(Locale.UK);
  }

  /** The wave of a cell, or null when it holds none. */
  Wave of(String cell) {
    if (cell.length() == 6 && cell.charAt(4) == 'q') {
      return named(cell);
    }
    if (iso && cell.length() >= 10 && cell.charAt(4) == '-' && cell.charAt(7) == '-') {
      return iso(cell);
    }
    if (format == null) {
      return null;
    }
    try {
      return Wave.of(LocalDate.from(format.parse(cell)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Wave named(String cell) {
    try {
      return Wave.of(cell);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Wave iso(String cell) {
    int year = number(cell, 0, 4);
    int month = number(cell, 5, 7);
    int day = number(cell, 8, 10);
    try {
      return year < 0 || month < 0 || day < 0 ? null : Wave.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(String cell, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = cell.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }
}
