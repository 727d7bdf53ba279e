package org.kith.pages.reviews;

import java.util.List;
import org.kith.pages.Frame;
import org.kith.reviews.Now;

/**
 * Where a review is, what it asks of whoever looks, and what it is about.
 *
 * @param role in which voice they take part
 * @param steps its way, in order
 * @param prepares name of whoever prepares it
 * @param voices whose voices are in the room, in words
 * @param people names of those who take part, alphabetical
 * @param absent voices that are not in the room
 * @param cycles the learning cycles it is about
 * @param about what else it is about, a line each
 * @param questions what the room is asked
 * @param before the review before it, or null
 * @param takesOver whether whoever looks may take it over, because its leader has left
 */
public record ReviewPage(
    Frame frame,
    ReviewTop top,
    Now now,
    String role,
    List<Step> steps,
    String prepares,
    String voices,
    List<String> people,
    List<String> absent,
    List<Cycle> cycles,
    List<String> about,
    List<String> questions,
    Before before,
    boolean takesOver) {

  /**
   * One step of its way.
   *
   * @param when the day it came, or empty
   * @param here whether the review is there
   */
  public record Step(String name, String words, String when, boolean here) {}

  /**
   * A learning cycle.
   *
   * @param mine whether whoever looks takes part in it
   */
  public record Cycle(String id, String name, String scale, boolean mine) {}

  /**
   * The review before.
   *
   * @param mine whether whoever looks took part in it
   * @param published whether its account is
   */
  public record Before(String id, String name, boolean mine, boolean published) {}

  public ReviewPage {
    steps = List.copyOf(steps);
    people = List.copyOf(people);
    absent = List.copyOf(absent);
    cycles = List.copyOf(cycles);
    about = List.copyOf(about);
    questions = List.copyOf(questions);
  }
}
