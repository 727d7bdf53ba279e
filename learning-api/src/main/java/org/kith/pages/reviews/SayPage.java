package org.kith.pages.reviews;

import java.util.List;
import org.kith.pages.Frame;

/**
 * Saying what one expects, before anybody sees.
 *
 * @param open whether it can be said now
 * @param closed whether it no longer can
 * @param leads whether whoever looks prepares the review
 * @param takesPart whether they were invited
 * @param everybody whether everybody has said something of every question
 * @param waiting whether it closes only once a new snapshot is published
 * @param sealed what nobody can read until then, in words
 */
public record SayPage(
    Frame frame,
    ReviewTop top,
    boolean open,
    boolean closed,
    boolean leads,
    boolean takesPart,
    boolean everybody,
    boolean waiting,
    String sealed,
    List<One> questions) {

  /**
   * One question.
   *
   * @param share whether it asks for a share
   * @param asked what people were asked, in words, or empty
   * @param before what everybody can read of it now, or empty
   * @param fresh a UUID for the prediction
   * @param range what they expect, "40 to 50 of 100", or empty
   * @param words what they said, or empty
   * @param said whether they have said it
   */
  public record One(
      String id,
      int position,
      String question,
      boolean share,
      String asked,
      String before,
      String fresh,
      boolean said,
      String range,
      String words,
      String surprise) {}

  public SayPage {
    questions = List.copyOf(questions);
  }
}
