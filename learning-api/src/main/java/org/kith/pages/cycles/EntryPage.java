package org.kith.pages.cycles;

import java.util.List;
import org.kith.cycles.Kind;
import org.kith.pages.Frame;

/**
 * Writing something down in a cycle, or changing what stands there.
 *
 * @param entry id; of something new, made for it
 * @param fresh whether it is something new
 * @param kind id of what it is
 * @param stands whether it is on the page, and not taken off
 */
public record EntryPage(
    Frame frame,
    String id,
    String name,
    String entry,
    boolean fresh,
    int version,
    String kind,
    String title,
    String hint,
    String label,
    String words,
    String source,
    List<Pick> confidences,
    List<Pick> became,
    List<Pick> about,
    List<Pick> stages,
    boolean stands) {

  /** Where the form goes. */
  public String action() {
    return "/cycles/" + id + "/entries" + (fresh ? "" : "/" + entry);
  }

  static String title(Kind kind) {
    return switch (kind) {
      case ACTOR -> "Who or what has a part in it?";
      case FACTOR -> "What plays a part?";
      case UNKNOWN -> "What do we not know?";
      case ABSENT -> "Who is not here yet?";
      case QUESTION -> "What do we want to learn?";
      case EMBEDDED -> "What has become normal, or been let go?";
      case NOTE -> "Write a note";
    };
  }

  static String hint(Kind kind) {
    return switch (kind) {
      case ACTOR -> "A group, a service, a place, a rule. One at a time, and no names of people.";
      case FACTOR ->
          "Something that makes it more or less likely. A guess is welcome: say that it is one.";
      case UNKNOWN -> "Something nobody here can say. It is worth as much as what is known.";
      case ABSENT -> "Whose voice is missing, and how might it be heard?";
      case QUESTION -> "A question whose answer could surprise you.";
      case EMBEDDED ->
          "Something you now do as a matter of course, changed, dropped, or have not settled.";
      case NOTE -> "Anything worth keeping. It does not have to fit anywhere. No names of people.";
    };
  }

  static String label(Kind kind) {
    return switch (kind) {
      case ACTOR -> "Who or what";
      case FACTOR -> "What plays a part";
      case UNKNOWN -> "What we do not know";
      case ABSENT -> "Who is not here";
      case QUESTION -> "The question";
      case EMBEDDED -> "What became of it";
      case NOTE -> "The note";
    };
  }
}
