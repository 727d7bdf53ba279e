package org.kith.portfolio;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.reflection.Kind;

/**
 * What an author asks to have exported.
 *
 * @param from first day it happened on, or null for from the beginning
 * @param to last day, or null for up to now
 * @param kind null for every kind
 * @param replies whether what others replied comes with it
 */
record Asked(LocalDate from, LocalDate to, Kind kind, boolean replies, Format format) {

  /** What kind of file. */
  enum Format {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    JSON("application/json");

    private final String type;

    Format(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }

    String ending() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the parameters of an address ask for; an empty one is as good as none. */
  static Asked of(Context ctx) {
    Asked asked =
        new Asked(
            day(ctx, "from"),
            day(ctx, "to"),
            kind(ctx.queryParam("kind")),
            "yes".equals(ctx.queryParam("replies")),
            format(ctx.queryParam("format")));
    if (asked.from != null && asked.to != null && asked.from.isAfter(asked.to)) {
      throw bad("The first day is after the last. Exchange them.");
    }
    return asked;
  }

  private static LocalDate day(Context ctx, String name) {
    String day = ctx.queryParam(name);
    try {
      return day == null || day.isEmpty() ? null : LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw bad("A day must look like 2026-11-25, or be left out.");
    }
  }

  private static Kind kind(String id) {
    if (id == null || id.isEmpty()) {
      return null;
    }
    return Arrays.stream(Kind.values())
        .filter(k -> k.id().equals(id))
        .findFirst()
        .orElseThrow(() -> bad("The kind is reflection, experiment or change, or left out."));
  }

  private static Format format(String ending) {
    return Arrays.stream(Format.values())
        .filter(f -> f.ending().equals(ending))
        .findFirst()
        .orElseThrow(() -> bad("The format is pdf, docx or json."));
  }

  private static ProblemException bad(String detail) {
    return ProblemException.of(Problem.Kind.BAD_PARAMETER, detail);
  }
}
