package org.kith.words;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers as people say them. Parts that must stay on one line are joined by hard spaces. */
public final class Numbers {

  /** A space that does not break. */
  public static final String HARD = "\u00a0";

  private static final List<String> SMALL =
      List.of(
          "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private Numbers() {}

  /** A percentage as a natural fraction: 29 is "about 3 in 10", 50 is "about half". */
  public static String fraction(double percent) {
    if (percent < 2.5) {
      return "almost nobody";
    }
    if (percent < 7.5) {
      return hard("about 1 in 20");
    }
    if (percent >= 97.5) {
      return "almost everyone";
    }
    if (percent >= 92.5) {
      return hard("about 19 in 20");
    }
    long tenths = Math.max(1, Math.min(9, Math.round(percent / 10)));
    return tenths == 5 ? "about half" : hard("about " + tenths + " in 10");
  }

  private static String hard(String words) {
    return words.replace(" ", HARD);
  }

  /** Both ends of a range in whole percent: "22 to 38 %". */
  public static String percents(double low, double high) {
    return range(low, high) + HARD + "%";
  }

  /** Both ends of a range in whole numbers: "22 to 38". */
  public static String range(double low, double high) {
    return Math.round(low) + HARD + "to" + HARD + Math.round(high);
  }

  /** A whole percentage: "29 %". */
  public static String percent(double value) {
    return Math.round(value) + HARD + "%";
  }

  /** A score: at most two decimals, and none that say nothing. */
  public static String score(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  /** A correlation or a reliability: always two decimals. */
  public static String coefficient(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replace("-", "−");
  }

  /** A difference without its sign: one decimal where that says anything, else two. */
  public static String size(double difference) {
    return size(difference, fine(difference));
  }

  private static String size(double difference, boolean fine) {
    double unit = fine ? 100 : 10;
    return score(Math.round(Math.abs(difference) * unit) / unit);
  }

  /** Whether one decimal would say too little. */
  private static boolean fine(double difference) {
    double size = Math.abs(difference);
    return size >= 0.005 && size < 0.095;
  }

  /**
   * Both ends of an interval of a difference: "0.2 to 0.6 more", "0.1 less to 0.5 more".
   *
   * @param unit what one of it is multiplied by: 100 for a share
   * @param less said of what is below nothing: "less", "fewer"
   */
  public static String differences(double low, double high, double unit, String less) {
    boolean fine = fine(low) || fine(high);
    String from = unit == 1 ? size(low, fine) : "" + Math.round(Math.abs(low * unit));
    String to = unit == 1 ? size(high, fine) : "" + Math.round(Math.abs(high * unit));
    if (low >= 0) {
      return hard(from + " to " + to + " more");
    }
    return high <= 0
        ? hard(to + " to " + from + " " + less)
        : hard(from + " " + less + " to " + to + " more");
  }

  /** How often chance alone gives something: 0.08 is "about 1 time in 12". */
  public static String times(double chance) {
    return chance < 0.005
        ? hard("less than 1 time in 200")
        : hard("about 1 time in " + Math.round(1 / chance));
  }

  /** A count of people: "one person", "412 people", with a comma from 1,000 on. */
  public static String people(int count) {
    return count == 1 ? "one" + HARD + "person" : count(count) + HARD + "people";
  }

  /** A count in figures, with a comma from 1,000 on. */
  public static String count(int count) {
    return count < 1_000 ? "" + count : String.format(Locale.UK, "%,d", count);
  }

  /** A small number in words: "three", "thirteen" as 13. */
  public static String small(int count) {
    return count >= 0 && count < SMALL.size() ? SMALL.get(count) : "" + count;
  }

  /** Small number and noun: "one quarter", "three quarters". */
  public static String counted(int count, String noun) {
    return small(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** A day as people say it: "4 March 2025". */
  public static String day(String iso) {
    return DAY.format(LocalDate.parse(iso));
  }

  /** Words in a row: "a", "a and b", "a, b and c". */
  public static String list(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1))
        + " and "
        + words.get(words.size() - 1);
  }

  /** The same words with a capital letter in front. */
  public static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }

  /** An answer inside a sentence: “many”; kept as it is where it starts with a name or a number. */
  public static String quoted(String answer) {
    boolean plain = answer.length() > 1 && Character.isLowerCase(answer.charAt(1));
    String words =
        plain ? answer.substring(0, 1).toLowerCase(Locale.UK) + answer.substring(1) : answer;
    return "“" + words + "”";
  }
}
