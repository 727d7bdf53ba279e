package org.kith.pages;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.people.Role;

/**
 * Who may see and do what.
 *
 * @param groups one for each set of people who may come in
 */
record MatrixPage(Frame frame, List<Group> groups) {

  /** Addresses that the same people may use. */
  record Group(String who, List<Line> lines) {}

  /** One address: what it does, and of whose things. */
  record Line(String does, String path, String whose) {}

  static MatrixPage of(Frame frame, List<Doors.Door> doors) {
    Map<String, List<Line>> groups = new LinkedHashMap<>();
    for (Doors.Door door : doors) {
      if (!door.path().startsWith("/static/")) {
        groups.computeIfAbsent(who(door.entry()), w -> new ArrayList<>()).add(line(door));
      }
    }
    return new MatrixPage(
        frame, groups.entrySet().stream().map(g -> new Group(g.getKey(), g.getValue())).toList());
  }

  private static String who(Entry entry) {
    if (entry.anyone()) {
      return "Everybody, signed in or not";
    }
    if (entry.roles().containsAll(EnumSet.allOf(Role.class))) {
      return "Everybody who has signed in";
    }
    return "Only: " + entry.names();
  }

  private static Line line(Doors.Door door) {
    String does =
        switch (door.method().name()) {
          case "GET" -> "Read";
          case "DELETE" -> "Take away";
          default -> "Send";
        };
    return new Line(does, door.path(), door.entry().whose().words());
  }
}
