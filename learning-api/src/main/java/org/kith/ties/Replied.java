package org.kith.ties;

import java.util.List;
import org.kith.http.Form;

/**
 * What somebody answers, checked. Every answer has its words; of "cannot" they are the because.
 *
 * @param id made by the sender, so that what is sent twice is kept once
 */
public record Replied(String id, Answer answer, String words) {
  private static final List<String> ANSWERS = List.of("changed", "trying", "cannot");

  /**
   * Checks what was sent, however it was sent.
   *
   * @throws org.kith.http.ProblemException if it cannot be accepted as it is
   */
  public static Replied of(String id, String answer, String words) {
    Answer given = Answer.of(Form.choice(answer, "answer", ANSWERS));
    String what =
        switch (given) {
          case CHANGED -> "what you changed";
          case TRYING -> "what you are trying";
          case CANNOT -> "why it cannot be: a “cannot” has its because";
        };
    return new Replied(Form.uuid(id), given, Form.needed(words, what, "words"));
  }
}
