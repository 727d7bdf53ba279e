package org.kith.signin;

import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.people.Household;

/** Somebody stops taking part. */
public final class Leaving {
  private Leaving() {}

  /**
   * They are in no team or cycle any longer, their sessions end, and no link of theirs works.
   *
   * @param by id of the steward who says so
   */
  public static void of(Handle h, String by, String person, long now) {
    Household.leave(h, person, now);
    Sessions.endAll(h, person);
    Invitations.voidAll(h, person, now);
    Audit.add(h, by, Audit.Action.PERSON_CHANGED, person, now);
  }
}
