package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.ConstructRow;
import org.kith.published.LevelRow;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.words.Hidden;
import org.kith.words.Level;

/** What people say: everything that was asked, construct by construct, never added together. */
record ConstructsPage(Frame frame, String who, List<Entry> entries) {

  /** A construct and its questions. */
  record Entry(ConstructRow construct, String path, List<Question> questions) {}

  /**
   * A question.
   *
   * @param wording the question, or the name of a score
   * @param asked whether the wording was put to people
   * @param said what people answered, in one sentence
   */
  record Question(String wording, boolean asked, String said, String path) {}

  static ConstructsPage of(View view) {
    Unit unit = unit(view);
    return new ConstructsPage(
        Frame.of(view, "What people say", "constructs"), unit.name(), entries(view));
  }

  private static Unit unit(View view) {
    return view.mine()
        .flatMap(
            o -> view.units().stream().filter(u -> u.id().equals(o.organisation())).findFirst())
        .orElse(Unit.ALL);
  }

  static List<Entry> entries(View view) {
    List<Entry> entries = new ArrayList<>();
    for (ConstructRow construct : view.constructs()) {
      List<Question> questions = new ArrayList<>();
      for (Choice asked : Choice.questions(view, construct)) {
        Optional<Choice> choice =
            Choice.of(view, construct.construct(), null, unit(view).id(), asked.question());
        choice.ifPresent(
            c ->
                questions.add(
                    new Question(
                        c.wording(),
                        c.item() != null,
                        c.wave().label() + ". " + said(view, c),
                        "/constructs/" + construct.construct() + "?item=" + c.question())));
      }
      if (!questions.isEmpty()) {
        entries.add(
            new Entry(construct, "/constructs/" + construct.construct(), List.copyOf(questions)));
      }
    }
    return entries;
  }

  private static String said(View view, Choice c) {
    DisclosureRules rules = view.manifest().disclosure();
    String instrument = c.instrument().instrument();
    if (c.item() == null) {
      return view.scale(instrument, c.wave().wave(), c.unit())
          .map(s -> Level.score(s, rules.people(), rules.organisations()))
          .orElse(Hidden.notAsked(c.unit().name(), c.wave().label()));
    }
    Optional<LevelRow> level = view.level(instrument, c.item().item(), c.wave().wave(), c.unit());
    if (level.isEmpty()) {
      return Hidden.notAsked(c.unit().name(), c.wave().label());
    }
    if (c.item().countedAs().isEmpty() && level.get().answered() != null) {
      return Level.spread(
          level.get().answered(),
          c.answers(view),
          view.distribution(instrument, c.item().item(), c.wave().wave(), c.unit()));
    }
    return Level.of(level.get(), c.item(), rules.people(), rules.organisations());
  }
}
