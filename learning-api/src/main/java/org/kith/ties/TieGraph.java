package org.kith.ties;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Which cycle reaches which by ties upwards, in the scales they had when each was raised. */
record TieGraph(Map<String, List<String>> to) {

  /** The ties upwards of a store. */
  static TieGraph upwards(Handle h) {
    Map<String, List<String>> to = new HashMap<>();
    h.createQuery(
            "select distinct from_cycle, to_cycle from tie"
                + " where way = 'up' and to_cycle is not null")
        .map((row, ctx) -> Map.entry(row.getString("from_cycle"), row.getString("to_cycle")))
        .forEach(e -> to.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    return new TieGraph(to);
  }

  /** Whether one cycle is reached from another, over any number of ties. */
  boolean reaches(String from, String target) {
    Set<String> seen = new HashSet<>(Set.of(from));
    Deque<String> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      String cycle = next.pop();
      if (cycle.equals(target)) {
        return true;
      }
      for (String up : to.getOrDefault(cycle, List.of())) {
        if (seen.add(up)) {
          next.push(up);
        }
      }
    }
    return false;
  }
}
