package org.kith.pages.cycles;

import java.util.List;
import org.kith.pages.Frame;

/**
 * A purpose in all its wordings, saying whether one agrees, and wording it anew.
 *
 * @param version number of the wording that stands; 0 while there is none
 * @param words of the wording that stands, or empty
 * @param mine agrees, dissents or empty
 * @param myWords the reader's own dissent, or empty
 */
public record PurposePage(
    Frame frame,
    String id,
    String name,
    int version,
    String words,
    String mine,
    String myWords,
    List<Wording> wordings) {

  /** A wording, with who agreed in a sentence and what was said against it. */
  public record Wording(
      String head, String words, String agreed, List<CyclePage.Against> against) {}
}
