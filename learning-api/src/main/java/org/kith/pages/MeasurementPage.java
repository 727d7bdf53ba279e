package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kith.access.Visitor;
import org.kith.learning.FigureId;
import org.kith.learning.View;
import org.kith.published.Gate;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.ReliabilityRow;
import org.kith.words.Comparing;
import org.kith.words.HangingTogether;

/**
 * Whether a questionnaire can bear the weight that is put on it.
 *
 * @param found in two sentences, whether it can
 * @param sections what follows, each under its own question
 * @param script lines for R that check it
 * @param waves to choose from
 * @param pins the indicator that a figure shows
 */
record MeasurementPage(
    Frame frame,
    Questionnaire about,
    String constructName,
    String constructPath,
    List<String> found,
    List<ConstructPage.Section> sections,
    String script,
    List<Choice.Option> waves,
    Function<Figure, FigureId> pins) {

  /** The page, or empty when the address names something that is not there. */
  static Optional<MeasurementPage> of(View view, String instrument, String wave) {
    return Questionnaire.of(view, instrument, wave).map(q -> of(view, q));
  }

  private static MeasurementPage of(View view, Questionnaire about) {
    List<ConstructPage.Section> sections = new ArrayList<>();
    add(
        sections,
        "together",
        "Do the questions hang together?",
        HoldsFigures.reliability(view, about));
    add(
        sections,
        "questions",
        "How does each question go with the others?",
        HoldsFigures.items(view, about));
    add(
        sections,
        "everywhere",
        "Does each question mean the same everywhere?",
        HoldsFigures.comparability(view, about));
    add(sections, "missing", "Whose voice is missing?", StandsFigures.representation(view, about));
    add(
        sections,
        "weights",
        "Would those who live here say the same?",
        about.main(view).flatMap(m -> StandsFigures.weighted(view, about, m)));
    List<Figure> signs = SignsFigure.of(view, about);
    if (!signs.isEmpty()) {
      sections.add(new ConstructPage.Section("signs", "Did answers change in kind?", signs));
    }
    String construct = about.row().construct();
    return new MeasurementPage(
        Frame.of(view, "Measurement: " + about.row().name(), "constructs"),
        about,
        view.construct(construct).map(c -> c.name()).orElse(construct),
        "/constructs/" + construct,
        found(view, about),
        sections,
        CheckInR.of(view, about),
        view.waves().stream()
            .map(w -> new Choice.Option(w.wave(), w.label(), w.equals(about.wave())))
            .toList(),
        figure -> FigureFor.of(view, about, figure));
  }

  private static void add(
      List<ConstructPage.Section> to, String id, String heading, Optional<Figure> figure) {
    figure.ifPresent(f -> to.add(new ConstructPage.Section(id, heading, List.of(f))));
  }

  /** Whether the questions hang together, and whether organisations may be compared in them. */
  private static List<String> found(View view, Questionnaire about) {
    DisclosureRules rules = view.manifest().disclosure();
    List<String> found = new ArrayList<>();
    String wave = about.wave().wave();
    Optional<ReliabilityRow> row = view.measured().reliability(about.id(), wave);
    found.add(
        row.map(r -> HangingTogether.of(r, rules.people(), rules.organisations()))
            .orElse(HangingTogether.none(about.items(view).size())));
    about
        .main(view)
        .flatMap(m -> view.measured().health(about.id(), m, wave))
        .ifPresent(h -> found.add(said(row, h.gate())));
    return found;
  }

  private static String said(Optional<ReliabilityRow> row, Gate gate) {
    // What the first sentence said already is not said again.
    return gate == Gate.NOT_RELIABLE && row.map(r -> r.alpha() != null).orElse(false)
        ? "So organisations are not looked at beside one another in it."
        : Comparing.of(gate);
  }

  /** Whether anything at all is known; not in snapshots made before it was looked at. */
  boolean known() {
    return !sections.isEmpty();
  }

  /** The figure with this id, on this page. */
  Optional<Figure> figure(String id) {
    return sections.stream()
        .flatMap(s -> s.figures().stream())
        .filter(f -> f.id().equals(id) && f.table() != null)
        .findFirst();
  }

  /** Where a figure is pinned by somebody who takes part in a cycle; empty for others. */
  String pin(Figure figure, Visitor visitor) {
    return visitor.signedIn() && !visitor.me().cycles().isEmpty() && figure.table() != null
        ? "/evidence/new?figure=" + pins.apply(figure).text() + "&snapshot=" + figure.snapshot()
        : "";
  }
}
