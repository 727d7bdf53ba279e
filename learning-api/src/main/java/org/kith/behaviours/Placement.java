package org.kith.behaviours;

import java.util.List;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;

/**
 * Where somebody sees a behaviour.
 *
 * @param seen 1, hardly, to 10, everywhere; null when they say that it does not fit here
 * @param words as they like, or empty
 */
public record Placement(Behaviour behaviour, Integer seen, String words) {
  /** The lowest place. */
  public static final int LEAST = 1;

  /** The highest place. */
  public static final int MOST = 10;

  private static final List<String> IDS =
      List.of(Behaviour.values()).stream().map(Behaviour::id).toList();

  /**
   * Checks what was sent, however it was sent.
   *
   * @throws ProblemException if there is no such behaviour or place
   */
  public static Placement of(String behaviour, Integer seen, String words) {
    Behaviour which = Behaviour.of(Form.choice(behaviour, "behaviour", IDS));
    if (seen != null && (seen < LEAST || seen > MOST)) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "Place it between 1 and 10, or say that it does not fit.");
    }
    return new Placement(which, seen, Form.within(words, "words"));
  }
}
