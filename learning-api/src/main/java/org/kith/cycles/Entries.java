package org.kith.cycles;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
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
 * What those who take part write down in a cycle. Anybody of them can change anything; nobody
 * writes over what they have not seen; what is taken off the page stays in the record.
 */
public final class Entries {
  private static final List<String> CONFIDENCES = List.of("", "guess", "some", "sure");
  private static final List<String> BECAME = List.of("", "adopted", "adapted", "dropped", "open");

  private final Store store;
  private final Clock clock;

  /** The entries of a store's cycles. */
  public Entries(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What is sent to be written down.
   *
   * @param id made by the sender
   * @param kind actor, factor, unknown, absent, question, embedded or note
   * @param stage where it belongs, or null for where its kind usually stands
   * @param confidence guess, some, sure or null
   * @param became adopted, adapted, dropped, open or null
   * @param about id of an experiment or question of the same cycle, or null
   */
  public record Sending(
      String id,
      String kind,
      String stage,
      String words,
      String source,
      String confidence,
      String became,
      String about) {

    Checked checked() {
      Kind of = accepted(() -> Kind.of(kind));
      String where = CycleEntry.orEmpty(stage);
      return new Checked(
          of,
          where.isEmpty() ? of.usual() : accepted(() -> Stage.of(where)),
          Form.needed(words, "something", "words"),
          of == Kind.FACTOR ? Form.within(source, "source") : "",
          of == Kind.FACTOR ? Form.choice(orNone(confidence), "confidence", CONFIDENCES) : "",
          of == Kind.EMBEDDED ? becameOrOpen() : "",
          CycleEntry.orEmpty(about));
    }

    private String becameOrOpen() {
      String given = Form.choice(orNone(became), "became", BECAME);
      return given.isEmpty() ? "open" : given;
    }

    /** What is not sent stays as it was. */
    Sending beside(CycleEntry was) {
      return new Sending(
          was.id(),
          kind == null ? was.kind().id() : kind,
          stage == null ? was.stage().id() : stage,
          words,
          source == null ? was.source() : source,
          confidence == null ? was.confidence() : confidence,
          became == null ? was.became() : became,
          about == null ? was.about() : about);
    }

    private static String orNone(String given) {
      return CycleEntry.orEmpty(given);
    }
  }

  private record Checked(
      Kind kind,
      Stage stage,
      String words,
      String source,
      String confidence,
      String became,
      String about) {
    boolean same(CycleEntry entry) {
      return kind == entry.kind()
          && stage == entry.stage()
          && words.equals(entry.words())
          && source.equals(entry.source())
          && confidence.equals(entry.confidence())
          && became.equals(entry.became())
          && about.equals(entry.about());
    }
  }

  /** One entry that still stands, to be changed. */
  public CycleEntry find(Person me, String cycle, String entry) {
    return store.read(
        h -> {
          Membership.needed(h, cycle, me);
          return needed(h, cycle, entry, me);
        });
  }

  /**
   * Writes something down. Sent twice, it stands there once.
   *
   * @return its id
   */
  public String add(Person me, String cycle, Sending sending) {
    String id = Form.uuid(sending.id());
    return store.write(
        h -> {
          Voice voice = Membership.needed(h, cycle, me);
          Checked checked = sending.checked();
          about(h, cycle, checked.about());
          long now = clock.millis();
          int added =
              h.createUpdate(
                      "insert into cycle_entry (id, cycle, stage, kind, words, source, confidence,"
                          + " became, about, author, voice, created, changed) values (:id, :cycle,"
                          + " :stage, :kind, :words, :source, :confidence, :became, :about, :me,"
                          + " :voice, :now, :now) on conflict (id) do nothing")
                  .bind("id", id)
                  .bind("cycle", cycle)
                  .bind("stage", checked.stage().id())
                  .bind("kind", checked.kind().id())
                  .bind("words", checked.words())
                  .bind("source", checked.source())
                  .bind("confidence", orNull(checked.confidence()))
                  .bind("became", orNull(checked.became()))
                  .bind("about", orNull(checked.about()))
                  .bind("me", me.id())
                  .bind("voice", voice.id())
                  .bind("now", now)
                  .execute();
          if (added == 0 && !again(h, cycle, id, me, checked)) {
            throw ProblemException.of(
                Problem.Kind.CONFLICT,
                "Something else was kept under that id already. Open the page again and send this"
                    + " anew.");
          }
          return id;
        });
  }

  /** Whether what lies under an id is what is sent again, or what became of it since. */
  private static boolean again(Handle h, String cycle, String id, Person me, Checked sent) {
    return find(h, cycle, id, me)
        .filter(e -> e.yours() && (e.version() > 1 || sent.same(e)))
        .isPresent();
  }

  /**
   * Changes what stands there.
   *
   * @param looked the version they looked at
   * @throws ClashException if somebody changed it since; nothing is written over
   */
  public void change(Person me, String cycle, String entry, int looked, Sending to) {
    store.change(
        h -> {
          Voice voice = Membership.needed(h, cycle, me);
          CycleEntry was = needed(h, cycle, entry, me);
          Checked checked = to.beside(was).checked();
          if (checked.same(was)) {
            return; // Sent twice, or nothing to change.
          }
          if (was.version() != looked) {
            throw new ClashException(was.version(), fields(was));
          }
          about(h, cycle, checked.about());
          int changed =
              h.createUpdate(
                      "update cycle_entry set stage = :stage, kind = :kind, words = :words, source ="
                          + " :source, confidence = :confidence, became = :became, about = :about,"
                          + " changed = :now, version = version + 1, changed_voice = :voice"
                          + " where id = :id and version = :looked")
                  .bind("stage", checked.stage().id())
                  .bind("kind", checked.kind().id())
                  .bind("words", checked.words())
                  .bind("source", checked.source())
                  .bind("confidence", orNull(checked.confidence()))
                  .bind("became", orNull(checked.became()))
                  .bind("about", orNull(checked.about()))
                  .bind("now", clock.millis())
                  .bind("voice", was.yours() ? null : voice.id())
                  .bind("id", entry)
                  .bind("looked", looked)
                  .execute();
          if (changed == 0) {
            CycleEntry now = needed(h, cycle, entry, me);
            throw new ClashException(now.version(), fields(now));
          }
        });
  }

  /** Takes something off the page, or puts it back. It stays in the record. */
  public void takeOff(Person me, String cycle, String entry, boolean off) {
    store.change(
        h -> {
          Membership.needed(h, cycle, me);
          needed(h, cycle, entry, me);
          long now = clock.millis();
          h.createUpdate(
                  "update cycle_entry set taken_off = :off where id = :id and"
                      + (off ? " taken_off is null" : " taken_off is not null"))
              .bind("off", off ? Long.valueOf(now) : null)
              .bind("id", entry)
              .execute();
          Audit.add(h, me.id(), Audit.Action.CYCLE_ENTRY_TAKEN_OFF, entry, now);
        });
  }

  private static List<Sent.Field> fields(CycleEntry entry) {
    List<Sent.Field> fields = new ArrayList<>();
    fields.add(new Sent.Field("words", "The words", entry.words()));
    if (entry.kind() == Kind.FACTOR) {
      fields.add(new Sent.Field("source", "How we know", entry.source()));
    }
    return fields;
  }

  private static CycleEntry needed(Handle h, String cycle, String entry, Person me) {
    return find(h, cycle, entry, me)
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.NOT_FOUND, "You take part in no learning cycle of that address."));
  }

  private static Optional<CycleEntry> find(Handle h, String cycle, String entry, Person me) {
    return CycleEntry.rows(
            h.createQuery("select * from cycle_entry where id = :id and cycle = :cycle")
                .bind("id", entry)
                .bind("cycle", cycle),
            me)
        .stream()
        .findFirst();
  }

  /** What something is about has to be of the same cycle. */
  static void about(Handle h, String cycle, String id) {
    if (id.isEmpty()) {
      return;
    }
    int there =
        h.createQuery(
                "select (select count(*) from experiment where id = :id and cycle = :cycle)"
                    + " + (select count(*) from cycle_entry where id = :id and cycle = :cycle)")
            .bind("id", id)
            .bind("cycle", cycle)
            .mapTo(int.class)
            .one();
    if (there == 0) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "What it is about is not in this cycle. Choose again.");
    }
  }

  static String orNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  static <T> T accepted(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(Problem.Kind.NOT_ACCEPTED, e.getMessage());
    }
  }
}
