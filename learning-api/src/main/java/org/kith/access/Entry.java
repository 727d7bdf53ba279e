package org.kith.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.kith.people.Role;

/**
 * Who may use an address.
 *
 * @param anyone whether signing in is not needed
 * @param roles the roles of which a signed-in person needs one; all of them where any will do
 * @param whose what of it they see or change
 */
public record Entry(boolean anyone, Set<Role> roles, Whose whose) {

  /** What of an address's things are somebody's to see. */
  public enum Whose {
    /** The same for everybody who may come in. */
    EVERYONES("what is published, as their organisation may see it"),
    /** Only what they wrote themselves. */
    AUTHORS("their own only"),
    /** What was shared with a team they are in. */
    TEAMS("of their own teams only"),
    /** What was shared with them in any way: their own, their teams', their cycles'. */
    READERS("their own, and what was shared with a team or cycle of theirs"),
    /** What those in a learning cycle wrote together, under their voices. */
    CYCLES("of learning cycles they take part in only"),
    /** What those in a learning review wrote, as far as it is opened. */
    REVIEWS("of reviews they take part in only, and only what is opened"),
    /** What somebody who answered a survey asks for with their code. */
    RESIDENTS("what a resident asks for with a code, joined to nobody"),
    /** Single sentences whose authors offered them, without a name. */
    OFFERED("sentences their authors offered to be quoted, without names"),
    /** Their own signing in, and what is known of them. */
    THEMSELVES("about themselves only"),
    /** About who takes part, never about what they wrote. */
    HOUSEHOLD("who takes part, nothing that anybody wrote");

    private final String words;

    Whose(String words) {
      this.words = words;
    }

    /** In the words of the published matrix. */
    public String words() {
      return words;
    }
  }

  /** Open without signing in. */
  public static final Entry ANYONE = new Entry(true, EnumSet.allOf(Role.class), Whose.EVERYONES);

  /** Open without signing in. */
  public static Entry anyone(Whose whose) {
    return new Entry(true, EnumSet.allOf(Role.class), whose);
  }

  /** Open to everybody who has signed in. */
  public static Entry signedIn(Whose whose) {
    return new Entry(false, EnumSet.allOf(Role.class), whose);
  }

  /** Open to people with one of these roles. */
  public static Entry of(Whose whose, Role first, Role... others) {
    return new Entry(false, EnumSet.of(first, others), whose);
  }

  public Entry {
    roles = Set.copyOf(roles);
  }

  /** Whether somebody with these roles may come in. */
  boolean admits(Set<Role> theirs) {
    return theirs.stream().anyMatch(roles::contains);
  }

  /** The roles in the order they are declared, for the matrix. */
  public String names() {
    return EnumSet.copyOf(roles).stream().map(Role::id).collect(Collectors.joining(", "));
  }
}
