package org.kith.decisions;

import java.util.List;
import org.kith.people.Voice;

/**
 * What was decided, and all that stays with it.
 *
 * @param judgement whether it rests on a judgement, and says so, and not on evidence
 * @param because why; may be empty where it rests on evidence
 * @param decided ISO day
 * @param evidence it was made on, in the order it was pinned
 * @param dissents of those who did not agree, the first first
 * @param trials what will be tried because of it
 */
public record Decision(
    String id,
    String words,
    boolean judgement,
    String because,
    String decided,
    List<Rests> evidence,
    List<Dissent> dissents,
    List<Trial> trials) {

  /**
   * What it rests on.
   *
   * @param kind as in the store: indicator, theme, reflection, note, link, file, judgement
   * @param snapshot that a figure was read from, or null
   * @param figure its address there, or null
   * @param label what it is, as far as whoever looks may know
   */
  public record Rests(String id, String kind, String snapshot, String figure, String label) {}

  /** What somebody who did not agree says of it, in their own words. */
  public record Dissent(String id, String words, Voice voice, boolean yours) {}

  /**
   * What will be tried.
   *
   * @param heldBy who holds it, in words
   * @param lookOn ISO day on which we look again, or null
   */
  public record Trial(
      String id,
      String cycle,
      String title,
      String type,
      String heldBy,
      String starts,
      String lookOn) {}

  public Decision {
    evidence = List.copyOf(evidence);
    dissents = List.copyOf(dissents);
    trials = List.copyOf(trials);
  }
}
