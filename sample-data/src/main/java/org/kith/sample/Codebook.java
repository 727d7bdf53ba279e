package org.kith.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The codebook of the sample: thirteen themes, as people there named them. */
final class Codebook {
  /**
   * A theme.
   *
   * @param label in the labelled reflections
   * @param id in the store
   */
  record Theme(String label, String id, String name, String about) {}

  static final List<Theme> THEMES =
      List.of(
          new Theme(
              "T1",
              "waiting-for-a-panel",
              "Waiting for a panel",
              "Everyone agrees what is needed, and it waits for a meeting or a signature."),
          new Theme(
              "T2",
              "a-small-sum",
              "A small sum on the spot",
              "Being trusted to spend a little at once, and what that saves."),
          new Theme(
              "T3",
              "passed-around",
              "Passed from door to door",
              "Referred on, referred back, and met by nobody."),
          new Theme(
              "T4",
              "food-first",
              "Food comes first",
              "Kitchens, meals and tea as how trust begins."),
          new Theme(
              "T5",
              "same-questions",
              "The same questions again",
              "Forms that ask what another form has asked."),
          new Theme(
              "T6",
              "neighbours",
              "Neighbours helping each other",
              "Help that starts between people, without a service in it."),
          new Theme(
              "T7",
              "rule-in-the-way",
              "A rule stopped the obvious thing",
              "What everyone in the room would do, and what a rule would not let them."),
          new Theme(
              "T8",
              "another-worker",
              "Another worker, again",
              "Trust that breaks when the person at the door changes."),
          new Theme(
              "T9",
              "writing-it-down",
              "Afraid of writing it down",
              "What is left out of a record because of who may read it."),
          new Theme(
              "T10",
              "been-there",
              "Someone who has been there",
              "What a peer could do that the service could not."),
          new Theme(
              "T11",
              "the-bus",
              "The bus that stopped",
              "People who cannot come, or get home, since a route ended."),
          new Theme(
              "T12",
              "on-a-screen",
              "Meeting on a screen",
              "Appointments by video, and what does not reach across."),
          new Theme(
              "T13",
              "damp-first",
              "Damp first",
              "Repairs before plans: a dry room, then the rest."));

  /** Named by one team for what turned out to be the same thing, and merged into the bus. */
  static final Theme MERGED =
      new Theme("", "getting-home", "Getting home at night", "Late shifts and last journeys.");

  /** Somebody proposed it; people looked and set it aside. */
  static final Theme SET_ASIDE =
      new Theme("", "the-weather", "The weather", "It came up, and told nobody anything.");

  private static final Map<String, Theme> BY_LABEL = new LinkedHashMap<>();

  static {
    THEMES.forEach(t -> BY_LABEL.put(t.label(), t));
  }

  private Codebook() {}

  static Theme of(String label) {
    return BY_LABEL.get(label);
  }
}
