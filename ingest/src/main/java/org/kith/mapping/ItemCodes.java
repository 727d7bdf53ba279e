package org.kith.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kith.dialect.Heading;
import org.kith.instrument.Answer;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;
import org.kith.mapping.Mapping.ItemSource;

/**
 * What the cells of one item's column mean. When a mapping gives codes, they alone count; else a
 * cell is an answer's number, a missing code of the instrument, or an answer's label.
 */
final class ItemCodes {
  static final int UNKNOWN = Integer.MIN_VALUE;
  private static final Pattern WHOLE = Pattern.compile("(-?\\d{1,9})(?:\\.0+)?");
  private static final int MOST_REMEMBERED = 500;

  private final Item item;
  private final ItemSource source;
  private final String separator;
  private final Map<String, Integer> known = new HashMap<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final int blank;
  private final boolean blankIsNotTicked;

  /**
   * @param missing cells that mean a kind of missing, by the file and the mapping
   * @param ticks cells that mean ticked or not, by the file
   * @param separator what separates ticked choices in one cell
   */
  ItemCodes(
      ItemSource source,
      Item item,
      Map<String, Missing> missing,
      Map<String, Integer> ticks,
      String separator) {
    this.item = item;
    this.source = source;
    this.separator = separator;
    if (source.codes().isEmpty() && source.choice().isEmpty()) {
      for (Answer answer : item.answers()) {
        numbers.put(answer.code(), answer.code());
        labels.put(plain(answer.label()), answer.code());
      }
    }
    boolean box =
        source.codes().isEmpty() && item.answer(0).isPresent() && item.answer(1).isPresent();
    if (box) {
      ticks.forEach((cell, code) -> labels.put(plain(cell), code));
    }
    blankIsNotTicked = box && ticks.containsKey("");
    labels.remove("");
    item.missing().forEach((code, kind) -> numbers.put(code, kind.code()));
    missing.forEach((cell, kind) -> labels.put(plain(cell), kind.code()));
    source.missing().forEach((cell, kind) -> labels.put(plain(cell), kind.code()));
    source.codes().forEach((cell, code) -> labels.put(plain(cell), code));
    blank = labels.getOrDefault("", Missing.SKIPPED.code());
  }

  /** What a blank cell of a question that was shown means. */
  int blank() {
    return blank;
  }

  /** Whether a blank is not ticked where another choice of its question is. */
  boolean blankIsNotTicked() {
    return blankIsNotTicked;
  }

  /** The code a cell means, negative for a kind of missing, or {@link #UNKNOWN}. */
  int of(String cell) {
    Integer code = known.get(cell);
    if (code == null) {
      code = look(cell);
      if (known.size() < MOST_REMEMBERED) {
        known.put(cell, code);
      }
    }
    return code;
  }

  private int look(String cell) {
    Integer label = labels.get(plain(cell));
    if (label != null) {
      return label;
    }
    Matcher whole = WHOLE.matcher(cell);
    if (whole.matches()) {
      Integer number = numbers.get(Integer.parseInt(whole.group(1)));
      if (number != null) {
        return number;
      }
    }
    return source.choice().isEmpty() ? UNKNOWN : ticked(cell);
  }

  private int ticked(String cell) {
    return ticks(cell).stream().anyMatch(c -> plain(c).equals(plain(source.choice()))) ? 1 : 0;
  }

  /** The choices in a cell; the longest that is listed counts first, as one may begin another. */
  private List<String> ticks(String cell) {
    if (separator.isEmpty()) {
      return List.of(cell);
    }
    if (source.choices().isEmpty()) {
      return List.of(cell.split(Pattern.quote(separator), -1));
    }
    List<String> longest =
        source.choices().stream()
            .map(ItemCodes::plain)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    List<String> found = new ArrayList<>();
    String rest = plain(cell);
    while (!rest.isEmpty()) {
      String left = rest;
      Optional<String> next = longest.stream().filter(c -> begins(left, c)).findFirst();
      // What is none of the choices is "other" in a person's own words: to the next separator.
      int end = rest.indexOf(separator);
      String choice = next.orElse(end < 0 ? rest : rest.substring(0, end));
      found.add(choice);
      rest = rest.substring(Math.min(rest.length(), choice.length() + separator.length()));
    }
    return found;
  }

  private boolean begins(String text, String choice) {
    return text.equals(choice) || text.startsWith(choice + separator);
  }

  /** Why a cell was refused, without repeating anything a person may have written. */
  String refusal(String cell, String mappingFile) {
    String known =
        source.codes().isEmpty()
            ? range(item)
            : source.codes().keySet().stream().sorted().collect(Collectors.joining(", "));
    return "%s is not an answer of item %s (%s). Fix the export or add %s to %s."
        .formatted(
            said("code ", cell),
            item.id(),
            known,
            cell.length() <= SHORT ? cell : "it",
            mappingFile);
  }

  /** Codes are short; anything longer may be what a person wrote and is not repeated. */
  private static final int SHORT = 4;

  /** A short cell as it is, a longer one only by its length. */
  static String said(String before, String cell) {
    return cell.length() <= SHORT ? before + cell : "a text of " + cell.length() + " characters";
  }

  /** An item's answer codes in short: 1–4, or 0, 1, 5. */
  static String range(Item item) {
    List<Integer> codes = item.answers().stream().map(Answer::code).sorted().toList();
    int first = codes.get(0);
    int last = codes.get(codes.size() - 1);
    return last - first == codes.size() - 1
        ? first + "–" + last
        : codes.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  static String plain(String cell) {
    return Heading.tidy(cell).replace('’', '\'').toLowerCase(Locale.ROOT);
  }
}
