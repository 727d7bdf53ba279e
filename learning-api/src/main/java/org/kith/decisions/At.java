package org.kith.decisions;

import org.jdbi.v3.core.Handle;
import org.kith.cycles.Membership;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.room.Seat;

/**
 * Where something is decided, and by whom: in a review or in a cycle.
 *
 * @param review id, or null
 * @param cycle id, or null
 * @param voice in which they speak there
 */
public record At(String review, String cycle, Person person, Voice voice) {

  /**
   * In a review whose readings are open and whose account is not yet published.
   *
   * @throws ProblemException if they take no part in it, or it is too early or too late
   */
  public static At review(Handle h, String id, Person me) {
    Seat seat = Seat.of(h, id, me).atWork();
    return new At(id, null, me, seat.voice());
  }

  /**
   * In a review whose readings are open, to look.
   *
   * @throws ProblemException if they take no part in it, or it is too early
   */
  public static At lookingAt(Handle h, String id, Person me) {
    Seat seat = Seat.of(h, id, me).together();
    return new At(id, null, me, seat.voice());
  }

  /**
   * In a cycle.
   *
   * @throws ProblemException if they take no part in it
   */
  public static At cycle(Handle h, String id, Person me) {
    return new At(null, id, me, Membership.needed(h, id, me));
  }

  /** The column that says where. */
  String column() {
    return review == null ? "cycle" : "review";
  }

  /** Its id. */
  String id() {
    return review == null ? cycle : review;
  }
}
