package org.kith.workspace;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A round of asking: a calendar quarter. Its id sorts in time order, its label names the season.
 *
 * @param year calendar year
 * @param quarter 1 to 4
 */
public record Wave(int year, int quarter) implements Comparable<Wave> {
  private static final Pattern ID = Pattern.compile("(\\d{4})q([1-4])");

  public Wave {
    if (quarter < 1 || quarter > 4) {
      throw new IllegalArgumentException("There is no quarter " + quarter + ".");
    }
  }

  /** The quarter a day falls in. */
  public static Wave of(LocalDate day) {
    return new Wave(day.getYear(), (day.getMonthValue() + 2) / 3);
  }

  /**
   * The quarter with this id.
   *
   * @throws IllegalArgumentException if the id is not like 2025q4
   */
  public static Wave of(String id) {
    Matcher m = ID.matcher(id);
    if (!m.matches()) {
      throw new IllegalArgumentException("'" + id + "' is not a wave; write one like 2025q4.");
    }
    return new Wave(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
  }

  /** Its name in files and addresses: 2025q4. */
  public String id() {
    return year + "q" + quarter;
  }

  /** Its name for people: "Autumn 2025"; winter starts the year, so 2025q1 is "Winter 2025". */
  public String label() {
    return switch (quarter) {
          case 1 -> "Winter ";
          case 2 -> "Spring ";
          case 3 -> "Summer ";
          default -> "Autumn ";
        }
        + year;
  }

  /** Its first day. */
  public LocalDate starts() {
    return LocalDate.of(year, quarter * 3 - 2, 1);
  }

  /** Its last day. */
  public LocalDate ends() {
    return starts().plusMonths(3).minusDays(1);
  }

  @Override
  public int compareTo(Wave other) {
    return year != other.year
        ? Integer.compare(year, other.year)
        : Integer.compare(quarter, other.quarter);
  }
}
