package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import org.kith.people.Person;
import org.kith.reflection.Audience;

/** What each audience means, written once for every page that offers or shows one. */
final class AudienceWords {
  /** What stays true whatever is chosen. */
  static final String COURT =
      "Whatever you choose, a court can ask for what is written here, and withdrawing does not undo"
          + " what somebody has read. Leave out names, and the facts that belong in someone’s"
          + " record.";

  /** Who can change it. */
  static final String YOURS = "Only you can change this, and you can take it back.";

  /** Below this many, people in a cycle may guess who wrote. */
  private static final int MAY_GUESS = 11;

  private static final String NOBODY = "Nobody else is in it yet.";

  private AudienceWords() {}

  /**
   * One audience to choose.
   *
   * @param value me, counts, team:ID or cycle:ID
   * @param name in a few words
   * @param group the name of the team or cycle, or empty
   * @param means what it means
   */
  record Offer(String value, String name, String group, String means, boolean chosen) {}

  /** The name of an audience. */
  static String name(Audience audience) {
    return switch (audience) {
      case ME -> "Only me";
      case TEAM -> "My team";
      case CYCLE -> "Our learning cycle";
      case COUNTS -> "Count my taps, show nobody";
    };
  }

  /** Who reads it while nobody else may. */
  static String me() {
    return "Nobody is told that you wrote.";
  }

  /** What is counted while nobody else may read it. */
  static String counts() {
    return "The taps join others’ in a total. The words stay with me.";
  }

  /** Who reads it with a team as audience. The script of the page to write on says the same. */
  static String team(Person.Group team) {
    int n = team.members();
    return n < 2
        ? NOBODY
        : n + " people, with my name. Not my manager, unless one of the " + n + ".";
  }

  /** Who reads it with a learning cycle as audience. That script says the same. */
  static String cycle(Person.Group cycle) {
    int n = cycle.members();
    return n < 2
        ? NOBODY
        : n
            + " people, without my name"
            + (n < MAY_GUESS ? ", though so few may guess" : "")
            + ". My words are counted with others’.";
  }

  /** Everything somebody can choose, narrowest first. */
  static List<Offer> offers(Person me, String chosen) {
    List<Offer> all = new ArrayList<>();
    all.add(offer("me", Audience.ME, "", me(), chosen));
    me.teams()
        .forEach(t -> all.add(offer("team:" + t.id(), Audience.TEAM, t.name(), team(t), chosen)));
    me.cycles()
        .forEach(
            c -> all.add(offer("cycle:" + c.id(), Audience.CYCLE, c.name(), cycle(c), chosen)));
    all.add(offer("counts", Audience.COUNTS, "", counts(), chosen));
    return all;
  }

  private static Offer offer(
      String value, Audience audience, String group, String means, String chosen) {
    return new Offer(value, name(audience), group, means, value.equals(chosen));
  }
}
