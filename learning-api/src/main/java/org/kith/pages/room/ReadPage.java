package org.kith.pages.room;

import java.util.List;
import org.kith.pages.Frame;
import org.kith.pages.reviews.ReviewTop;

/**
 * "Read alone": what one reads in each figure, and nobody else's reading.
 *
 * @param stage {@code early}, {@code now} or {@code opened}
 * @param standing who has written, as far as it may be said
 * @param leads whether whoever looks can open the readings
 * @param finished whether the account is published, and readings stay as they are set
 */
public record ReadPage(
    Frame frame,
    ReviewTop top,
    String id,
    String stage,
    String standing,
    boolean leads,
    boolean finished,
    List<Asked> questions) {

  public ReadPage {
    questions = List.copyOf(questions);
  }

  /**
   * One question.
   *
   * @param figure or null
   * @param reading id of one's reading, made anew where there is none
   * @param version 0 where nothing is written yet
   */
  public record Asked(
      String id,
      int position,
      String words,
      RoomFigure figure,
      String reading,
      String written,
      int version,
      boolean fitsNone) {}
}
