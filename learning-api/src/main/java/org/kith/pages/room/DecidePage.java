package org.kith.pages.room;

import java.util.List;
import org.kith.decisions.Decision;
import org.kith.decisions.Looked;
import org.kith.decisions.OwnLevel;
import org.kith.decisions.Promises;
import org.kith.decisions.Trials;
import org.kith.decisions.WhatHappened;
import org.kith.pages.Frame;
import org.kith.pages.reviews.ReviewTop;

/**
 * "Decide", in a review or in a cycle.
 *
 * @param top of a review; null in a cycle
 * @param root address under which its forms are sent: {@code /reviews/…} or {@code /cycles/…}
 * @param name of the review or the cycle
 * @param open whether it is the time for it
 * @param works whether anything can be added
 * @param leads whether whoever looks answers for their own level
 * @param before what the review before said, or null
 */
public record DecidePage(
    Frame frame,
    ReviewTop top,
    String root,
    String name,
    boolean open,
    boolean works,
    boolean leads,
    WhatHappened before,
    List<Decision> decisions,
    List<Looked.Offered> offered,
    List<Trials.Where> cycles,
    List<Promises.Promise> promises,
    List<OwnLevel.Answer> own,
    String today) {

  /** Whether it is a review's. */
  public boolean review() {
    return top != null;
  }

  /** A new id for something that a form sends. */
  public String fresh() {
    return java.util.UUID.randomUUID().toString();
  }
}
