package org.kith.logimport;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.prompts.Form;
import org.kith.prompts.Prompts;
import org.kith.prompts.TapRow;
import org.kith.reflection.Audience;
import org.kith.reflection.Kind;
import org.kith.reflections.Reflection;
import org.kith.spotter.Spotter;

/**
 * The rows of a log as reflections, and those that cannot be.
 *
 * @param good in the order of the file
 * @param refused each with why, never with what stands there
 * @param flags how many names, numbers and the like were found in the good ones
 */
public record Rows(List<Reflection> good, List<Refused> refused, int flags) {

  /**
   * A row that was not taken.
   *
   * @param row its number in the file
   * @param column its heading
   * @param reason what to do about it
   */
  public record Refused(int row, String column, String reason) {}

  private static final class NotTaken extends Exception {
    private static final long serialVersionUID = 1L;
    private final String column;

    NotTaken(String column, String reason) {
      super(reason, null, false, false);
      this.column = column;
    }
  }

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})([T ].*)?");
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d{2})(,? \\d{1,2}:.*)?");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:\\p{L}+,? )?(\\d{1,2})(?:st|nd|rd|th)?[ -](\\p{L}{3,9})[ ,-]+(\\d{4}|\\d{2})");
  private static final Pattern SERIAL = Pattern.compile("(\\d{5})(\\.\\d+)?");
  private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** Reads the rows of somebody's log; {@code today} because a log does not tell of tomorrow. */
  public static Rows of(
      Sheet sheet, Meaning meaning, Prompts prompts, String author, LocalDate today) {
    Form form = meaning.form(prompts).orElseThrow();
    List<Reflection> good = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (Sheet.Line line : sheet.lines()) {
      try {
        good.add(reflection(sheet, line, meaning, prompts, form, author, today));
      } catch (NotTaken e) {
        refused.add(new Refused(line.number(), e.column, e.getMessage()));
      }
    }
    int flags =
        good.stream()
            .flatMap(r -> r.answers().stream())
            .mapToInt(a -> Spotter.spot(a.words()).size())
            .sum();
    return new Rows(List.copyOf(good), List.copyOf(refused), flags);
  }

  private static Reflection reflection(
      Sheet sheet,
      Sheet.Line line,
      Meaning meaning,
      Prompts prompts,
      Form form,
      String author,
      LocalDate today)
      throws NotTaken {
    LocalDate day = null;
    List<Reflection.Answer> answers = new ArrayList<>();
    Set<Reflection.Tap> taps = new LinkedHashSet<>();
    String feeling = null;
    String written = "";
    for (int i = 0; i < meaning.columns().size(); i++) {
      String column = meaning.columns().get(i);
      String heading = sheet.headings().get(i);
      Sheet.Cell cell = line.cells().get(i);
      if (column.equals(Meaning.LEAVE)) {
        continue;
      }
      if (cell.formula()) {
        throw new NotTaken(
            heading, "The cell is a formula, which is not worked out here. Paste it as a value.");
      }
      String words = cell.words().strip();
      if (column.equals(Meaning.DAY)) {
        day = day(heading, words, today);
      } else if (column.startsWith(Meaning.PROMPT)) {
        written = heading;
        if (words.length() > Reflection.MOST_CHARACTERS) {
          throw new NotTaken(heading, "It is longer than 20,000 characters. Make two rows of it.");
        }
        if (!words.isEmpty()) {
          answers.add(new Reflection.Answer(column.substring(Meaning.PROMPT.length()), words));
        }
      } else if (!words.isEmpty()) {
        List<String> tapped = taps(heading, words, prompts.row(column).orElseThrow());
        if (!column.equals("feeling")) {
          tapped.forEach(t -> taps.add(new Reflection.Tap(column, t)));
        } else if (tapped.size() > 1) {
          throw new NotTaken(heading, "Only one feeling can be kept. Leave one.");
        } else {
          feeling = tapped.get(0);
        }
      }
    }
    if (answers.isEmpty()) {
      throw new NotTaken(written, "Nothing is written in this row. Write something or delete it.");
    }
    List<Reflection.Answer> inOrder =
        form.prompts().stream()
            .flatMap(p -> answers.stream().filter(a -> a.prompt().equals(p.id())))
            .toList();
    return new Reflection(
        id(author, day, form, inOrder, taps, feeling),
        form.id(),
        Kind.REFLECTION,
        day.toString(),
        day.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli(),
        inOrder,
        List.copyOf(taps),
        feeling,
        Audience.ME,
        null,
        null,
        null,
        false);
  }

  /** Follows from who wrote what when, so that the same row is the same reflection each time. */
  private static String id(
      String author,
      LocalDate day,
      Form form,
      List<Reflection.Answer> answers,
      Set<Reflection.Tap> taps,
      String feeling) {
    StringBuilder all = new StringBuilder("log\0").append(author).append('\0').append(day);
    all.append('\0').append(form.id()).append('\0').append(feeling);
    answers.forEach(a -> all.append('\0').append(a.prompt()).append('\0').append(a.words()));
    taps.stream().map(t -> "\0" + t.tap() + "\0" + t.value()).sorted().forEach(all::append);
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static List<String> taps(String heading, String words, TapRow row) throws NotTaken {
    Optional<String> whole = tap(words, row);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    Set<String> tapped = new LinkedHashSet<>();
    for (String part : words.split("[;,|\\n]", -1)) {
      if (!part.isBlank()) {
        tapped.add(
            tap(part, row)
                .orElseThrow(
                    () ->
                        new NotTaken(
                            heading,
                            "It says something that cannot be tapped. Use: "
                                + String.join(
                                    "; ", row.taps().stream().map(TapRow.Tap::words).toList())
                                + ".")));
      }
    }
    return List.copyOf(tapped);
  }

  private static Optional<String> tap(String words, TapRow row) {
    String plain = Meaning.plain(words);
    return row.taps().stream()
        .filter(t -> plain.equals(Meaning.plain(t.words())) || plain.equals(Meaning.plain(t.id())))
        .map(TapRow.Tap::id)
        .findFirst();
  }

  private static LocalDate day(String heading, String words, LocalDate today) throws NotTaken {
    if (words.isEmpty()) {
      throw new NotTaken(heading, "There is no day. Write it as 25/11/2026.");
    }
    LocalDate day =
        read(words)
            .orElseThrow(
                () -> new NotTaken(heading, "The day cannot be read. Write it as 25/11/2026."));
    if (day.getYear() < 1950 || day.isAfter(today.plusDays(1))) {
      throw new NotTaken(heading, "The day is before 1950 or still to come. Write when it was.");
    }
    return day;
  }

  /** A day as people and spreadsheets write it; numbers are day, month, year. */
  private static Optional<LocalDate> read(String words) {
    try {
      Matcher iso = ISO.matcher(words);
      if (iso.matches()) {
        return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
      }
      Matcher numbers = NUMBERS.matcher(words);
      if (numbers.matches()) {
        return Optional.of(
            LocalDate.of(year(numbers.group(3)), number(numbers, 2), number(numbers, 1)));
      }
      Matcher named = NAMED.matcher(words);
      if (named.matches()) {
        int month = MONTHS.indexOf(named.group(2).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        return Optional.of(LocalDate.of(year(named.group(3)), month, number(named, 1)));
      }
      Matcher serial = SERIAL.matcher(words);
      return serial.matches()
          ? Optional.of(EXCEL_ZERO.plusDays(number(serial, 1)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static int year(String year) {
    return Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0);
  }
}
