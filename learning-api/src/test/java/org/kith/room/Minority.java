package org.kith.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.kith.store.Store;

/**
 * What must not get lost on the way out of a review: every reading, and every dissent of the room
 * and of a decision. Asked of everything that is shown or exported of a review.
 */
public record Minority(List<String> words) {
  /** All of a review's. */
  public static Minority of(Store store, String review) {
    return new Minority(
        store.read(
            h ->
                h.createQuery(
                        "select r.words from reading r join review_question q on q.id = r.question"
                            + " where q.review = :id"
                            + " union all select words from room_note where review = :id"
                            + " and kind = 'dissent'"
                            + " union all select d.words from dissent d join decision x"
                            + " on x.id = d.decision where x.review = :id")
                    .bind("id", review)
                    .mapTo(String.class)
                    .list()));
  }

  /**
   * Asserts that all of it stands in a text, however its lines are broken.
   *
   * @param what the text is, for the message
   */
  public void isIn(String text, String what) {
    assertThat(words).as("words to look for in " + what).isNotEmpty();
    String flat = flat(text);
    assertThat(words).as(what).allMatch(w -> flat.contains(flat(w)));
  }

  /** Words without what typesetting and encodings change. */
  private static String flat(String text) {
    return text.replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replace("\\\"", "\"")
        .replace("\u00ad", "")
        .replaceAll("[’‘]", "'")
        .replaceAll("[“”]", "\"")
        .replaceAll("[\\s\u00a0]+", "");
  }
}
