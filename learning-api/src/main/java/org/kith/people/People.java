package org.kith.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.kith.store.Store;

/** The people in the learning store. */
public final class People {
  private final Store store;

  /** The people of a store. */
  public People(Store store) {
    this.store = store;
  }

  /** Somebody who still takes part; empty when there is no such person or they have left. */
  public Optional<Person> find(String id) {
    return store.read(h -> find(h, id));
  }

  /** Like {@link #find(String)}, in a transaction under way. */
  public static Optional<Person> find(Handle h, String id) {
    return find(h, id, " and left_at is null");
  }

  /** Somebody who takes part or did. */
  static Optional<Person> ofAnyTime(Handle h, String id) {
    return find(h, id, "");
  }

  private static Optional<Person> find(Handle h, String id, String further) {
    return h.createQuery(
            "select id, name, organisation, position from person where id = :id" + further)
        .bind("id", id)
        .map(
            (row, ctx) ->
                new Person(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("organisation"),
                    row.getString("position"),
                    roles(h, id),
                    groups(h, "team", id),
                    groups(h, "cycle", id)))
        .findOne();
  }

  private static Set<Role> roles(Handle h, String person) {
    return h
        .createQuery("select role from person_role where person = :person")
        .bind("person", person)
        .mapTo(String.class)
        .map(Role::of)
        .stream()
        .collect(Collectors.toSet());
  }

  /** {@code kind} is one of two words of this class's own, never anything from outside. */
  private static List<Person.Group> groups(Handle h, String kind, String person) {
    return h.createQuery(
            "select g.id, g.name, (select count(*) from "
                + kind
                + "_member a where a."
                + kind
                + " = g.id) as members from "
                + kind
                + " g join "
                + kind
                + "_member m on m."
                + kind
                + " = g.id where m.person = :person order by g.name")
        .bind("person", person)
        .map(
            (row, ctx) ->
                new Person.Group(row.getString("id"), row.getString("name"), row.getInt("members")))
        .list();
  }

  /** Adds somebody with their roles and memberships. */
  public static void add(Handle h, Person person, long at) {
    h.createUpdate(
            "insert into person (id, name, organisation, position, created)"
                + " values (:id, :name, :organisation, :position, :at)")
        .bind("id", person.id())
        .bind("name", person.name())
        .bind("organisation", person.organisation())
        .bind("position", person.position())
        .bind("at", at)
        .execute();
    for (Role role : person.roles()) {
      h.createUpdate("insert into person_role (person, role) values (:person, :role)")
          .bind("person", person.id())
          .bind("role", role.id())
          .execute();
    }
    person.teams().forEach(t -> join(h, "team", t.id(), person.id(), at));
    person.cycles().forEach(c -> join(h, "cycle", c.id(), person.id(), at));
  }

  static void join(Handle h, String kind, String group, String person, long at) {
    h.createUpdate(
            "insert into "
                + kind
                + "_member ("
                + kind
                + ", person, since) values (:group, :person, :at)")
        .bind("group", group)
        .bind("person", person)
        .bind("at", at)
        .execute();
  }

  /** Adds a team of an organisation. */
  public static void addTeam(Handle h, String id, String name, String organisation, long at) {
    h.createUpdate(
            "insert into team (id, name, organisation, created)"
                + " values (:id, :name, :organisation, :at)")
        .bind("id", id)
        .bind("name", name)
        .bind("organisation", organisation)
        .bind("at", at)
        .execute();
  }

  /** Adds a learning cycle. */
  public static void addCycle(Handle h, String id, String name, long at) {
    h.createUpdate("insert into cycle (id, name, created) values (:id, :name, :at)")
        .bind("id", id)
        .bind("name", name)
        .bind("at", at)
        .execute();
  }

  /** Whether there is such a team. */
  public static boolean isTeam(Handle h, String id) {
    return there(h, "team", id);
  }

  /** Whether there is such a learning cycle. */
  public static boolean isCycle(Handle h, String id) {
    return there(h, "cycle", id);
  }

  private static boolean there(Handle h, String kind, String id) {
    return h.createQuery("select count(*) from " + kind + " where id = :id")
            .bind("id", id)
            .mapTo(int.class)
            .one()
        > 0;
  }
}
