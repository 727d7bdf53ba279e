package org.kith.pages.ties;

import java.util.UUID;

/**
 * The form that answers a tie.
 *
 * @param to the address it is sent to
 * @param id made for what is sent
 * @param back where to go on to: inbox or nothing
 * @param outside whether it writes down what came from outside
 * @param answer what is chosen, or empty
 * @param words what was typed
 * @param problem what was wrong with it, or empty
 */
public record ReplyForm(
    String to,
    String id,
    String back,
    boolean outside,
    String answer,
    String words,
    String problem) {

  static ReplyForm empty(TieLine tie, boolean outside, String back) {
    return new ReplyForm(
        tie.path() + "/replies", UUID.randomUUID().toString(), back, outside, "", "", "");
  }
}
