package org.kith.pages;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kith.prompts.Form;
import org.kith.prompts.Prompts;
import org.kith.prompts.TapRow;
import org.kith.reflections.Opened;
import org.kith.reflections.Reflection;
import org.kith.words.Numbers;

/**
 * A reflection in the words of its place: questions and taps rather than their ids.
 *
 * @param kind what it is when it is more than something that happened, or empty
 */
record Told(String kind, List<Answer> answers, List<Taps> taps) {
  /** What was written to a question. */
  record Answer(String prompt, String question, String words) {}

  /** What was tapped under a question. */
  record Taps(String question, List<String> words) {}

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final int BEGINS = 220;

  static Told of(Opened opened, Prompts prompts, Map<String, String> themes) {
    List<Taps> taps = new ArrayList<>();
    for (TapRow row : prompts.taps()) {
      List<String> words =
          row.id().equals("feeling")
              ? opened.feeling() == null ? List.of() : List.of(tap(row, opened.feeling()))
              : values(opened, row.id()).stream().map(v -> tap(row, v)).toList();
      if (!words.isEmpty()) {
        taps.add(new Taps(row.words(), words));
      }
    }
    List<String> named =
        values(opened, "theme").stream().map(v -> themes.getOrDefault(v, plain(v))).toList();
    if (!named.isEmpty()) {
      taps.add(new Taps("What was it about?", named));
    }
    return new Told(
        kind(opened.kind()),
        opened.answers().stream()
            .map(a -> new Answer(a.prompt(), question(prompts, a.prompt()), a.words()))
            .toList(),
        taps);
  }

  private static List<String> values(Opened opened, String row) {
    return opened.taps().stream()
        .filter(t -> t.tap().equals(row))
        .map(Reflection.Tap::value)
        .toList();
  }

  private static String tap(TapRow row, String id) {
    return row.taps().stream()
        .filter(t -> t.id().equals(id))
        .map(TapRow.Tap::words)
        .findFirst()
        .orElse(plain(id));
  }

  /** What is asked by a prompt, also by one that the place no longer asks. */
  static String question(Prompts prompts, String id) {
    return prompts.forms().stream()
        .map(Form::prompts)
        .flatMap(List::stream)
        .filter(p -> p.id().equals(id))
        .map(p -> p.words())
        .findFirst()
        .orElse(Numbers.capital(plain(id)));
  }

  private static String plain(String id) {
    return id.replace('-', ' ');
  }

  private static String kind(String kind) {
    return switch (kind) {
      case "experiment" -> "Something I am trying";
      case "change" -> "Something we do differently now";
      default -> "";
    };
  }

  /** A day for people: 3 November 2026. */
  static String day(String iso) {
    return DAY.format(LocalDate.parse(iso));
  }

  /** How it begins, enough to know it by. */
  static String begins(List<Reflection.Answer> answers) {
    String line = answers.get(0).words().strip().replaceAll("\\s+", " ");
    if (line.length() <= BEGINS) {
      return line;
    }
    int space = line.lastIndexOf(' ', BEGINS);
    int end = space > BEGINS / 2 ? space : BEGINS;
    // Not between the two halves of one character.
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end)
        + " …";
  }
}
