package org.kith.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes guessing slow: after some failures under a name or from an address, each further one
 * doubles the pause before the next try. A try during a pause is not looked at and does not
 * lengthen it, so nobody can be kept out for longer than {@link #LONGEST} after others stop.
 *
 * <p>It is the same for names that there are and names that there are not. Kept in memory: starting
 * the server anew forgets it, which an attacker cannot bring about. Safe for many threads.
 */
final class Pauses {
  /** Failures that cost nothing: people mistype. */
  static final int FREE_PER_NAME = 5;

  /** More from one address, which a whole office may share. */
  static final int FREE_PER_ADDRESS = 20;

  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofMinutes(15);

  /** After so long without a failure it begins anew. */
  static final Duration FORGOTTEN = Duration.ofHours(24);

  private static final int MOST_KEPT = 20_000;

  private record Failures(int count, long last, long until) {}

  private final Clock clock;
  private final Map<String, Failures> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_KEPT;
        }
      };

  Pauses(Clock clock) {
    this.clock = clock;
  }

  /** How long to wait before trying this name from this address; zero for not at all. */
  synchronized Duration before(String name, String address) {
    long now = clock.millis();
    long until = Math.max(of(name(name), now).until(), of(address(address), now).until());
    return Duration.ofMillis(Math.max(0, until - now));
  }

  /** A try failed. */
  synchronized void failed(String name, String address) {
    add(name(name), FREE_PER_NAME);
    add(address(address), FREE_PER_ADDRESS);
  }

  /** A try went well: the name begins anew. The address does not, or its owner could reset it. */
  synchronized void wentWell(String name) {
    kept.remove(name(name));
  }

  private void add(String key, int free) {
    long now = clock.millis();
    int count = of(key, now).count() + 1;
    int doublings = Math.min(count - free - 1, 20);
    long pause = count <= free ? 0 : Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
    kept.put(key, new Failures(count, now, now + pause));
  }

  private Failures of(String key, long now) {
    Failures failures = kept.get(key);
    return failures == null || failures.last() + FORGOTTEN.toMillis() < now
        ? new Failures(0, now, 0)
        : failures;
  }

  private static String name(String name) {
    return "name " + Secret.hash(name);
  }

  private static String address(String address) {
    return "address " + address;
  }
}
