package org.kith.pages.cycles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.cycles.CycleEntry;
import org.kith.cycles.Experiment;
import org.kith.cycles.Kind;
import org.kith.cycles.Stage;
import org.kith.cycles.Walk;
import org.kith.words.Numbers;

/**
 * What stands at each of the four places, and which paths were walked back. Nothing on it is
 * measured, and no place is further than another.
 *
 * @param walked paths walked back, the last walk on each
 */
public record Landscape(
    String understand, String design, String tries, String embed, List<Walked> walked) {

  /**
   * A path with what is written along it.
   *
   * @param path id of the path between the two places
   */
  public record Walked(String path, String words) {}

  private static final int MOST_WALKED = 2;

  static Landscape of(
      List<CycleEntry> entries, List<Experiment> experiments, List<Walk> walks, int unanswered) {
    List<CycleEntry> here = entries.stream().filter(CycleEntry::stands).toList();
    return new Landscape(
        understand(here) + back(walks, Stage.UNDERSTAND),
        design(here, experiments) + back(walks, Stage.DESIGN),
        tries(experiments) + back(walks, Stage.TRY),
        embed(here, unanswered),
        walked(walks));
  }

  /** How many barriers a cycle raised that nobody has answered. */
  static int unanswered(Handle h, String cycle) {
    return h.createQuery(
            "select count(*) from tie t where t.from_cycle = :cycle and t.kind = 'barrier' and not"
                + " exists (select 1 from tie_reply r where r.tie = t.id)")
        .bind("cycle", cycle)
        .mapTo(int.class)
        .one();
  }

  private static String understand(List<CycleEntry> here) {
    int questions = count(here, Kind.QUESTION);
    if (questions > 0) {
      return some(questions, "question") + " open.";
    }
    int others = (int) here.stream().filter(e -> e.stage() == Stage.UNDERSTAND).count();
    return others == 0
        ? "Nothing written down yet. Who has a part in it?"
        : some(others, "thing") + " written down. No question asked yet.";
  }

  private static String design(List<CycleEntry> here, List<Experiment> experiments) {
    int shaped = (int) experiments.stream().filter(e -> e.state().equals("planned")).count();
    int notes = (int) here.stream().filter(e -> e.stage() == Stage.DESIGN).count();
    if (shaped == 0 && notes == 0) {
      return "Nothing is being shaped. What could be tried?";
    }
    return (shaped == 0 ? "" : some(shaped, "experiment") + " being shaped. ")
        .concat(notes == 0 ? "" : some(notes, "thing") + " written down.")
        .strip();
  }

  private static String tries(List<Experiment> experiments) {
    int running = state(experiments, "trying");
    int stopped = state(experiments, "stopped");
    int ended = state(experiments, "ended");
    List<String> parts = new ArrayList<>();
    if (running > 0) {
      parts.add(Numbers.counted(running, "experiment") + " running");
    }
    if (stopped > 0) {
      parts.add(Numbers.small(stopped) + " stopped on purpose");
    }
    if (ended > 0) {
      parts.add(Numbers.small(ended) + " come to an end");
    }
    return parts.isEmpty()
        ? "Nothing is being tried. It can be small."
        : Numbers.capital(String.join(", ", parts)) + ".";
  }

  private static String embed(List<CycleEntry> here, int unanswered) {
    int kept =
        (int)
            here.stream()
                .filter(e -> e.became().equals("adopted") || e.became().equals("adapted"))
                .count();
    List<String> parts = new ArrayList<>();
    if (kept > 0) {
      parts.add(some(kept, "habit") + " kept.");
    }
    if (unanswered > 0) {
      parts.add(some(unanswered, "barrier") + " raised and not answered.");
    }
    return parts.isEmpty() ? "Nothing kept or passed on yet." : String.join(" ", parts);
  }

  private static int state(List<Experiment> experiments, String state) {
    return (int) experiments.stream().filter(e -> e.state().equals(state)).count();
  }

  private static int count(List<CycleEntry> here, Kind kind) {
    return (int) here.stream().filter(e -> e.kind() == kind).count();
  }

  private static String some(int count, String noun) {
    return Numbers.capital(Numbers.counted(count, noun));
  }

  private static String back(List<Walk> walks, Stage to) {
    Optional<Walk> last = Walk.lastTo(walks, to);
    return last.map(w -> " Gone back to on " + CycleWords.dayMonth(w.day()) + ".").orElse("");
  }

  /** The last two paths that were walked back; more words would cover the land. */
  private static List<Walked> walked(List<Walk> walks) {
    List<Walked> all = new ArrayList<>();
    for (int i = walks.size() - 1; i >= 0 && all.size() < MOST_WALKED; i--) {
      Walk walk = walks.get(i);
      String path = "walk-" + walk.to().id() + "-" + walk.from().id();
      if (all.stream().noneMatch(w -> w.path().equals(path))) {
        all.add(new Walked(path, "walked back on " + CycleWords.dayMonth(walk.day())));
      }
    }
    return all;
  }
}
