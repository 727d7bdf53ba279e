package org.kith.reflections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.kith.people.Person;

/** The statements that find an author's own reflections, and what came of each. */
final class OwnLists {
  private OwnLists() {}

  /** Ids of their own, newest day first. */
  static List<String> ids(Handle h, Person me, OwnReflections.Asked asked, int offset, int limit) {
    StringBuilder where = new StringBuilder("r.author = :me");
    Map<String, Object> bound = new HashMap<>(Map.of("me", me.id()));
    if (asked.year() != null) {
      where.append(" and r.happened >= :first and r.happened <= :last");
      bound.put("first", asked.year() + "-01-01");
      bound.put("last", asked.year() + "-12-31");
    }
    if (asked.theme() != null) {
      where.append(
          " and exists (select 1 from reflection_tap t where t.reflection = r.id"
              + " and t.tap = 'theme' and t.value = :theme)");
      bound.put("theme", asked.theme());
    }
    if (asked.audience() != null) {
      where.append(" and r.audience = :audience");
      bound.put("audience", asked.audience().id());
    }
    return h.createQuery(
            "select r.id from reflection r where "
                + where
                + " order by r.happened desc, r.arrived desc, r.id limit :limit offset :offset")
        .bindMap(bound)
        .bind("limit", limit)
        .bind("offset", offset)
        .mapTo(String.class)
        .list();
  }

  /** Those with these ids, in that order, whoever wrote them; the caller decides that. */
  static List<Mine> mine(Handle h, Person me, List<String> ids) {
    Map<String, List<Reply>> replies = Replies.to(h, ids, me.id());
    Map<String, List<String>> carriedOn = carriedOn(h, me, ids);
    return Reflections.find(h, ids).stream()
        .map(
            k ->
                new Mine(
                    k,
                    replies.getOrDefault(k.reflection().id(), List.of()),
                    carriedOn.getOrDefault(k.reflection().id(), List.of())))
        .toList();
  }

  private static Map<String, List<String>> carriedOn(Handle h, Person me, List<String> ids) {
    Map<String, List<String>> all = new HashMap<>();
    if (ids.isEmpty()) {
      return all;
    }
    h.createQuery(
            "select follows, id from reflection where follows in (<ids>) and author = :me"
                + " order by happened, arrived, id")
        .bindList("ids", ids)
        .bind("me", me.id())
        .map((row, ctx) -> Map.entry(row.getString("follows"), row.getString("id")))
        .forEach(e -> all.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    return all;
  }
}
