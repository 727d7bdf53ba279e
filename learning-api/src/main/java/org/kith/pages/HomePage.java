package org.kith.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.ControlPointRow;
import org.kith.published.Indicator;
import org.kith.published.Manifest;
import org.kith.published.RespondentsRow;
import org.kith.published.Signal;
import org.kith.published.Visibility;
import org.kith.published.WaveRow;
import org.kith.words.Numbers;
import org.kith.words.Time;
import org.kith.words.Voices;

/**
 * Where someone arrives: the question this place works on, what is new, and questions worth a
 * conversation.
 *
 * @param question the question this place is working on, or empty
 * @param about what this is, in one sentence with its numbers
 * @param changed what changed since the snapshot before
 * @param wonders questions that the figures raise
 * @param news what came to the reader's own reflections, in a sentence, or empty
 * @param now what goes on in cycles and reviews
 */
record HomePage(
    Frame frame,
    String question,
    String about,
    List<String> changed,
    List<Wonder> wonders,
    List<ConstructsPage.Entry> constructs,
    String news,
    HomeNow now) {

  /**
   * A question worth a conversation.
   *
   * @param words the question
   * @param why what raised it
   * @param of where it comes from
   * @param path the page with its figure
   */
  record Wonder(String words, String why, String of, String path) {}

  private static final int FEW = 6;

  /**
   * The page.
   *
   * @param before the snapshot published before this one, if there is one
   * @param news what came to the reader's own reflections, or empty
   * @param now what goes on in cycles and reviews
   */
  static HomePage of(View view, Optional<View> before, String news, HomeNow now) {
    return new HomePage(
        Frame.of(view, "Home", "home"),
        view.manifest().about().question(),
        about(view),
        before.map(b -> changed(view, b)).orElse(first(view)),
        wonders(view),
        ConstructsPage.entries(view),
        news,
        now);
  }

  private static String about(View view) {
    List<String> names =
        view.constructs().stream().map(c -> c.name().toLowerCase(java.util.Locale.UK)).toList();
    return "What people around "
        + Numbers.counted(view.organisations().size(), "organisation")
        + " in "
        + Numbers.counted(view.places().size(), "place")
        + " say about "
        + Numbers.list(names)
        + ", so that those who work there can learn together. Nothing here scores anybody or puts"
        + " anybody in order.";
  }

  private static List<String> first(View view) {
    return List.of(
        "This is the first snapshot, so there is nothing before it to compare with.",
        "It rests on "
            + Numbers.counted(view.manifest().inputs().size(), "export")
            + " and "
            + Numbers.counted(view.waves().size(), "quarter")
            + ".");
  }

  private static List<String> changed(View now, View before) {
    List<String> changed = new ArrayList<>();
    List<String> waves =
        now.waves().stream()
            .filter(w -> before.waves().stream().noneMatch(b -> b.wave().equals(w.wave())))
            .map(WaveRow::label)
            .toList();
    changed.add(
        waves.isEmpty()
            ? "No new quarter since the snapshot before, " + before.snapshot() + "."
            : "New since the snapshot before, "
                + before.snapshot()
                + ": "
                + Numbers.list(waves)
                + ".");
    List<String> hashes = before.manifest().inputs().stream().map(Manifest.Input::sha256).toList();
    int fresh =
        (int) now.manifest().inputs().stream().filter(i -> !hashes.contains(i.sha256())).count();
    changed.add(
        fresh == 0
            ? "It rests on the same exports."
            : Numbers.capital(Numbers.counted(fresh, "export"))
                + (fresh == 1 ? " is" : " are")
                + " new or corrected.");
    int asked = now.instruments().size() - before.instruments().size();
    changed.add(
        asked > 0
            ? Numbers.capital(Numbers.counted(asked, "questionnaire"))
                + (asked == 1 ? " was" : " were")
                + " added."
            : "The same questions were asked.");
    return changed;
  }

  private static List<Wonder> wonders(View view) {
    Map<String, String> labels = new LinkedHashMap<>();
    view.waves().forEach(w -> labels.put(w.wave(), w.label()));
    List<Unit> units = new ArrayList<>();
    view.units().stream()
        .filter(u -> u.scope() == org.kith.published.Scope.ORGANISATION)
        .forEach(units::add);
    view.units().stream()
        .filter(u -> u.scope() != org.kith.published.Scope.ORGANISATION)
        .forEach(units::add);
    List<Wonder> wonders = new ArrayList<>();
    for (var construct : view.constructs()) {
      Optional<Wonder> one = Optional.empty();
      for (Choice question : Choice.questions(view, construct)) {
        for (Unit unit : units) {
          if (one.isEmpty()) {
            one = unlike(view, question, unit, labels);
          }
        }
      }
      one.ifPresent(wonders::add);
    }
    thin(view, units).ifPresent(wonders::add);
    if (wonders.size() < 2) {
      view.constructs().stream()
          .limit(2)
          .forEach(
              c ->
                  wonders.add(
                      new Wonder(
                          Indicator.DISTRIBUTION.question(),
                          "Before you look: write down what you think people said.",
                          c.name(),
                          "/constructs/" + c.construct())));
    }
    return wonders.stream().limit(FEW).toList();
  }

  /** A question for a line whose latest point, or one of its last, is unlike the others. */
  private static Optional<Wonder> unlike(
      View view, Choice question, Unit unit, Map<String, String> labels) {
    List<ControlPointRow> points =
        view.controlPoints(question.instrument().instrument(), question.measure(), unit);
    if (points.isEmpty() || points.get(points.size() - 1).signal() == null) {
      return Optional.empty();
    }
    ControlPointRow last = points.get(points.size() - 1);
    if (last.signal() == Signal.NONE || last.value() == null) {
      return Optional.empty();
    }
    Choice at =
        new Choice(
            question.construct(),
            question.instrument(),
            question.item(),
            unit,
            view.waves().stream()
                .filter(w -> w.wave().equals(last.wave()))
                .findFirst()
                .orElseThrow());
    String counted = question.item() == null ? "" : question.item().countedAs();
    return Optional.of(
        new Wonder(
            Time.wonder(last, labels, counted),
            Numbers.capital(labels.get(last.wave())) + " is " + last.signal().words() + ".",
            question.construct().name() + ", " + unit.name(),
            at.path() + "#time"));
  }

  private static Optional<Wonder> thin(View view, List<Unit> units) {
    for (Unit unit : units) {
      for (var instrument : view.instruments()) {
        for (WaveRow wave : view.latestWave().stream().toList()) {
          List<RespondentsRow> rows =
              view.respondents(instrument.instrument(), wave.wave(), unit).stream()
                  .filter(r -> r.visibility() == Visibility.SHOWN)
                  .toList();
          if (Voices.first(rows).isPresent()) {
            return Optional.of(
                new Wonder(
                    Indicator.RESPONDENTS.question(),
                    Voices.detail(Voices.first(rows).get()),
                    "Who answered, " + unit.name(),
                    "/constructs/"
                        + instrument.construct()
                        + "?place="
                        + unit.id()
                        + "&wave="
                        + wave.wave()
                        + "#missing"));
          }
        }
      }
    }
    return Optional.empty();
  }
}
