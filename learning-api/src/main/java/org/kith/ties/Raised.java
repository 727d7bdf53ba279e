package org.kith.ties;

import java.util.List;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;

/**
 * What somebody passes on, checked.
 *
 * @param id made by the sender, so that what is sent twice is kept once
 * @param to id of the cycle it goes to, or empty when it goes outside
 * @param outside who, in words, or empty
 */
public record Raised(String id, Way way, Matter matter, String to, String outside, String words) {
  private static final int MOST_LETTERS_OF_A_NAME = 200;
  private static final List<String> WAYS = List.of("up", "down", "across");
  private static final List<String> MATTERS = List.of("barrier", "question", "learning");

  /**
   * Checks what was sent, however it was sent.
   *
   * @throws ProblemException if it cannot be accepted as it is
   */
  public static Raised of(
      String id, String way, String kind, String to, String outside, String words) {
    String cycle = Form.within(to, "to");
    String who = Form.within(outside, "outside");
    if (cycle.isEmpty() == who.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "Say to whom it goes: choose a learning cycle, or write who it is, and not both.");
    }
    if (who.length() > MOST_LETTERS_OF_A_NAME) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "Who it goes to takes at most 200 letters.");
    }
    return new Raised(
        Form.uuid(id),
        Way.of(Form.choice(way, "way", WAYS)),
        Matter.of(Form.choice(kind, "kind", MATTERS)),
        cycle,
        who,
        Form.needed(words, "what you want to pass on", "words"));
  }
}
