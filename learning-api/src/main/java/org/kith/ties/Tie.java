package org.kith.ties;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kith.cycles.Scale;
import org.kith.people.Voice;

/**
 * What one cycle passed on to another, or to somebody outside, with everything that came back.
 *
 * @param to the cycle it was raised to, or null when it went outside
 * @param outside who, in words, when there is no cycle to arrive at, or empty
 * @param voice in which voice it was raised
 * @param yours whether it was raised by the person who reads it
 * @param raised milliseconds since 1970
 * @param reminded when it was last asked again, or null
 * @param replies oldest first
 * @param meanwhile what those who asked do until an answer comes, oldest first
 */
public record Tie(
    String id,
    End from,
    End to,
    String outside,
    Way way,
    Matter matter,
    String words,
    Voice voice,
    boolean yours,
    long raised,
    Long reminded,
    List<Reply> replies,
    List<Meanwhile> meanwhile) {

  /** A cycle at one end of a tie. */
  public record End(String cycle, String name, Scale scale) {}

  /**
   * Something that came back.
   *
   * @param voice in which voice it was said; of a tie to somebody outside, of who wrote it down
   */
  public record Reply(
      String id, Answer answer, String words, Voice voice, boolean yours, long at) {}

  /** What those who asked do until an answer comes. */
  public record Meanwhile(String words, Voice voice, long at) {}

  public Tie {
    replies = List.copyOf(replies);
    meanwhile = List.copyOf(meanwhile);
  }

  /** The answer that counts: the last one. */
  public Optional<Reply> last() {
    return replies.isEmpty() ? Optional.empty() : Optional.of(replies.get(replies.size() - 1));
  }

  /** Whether anything came back. */
  public boolean answered() {
    return !replies.isEmpty();
  }

  /**
   * Whether it waits for an answer: nothing came back, or only that something is being tried, and
   * it was asked again since.
   */
  public boolean waits() {
    return last()
        .map(r -> r.answer() == Answer.TRYING && reminded != null && reminded > r.at())
        .orElse(true);
  }

  /** Whether it can be asked again: until something was changed, or cannot be. */
  public boolean open() {
    return last().map(r -> r.answer() == Answer.TRYING).orElse(true);
  }

  /** Whole days since it was raised. */
  public long days(long now) {
    return Math.max(0, Duration.ofMillis(now - raised).toDays());
  }

  /** Whether a cycle is the one that has to answer; of a tie outside, nobody here is. */
  public boolean asks(String cycle) {
    return to != null && to.cycle().equals(cycle);
  }

  /** Whether those in this cycle write the replies down. */
  public boolean repliedBy(String cycle) {
    return to == null ? from.cycle().equals(cycle) : to.cycle().equals(cycle);
  }

  /** Where it went, as a name. */
  public String whereTo() {
    return to == null ? outside : to.name();
  }
}
