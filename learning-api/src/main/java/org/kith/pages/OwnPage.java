package org.kith.pages;

import java.util.List;
import org.kith.reflections.Opening;
import org.kith.reflections.Reply;

/**
 * One of an author's own reflections.
 *
 * @param receipt what proves that it is kept
 * @param flags what in it may tell who somebody is
 * @param follows id of the one it carries on from, or empty
 * @param reading who can read it now, in a sentence
 * @param later that some joined since, in a sentence, or empty
 * @param chosen the audience as it is: me, counts, team:ID or cycle:ID
 */
record OwnPage(
    Frame frame,
    String id,
    String day,
    String receipt,
    Told told,
    List<String> flags,
    String follows,
    List<String> carriedOn,
    List<Reply> replies,
    List<Opening> seen,
    String reading,
    String later,
    String chosen,
    List<AudienceWords.Offer> offers,
    ReplyForm reply) {

  /** Whether somebody else may read it. */
  boolean shared() {
    return chosen.contains(":");
  }
}
