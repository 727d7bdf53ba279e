package org.kith.serve;

import java.util.Locale;
import org.kith.people.Role;

/**
 * Somebody who walks through every door: what they may do here, and how they stand to the author
 * whose things are behind it.
 *
 * @param role null for somebody who has not signed in
 */
record Walker(Role role, Relation relation) {

  /** How somebody stands to an author. */
  enum Relation {
    /** The author. */
    AUTHOR,
    /** In the author's team and organisation, not in the cycle. */
    TEAM_MATE,
    /** In the author's cycle, of another organisation. */
    CYCLE_MATE,
    /** Of the author's organisation only. */
    SAME_ORGANISATION,
    /** Of another organisation, with no team or cycle in common. */
    OTHER_ORGANISATION
  }

  /** Nobody in particular. */
  static final Walker SIGNED_OUT = new Walker(null, Relation.OTHER_ORGANISATION);

  boolean signedIn() {
    return role != null;
  }

  /** Their id in the store. */
  String id() {
    return role.id() + "-" + relation.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return signedIn() ? id() : "signed-out";
  }
}
