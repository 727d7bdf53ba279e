package org.kith.pages.ties;

import java.time.Instant;
import java.util.List;
import org.kith.pages.Frame;
import org.kith.ties.Tie;
import org.kith.ties.Way;
import org.kith.words.Numbers;

/**
 * A tie as it is read from one of its ends.
 *
 * @param cycle id of the cycle it is read from
 * @param way which way it goes, seen from there
 * @param heading from or to whom
 * @param said what it is and since when
 * @param asked whether this cycle asked
 * @param replies whether this cycle writes the replies down
 * @param waits whether it waits for an answer
 * @param open whether it can be asked again
 * @param days how long ago it was raised, in words
 * @param again when it was last asked again, in words, or empty
 * @param answer the last one, or null
 * @param earlier those before it, oldest first
 */
public record TieLine(
    String id,
    String cycle,
    Way way,
    String heading,
    String words,
    String said,
    boolean asked,
    boolean replies,
    boolean waits,
    boolean open,
    String days,
    String again,
    Came answer,
    List<Came> earlier,
    List<Came> meanwhile) {

  /**
   * Something that came back, or what is done meanwhile.
   *
   * @param label what it says in one word, or empty
   * @param by in which voice and when
   */
  public record Came(String label, String words, String by) {}

  /** A tie read from one of its ends. */
  static TieLine of(Tie tie, String cycle, long now) {
    boolean asked = tie.from().cycle().equals(cycle);
    String what = Numbers.capital(tie.matter().words()) + ", " + tie.matter().done();
    List<Came> came = tie.replies().stream().map(r -> came(tie, r)).toList();
    return new TieLine(
        tie.id(),
        cycle,
        asked ? tie.way() : tie.way().seenFromThere(),
        asked ? "To " + tie.whereTo() : "From " + tie.from().name(),
        tie.words(),
        what
            + (asked ? " on " : " to us on ")
            + day(tie.raised())
            + (tie.yours() ? ", by you" : " by " + tie.voice().one()),
        asked,
        tie.repliedBy(cycle),
        tie.waits(),
        tie.open(),
        days(tie.days(now)),
        tie.reminded() == null ? "" : "Asked again on " + day(tie.reminded()) + ".",
        came.isEmpty() ? null : came.get(came.size() - 1),
        came.isEmpty() ? List.of() : came.subList(0, came.size() - 1),
        tie.meanwhile().stream()
            .map(
                m -> new Came("", m.words(), Numbers.capital(m.voice().one()) + ", " + day(m.at())))
            .toList());
  }

  private static Came came(Tie tie, Tie.Reply reply) {
    String who = reply.yours() ? "you" : reply.voice().one();
    return new Came(
        reply.answer().words(),
        reply.words(),
        (tie.to() == null ? "Written down by " + who : Numbers.capital(who))
            + ", "
            + day(reply.at()));
  }

  static String day(long at) {
    return Frame.DAY.format(Instant.ofEpochMilli(at));
  }

  static String days(long days) {
    return days == 0 ? "Raised today." : days == 1 ? "1 day." : "%,d days.".formatted(days);
  }

  /** The address of all of it. */
  public String path() {
    return "/cycles/" + cycle + "/ties/" + id;
  }
}
