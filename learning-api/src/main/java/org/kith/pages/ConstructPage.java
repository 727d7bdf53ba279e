package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.access.Visitor;
import org.kith.cycles.Mark;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.LevelRow;
import org.kith.published.Scope;
import org.kith.published.WaveRow;
import org.kith.residents.Contests;
import org.kith.words.Numbers;

/**
 * What people say about one construct, seen through one of its questions.
 *
 * @param kicker whose answers these are
 * @param wording the question, or the name of the score
 * @param question whether the wording was put to people, so that it stands in quotation marks
 * @param statements the items behind a score
 * @param said the first figure
 * @param health how much weight the figure can bear, name and words
 * @param asked how it was asked, likewise
 * @param sections what follows
 * @param marks experiments of the reader's own cycles that hope to move this figure
 * @param contested what people who answered say was not so
 */
record ConstructPage(
    Frame frame,
    Choice choice,
    String kicker,
    String wording,
    boolean question,
    List<String> statements,
    String lead,
    Figure said,
    List<Health> health,
    List<Health> asked,
    List<Section> sections,
    List<Choice.Option> items,
    List<Choice.Option> places,
    List<Choice.Option> waves,
    List<Marked> marks,
    List<Contests.Shown> contested) {

  /** The same with what people who answered say of it. */
  ConstructPage contested(List<Contests.Shown> said) {
    return new ConstructPage(
        frame,
        choice,
        kicker,
        wording,
        question,
        statements,
        lead,
        this.said,
        health,
        asked,
        sections,
        items,
        places,
        waves,
        marks,
        said);
  }

  /** One thing to know before leaning on a number. */
  record Health(String name, String figure, String words) {}

  /**
   * A part of the page under its own question.
   *
   * @param further what a reader opens to see more, or empty
   * @param more the figures behind it
   */
  record Section(
      String id, String heading, List<Figure> figures, String further, List<Figure> more) {
    Section(String id, String heading, List<Figure> figures) {
      this(id, heading, figures, "", List.of());
    }
  }

  /** An experiment that stands on the figure over time as a mark. */
  record Marked(String title, String when, String href) {}

  /** The page as everybody sees it, or empty when the address names something not there. */
  static Optional<ConstructPage> of(
      View view, String construct, String wave, String place, String item) {
    return of(view, construct, wave, place, item, List.of());
  }

  /**
   * The page, or empty when the address names something that is not there.
   *
   * @param marks those the reader may see, of any figure
   */
  static Optional<ConstructPage> of(
      View view, String construct, String wave, String place, String item, List<Mark> marks) {
    return Choice.of(view, construct, wave, place, item)
        .map(c -> of(view, c, marks.stream().filter(m -> on(m, c)).toList()));
  }

  private static boolean on(Mark mark, Choice choice) {
    return mark.instrument().equals(choice.instrument().instrument())
        && mark.measure().equals(choice.measure())
        && mark.scope().equals(choice.unit().scope().name().toLowerCase(Locale.ROOT))
        && mark.unit().equals(choice.unit().id());
  }

  private static List<Marked> marked(List<Mark> marks) {
    return marks.stream()
        .map(
            m ->
                new Marked(
                    m.title(),
                    "since " + Numbers.day(m.starts()),
                    "/cycles/" + m.cycle() + "/experiments/" + m.experiment()))
        .toList();
  }

  private static ConstructPage of(View view, Choice choice, List<Mark> marks) {
    List<Section> sections = new ArrayList<>();
    add(
        sections,
        "time",
        "Has it changed?",
        TimeFigures.of(view, choice, marks),
        "From one quarter to the next",
        ChangeFigure.of(view, choice));
    add(
        sections,
        "same-people",
        "Did the same people move?",
        list(PanelFigure.of(view, choice)),
        "How people move over all the quarters",
        GrowthFigure.of(view, choice));
    String between = view.mine().isPresent() ? "Is it about us?" : "Is it about organisations?";
    List<Figure> strip = list(BetweenFigure.of(view, choice));
    // Where the comparison is withheld, its reason is said once.
    boolean compared = strip.stream().anyMatch(f -> f.table() != null);
    add(
        sections,
        "between",
        between,
        strip,
        "Beside how many people answered",
        compared ? FunnelFigure.of(view, choice) : Optional.empty());
    add(sections, "groups", "Who answers differently?", list(GroupsFigure.of(view, choice)));
    add(sections, "missing", "Whose voice is missing?", list(MissingFigure.of(view, choice)));
    List<String> statements =
        choice.item() == null
            ? view.items(choice.instrument().instrument()).stream().map(i -> i.wording()).toList()
            : List.of();
    String title =
        choice.construct().name() + ", " + choice.wave().label() + ": " + choice.unit().name();
    return new ConstructPage(
        Frame.of(view, title, "constructs"),
        choice,
        kicker(view, choice.unit()),
        choice.wording(),
        choice.item() != null,
        statements,
        lead(view, choice),
        SaidFigure.of(view, choice),
        HealthStrip.of(view, choice, answered(view, choice)),
        asked(view, choice),
        sections,
        items(view, choice),
        places(view, choice),
        view.waves().stream()
            .map(w -> new Choice.Option(w.wave(), w.label(), w.equals(choice.wave())))
            .toList(),
        marked(marks),
        List.of());
  }

  private static <T> List<T> list(Optional<T> found) {
    return found.map(List::of).orElse(List.of());
  }

  /**
   * A part with more behind a disclosure; what is behind it stands open where there is no other.
   */
  private static void add(
      List<Section> to,
      String id,
      String heading,
      List<Figure> figures,
      String further,
      Optional<Figure> more) {
    if (figures.isEmpty()) {
      add(to, id, heading, list(more));
    } else {
      to.add(new Section(id, heading, figures, more.isPresent() ? further : "", list(more)));
    }
  }

  private static void add(List<Section> to, String id, String heading, List<Figure> figures) {
    if (!figures.isEmpty()) {
      to.add(new Section(id, heading, figures));
    }
  }

  private static String kicker(View view, Unit unit) {
    int organisations = view.organisations().size();
    String all = view.manifest().workspace();
    return switch (unit.scope()) {
      case ALL ->
          "Everyone taking part in " + all + ", " + Numbers.counted(organisations, "organisation");
      case PLACE ->
          unit.name() + ", one of " + Numbers.counted(view.places().size(), "place") + " in " + all;
      case ORGANISATION ->
          unit.name()
              + ", one of "
              + Numbers.counted(organisations, "organisation")
              + " taking part in "
              + all;
    };
  }

  private static String lead(View view, Choice choice) {
    Optional<Integer> answered = answered(view, choice);
    String who =
        answered
            .map(n -> Numbers.people(n) + choice.people().substring("people".length()))
            .orElse(choice.people());
    return "This is what "
        + who
        + " answered in "
        + choice.wave().label().toLowerCase(Locale.UK)
        + ", what their answers can tell you, and what they cannot.";
  }

  private static Optional<Integer> answered(View view, Choice choice) {
    String instrument = choice.instrument().instrument();
    String wave = choice.wave().wave();
    return choice.item() == null
        ? view.scale(instrument, wave, choice.unit()).map(s -> s.people())
        : view.level(instrument, choice.item().item(), wave, choice.unit()).map(l -> l.answered());
  }

  /** How it was asked. */
  private static List<Health> asked(View view, Choice choice) {
    List<Health> health = new ArrayList<>();
    String instrument = choice.instrument().instrument();
    Integer organisations =
        choice.item() == null
            ? view.scale(instrument, choice.wave().wave(), choice.unit())
                .map(s -> s.organisations())
                .orElse(null)
            : view.level(instrument, choice.item().item(), choice.wave().wave(), choice.unit())
                .map(LevelRow::organisations)
                .orElse(null);
    if (organisations != null && choice.unit().scope() != Scope.ORGANISATION) {
      health.add(
          new Health(
              "Asked by", Numbers.counted(organisations, "organisation"), " in this quarter"));
    }
    long asked = view.waves().stream().filter(w -> asked(view, choice, w)).count();
    health.add(
        new Health(
            "Asked alike?",
            "The same words",
            asked == 1 ? ", asked once so far" : " in " + Numbers.counted((int) asked, "quarter")));
    health.add(wording(choice.instrument().wordingEvidence()));
    return health;
  }

  private static Health wording(String evidence) {
    if (evidence.isBlank() || evidence.matches("(?is).*\\b(memory|check|unseen|not seen)\\b.*")) {
      return new Health(
          "The wording",
          "To be checked",
          " against its source; the questionnaire’s page says what");
    }
    return new Health(
        "The wording",
        evidence.toLowerCase(Locale.UK).startsWith("seen")
            ? "Seen in its source"
            : evidence.substring(0, 1).toUpperCase(Locale.UK) + evidence.substring(1),
        "");
  }

  private static boolean asked(View view, Choice choice, WaveRow wave) {
    String instrument = choice.instrument().instrument();
    return choice.item() == null
        ? view.scale(instrument, wave.wave(), choice.unit()).isPresent()
        : view.level(instrument, choice.item().item(), wave.wave(), choice.unit()).isPresent();
  }

  private static List<Choice.Option> items(View view, Choice chosen) {
    return Choice.questions(view, chosen.construct()).stream()
        .map(
            c ->
                new Choice.Option(
                    c.question(),
                    c.item() == null ? "Score: " + c.wording() : c.wording(),
                    c.question().equals(chosen.question())))
        .toList();
  }

  private static List<Choice.Option> places(View view, Choice chosen) {
    return view.units().stream()
        .map(
            u ->
                new Choice.Option(
                    u.id(), Numbers.capital(u.name()), u.id().equals(chosen.unit().id())))
        .toList();
  }

  /** Where a figure is pinned by somebody who takes part in a cycle; empty for others. */
  String pin(Figure figure, Visitor visitor) {
    return visitor.signedIn() && !visitor.me().cycles().isEmpty() && figure.table() != null
        ? "/evidence/new?figure="
            + FigureFor.of(choice, figure).text()
            + "&snapshot="
            + figure.snapshot()
        : "";
  }

  /** The figure with this id, on this page. */
  Optional<Figure> figure(String id) {
    List<Figure> all = new ArrayList<>(List.of(said));
    sections.forEach(s -> all.addAll(s.figures()));
    sections.forEach(s -> all.addAll(s.more()));
    return all.stream().filter(f -> f.id().equals(id) && f.table() != null).findFirst();
  }
}
