package org.kith.logimport;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Logs that were read and wait for their author's yes: one for each person, in memory only, and for
 * half an hour. Nothing of them is on disk until it is kept.
 */
public final class Waiting {
  private static final int MOST = 20;
  private static final long HALF_AN_HOUR = 30 * 60 * 1000L;

  private record Held(Sheet sheet, long since) {}

  private final Clock clock;
  private final Map<String, Held> held = new LinkedHashMap<>();

  /** Nothing waits yet. */
  public Waiting(Clock clock) {
    this.clock = clock;
  }

  /** Holds a log in the place of an earlier one of the same person. */
  public synchronized void hold(String person, Sheet sheet) {
    held.remove(person);
    held.put(person, new Held(sheet, clock.millis()));
    if (held.size() > MOST) {
      held.remove(held.keySet().iterator().next());
    }
  }

  /** The log of this person with this hash, if it still waits. */
  public synchronized Optional<Sheet> of(String person, String hash) {
    held.values().removeIf(h -> clock.millis() - h.since() > HALF_AN_HOUR);
    return Optional.ofNullable(held.get(person))
        .map(Held::sheet)
        .filter(s -> s.hash().equals(hash));
  }

  /** Lets go of it. */
  public synchronized void done(String person) {
    held.remove(person);
  }
}
