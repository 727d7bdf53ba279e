package org.kith.pages.cycles;

import java.util.List;
import org.kith.pages.Frame;

/**
 * One experiment: its card, what was noticed and changed, where it stands as a mark, and how it
 * goes on.
 *
 * @param noted newest first
 * @param charts those it hopes to move
 * @param note id made for something new to be noted
 * @param today ISO day
 * @param reflections of the reader's own that they share with the cycle
 */
public record ExperimentPage(
    Frame frame,
    String id,
    String name,
    CyclePage.Trial card,
    String state,
    boolean over,
    int version,
    String learned,
    String question,
    List<Noted> noted,
    List<Chart> charts,
    String note,
    String today,
    List<Pick> reflections) {

  /** Something noticed or changed on the way. */
  public record Noted(String head, String words, String reason, String fine, String reflection) {}

  /** A chart it stands on. */
  public record Chart(String words, String href) {}

  /** The experiment's address. */
  public String root() {
    return "/cycles/" + id + "/experiments/" + card.id();
  }
}
