package org.kith.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kith.documents.Days;
import org.kith.documents.Letters;
import org.kith.reflections.Reflection;

/**
 * Somebody's own reflections, ready to be written to a file.
 *
 * @param name of the author
 * @param position what they are, in their own words, or empty
 * @param organisation its name, or empty
 * @param made when
 * @param from first day asked for, or null
 * @param to last day asked for, or null
 * @param entries the earliest first
 */
public record Portfolio(
    String name,
    String position,
    String organisation,
    Instant made,
    LocalDate from,
    LocalDate to,
    List<Entry> entries) {

  /** Plain words for the first page. */
  public static final String COURT =
      "A court can ask for what is written here, and for this file, whoever it was shared with"
          + " before. Leave out names, and facts that belong in somebody’s record.";

  /** What becomes of the file. */
  public static final String KEPT =
      "Kith made this file when it was asked for and kept no copy of it. From here on it is yours"
          + " to look after.";

  /** What it is for. */
  public static final String USE =
      "For supervision, or for a professional register. It is not for judging anybody’s work by"
          + " numbers.";

  /**
   * One reflection, in words.
   *
   * @param receipt that its author can quote
   * @param arrived milliseconds since 1970
   * @param kind in words
   * @param said what was written, prompt by prompt
   * @param taps what was tapped, row by row
   * @param shared who may read it, in words
   * @param follows receipt of the one it carries on from, or empty
   */
  public record Entry(
      Reflection reflection,
      String receipt,
      long arrived,
      String kind,
      List<Said> said,
      List<Tapped> taps,
      String shared,
      String follows,
      List<Reply> replies) {}

  /** One prompt and what was written to it. */
  public record Said(String prompt, String words) {
    /** Whether it begins in a script written from right to left. */
    public boolean rightToLeft() {
      return Letters.rightToLeft(words);
    }
  }

  /** One row of taps: its question, and what was tapped. */
  public record Tapped(String question, List<String> words) {}

  /**
   * What somebody replied. Without their name: the file is its author's, and they are not asked.
   *
   * @param tried whether they tried what was suggested
   * @param at milliseconds since 1970
   */
  public record Reply(boolean tried, String words, long at) {}

  /** The days it is about. */
  public String period() {
    if (from == null && to == null) {
      return "Everything up to " + Days.of(made);
    }
    if (from == null) {
      return "Up to " + Days.of(to);
    }
    return to == null ? "From " + Days.of(from) : Days.of(from) + " to " + Days.of(to);
  }

  /** How many, in words. */
  public String number() {
    return switch (entries.size()) {
      case 0 -> "Nothing was written in these days.";
      case 1 -> "One piece of writing.";
      default -> entries.size() + " pieces of writing, the earliest first.";
    };
  }

  /** When it was made, in words. */
  public String day() {
    return Days.of(made);
  }
}
