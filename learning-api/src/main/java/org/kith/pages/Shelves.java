package org.kith.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kith.people.Person;
import org.kith.prompts.Prompts;
import org.kith.prompts.PromptsApi;
import org.kith.reflection.Audience;
import org.kith.reflections.Opened;
import org.kith.reflections.Reflection;
import org.kith.store.Store;

/** The words of a place that pages on reflections use: its prompts, taps and themes. */
record Shelves(Store store, Prompts prompts) {

  /** Names of the themes in use, by id. */
  Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    store.read(PromptsApi::themes).forEach(t -> named.put(t.id(), t.name()));
    return named;
  }

  /** Names of all themes, also of those merged or set aside since somebody tapped them. */
  private Map<String, String> everNamed() {
    return store.read(
        h ->
            h.createQuery("select id, name from theme")
                .map((row, ctx) -> Map.entry(row.getString("id"), row.getString("name")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** A reflection in the words of the place. */
  Told told(Opened opened) {
    boolean themes = opened.taps().stream().anyMatch(t -> t.tap().equals("theme"));
    return Told.of(opened, prompts, themes ? everNamed() : Map.of());
  }

  List<Choice.Option> years(List<String> years, String chosen) {
    return options("Any year", years.stream().map(y -> new String[] {y, y}), chosen);
  }

  List<Choice.Option> themes(String chosen) {
    return options(
        "Any theme",
        named().entrySet().stream().map(e -> new String[] {e.getKey(), e.getValue()}),
        chosen);
  }

  static List<Choice.Option> audiences(Audience chosen) {
    return options(
        "Anybody",
        Stream.of(Audience.values()).map(a -> new String[] {a.id(), AudienceWords.name(a)}),
        chosen == null ? null : chosen.id());
  }

  private static List<Choice.Option> options(String any, Stream<String[]> others, String chosen) {
    return Stream.concat(
            Stream.of(new Choice.Option("", any, chosen == null)),
            others.map(o -> new Choice.Option(o[0], o[1], o[0].equals(chosen))))
        .toList();
  }

  /** An audience as forms send it. */
  static String chosen(Reflection r) {
    return switch (r.audience()) {
      case TEAM -> "team:" + r.team();
      case CYCLE -> "cycle:" + r.cycle();
      case ME, COUNTS -> r.audience().id();
    };
  }

  /** The name of one of somebody's groups. */
  static String name(List<Person.Group> groups, String id) {
    return groups.stream()
        .filter(g -> g.id().equals(id))
        .map(Person.Group::name)
        .findFirst()
        .orElse("");
  }
}
