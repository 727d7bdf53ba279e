package org.kith.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * A reflection in the sample's store, with what is true of it.
 *
 * @param id a UUID
 * @param written milliseconds since 1970
 * @param arrived milliseconds since 1970
 * @param answers what was written, by the prompts' ids: what, so-what, now-what
 * @param level id of a level, or null
 * @param carried ids of what carried it
 * @param barriers ids of what got in the way
 * @param feeling one of the listed words, or null
 * @param themes labels; the first is what its words are about
 * @param cycle id of a cycle, or null
 * @param follows id of the one it carries on from, or null
 * @param identifiers what is in the words that identifies
 * @param source id of the one of the 240 that it is, or that it varies
 * @param varied whether it is varied
 */
record SampleReflection(
    String id,
    Staff author,
    String kind,
    LocalDate happened,
    long written,
    long arrived,
    List<Answer> answers,
    String level,
    List<String> carried,
    List<String> barriers,
    String feeling,
    List<String> themes,
    String audience,
    String cycle,
    String follows,
    List<Written.Identifier> identifiers,
    String source,
    boolean varied) {

  /** One prompt answered. */
  record Answer(String prompt, String words) {}

  /** The quarter it is counted in, such as 2025q3. */
  String period() {
    return period(happened.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  static String period(LocalDate day) {
    return day.getYear() + "q" + ((day.getMonthValue() + 2) / 3);
  }

  /** What its words are about, or {@code ""}. */
  String theme() {
    return themes.isEmpty() ? "" : themes.get(0);
  }

  /** Whether anything of it is counted. */
  boolean shared() {
    return !audience.equals("me");
  }
}
