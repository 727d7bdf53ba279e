package org.kith.serve;

import java.util.Map;
import java.util.TreeMap;
import org.kith.reflection.Audience;
import org.kith.reviews.Review.Stage;
import org.kith.serve.Walker.Relation;

/**
 * How a door is knocked at: what its address is about, and what is sent.
 *
 * @param about whose thing it is
 * @param parts of the address by name, where they are always the same
 * @param body a form's fields or JSON; {@code $fresh} in it becomes a new UUID
 * @param json whether the body is JSON
 * @param missing whether whoever may come in may find nothing there
 * @param stage where the review is that it is about
 */
record Example(
    About about,
    Map<String, String> parts,
    String body,
    boolean json,
    boolean missing,
    Stage stage) {

  /** Whose the thing behind a door is. */
  enum About {
    /** Nobody's in particular: a list of one's own, something new, what is published. */
    NOTHING,
    /** A reflection, {@code {id}}. */
    REFLECTION,
    /** An author's reply to their own reflection, {@code {id}} and {@code {reply}}. */
    REPLY,
    /** The author's team, {@code {id}}. */
    TEAM,
    /** The author's cycle, {@code {id}}. */
    CYCLE,
    /** A review that the author leads and cycle mates take part in, {@code {id}}. */
    REVIEW,
    /** The same, where only whoever leads it may. */
    LED_REVIEW
  }

  static Example of(About about) {
    return new Example(about, Map.of(), "", false, false, Stage.PREPARE);
  }

  Example form(String fields) {
    return new Example(about, parts, fields, false, missing, stage);
  }

  Example json(String text) {
    return new Example(about, parts, text, true, missing, stage);
  }

  Example with(String part, String value) {
    Map<String, String> all = new TreeMap<>(parts);
    all.put(part, value);
    return new Example(about, all, body, json, missing, stage);
  }

  Example maybeMissing() {
    return new Example(about, parts, body, json, true, stage);
  }

  /** About a review at a stage. */
  Example at(Stage where) {
    return new Example(about, parts, body, json, missing, where);
  }

  /** Whether somebody who stands so to the author may have it, by what the matrix calls it. */
  static boolean may(Relation relation, String whose, About about, Audience audience) {
    boolean author = relation == Relation.AUTHOR;
    boolean team = author || relation == Relation.TEAM_MATE;
    boolean cycle = author || relation == Relation.CYCLE_MATE;
    boolean own = whose.startsWith("their own only");
    return switch (about) {
      case NOTHING -> true;
      case TEAM -> team;
      case CYCLE -> cycle;
      case REVIEW, LED_REVIEW -> cycle;
      case REPLY -> author;
      case REFLECTION ->
          author
              || (!own && audience == Audience.TEAM && team)
              || (!own && audience == Audience.CYCLE && cycle);
    };
  }
}
