package org.kith.residents;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.kith.http.Problem;
import org.kith.http.ProblemException;

/**
 * So much may be kept in a minute of what people send with their codes, by everybody together: who
 * sends it is not looked at, and so cannot be counted. Safe for many threads.
 */
final class Pace {
  static final int IN_A_MINUTE = 60;

  private static final long MINUTE = 60_000;

  private final Clock clock;
  private final Deque<Long> kept = new ArrayDeque<>();

  Pace(Clock clock) {
    this.clock = clock;
  }

  /**
   * Something more is to be kept.
   *
   * @throws ProblemException if there was too much in the last minute
   */
  synchronized void step() {
    long now = clock.millis();
    while (!kept.isEmpty() && kept.peekFirst() <= now - MINUTE) {
      kept.removeFirst();
    }
    if (kept.size() >= IN_A_MINUTE) {
      throw ProblemException.of(
          Problem.Kind.TOO_MANY,
          "Very many people are here just now, and it is not kept yet. Send it again in a minute.");
    }
    kept.addLast(now);
  }
}
