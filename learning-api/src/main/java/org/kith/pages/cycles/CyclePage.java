package org.kith.pages.cycles;

import java.util.List;
import org.kith.pages.Frame;
import org.kith.pages.evidence.EvidenceSection;
import org.kith.pages.ties.TiesSection;

/**
 * A learning cycle: its purpose, the landscape of four places, and all that was written down.
 *
 * @param kicker scale and place
 * @param title the purpose, or the name while there is none
 * @param purpose what is said of the purpose
 * @param keeps whether the reader keeps it going, or could since nobody does
 * @param absent who is not here yet
 * @param next what could be done next while there is little here; in any order
 * @param closed when it was closed, or empty
 */
public record CyclePage(
    Frame frame,
    String id,
    String name,
    String kicker,
    String title,
    Purposed purpose,
    String keeper,
    boolean keeps,
    String takingPart,
    List<Line> absent,
    Landscape land,
    List<Next> next,
    List<Line> actors,
    List<Line> factors,
    List<Line> unknowns,
    List<Line> questions,
    List<Trial> trials,
    List<Line> kept,
    List<Line> notes,
    EvidenceSection evidence,
    TiesSection ties,
    List<Told> told,
    String closed) {

  /**
   * What is said of the purpose.
   *
   * @param lead which wording it is and how many agreed
   * @param against how many did not, in a sentence's beginning, or empty
   * @param words whether those who did not gave words
   * @param asks whether the reader has not said yet
   */
  public record Purposed(
      boolean worded, String lead, String against, boolean words, boolean asks) {}

  /** Something that can be done next. */
  public record Next(String words, String href) {}

  /**
   * Something written down.
   *
   * @param fine by whom, when, and what goes with it
   */
  public record Line(String id, String words, String fine) {}

  /**
   * An experiment's card.
   *
   * @param look class of the rule over it
   * @param when in bold
   */
  public record Trial(
      String id,
      String look,
      String kind,
      String title,
      List<Part> parts,
      String when,
      String more) {}

  /** A line of a card. */
  public record Part(String label, String words, boolean said) {}

  /**
   * Something in the record.
   *
   * @param iso the day
   * @param date the day in words
   * @param head in bold
   */
  public record Told(
      String id,
      String iso,
      String date,
      String head,
      String words,
      List<String> lines,
      List<Against> against,
      String fine) {}

  /** A dissent, kept with what it is about. */
  public record Against(String words, String by) {}
}
