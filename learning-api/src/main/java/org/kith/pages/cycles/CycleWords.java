package org.kith.pages.cycles;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.cycles.Cycle;
import org.kith.cycles.Kind;
import org.kith.cycles.Scale;
import org.kith.learning.View;
import org.kith.people.Voice;
import org.kith.words.Numbers;

/** The words of a cycle's pages that more than one of them uses. */
final class CycleWords {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY_MONTH =
      DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
  private static final List<String> TIMES =
      List.of(
          "no", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
          "ninth", "tenth");

  private CycleWords() {}

  /** "first", "second" … "14th". */
  static String ordinal(int number) {
    if (number < TIMES.size()) {
      return TIMES.get(number);
    }
    int last = number % 10;
    boolean teen = number % 100 >= 11 && number % 100 <= 13;
    return number
        + (teen || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd");
  }

  /** "May 2025". */
  static String month(long at) {
    return MONTH.format(Instant.ofEpochMilli(at));
  }

  /** "12 May 2025". */
  static String day(long at) {
    return Numbers.day(LocalDate.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC).toString());
  }

  /** "12 May", of an ISO day. */
  static String dayMonth(String iso) {
    return DAY_MONTH.format(LocalDate.parse(iso));
  }

  /** "a resident", or "a resident: you". */
  static String by(Voice voice, boolean yours) {
    return voice.one() + (yours ? ": you" : "");
  }

  /** "A resident", or "A resident: you". */
  static String by(String voice, boolean yours) {
    return Numbers.capital(by(Voice.of(voice), yours));
  }

  /** Voices in a row: "residents, practitioners and managers". */
  static String voices(List<Voice> voices) {
    return Numbers.list(
        voices.stream()
            .map(v -> v.many().substring(0, 1).toLowerCase(Locale.UK) + v.many().substring(1))
            .toList());
  }

  /** "Larkmoor, the whole place", "a team at Millbrook Neighbours". */
  static String where(Cycle cycle, View view) {
    Optional<String> place =
        view.places().stream()
            .filter(p -> p.place().equals(cycle.place()))
            .map(p -> p.name())
            .findFirst();
    Optional<String> organisation =
        view.organisations().stream()
            .filter(o -> o.organisation().equals(cycle.organisation()))
            .map(o -> o.name())
            .findFirst();
    if (cycle.scale() == Scale.PLACE && place.isPresent()) {
      return place.get() + ", the whole place";
    }
    String at = organisation.map(o -> " at " + o).orElse("") + place.map(p -> ", " + p).orElse("");
    if (cycle.scale() == Scale.ORGANISATION && organisation.isPresent()) {
      return organisation.get() + ", the organisation" + place.map(p -> ", " + p).orElse("");
    }
    return Numbers.capital(cycle.scale().words()) + at;
  }

  /** What was written down, to stand before its words in the record. */
  static String kind(Kind kind) {
    return switch (kind) {
      case ACTOR -> "Has a part in it";
      case FACTOR -> "Plays a part";
      case UNKNOWN -> "Not known";
      case ABSENT -> "Not here yet";
      case QUESTION -> "Asked";
      case EMBEDDED -> "Made normal, or let go";
      case NOTE -> "A note";
    };
  }

  /** What became of what was tried, in words. */
  static String became(String id) {
    return switch (id) {
      case "adopted" -> "We do it now";
      case "adapted" -> "We do it, changed";
      case "dropped" -> "We let it go";
      default -> "Still open";
    };
  }

  /** How sure those who wrote it were. */
  static String confidence(String id) {
    return switch (id) {
      case "guess" -> "a guess";
      case "some" -> "some of us have seen it";
      case "sure" -> "we are sure of it";
      default -> "";
    };
  }
}
