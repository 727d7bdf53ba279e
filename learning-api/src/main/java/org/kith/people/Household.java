package org.kith.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What a steward looks after: who takes part, in which team and cycle, and in which role. Nothing
 * that anybody wrote, and no count of it.
 */
public final class Household {
  /**
   * Somebody who takes part or did, as stewards see them.
   *
   * @param signInName what they sign in with, or empty before they are invited
   * @param passphrase whether they have set a passphrase
   * @param signsIn whether they have done so, or come through their council
   * @param left whether they have left
   */
  public record Member(
      Person person, String signInName, boolean passphrase, boolean signsIn, boolean left) {}

  /** A team or a learning cycle that somebody can be in. */
  public record Place(String id, String name) {}

  private static final String MEMBERS =
      "select p.id, p.sign_in_name, p.left_at, c.changed, case when c.person is null and not exists (select 1"
          + " from outside_identity o where o.person = p.id) then 0 else 1 end as signs_in from"
          + " person p left join credential c on c.person = p.id";

  private Household() {}

  /** Everybody, by name. */
  public static List<Member> all(Handle h) {
    return h.createQuery(MEMBERS + " order by lower(p.name), p.id")
        .map(
            (row, ctx) ->
                new Member(
                    People.ofAnyTime(h, row.getString("id")).orElseThrow(),
                    Optional.ofNullable(row.getString("sign_in_name")).orElse(""),
                    row.getObject("changed") != null,
                    row.getInt("signs_in") == 1,
                    row.getObject("left_at") != null))
        .list();
  }

  /** One of them. */
  public static Optional<Member> find(Handle h, String id) {
    return all(h).stream().filter(m -> m.person().id().equals(id)).findFirst();
  }

  /** Every team, by name. */
  public static List<Place> teams(Handle h) {
    return places(h, "team");
  }

  /** Every learning cycle, by name. */
  public static List<Place> cycles(Handle h) {
    return places(h, "cycle");
  }

  private static List<Place> places(Handle h, String kind) {
    return h.createQuery("select id, name from " + kind + " order by lower(name), id")
        .map((row, ctx) -> new Place(row.getString("id"), row.getString("name")))
        .list();
  }

  /** Changes what somebody is called, where they belong, and their roles. */
  public static void change(
      Handle h, String person, String name, String organisation, Set<Role> roles) {
    h.createUpdate("update person set name = :name, organisation = :organisation where id = :id")
        .bind("name", name)
        .bind("organisation", organisation)
        .bind("id", person)
        .execute();
    h.createUpdate("delete from person_role where person = :person")
        .bind("person", person)
        .execute();
    for (Role role : roles) {
      h.createUpdate("insert into person_role (person, role) values (:person, :role)")
          .bind("person", person)
          .bind("role", role.id())
          .execute();
    }
  }

  /** Makes somebody's teams these and no others. */
  public static void inTeams(Handle h, String person, List<String> teams, long now) {
    in(h, "team", person, teams, now);
  }

  /** Makes somebody's learning cycles these and no others. */
  public static void inCycles(Handle h, String person, List<String> cycles, long now) {
    in(h, "cycle", person, cycles, now);
  }

  /** Those they stay in keep the day since which they were in them. */
  private static void in(Handle h, String kind, String person, List<String> groups, long now) {
    String table = kind + "_member";
    List<String> before =
        h.createQuery("select " + kind + " from " + table + " where person = :person")
            .bind("person", person)
            .mapTo(String.class)
            .list();
    for (String group : before) {
      if (!groups.contains(group)) {
        h.createUpdate("delete from " + table + " where person = :person and " + kind + " = :group")
            .bind("person", person)
            .bind("group", group)
            .execute();
      }
    }
    for (String group : groups) {
      if (!before.contains(group)) {
        People.join(h, kind, group, person, now);
      }
    }
  }

  /** Whether nobody else who takes part is a steward. */
  public static boolean lastSteward(Handle h, String person) {
    return h.createQuery(
                "select count(*) from person_role r join person p on p.id = r.person where r.role ="
                    + " 'steward' and p.left_at is null and p.id <> :person")
            .bind("person", person)
            .mapTo(int.class)
            .one()
        == 0;
  }

  /** Somebody leaves: they are in no team or cycle any longer, and can no longer sign in. */
  public static void leave(Handle h, String person, long now) {
    h.createUpdate("update person set left_at = :now where id = :id and left_at is null")
        .bind("now", now)
        .bind("id", person)
        .execute();
    in(h, "team", person, List.of(), now);
    in(h, "cycle", person, List.of(), now);
  }
}
