package org.kith.reflections;

import static org.kith.audit.Audit.Action.REFLECTION_OPENED;
import static org.kith.audit.Audit.Action.REFLECTION_OPENED_IN_CYCLE;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.store.Store;

/**
 * Who opened what, from the audit. A reflection whose words were on somebody's screen was opened,
 * whether by itself or in a list, so that its author is told of too many rather than too few.
 */
final class Openings {
  private static final long DAY = 86_400_000L;

  private Openings() {}

  /** Records that somebody is about to be shown these, once a day each, and never their own. */
  static void record(Store store, String me, List<? extends Opened> shown, long now) {
    Map<String, Audit.Action> opened = new LinkedHashMap<>();
    for (Opened one : shown) {
      if (one instanceof OfTeam team && !team.yours()) {
        opened.put(one.id(), REFLECTION_OPENED);
      } else if (one instanceof OfCycle cycle && !cycle.yours()) {
        opened.put(one.id(), REFLECTION_OPENED_IN_CYCLE);
      }
    }
    record(store, me, opened, now);
  }

  /** Records that somebody is about to be shown words of these, once a day each. */
  static void record(Store store, String me, Map<String, Audit.Action> opened, long now) {
    if (opened.isEmpty()) {
      return;
    }
    Set<String> before = store.read(h -> today(h, me, opened.keySet(), now));
    opened.entrySet().removeIf(e -> before.contains(e.getValue().id() + " " + e.getKey()));
    if (!opened.isEmpty()) {
      store.change(h -> opened.forEach((id, how) -> Audit.addOncePerDay(h, me, how, id, now)));
    }
  }

  private static Set<String> today(Handle h, String me, Set<String> ids, long now) {
    return new HashSet<>(
        h.createQuery(
                "select action, subject from audit where subject in (<ids>) and at >= :from"
                    + " and person = :me")
            .bindList("ids", List.copyOf(ids))
            .bind("from", now - now % DAY)
            .bind("me", me)
            .map((row, ctx) -> row.getString("action") + " " + row.getString("subject"))
            .list());
  }

  private record Row(String person, String name, String action, String day) {}

  /** Who opened it, newest first. */
  static List<Opening> of(Handle h, String reflection) {
    List<Row> rows =
        h
            .createQuery(
                "select a.person, p.name, a.action, a.at from audit a"
                    + " join person p on p.id = a.person"
                    + " where a.subject = :id and a.action in (:named, :unnamed)"
                    + " order by a.at desc, p.name")
            .bind("id", reflection)
            .bind("named", REFLECTION_OPENED.id())
            .bind("unnamed", REFLECTION_OPENED_IN_CYCLE.id())
            .map(
                (row, ctx) ->
                    new Row(
                        row.getString("person"),
                        row.getString("name"),
                        row.getString("action"),
                        Days.of(row.getLong("at"))))
            .stream()
            .distinct()
            .toList();
    Map<String, Integer> unnamed = new LinkedHashMap<>();
    rows.stream()
        .filter(r -> !r.action.equals(REFLECTION_OPENED.id()))
        .forEach(r -> unnamed.merge(r.day, 1, Integer::sum));
    Stream<Opening> named =
        rows.stream()
            .filter(r -> r.action.equals(REFLECTION_OPENED.id()))
            .map(r -> new Opening(r.day, r.name, 1));
    return Stream.concat(
            named,
            unnamed.entrySet().stream().map(e -> new Opening(e.getKey(), null, e.getValue())))
        .sorted((a, b) -> b.day().compareTo(a.day()))
        .toList();
  }
}
