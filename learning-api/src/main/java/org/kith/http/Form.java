package org.kith.http;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/**
 * The fields of a form, checked as they are read. What is wrong is told to whoever sent it in words
 * that say what to do, and never repeats what they wrote.
 */
public final class Form {
  /** The most letters a field takes, unless it says otherwise. */
  public static final int LETTERS = 4_000;

  private final Context ctx;

  private Form(Context ctx) {
    this.ctx = ctx;
  }

  /** The form of a request. */
  public static Form of(Context ctx) {
    return new Form(ctx);
  }

  /**
   * The id that the page made for what is sent, so that sending twice keeps it once.
   *
   * @throws ProblemException if it is no UUID
   */
  public String id() {
    return uuid(words("id"));
  }

  /**
   * A UUID as it is written in the store.
   *
   * @throws ProblemException if it is none
   */
  public static String uuid(String text) {
    try {
      return UUID.fromString(String.valueOf(text)).toString();
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "Its id is not a UUID. Open the page again and send it anew.");
    }
  }

  /** What stands in a field, without blanks around it; empty when it was not sent. */
  public String words(String field) {
    return within(ctx.formParam(field), field);
  }

  /**
   * What stands in a field that has to be filled in.
   *
   * @param what it is, to follow "Write"
   * @throws ProblemException if it is empty or too long
   */
  public String needed(String field, String what) {
    return needed(words(field), what, field);
  }

  /**
   * Words that have to be there, however they were sent.
   *
   * @throws ProblemException if they are empty or too long
   */
  public static String needed(String words, String what, String field) {
    String given = within(words, field);
    if (given.isEmpty()) {
      throw ProblemException.of(Problem.Kind.NOT_ACCEPTED, "Write " + what + ".");
    }
    return given;
  }

  /** Words without blanks around them, or empty for null. */
  public static String within(String words, String field) {
    // The letter NUL is nobody's, and PostgreSQL keeps no text that has it.
    String given = words == null ? "" : words.replace("\u0000", "").strip();
    if (given.length() > LETTERS) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "“%s” takes at most %,d letters; this has %,d. Nothing is lost: shorten it and send it again."
              .formatted(field, LETTERS, given.length()));
    }
    return given;
  }

  /**
   * One of several words.
   *
   * @throws ProblemException if it is none of them
   */
  public String choice(String field, List<String> choices) {
    return choice(words(field), field, choices);
  }

  /**
   * One of several words, however it was sent.
   *
   * @throws ProblemException if it is none of them
   */
  public static String choice(String given, String field, List<String> choices) {
    if (given == null || !choices.contains(given)) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "“%s” is one of: %s.".formatted(field, String.join(", ", choices)));
    }
    return given;
  }

  /**
   * A day, as ISO 8601, or null when none was given.
   *
   * @throws ProblemException if it is no day
   */
  public String day(String field) {
    return day(words(field), field);
  }

  /**
   * A day, however it was sent; null when there is none.
   *
   * @throws ProblemException if it is no day
   */
  public static String day(String given, String field) {
    if (given == null || given.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(given.strip()).toString();
    } catch (DateTimeParseException e) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "“%s” is a day like 2026-04-30.".formatted(field));
    }
  }

  /**
   * The version somebody looked at before they changed it.
   *
   * @throws ProblemException if it is no number
   */
  public int version() {
    String given = words("version");
    if (!given.matches("[0-9]{1,6}")) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "Send the version you looked at. Open the page again.");
    }
    return Integer.parseInt(given);
  }

  /** Whether a box is ticked. */
  public boolean ticked(String field) {
    return !words(field).isEmpty();
  }

  /** Every value of a field that can be given more than once. */
  public List<String> all(String field) {
    return ctx.formParams(field);
  }
}
