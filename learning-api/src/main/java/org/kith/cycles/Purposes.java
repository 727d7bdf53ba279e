package org.kith.cycles;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 * A cycle's purpose in its wordings. Anybody who takes part can word it anew; who agreed and who
 * did not is said of each wording by itself, and what was said against one is kept with it.
 */
public final class Purposes {
  private final Store store;
  private final Clock clock;

  /** The purposes of a store's cycles. */
  public Purposes(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Every wording, first to last, as somebody sees them. */
  public static List<Purpose> of(Handle h, String cycle, Person me) {
    record Said(int version, String person, boolean agrees, String words, String voice) {}
    List<Said> said =
        h.createQuery(
                "select version, person, agrees, words, voice from purpose_voice"
                    + " where cycle = :cycle order by version, at, voice, words")
            .bind("cycle", cycle)
            .map(
                (row, ctx) ->
                    new Said(
                        row.getInt("version"),
                        row.getString("person"),
                        row.getInt("agrees") == 1,
                        row.getString("words"),
                        row.getString("voice")))
            .list();
    return h.createQuery(
            "select version, words, at from purpose where cycle = :cycle order by version")
        .bind("cycle", cycle)
        .map(
            (row, ctx) -> {
              int version = row.getInt("version");
              int agreed = 0;
              String mine = "";
              String myWords = "";
              List<Purpose.Dissent> dissents = new ArrayList<>();
              for (Said one : said) {
                if (one.version() != version) {
                  continue;
                }
                boolean own = one.person().equals(me.id());
                if (own) {
                  mine = one.agrees() ? "agrees" : "dissents";
                  myWords = one.words();
                }
                if (one.agrees()) {
                  agreed++;
                } else {
                  dissents.add(new Purpose.Dissent(one.voice(), one.words(), own));
                }
              }
              return new Purpose(
                  version,
                  row.getString("words"),
                  row.getLong("at"),
                  agreed,
                  dissents,
                  mine,
                  myWords);
            })
        .list();
  }

  /**
   * Words the purpose anew. Whoever does so agrees to it.
   *
   * @param looked the version they looked at; 0 when there was none
   * @return the number of the new wording
   * @throws ClashException if somebody else worded it anew meanwhile
   */
  public int word(Person me, String cycle, int looked, String words) {
    String given = Form.needed(words, "the purpose, in a sentence", "words");
    return store.write(
        h -> {
          Voice voice = Membership.needed(h, cycle, me);
          List<Purpose> all = of(h, cycle, me);
          int last = all.size();
          if (last > 0 && all.get(last - 1).words().equals(given)) {
            return last; // Sent twice, or nothing to change.
          }
          if (last != looked) {
            String theirs = last == 0 ? "" : all.get(last - 1).words();
            throw new ClashException(last, List.of(new Sent.Field("words", "Purpose", theirs)));
          }
          if (insert(h, cycle, last + 1, given, me.id(), clock.millis()) == 0) {
            String theirs = of(h, cycle, me).get(last).words();
            throw new ClashException(last + 1, List.of(new Sent.Field("words", "Purpose", theirs)));
          }
          say(h, cycle, last + 1, me.id(), voice, true, "", clock.millis());
          Audit.add(h, me.id(), Audit.Action.CYCLE_PURPOSE_WORDED, cycle, clock.millis());
          return last + 1;
        });
  }

  /**
   * Says that one agrees to a wording or does not; said again, it takes the place of what one said
   * before.
   *
   * @param words why not, kept as they are
   */
  public void agree(Person me, String cycle, int version, boolean agrees, String words) {
    String given = agrees ? "" : Form.within(words, "words");
    store.change(
        h -> {
          Voice voice = Membership.needed(h, cycle, me);
          List<Purpose> all = of(h, cycle, me);
          if (version < 1 || version > all.size()) {
            throw ProblemException.of(
                Problem.Kind.NOT_ACCEPTED, "There is no such wording. Open the page again.");
          }
          Purpose wording = all.get(version - 1);
          boolean same =
              Objects.equals(wording.mine(), agrees ? "agrees" : "dissents")
                  && wording.myWords().equals(given);
          if (!same) {
            h.createUpdate(
                    "delete from purpose_voice where cycle = :cycle and version = :version"
                        + " and person = :me")
                .bind("cycle", cycle)
                .bind("version", version)
                .bind("me", me.id())
                .execute();
            say(h, cycle, version, me.id(), voice, agrees, given, clock.millis());
          }
        });
  }

  /** Writes a wording down, unless somebody else has just written that number. */
  static int insert(Handle h, String cycle, int version, String words, String author, long now) {
    return h.createUpdate(
            "insert into purpose (cycle, version, words, author, at)"
                + " values (:cycle, :version, :words, :author, :now)"
                + " on conflict (cycle, version) do nothing")
        .bind("cycle", cycle)
        .bind("version", version)
        .bind("words", words)
        .bind("author", author)
        .bind("now", now)
        .execute();
  }

  static void say(
      Handle h,
      String cycle,
      int version,
      String person,
      Voice voice,
      boolean agrees,
      String words,
      long now) {
    h.createUpdate(
            "insert into purpose_voice (cycle, version, person, agrees, words, at, voice)"
                + " values (:cycle, :version, :person, :agrees, :words, :now, :voice)")
        .bind("cycle", cycle)
        .bind("version", version)
        .bind("person", person)
        .bind("agrees", agrees ? 1 : 0)
        .bind("words", words)
        .bind("now", now)
        .bind("voice", voice.id())
        .execute();
  }
}
