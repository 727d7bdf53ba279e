package org.kith.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.kith.reflections.MayRead;

/**
 * What a reader may read of a reflection that is looked at, without a name and with no more of its
 * day than its week, as a learning cycle reads it.
 *
 * @param answers what was written, or empty where it cannot be read
 * @param day ISO 8601 day it is about; only its week may be told
 * @param yours whether the reader wrote it
 */
public record Said(State state, List<String> answers, String day, boolean yours) {
  /** Whether it can be read. */
  public enum State {
    /** The reader may read it here. */
    READABLE,
    /** It is shared with this cycle, but was so before the reader joined. */
    BEFORE_YOU,
    /** Its author took it back, or no longer shares it with this cycle. */
    TAKEN_BACK
  }

  static final Said TAKEN_BACK = new Said(State.TAKEN_BACK, List.of(), null, false);

  public Said {
    answers = List.copyOf(answers);
  }

  /** Whether its words may be shown. */
  public boolean readable() {
    return state == State.READABLE;
  }

  private record Row(String id, String day, boolean yours, boolean may, String words) {}

  /**
   * Reflections that are shared with a cycle now, as somebody in it may read them, by id; those
   * that are not have no entry.
   */
  static Map<String, Said> of(Handle h, String cycle, String me) {
    Map<String, List<Row>> rows = new HashMap<>();
    h.createQuery(
            "select r.id, r.happened, r.author, a.words, case when r.author = :me or "
                + MayRead.IN_CYCLE
                + " then 1 else 0 end as may from reflection r"
                + " join reflection_answer a on a.reflection = r.id"
                + " where r.audience = 'cycle' and r.cycle = :cycle order by r.id, a.position")
        .bind("me", me)
        .bind("cycle", cycle)
        .map(
            (row, ctx) ->
                new Row(
                    row.getString("id"),
                    row.getString("happened"),
                    row.getString("author").equals(me),
                    row.getInt("may") == 1,
                    row.getString("words")))
        .forEach(r -> rows.computeIfAbsent(r.id, k -> new ArrayList<>()).add(r));
    Map<String, Said> said = new HashMap<>();
    rows.forEach(
        (id, of) -> {
          Row first = of.get(0);
          said.put(
              id,
              first.may
                  ? new Said(
                      State.READABLE, of.stream().map(Row::words).toList(), first.day, first.yours)
                  : new Said(State.BEFORE_YOU, List.of(), null, false));
        });
    return said;
  }
}
