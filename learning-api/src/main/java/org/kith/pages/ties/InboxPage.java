package org.kith.pages.ties;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.kith.pages.Frame;
import org.kith.ties.Inbox;

/**
 * What waits for somebody.
 *
 * @param waiting what was raised to them, oldest first
 * @param trying what they said they are trying
 * @param raised what they raised, newest first
 * @param cycles whether they take part in any cycle
 * @param steward whether they have the steward's view
 */
public record InboxPage(
    Frame frame,
    List<Waiting> waiting,
    List<TieLine> trying,
    List<TieLine> raised,
    List<Inbox.Asked> reviews,
    boolean cycles,
    boolean steward) {

  /**
   * Something that waits.
   *
   * @param to name of the cycle that is asked
   * @param form for the answer
   */
  public record Waiting(TieLine tie, String to, ReplyForm form) {}

  /** A day as people write it. */
  public static String day(String iso) {
    return Frame.DAY.format(LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC));
  }
}
