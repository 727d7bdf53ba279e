package org.kith.reflections;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.kith.reflection.Audience;
import org.kith.reflection.Kind;

/**
 * One reflection as its author sees it.
 *
 * @param id made by the author's device, a UUID in lower case, so that sending it again is harmless
 * @param form the id of the form whose prompts it answers
 * @param happened ISO 8601 day it is about
 * @param written milliseconds since 1970 by the device's clock
 * @param answers what was written, prompt by prompt; those skipped are not in it; at least one
 * @param taps what was tapped: level, carried, barrier, theme
 * @param feeling how it felt, one of the listed words, or null
 * @param team with audience team, which one; otherwise null
 * @param cycle with audience cycle, or linked by the author: which one; otherwise null
 * @param follows id of the reflection it carries on from, or null
 * @param quotable the author's yes to being quoted without a name
 */
public record Reflection(
    String id,
    String form,
    Kind kind,
    String happened,
    long written,
    List<Answer> answers,
    List<Tap> taps,
    String feeling,
    Audience audience,
    String team,
    String cycle,
    String follows,
    boolean quotable) {

  /** Most characters of one answer. */
  public static final int MOST_CHARACTERS = 20_000;

  private static final int MOST_TAPS = 60;
  static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  private static final String WORD = "[a-z0-9][a-z0-9-]{0,79}";

  /** What was written to one prompt. */
  public record Answer(String prompt, String words) {
    public Answer {
      check(prompt != null && prompt.matches(WORD), "A prompt's id is letters, digits and -.");
      check(words != null && !words.isBlank(), "Leave out prompts that were skipped.");
      check(words.length() <= MOST_CHARACTERS, "One answer holds at most 20,000 characters.");
      check(words.indexOf('\0') < 0, "An answer cannot hold the character with the number 0.");
    }
  }

  /** One thing tapped: which row of taps, and which tap of it. */
  public record Tap(String tap, String value) {
    public Tap {
      check(
          tap != null && tap.matches("level|carried|barrier|theme"),
          "Taps are level, carried, barrier and theme.");
      check(value != null && value.matches(WORD), "A tap's value is letters, digits and -.");
    }
  }

  public Reflection {
    check(id != null && id.matches(UUID), "The id must be a UUID in lower case.");
    check(form != null && form.matches(WORD), "A form's id is letters, digits and -.");
    check(kind != null, "The kind is reflection, experiment or change.");
    check(audience != null, "The audience is me, team, cycle or counts.");
    check(day(happened), "The day it happened must look like 2026-11-25.");
    answers = answers == null ? List.of() : List.copyOf(answers);
    taps = taps == null ? List.of() : List.copyOf(taps);
    check(!answers.isEmpty(), "Write something to one of the prompts; one is enough.");
    check(answers.size() <= 20, "There are at most 20 answers.");
    check(taps.size() <= MOST_TAPS, "There are at most 60 taps.");
    check(taps.stream().distinct().count() == taps.size(), "A tap is given twice.");
    check(feeling == null || feeling.matches(WORD), "A feeling is one of the listed words.");
    check(
        (audience == Audience.TEAM) == (team != null), "Say which team, with audience team only.");
    check(audience != Audience.CYCLE || cycle != null, "Say which learning cycle.");
    check(follows == null || follows.matches(UUID), "What it follows must be a UUID.");
  }

  private static boolean day(String happened) {
    try {
      return happened != null && LocalDate.parse(happened).getYear() >= 1900;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static void check(boolean right, String message) {
    if (!right) {
      throw new IllegalArgumentException(message);
    }
  }
}
