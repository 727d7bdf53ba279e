package org.kith.cycles;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.kith.audit.Audit;
import org.kith.http.ClashException;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Sent;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.store.Store;

/**
 * What a cycle tries. Only a title, a type and a first day are needed: a probe has no hunch, and
 * what is expected can be written down when it is known.
 */
public final class Experiments {
  private static final List<String> TYPES = List.of("hypothesis", "probe");
  private static final List<String> STATES = List.of("planned", "trying", "stopped", "ended");
  private static final List<String> NOTES = List.of("observation", "adaptation");
  private static final List<String> SCOPES = List.of("all", "place", "organisation");
  private static final int MOST_MARKS = 30;

  private final Store store;
  private final Clock clock;

  /** The experiments of a store's cycles. */
  public Experiments(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What is sent of an experiment.
   *
   * @param id made by the sender
   * @param state planned, trying, stopped or ended; null for what its first day says
   */
  public record Sending(
      String id,
      String question,
      String title,
      String type,
      String hunch,
      String expect,
      String surprise,
      String harms,
      String holder,
      String starts,
      String look,
      String state) {

    Sending checked(LocalDate today) {
      String day = Form.day(starts, "starts");
      if (day == null) {
        throw ProblemException.of(
            Problem.Kind.NOT_ACCEPTED, "Say on which day it starts, even if that is a guess.");
      }
      boolean begun = !LocalDate.parse(day).isAfter(today);
      String as = CycleEntry.orEmpty(state).isEmpty() ? (begun ? "trying" : "planned") : state;
      return new Sending(
          Form.uuid(id),
          CycleEntry.orEmpty(question),
          Form.needed(title, "what is tried, in a few words", "title"),
          Form.choice(type, "type", TYPES),
          "probe".equals(type) ? "" : Form.within(hunch, "hunch"),
          Form.within(expect, "expect"),
          Form.within(surprise, "surprise"),
          Form.within(harms, "harms"),
          Form.within(holder, "holder"),
          day,
          CycleEntry.orEmpty(Form.day(look, "look")),
          Form.choice(as, "state", STATES));
    }

    boolean same(Experiment e) {
      return question.equals(e.question())
          && title.equals(e.title())
          && type.equals(e.type())
          && hunch.equals(e.hunch())
          && expect.equals(e.expect())
          && surprise.equals(e.surprise())
          && harms.equals(e.harms())
          && holder.equals(e.holder())
          && starts.equals(e.starts())
          && look.equals(e.look());
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** One experiment of a cycle somebody takes part in. */
  public Experiment find(Person me, String cycle, String experiment) {
    return store.read(
        h -> {
          Membership.needed(h, cycle, me);
          return needed(h, cycle, experiment, me);
        });
  }

  /**
   * Writes an experiment down. Sent twice, it stands there once.
   *
   * @return its id
   */
  public String add(Person me, String cycle, Sending sending) {
    return store.write(
        h -> {
          Membership.needed(h, cycle, me);
          Sending given = sending.checked(today());
          Entries.about(h, cycle, given.question());
          int added =
              bound(
                      h.createUpdate(
                          "insert into experiment (id, cycle, question, title, type, hunch, expect,"
                              + " surprise, harms, held_by, starts, look_on, state, author, created,"
                              + " changed) values (:id, :cycle, :question, :title, :type, :hunch,"
                              + " :expect, :surprise, :harms, :holder, :starts, :look, :state, :me,"
                              + " :now, :now) on conflict (id) do nothing"),
                      given)
                  .bind("id", given.id())
                  .bind("cycle", cycle)
                  .bind("state", given.state())
                  .bind("me", me.id())
                  .execute();
          if (added == 0) {
            Experiment there = needed(h, cycle, given.id(), me);
            if (!there.yours() || (there.version() == 1 && !given.same(there))) {
              throw ProblemException.of(
                  Problem.Kind.CONFLICT,
                  "Something else was kept under that id already. Open the page again and send this"
                      + " anew.");
            }
          }
          return given.id();
        });
  }

  private Update bound(Update update, Sending given) {
    return update
        .bind("question", Entries.orNull(given.question()))
        .bind("title", given.title())
        .bind("type", given.type())
        .bind("hunch", given.hunch())
        .bind("expect", given.expect())
        .bind("surprise", given.surprise())
        .bind("harms", given.harms())
        .bind("holder", given.holder())
        .bind("starts", given.starts())
        .bind("look", Entries.orNull(given.look()))
        .bind("now", clock.millis());
  }

  /**
   * Changes what stands on the card.
   *
   * @param looked the version they looked at
   * @throws ClashException if somebody changed it since; nothing is written over
   */
  public void change(Person me, String cycle, String experiment, int looked, Sending to) {
    store.change(
        h -> {
          Membership.needed(h, cycle, me);
          Experiment was = needed(h, cycle, experiment, me);
          Sending given = to.checked(today());
          if (given.same(was)) {
            return; // Sent twice, or nothing to change.
          }
          clash(was, looked);
          Entries.about(h, cycle, given.question());
          int changed =
              bound(
                      h.createUpdate(
                          "update experiment set question = :question, title = :title, type = :type,"
                              + " hunch = :hunch, expect = :expect, surprise = :surprise, harms = :harms,"
                              + " held_by = :holder, starts = :starts, look_on = :look, changed = :now,"
                              + " version = version + 1 where id = :id and version = :looked"),
                      given)
                  .bind("id", experiment)
                  .bind("looked", looked)
                  .execute();
          if (changed == 0) {
            clash(needed(h, cycle, experiment, me), looked);
          }
        });
  }

  private static void clash(Experiment was, int looked) {
    if (was.version() != looked) {
      throw new ClashException(
          was.version(),
          List.of(
              new Sent.Field("title", "What we try", was.title()),
              new Sent.Field("hunch", "Our hunch", was.hunch()),
              new Sent.Field("expect", "We expect to see", was.expect()),
              new Sent.Field("surprise", "It would surprise us", was.surprise()),
              new Sent.Field("harms", "We watch for harm", was.harms()),
              new Sent.Field("holder", "Who holds it", was.holder())));
    }
  }

  /**
   * Begins it, stops it on purpose, ends it, or takes it up again.
   *
   * @param looked the version they looked at
   * @param state planned, trying, stopped or ended
   * @param day ISO day, or null for today
   * @param learned what came, and what we keep; can be written later
   * @throws ClashException if somebody changed it since
   */
  public void state(
      Person me,
      String cycle,
      String experiment,
      int looked,
      String state,
      String day,
      String learned) {
    String as = Form.choice(state, "state", STATES);
    String words = Form.within(learned, "learned");
    String given = Form.day(day, "ended");
    boolean over = as.equals("stopped") || as.equals("ended");
    String when = over ? (given == null ? today().toString() : given) : "";
    store.change(
        h -> {
          Membership.needed(h, cycle, me);
          Experiment was = needed(h, cycle, experiment, me);
          boolean same = as.equals(was.state()) && words.equals(was.learned());
          if (same && (given == null || when.equals(was.ended()))) {
            return; // Sent twice, or nothing to change.
          }
          learned(was, looked);
          int changed =
              h.createUpdate(
                      "update experiment set state = :state, ended = :ended, learned = :learned,"
                          + " changed = :now, version = version + 1 where id = :id and version = :looked")
                  .bind("looked", looked)
                  .bind("state", as)
                  .bind("ended", Entries.orNull(when))
                  .bind("learned", words)
                  .bind("now", clock.millis())
                  .bind("id", experiment)
                  .execute();
          if (changed == 0) {
            learned(needed(h, cycle, experiment, me), looked);
          }
          Audit.add(h, me.id(), Audit.Action.EXPERIMENT_STATE_CHANGED, experiment, clock.millis());
        });
  }

  private static void learned(Experiment was, int looked) {
    if (was.version() != looked) {
      throw new ClashException(
          was.version(), List.of(new Sent.Field("learned", "What came", was.learned())));
    }
  }

  /**
   * What is sent of what was noticed or changed.
   *
   * @param kind observation or adaptation
   * @param reason needed for an adaptation
   * @param happened ISO day, or null for today
   * @param reflection id of a reflection of one's own that is shared with the cycle, or null
   */
  public record Noting(
      String id, String kind, String words, String reason, String happened, String reflection) {}

  /** Writes down what was noticed, or what was changed and why. Sent twice, it is kept once. */
  public String note(Person me, String cycle, String experiment, Noting noting) {
    String id = Form.uuid(noting.id());
    String kind = Form.choice(noting.kind(), "kind", NOTES);
    boolean changed = kind.equals("adaptation");
    String words =
        Form.needed(noting.words(), changed ? "what was changed" : "what you noticed", "words");
    String reason = changed ? Form.needed(noting.reason(), "why it was changed", "reason") : "";
    String given = Form.day(noting.happened(), "happened");
    String happened = given == null ? today().toString() : given;
    String reflection = Entries.orNull(noting.reflection());
    return store.write(
        h -> {
          Voice voice = Membership.needed(h, cycle, me);
          needed(h, cycle, experiment, me);
          if (reflection != null) {
            shared(h, cycle, reflection, me);
          }
          int added =
              h.createUpdate(
                      "insert into experiment_note (id, experiment, kind, words, reason, happened,"
                          + " reflection, author, voice, at) values (:id, :experiment, :kind, :words,"
                          + " :reason, :happened, :reflection, :me, :voice, :now)"
                          + " on conflict (id) do nothing")
                  .bind("id", id)
                  .bind("experiment", experiment)
                  .bind("kind", kind)
                  .bind("words", words)
                  .bind("reason", reason)
                  .bind("happened", happened)
                  .bind("reflection", reflection)
                  .bind("me", me.id())
                  .bind("voice", voice.id())
                  .bind("now", clock.millis())
                  .execute();
          if (added == 0 && !noted(h, id, experiment, me, words)) {
            throw ProblemException.of(
                Problem.Kind.CONFLICT,
                "Something else was kept under that id already. Open the page again and send this"
                    + " anew.");
          }
          return id;
        });
  }

  private static boolean noted(Handle h, String id, String experiment, Person me, String words) {
    return h.createQuery(
                "select count(*) from experiment_note where id = :id and experiment = :experiment"
                    + " and author = :me and words = :words")
            .bind("id", id)
            .bind("experiment", experiment)
            .bind("me", me.id())
            .bind("words", words)
            .mapTo(int.class)
            .one()
        == 1;
  }

  /** Only its author can rest something on a reflection, and only where they already share it. */
  private static void shared(Handle h, String cycle, String reflection, Person me) {
    int mine =
        h.createQuery(
                "select count(*) from reflection where id = :id and author = :me"
                    + " and audience = 'cycle' and cycle = :cycle")
            .bind("id", reflection)
            .bind("me", me.id())
            .bind("cycle", cycle)
            .mapTo(int.class)
            .one();
    if (mine == 0) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "Choose a reflection of yours that you share with this cycle.");
    }
  }

  /** A chart that an experiment hopes to move. */
  public record Chart(String instrument, String measure, String scope, String unit) {}

  /** Makes these the charts it stands on, and no others. */
  public void mark(Person me, String cycle, String experiment, List<Chart> charts) {
    if (charts.size() > MOST_MARKS) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "Choose at most 30 charts; fewer say more.");
    }
    store.change(
        h -> {
          Membership.needed(h, cycle, me);
          needed(h, cycle, experiment, me);
          h.createUpdate("delete from experiment_mark where experiment = :id")
              .bind("id", experiment)
              .execute();
          for (Chart chart : new LinkedHashSet<>(charts)) {
            h.createUpdate(
                    "insert into experiment_mark (experiment, instrument, measure, scope, unit)"
                        + " values (:id, :instrument, :measure, :scope, :unit)")
                .bind("id", experiment)
                .bind("instrument", Form.needed(chart.instrument(), "the chart", "instrument"))
                .bind("measure", Form.needed(chart.measure(), "the chart", "measure"))
                .bind("scope", Form.choice(chart.scope(), "scope", SCOPES))
                .bind("unit", Form.needed(chart.unit(), "whom the chart is about", "unit"))
                .execute();
          }
        });
  }

  private static Experiment needed(Handle h, String cycle, String experiment, Person me) {
    return Experiment.rows(
            h.createQuery("select * from experiment where id = :id and cycle = :cycle")
                .bind("id", experiment)
                .bind("cycle", cycle),
            me)
        .stream()
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.NOT_FOUND, "You take part in no learning cycle of that address."));
  }
}
