package org.kith.reflections;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.people.Person;
import org.kith.store.Store;

/**
 * Reading what was shared, and answering to it. Whatever shows words records that it was opened
 * before it shows them.
 */
public final class Reading {
  private final Store store;
  private final Clock clock;

  /** The reflections in a store. */
  public Reading(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A reflection of one's own, or shared with one; empty as if it were not there otherwise. */
  public Optional<Opened> open(Person me, String id) {
    Optional<Opened> opened = store.read(h -> find(h, me, id));
    opened.ifPresent(o -> Openings.record(store, me.id(), List.of(o), clock.millis()));
    return opened;
  }

  /** Records that somebody is about to be shown excerpts of what others shared with them. */
  public void excerpts(Person me, Set<String> ofTeam, Set<String> ofCycle) {
    Map<String, Audit.Action> opened = new LinkedHashMap<>();
    ofTeam.forEach(id -> opened.put(id, Audit.Action.REFLECTION_OPENED));
    ofCycle.forEach(id -> opened.put(id, Audit.Action.REFLECTION_OPENED_IN_CYCLE));
    Openings.record(store, me.id(), opened, clock.millis());
  }

  private static Optional<Opened> find(Handle h, Person me, String id) {
    Optional<Mine> mine = OwnReflections.find(h, me, id);
    if (mine.isPresent()) {
      return mine.map(m -> m);
    }
    return readable(h, me, id).flatMap(k -> shared(h, me, k));
  }

  private static Optional<Opened> shared(Handle h, Person me, Kept kept) {
    List<Kept> one = List.of(kept);
    return switch (kept.reflection().audience()) {
      case TEAM -> Optional.of(ofTeam(h, me, one).get(0));
      case CYCLE -> Optional.of(ofCycle(h, me, one).get(0));
      case ME, COUNTS -> Optional.empty();
    };
  }

  private static Optional<Kept> readable(Handle h, Person me, String id) {
    return h.createQuery("select r.id from reflection r where r.id = :id and " + MayRead.BY_ME)
        .bind("id", id)
        .bind("me", me.id())
        .mapTo(String.class)
        .findOne()
        .flatMap(found -> Reflections.find(h, found));
  }

  /** What is shared with a team of theirs, newest day first; empty when they are not in it. */
  public Optional<Part<OfTeam>> team(Person me, String team, int offset, int limit) {
    if (!me.inTeam(team)) {
      return Optional.empty();
    }
    Part<OfTeam> part =
        store.read(
            h -> {
              List<String> ids =
                  h.createQuery(
                          "select r.id from reflection r where r.team = :team and "
                              + MayRead.IN_TEAM
                              + " order by r.happened desc, r.arrived desc, r.id"
                              + " limit :limit offset :offset")
                      .bind("team", team)
                      .bind("me", me.id())
                      .bind("limit", limit + 1)
                      .bind("offset", offset)
                      .mapTo(String.class)
                      .list();
              List<String> shown = ids.subList(0, Math.min(limit, ids.size()));
              return new Part<>(
                  ofTeam(h, me, Reflections.find(h, shown)), offset, ids.size() > shown.size());
            });
    Openings.record(store, me.id(), part.items(), clock.millis());
    return Optional.of(part);
  }

  /** What is shared with a learning cycle of theirs; empty when they are not in it. */
  public Optional<Part<OfCycle>> cycle(Person me, String cycle, int offset, int limit) {
    if (!me.inCycle(cycle)) {
      return Optional.empty();
    }
    Part<OfCycle> part =
        store.read(
            h -> {
              List<String> ids = byWeek(h, me, cycle);
              List<String> shown = ids.stream().skip(offset).limit(limit).toList();
              return new Part<>(
                  ofCycle(h, me, Reflections.find(h, shown)),
                  offset,
                  offset + shown.size() < ids.size());
            });
    Openings.record(store, me.id(), part.items(), clock.millis());
    return Optional.of(part);
  }

  private record Dated(String id, String week) {}

  /** Newest week first, and within a week by an id that says nothing, since days would. */
  private static List<String> byWeek(Handle h, Person me, String cycle) {
    return h
        .createQuery(
            "select r.id, r.happened from reflection r where r.cycle = :cycle and "
                + MayRead.IN_CYCLE)
        .bind("cycle", cycle)
        .bind("me", me.id())
        .map((row, ctx) -> new Dated(row.getString("id"), Days.week(row.getString("happened"))))
        .stream()
        .sorted(Comparator.comparing(Dated::week).reversed().thenComparing(Dated::id))
        .map(Dated::id)
        .toList();
  }

  private static List<OfTeam> ofTeam(Handle h, Person me, List<Kept> all) {
    List<String> ids = all.stream().map(k -> k.reflection().id()).toList();
    Map<String, List<Reply>> replies = Replies.to(h, ids, me.id());
    Map<String, String> names = names(h, all);
    return all.stream()
        .map(
            k -> {
              Reflection r = k.reflection();
              return new OfTeam(
                  r.id(),
                  r.form(),
                  r.kind().id(),
                  r.happened(),
                  r.answers(),
                  r.taps(),
                  r.feeling(),
                  r.team(),
                  names.get(k.author()),
                  k.author().equals(me.id()),
                  follows(h, me, k),
                  replies.getOrDefault(r.id(), List.of()));
            })
        .toList();
  }

  /**
   * What a reflection carries on from, where the reader knows its author there too: one they can
   * read in a cycle only has no name, and this one would give it one.
   */
  private static String follows(Handle h, Person me, Kept kept) {
    String before = kept.reflection().follows();
    if (before == null) {
      return null;
    }
    return h.createQuery(
            "select r.id from reflection r where r.id = :id and r.author = :author and (r.author ="
                + " :me or "
                + MayRead.IN_TEAM
                + ")")
        .bind("id", before)
        .bind("author", kept.author())
        .bind("me", me.id())
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  private static List<OfCycle> ofCycle(Handle h, Person me, List<Kept> all) {
    List<String> ids = all.stream().map(k -> k.reflection().id()).toList();
    Map<String, List<Reply>> replies = Replies.to(h, ids, me.id());
    return all.stream()
        .map(
            k -> {
              Reflection r = k.reflection();
              return new OfCycle(
                  r.id(),
                  r.form(),
                  r.kind().id(),
                  Days.week(r.happened()),
                  r.answers(),
                  r.taps(),
                  r.feeling(),
                  r.cycle(),
                  k.author().equals(me.id()),
                  replies.getOrDefault(r.id(), List.of()));
            })
        .toList();
  }

  private static Map<String, String> names(Handle h, List<Kept> all) {
    if (all.isEmpty()) {
      return Map.of();
    }
    return h
        .createQuery("select id, name from person where id in (<ids>)")
        .bindList("ids", all.stream().map(Kept::author).distinct().toList())
        .map((row, ctx) -> Map.entry(row.getString("id"), row.getString("name")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Answers to a reflection that the person may read. */
  public Change reply(Person me, String to, Reply.Sent sent) {
    return store.write(
        h ->
            readable(h, me, to)
                .map(k -> Replies.keep(h, me.id(), k, sent, clock.millis()))
                .orElse(Change.NOT_THERE));
  }

  /** Takes back what the person answered. */
  public Change takeBack(Person me, String to, String reply) {
    return store.write(h -> Replies.takeBack(h, me.id(), to, reply, clock.millis()));
  }
}
