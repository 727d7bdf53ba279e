package org.kith.signin;

import static org.kith.access.Entry.Whose.THEMSELVES;

import java.util.List;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.people.Person;
import org.kith.people.Role;

/** {@code /api/v1/me}: who is signed in, and what their changes have to carry. */
public final class MeApi {
  static final String ROOT = "/api/v1/me";

  /** Who is signed in, for the pages' own scripts. */
  record Me(
      String person,
      String name,
      String organisation,
      List<String> roles,
      List<Person.Group> teams,
      List<Person.Group> cycles,
      String csrf) {

    static Me of(Visitor visitor) {
      Person me = visitor.me();
      return new Me(
          me.id(),
          me.name(),
          me.organisation(),
          me.roles().stream().sorted().map(Role::id).toList(),
          me.teams(),
          me.cycles(),
          visitor.csrf());
    }
  }

  private MeApi() {}

  /** Adds the address. */
  public static void doors(Doors doors) {
    doors.get(ROOT, Entry.signedIn(THEMSELVES), (ctx, visitor) -> ctx.json(Me.of(visitor)));
  }
}
