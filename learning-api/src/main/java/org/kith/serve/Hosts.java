package org.kith.serve;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names a server on this machine answers under. A page elsewhere can have its own name point
 * here (DNS rebinding) and so read what is shown to this machine; it then asks under that name.
 *
 * @param names lower case, without port; empty for any
 */
record Hosts(Set<String> names) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * The names for a server: the one people come by, and localhost for whoever looks after it. One
   * that is bound to the network and was told no name has none to hold people to.
   *
   * @param site the name people come by, or empty
   */
  static Hosts of(String bound, String site) {
    if (site.isEmpty()) {
      return new Hosts(loopback(bound) ? LOOPBACK : Set.of());
    }
    Set<String> names = new HashSet<>(LOOPBACK);
    names.add(site);
    return new Hosts(Set.copyOf(names));
  }

  /** Whether an address is this machine only. */
  static boolean loopback(String bound) {
    return bound.equals("localhost") || bound.equals("::1") || bound.startsWith("127.");
  }

  /** Whether a request's Host header is one of them. */
  boolean know(String header) {
    return names.isEmpty() || (header != null && names.contains(name(header)));
  }

  private static String name(String header) {
    return header.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]*$", "");
  }
}
