package org.kith.pages.reviews;

import java.util.List;
import org.kith.pages.Frame;
import org.kith.reviews.Now;

/**
 * The reviews somebody takes part in, the next first.
 *
 * @param next those that go on
 * @param past those whose account is published, the latest first
 * @param prepares whether they may start one
 */
public record ReviewsPage(Frame frame, List<Entry> next, List<Entry> past, boolean prepares) {

  /**
   * One of them.
   *
   * @param where where it is, in words
   * @param now what it asks of them
   * @param role "You prepare it", "You take part as a resident"
   */
  public record Entry(ReviewTop top, String where, String role, Now now) {}

  public ReviewsPage {
    next = List.copyOf(next);
    past = List.copyOf(past);
  }
}
