package org.kith.words;

import java.util.List;
import java.util.Map;
import org.kith.reflection.Level;

/** What was tapped beside a reflection, in words. */
public final class Taps {
  private static final Map<String, String> LEVELS =
      Map.of(
          Level.PRACTITIONER_PERSON.id(), "Practitioner and person",
          Level.MANAGER_PRACTITIONER.id(), "Manager and practitioner",
          Level.LEADER_MANAGER.id(), "Leader and manager",
          Level.COMMISSIONER_LEADER.id(), "Commissioner and leader",
          Level.POLICY.id(), "Policy");
  private static final Map<String, String> BARRIERS =
      Map.of(
          "rule", "A rule",
          "form", "A form",
          "funding", "Funding",
          "threshold", "A threshold",
          "law", "A law",
          "other", "Something else");
  private static final Map<String, String> CARRIED =
      Map.of(
          "service", "The service",
          "me", "The practitioner",
          "community", "The community",
          "person", "The person");

  /** What carries progress, from outside the person to within. */
  public static final List<String> FROM_OUTSIDE_TO_WITHIN =
      List.of("service", "me", "community", "person");

  private Taps() {}

  /** A level: "Practitioner and person". */
  public static String level(String id) {
    return LEVELS.getOrDefault(id, plain(id));
  }

  /** A barrier: "A form"; what a place added itself is said as it is written. */
  public static String barrier(String id) {
    return BARRIERS.getOrDefault(id, plain(id));
  }

  /** What carried progress: "The community". */
  public static String carried(String id) {
    return CARRIED.getOrDefault(id, plain(id));
  }

  private static String plain(String id) {
    return Numbers.capital(id.replace('-', ' '));
  }
}
