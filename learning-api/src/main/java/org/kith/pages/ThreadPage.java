package org.kith.pages;

import java.util.List;
import org.kith.reflections.Reply;

/**
 * What is shared with a team or in a learning cycle, newest first.
 *
 * @param name of the team or cycle
 * @param named whether authors have names here: in a team they have
 * @param cycle id of the learning cycle, or empty for a team
 * @param newer address of the ones before these, or empty
 * @param older address of the ones after these, or empty
 */
record ThreadPage(
    Frame frame,
    String name,
    boolean named,
    String cycle,
    List<Entry> entries,
    String newer,
    String older) {

  /**
   * One reflection.
   *
   * @param author name of its author, or empty in a learning cycle
   * @param when its day, or its week in a learning cycle
   */
  record Entry(
      String id, String author, String when, boolean yours, Told told, List<Reply> replies) {}

  /** Questions for a supervision conversation; none asks who wrote, or how much. */
  static final List<String> PROMPTS =
      List.of(
          "Which of these stayed with you, and why that one?",
          "What do two of them have in common that neither says?",
          "Where did a rule or a form decide, and who could change it?",
          "What would the person it was about say?",
          "What could one of us try before we meet again, and how would we notice?");
}
