package org.kith.reflections;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.people.Person;
import org.kith.reflection.Audience;
import org.kith.reflection.Kind;
import org.kith.store.Store;

/**
 * What an author may do with reflections of their own. To anybody else a reflection that is not
 * theirs is not there, so nothing tells whether it is.
 */
public final class OwnReflections {
  private final Store store;
  private final Clock clock;

  /** The reflections in a store. */
  public OwnReflections(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Which of an author's reflections are asked for; null where any will do.
   *
   * @param year four digits
   * @param theme id of a theme that was tapped
   */
  public record Asked(String year, String theme, Audience audience) {
    /** All of them. */
    public static final Asked ALL = new Asked(null, null, null);

    public Asked {
      if (year != null && !year.matches("\\d{4}")) {
        throw new IllegalArgumentException("A year has four digits.");
      }
    }

    /** Whether only some are asked for. */
    public boolean some() {
      return year != null || theme != null || audience != null;
    }
  }

  /**
   * What an author changes; the audience is changed apart from it.
   *
   * @param version the version that was looked at
   */
  public record Changed(
      int version,
      String form,
      Kind kind,
      String happened,
      List<Reflection.Answer> answers,
      List<Reflection.Tap> taps,
      String feeling,
      String follows,
      boolean quotable) {

    Reflection over(Reflection was) {
      return new Reflection(
          was.id(),
          form,
          kind,
          happened,
          was.written(),
          answers,
          taps,
          feeling,
          was.audience(),
          was.team(),
          was.cycle(),
          follows,
          quotable);
    }
  }

  /**
   * A new audience.
   *
   * @param team with audience team: which one
   * @param cycle with audience cycle: which one; otherwise a link that is kept when left out
   * @param everyoneNow shares the same once more, so that those who joined since read it too
   */
  public record Readers(Audience audience, String team, String cycle, boolean everyoneNow) {}

  /** Their own, newest day first. */
  public Part<Mine> list(Person me, Asked asked, int offset, int limit) {
    return store.read(
        h -> {
          List<String> ids = OwnLists.ids(h, me, asked, offset, limit + 1);
          List<String> shown = ids.subList(0, Math.min(limit, ids.size()));
          return new Part<>(OwnLists.mine(h, me, shown), offset, ids.size() > shown.size());
        });
  }

  /** One of their own. */
  public Optional<Mine> find(Person me, String id) {
    return store.read(h -> find(h, me, id));
  }

  static Optional<Mine> find(Handle h, Person me, String id) {
    return OwnLists.mine(h, me, List.of(id)).stream()
        .filter(m -> m.kept().author().equals(me.id()))
        .findFirst();
  }

  /**
   * Who can read a shared reflection now.
   *
   * @param name of the team or learning cycle
   * @param people how many others can read it
   * @param joinedSince how many joined since it was shared, who cannot
   */
  public record Circle(String name, int people, int joinedSince) {}

  /** Who can read it now; empty while nobody else can. */
  public Optional<Circle> circle(Mine mine) {
    Reflection r = mine.reflection();
    return switch (r.audience()) {
      case TEAM -> Optional.of(circle("team", r.team(), mine.kept()));
      case CYCLE -> Optional.of(circle("cycle", r.cycle(), mine.kept()));
      case ME, COUNTS -> Optional.empty();
    };
  }

  /** {@code kind} is one of two words of this class's own, never anything from outside. */
  private Circle circle(String kind, String group, Kept kept) {
    return store.read(
        h ->
            h.createQuery(
                    ("select g.name,"
                            + " sum(case when m.since <= :shared then 1 else 0 end) as people,"
                            + " sum(case when m.since > :shared then 1 else 0 end) as later"
                            + " from %1$s g left join %1$s_member m on m.%1$s = g.id"
                            + " and m.person <> :author"
                            + " where g.id = :group group by g.name")
                        .formatted(kind))
                .bind("shared", kept.shared())
                .bind("author", kept.author())
                .bind("group", group)
                .map(
                    (row, ctx) ->
                        new Circle(
                            row.getString("name"), row.getInt("people"), row.getInt("later")))
                .one());
  }

  /** What came to an author's reflections since they last looked at each. */
  public record News(int replies, int tried) {}

  /** What is new to this author. */
  public News news(Person me) {
    return store.read(
        h ->
            h.createQuery(
                    "select coalesce(sum(case when y.kind = 'reply' then 1 else 0 end), 0) as reply,"
                        + " coalesce(sum(case when y.kind = 'tried' then 1 else 0 end), 0) as tried"
                        + " from reply y join reflection r on r.id = y.reflection"
                        + " where r.author = :me and y.author <> :me and y.at > r.looked")
                .bind("me", me.id())
                .map((row, ctx) -> new News(row.getInt("reply"), row.getInt("tried")))
                .one());
  }

  /** The years that an author has something of, the newest first. */
  public List<String> years(Person me) {
    return store.read(
        h ->
            h.createQuery(
                    "select distinct substr(happened, 1, 4) as year from reflection"
                        + " where author = :me order by year desc")
                .bind("me", me.id())
                .mapTo(String.class)
                .list());
  }

  /** Notes that its author has now seen what came of it. */
  public void looked(Person me, Mine at) {
    if (at.replies().stream().anyMatch(Reply::fresh)) {
      store.change(
          h ->
              h.createUpdate("update reflection set looked = :now where id = :id and author = :me")
                  .bind("now", clock.millis())
                  .bind("id", at.id())
                  .bind("me", me.id())
                  .execute());
    }
  }

  /**
   * Changes what is written.
   *
   * @throws IllegalArgumentException if it cannot be a reflection
   * @throws org.kith.http.ProblemException if it holds what was never asked or offered here
   */
  public Change edit(Person me, String id, Changed changed) {
    return store.write(
        h -> {
          Optional<Kept> was = own(h, me, id);
          if (was.isEmpty()) {
            return Change.NOT_THERE;
          }
          if (was.get().version() != changed.version()) {
            return Change.CHANGED_MEANWHILE;
          }
          Reflection now = changed.over(was.get().reflection());
          if (!holds(was.get().reflection(), now)) {
            Keeping.check(h, now);
          }
          if (!update(h, now, changed.version())) {
            return Change.CHANGED_MEANWHILE;
          }
          h.execute("delete from reflection_answer where reflection = ?", id);
          h.execute("delete from reflection_tap where reflection = ?", id);
          Reflections.addParts(h, now);
          dropQuotationsNobodyAgreedTo(h, id);
          Audit.add(h, me.id(), Audit.Action.REFLECTION_CHANGED, id, clock.millis());
          return Change.DONE;
        });
  }

  /** Whether everything that can be asked or offered was in it before, whoever offered it then. */
  private static boolean holds(Reflection was, Reflection now) {
    return was.form().equals(now.form())
        && was.taps().containsAll(now.taps())
        && (now.feeling() == null || now.feeling().equals(was.feeling()))
        && was.answers().stream()
            .map(Reflection.Answer::prompt)
            .toList()
            .containsAll(now.answers().stream().map(Reflection.Answer::prompt).toList());
  }

  private boolean update(Handle h, Reflection r, int version) {
    return h.createUpdate(
                "update reflection set form = :form, kind = :kind, happened = :happened,"
                    + " feeling = :feeling, follows = :follows, quotable = :quotable,"
                    + " changed = :now, version = version + 1 where id = :id and version = :version")
            .bind("form", r.form())
            .bind("kind", r.kind().id())
            .bind("happened", r.happened())
            .bind("feeling", r.feeling())
            .bind("follows", r.follows())
            .bind("quotable", r.quotable() ? 1 : 0)
            .bind("now", clock.millis())
            .bind("id", r.id())
            .bind("version", version)
            .execute()
        == 1;
  }

  /** Changes who may read it. There is no version to keep to: taking back must always work. */
  public Change share(Person me, String id, Readers readers) {
    return store.write(
        h -> {
          Optional<Kept> was = own(h, me, id);
          if (was.isEmpty()) {
            return Change.NOT_THERE;
          }
          Reflection r = was.get().reflection();
          boolean withCycle = readers.audience() == Audience.CYCLE;
          String team = readers.audience() == Audience.TEAM ? readers.team() : null;
          String cycle = withCycle || readers.cycle() != null ? readers.cycle() : r.cycle();
          if (readers.audience() == Audience.TEAM && (team == null || !me.inTeam(team))) {
            return Change.NOT_A_MEMBER;
          }
          boolean linkedAnew = cycle != null && !cycle.equals(r.cycle());
          if ((withCycle || linkedAnew) && (cycle == null || !me.inCycle(cycle))) {
            return Change.NOT_A_MEMBER;
          }
          boolean sameReaders =
              readers.audience() == r.audience()
                  && Objects.equals(team, r.team())
                  && Objects.equals(cycle, r.cycle());
          if (!sameReaders || readers.everyoneNow()) {
            chooseReaders(h, id, readers.audience(), team, cycle);
            dropQuotationsNobodyAgreedTo(h, id);
            Audit.add(h, me.id(), Audit.Action.AUDIENCE_CHANGED, id, clock.millis());
          }
          return Change.DONE;
        });
  }

  private void chooseReaders(Handle h, String id, Audience audience, String team, String cycle) {
    h.createUpdate(
            "update reflection set audience = :audience, team = :team, cycle = :cycle,"
                + " shared = :now, changed = :now, version = version + 1 where id = :id")
        .bind("audience", audience.id())
        .bind("team", team)
        .bind("cycle", cycle)
        .bind("now", clock.millis())
        .bind("id", id)
        .execute();
  }

  /** Who may be quoted is who lets others read. */
  private static void dropQuotationsNobodyAgreedTo(Handle h, String id) {
    h.execute(
        "delete from quotation where reflection in (select id from reflection where id = ?"
            + " and (audience in ('me', 'counts') or quotable = 0))",
        id);
  }

  /**
   * Withdraws it: it is gone at once, with its answers, taps and replies. Once more does no harm.
   */
  public Change withdraw(Person me, String id) {
    return store.write(
        h -> {
          if (own(h, me, id).isEmpty()) {
            boolean before =
                h.createQuery(
                            "select count(*) from withdrawn where reflection = :id and author = :me")
                        .bind("id", id)
                        .bind("me", me.id())
                        .mapTo(Integer.class)
                        .one()
                    > 0;
            return before ? Change.DONE : Change.NOT_THERE;
          }
          long now = clock.millis();
          h.createUpdate(
                  "insert into withdrawn (reflection, author, at) values (:id, :me, :now)"
                      + " on conflict (reflection) do nothing")
              .bind("id", id)
              .bind("me", me.id())
              .bind("now", now)
              .execute();
          h.execute("delete from reflection where id = ?", id);
          Audit.add(h, me.id(), Audit.Action.REFLECTION_WITHDRAWN, id, now);
          return Change.DONE;
        });
  }

  /** Who opened one of their own; empty when it is not theirs. */
  public Optional<List<Opening>> seen(Person me, String id) {
    return store.read(h -> own(h, me, id).map(k -> Openings.of(h, id)));
  }

  private static Optional<Kept> own(Handle h, Person me, String id) {
    return Reflections.find(h, id).filter(k -> k.author().equals(me.id()));
  }
}
