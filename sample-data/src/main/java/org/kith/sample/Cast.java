package org.kith.sample;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who is in the story: people whom the generator draws, found by what they do, and some who answer
 * to nobody here, such as residents and those who commission.
 */
final class Cast {
  private final Map<String, Staff> people = new LinkedHashMap<>();
  private final List<Staff> added = new ArrayList<>();
  private final Map<String, Object> file = StoryFile.read("cast.yaml");

  private Cast() {}

  /**
   * The cast among these people.
   *
   * @throws IllegalStateException if somebody whom the story needs is not among them
   */
  static Cast of(List<Staff> staff) {
    Cast cast = new Cast();
    StoryFile.map(cast.file.get("drawn"))
        .forEach((name, which) -> cast.people.put(name, find(staff, StoryFile.list(which))));
    StoryFile.map(cast.file.get("added"))
        .forEach((name, who) -> cast.people.put(name, cast.add(StoryFile.map(who))));
    return cast;
  }

  private static Staff find(List<Staff> staff, List<Object> which) {
    String organisation = which.get(0).equals("") ? null : (String) which.get(0);
    return staff.stream()
        .filter(s -> Objects.equals(s.organisation(), organisation) && s.is((String) which.get(1)))
        .skip((int) which.get(2) - 1L)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is nobody for the story: " + which));
  }

  private Staff add(Map<String, Object> who) {
    String name = (String) who.get("name");
    String id =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replace(' ', '-');
    Staff one =
        new Staff(id, name, null, (String) who.get("position"), List.of("practitioner"), null);
    added.add(one);
    return one;
  }

  /** Those who are in the story only. */
  List<Staff> added() {
    return List.copyOf(added);
  }

  Staff person(String name) {
    Staff one = people.get(name);
    if (one == null) {
      throw new IllegalStateException("Nobody in the cast is called '" + name + "'.");
    }
    return one;
  }

  String id(String name) {
    return person(name).id();
  }

  /** In which voice somebody speaks. */
  String voice(String name) {
    Object said = StoryFile.map(file.get("voices")).get(name);
    return said == null ? voice(person(name)) : (String) said;
  }

  static String voice(Staff one) {
    return switch (one.position()) {
      case "resident", "manager", "leader", "commissioner", "policy" -> one.position();
      default -> "practitioner";
    };
  }

  /** The names in a list, or in the group that a word or a list's words stand for. */
  List<String> names(Object value) {
    Stream<String> words =
        value instanceof String one ? Stream.of(one) : StoryFile.texts(value).stream();
    Map<String, Object> groups = StoryFile.map(file.get("groups"));
    return words
        .flatMap(
            w -> groups.containsKey(w) ? StoryFile.texts(groups.get(w)).stream() : Stream.of(w))
        .distinct()
        .toList();
  }
}
