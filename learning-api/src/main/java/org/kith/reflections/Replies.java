package org.kith.reflections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.reflection.Audience;

/**
 * The statements on replies. A reply is somebody's words to those who could read the reflection
 * when it was written, so a new audience of the reflection, or somebody who joins later, is not
 * shown it; the reflection's author always is.
 */
final class Replies {
  private Replies() {}

  /** Replies to reflections that this person may read, as they may see them, oldest first. */
  static Map<String, List<Reply>> to(Handle h, List<String> reflections, String me) {
    if (reflections.isEmpty()) {
      return Map.of();
    }
    Map<String, List<Reply>> all = new HashMap<>();
    h.createQuery(
            "select y.*, p.name as name, r.author as whose, r.looked as looked from reply y"
                + " join reflection r on r.id = y.reflection join person p on p.id = y.author"
                + " where y.reflection in (<ids>) and "
                + MayRead.REPLY
                + " order by y.at, y.id")
        .bindList("ids", reflections)
        .bind("me", me)
        .map(
            (row, ctx) -> {
              String author = row.getString("author");
              String whose = row.getString("whose");
              boolean mine = author.equals(me);
              return Map.entry(
                  row.getString("reflection"),
                  new Reply(
                      row.getString("id"),
                      row.getString("kind"),
                      row.getString("words"),
                      Days.of(row.getLong("at")),
                      row.getString("cycle") == null ? row.getString("name") : null,
                      author.equals(whose),
                      mine,
                      whose.equals(me) && !mine && row.getLong("at") > row.getLong("looked")));
            })
        .forEach(e -> all.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    return all;
  }

  /** Keeps a reply once, however often it is sent. The caller knows that it may be given. */
  static Change keep(Handle h, String me, Kept to, Reply.Sent sent, long now) {
    Reflection r = to.reflection();
    int added =
        h.createUpdate(
                "insert into reply (id, reflection, author, team, cycle, kind, words, at)"
                    + " values (:id, :reflection, :author, :team, :cycle, :kind, :words, :at)"
                    + " on conflict (id) do nothing")
            .bind("id", sent.id())
            .bind("reflection", r.id())
            .bind("author", me)
            .bind("team", r.audience() == Audience.TEAM ? r.team() : null)
            .bind("cycle", r.audience() == Audience.CYCLE ? r.cycle() : null)
            .bind("kind", sent.kind())
            .bind("words", sent.words())
            .bind("at", now)
            .execute();
    if (added == 0) {
      boolean same =
          h.createQuery(
                      "select count(*) from reply where id = :id and author = :me and reflection = :to")
                  .bind("id", sent.id())
                  .bind("me", me)
                  .bind("to", r.id())
                  .mapTo(Integer.class)
                  .one()
              == 1;
      return same ? Change.DONE : Change.CHANGED_MEANWHILE;
    }
    Audit.add(h, me, Audit.Action.REPLIED, r.id(), now);
    return Change.DONE;
  }

  /** Takes a reply back; whoever wrote it can, even after leaving the team or cycle. */
  static Change takeBack(Handle h, String me, String reflection, String reply, long now) {
    int gone =
        h.createUpdate(
                "delete from reply where id = :id and reflection = :reflection and author = :me")
            .bind("id", reply)
            .bind("reflection", reflection)
            .bind("me", me)
            .execute();
    if (gone == 0) {
      return Change.NOT_THERE;
    }
    Audit.add(h, me, Audit.Action.REPLY_TAKEN_BACK, reflection, now);
    return Change.DONE;
  }
}
