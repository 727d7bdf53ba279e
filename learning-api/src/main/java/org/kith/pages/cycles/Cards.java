package org.kith.pages.cycles;

import java.util.ArrayList;
import java.util.List;
import org.kith.cycles.Experiment;
import org.kith.cycles.Observation;
import org.kith.pages.cycles.CyclePage.Part;
import org.kith.pages.cycles.CyclePage.Trial;
import org.kith.words.Numbers;

/**
 * Experiments as cards: those that go on before those that are over, each by the day they start.
 */
final class Cards {
  private Cards() {}

  static List<Trial> of(List<Experiment> experiments, List<Observation> notes) {
    List<Trial> cards = new ArrayList<>();
    experiments.stream().filter(e -> !e.over()).forEach(e -> cards.add(of(e, notes)));
    experiments.stream().filter(Experiment::over).forEach(e -> cards.add(of(e, notes)));
    return cards;
  }

  static Trial of(Experiment e, List<Observation> notes) {
    return new Trial(e.id(), look(e), kind(e), e.title(), parts(e, notes), when(e), more(e));
  }

  private static String look(Experiment e) {
    return switch (e.state()) {
      case "stopped" -> "stopped";
      case "planned" -> "planned";
      default -> "";
    };
  }

  static String kind(Experiment e) {
    String on = e.ended().isEmpty() ? "" : ", " + Numbers.day(e.ended());
    return switch (e.state()) {
      case "stopped" -> "Stopped on purpose" + on;
      case "ended" -> "Came to its end" + on;
      case "planned" -> e.probe() ? "A probe being shaped, with no hunch" : "A hunch, being shaped";
      default -> e.probe() ? "A probe, with no hunch" : "A hunch, tried out";
    };
  }

  static List<Part> parts(Experiment e, List<Observation> notes) {
    List<Part> parts = new ArrayList<>();
    boolean over = e.over();
    if (e.probe()) {
      parts.add(new Part("Our hunch", "None. We want to find out what happens.", true));
    } else {
      add(parts, over ? "Our hunch was" : "Our hunch", e.hunch(), true);
    }
    add(
        parts,
        e.probe() ? "We notice" : over ? "We expected to see" : "We expect to see",
        e.expect(),
        false);
    if (over) {
      add(parts, "What came", e.learned(), false);
    }
    add(parts, over ? "It would have surprised us" : "It would surprise us", e.surprise(), true);
    add(parts, over ? "We watched for harm" : "We watch for harm", e.harms(), false);
    notes.stream()
        .filter(n -> n.experiment().equals(e.id()) && n.adaptation())
        .forEach(
            n ->
                parts.add(
                    new Part(
                        "Changed on the way",
                        CycleWords.dayMonth(n.happened())
                            + ": "
                            + ended(n.words())
                            + " Because: "
                            + ended(n.reason()),
                        false)));
    return parts;
  }

  private static void add(List<Part> parts, String label, String words, boolean said) {
    if (!words.isEmpty()) {
      parts.add(new Part(label, words, said));
    }
  }

  /** Words with a full stop, unless they end in something like it. */
  private static String ended(String words) {
    return words.matches("(?s).*[.!?…”]$") ? words : words + ".";
  }

  private static String when(Experiment e) {
    if (e.over()) {
      return e.learned().isEmpty() ? "What came of it is not written down yet." : "";
    }
    if (e.state().equals("planned")) {
      return "Starts on " + Numbers.day(e.starts()) + ".";
    }
    return e.look().isEmpty() ? "" : "We look again on " + Numbers.day(e.look()) + ".";
  }

  private static String more(Experiment e) {
    return e.holder().isEmpty() ? "" : "Held by: " + ended(e.holder());
  }
}
