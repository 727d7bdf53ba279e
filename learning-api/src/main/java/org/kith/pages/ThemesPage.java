package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.learning.Heard;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.Movement;
import org.kith.published.PeriodRow;
import org.kith.published.ThemePeriodRow;
import org.kith.published.ThemeRow;
import org.kith.published.WordRow;
import org.kith.words.Spoken;

/**
 * What is being said, first of all what is newly said.
 *
 * @param quarter the latest quarter's name, or empty when nothing was shared yet
 * @param newly themes spoken of by more authors than before, beyond chance
 * @param phrases words newly said
 * @param less themes spoken of by fewer
 * @param earlier what moved in the three quarters before, the latest first
 * @param all every theme, alphabetical
 * @param suggestions how many groups of words wait for somebody to name them or not
 */
record ThemesPage(
    Frame frame,
    String quarter,
    List<Entry> newly,
    List<String> phrases,
    List<Entry> less,
    List<Entry> earlier,
    List<Entry> all,
    int suggestions,
    List<ConstructPage.Section> sections) {

  /** A theme with its sentence. */
  record Entry(String name, String path, String said, String share) {}

  private static final int QUARTERS_BEFORE = 3;

  ThemesPage {
    earlier = List.copyOf(earlier);
    newly = List.copyOf(newly);
    all = List.copyOf(all);
  }

  /** Whether there is anything to read yet. */
  boolean empty() {
    return quarter.isEmpty();
  }

  /**
   * The page.
   *
   * @param names what people call themes now, by id; a permanent page has the names of its snapshot
   * @param start what links to themes start with
   */
  static ThemesPage of(View view, Map<String, String> names, int suggestions, String start) {
    Heard heard = view.heard();
    Frame frame = Frame.of(view, "Themes", "themes");
    Optional<PeriodRow> latest = heard.latest();
    if (latest.isEmpty()) {
      return new ThemesPage(
          frame, "", List.of(), List.of(), List.of(), List.of(), List.of(), suggestions, List.of());
    }
    List<Entry> newly = new ArrayList<>();
    List<Entry> less = new ArrayList<>();
    List<Entry> all = new ArrayList<>();
    String before = heard.before(latest.get().period()).map(PeriodRow::period).orElse("");
    for (ThemeRow theme : heard.themes()) {
      Map<String, ThemePeriodRow> rows = heard.theme(theme.theme(), Unit.ALL);
      ThemePeriodRow now = rows.get(latest.get().period());
      String name = names.getOrDefault(theme.theme(), theme.name());
      Entry entry =
          new Entry(
              name,
              start + theme.theme(),
              Spoken.theme(name, now, rows.get(before)),
              Spoken.share(now));
      all.add(entry);
      if (now != null && now.movement() == Movement.EMERGING) {
        newly.add(entry);
      } else if (now != null && now.movement() == Movement.FADING) {
        less.add(entry);
      }
    }
    List<String> phrases =
        heard.words(latest.get().period()).stream()
            .filter(w -> w.movement() == Movement.EMERGING)
            .map(WordRow::phrase)
            .toList();
    return new ThemesPage(
        frame,
        latest.get().label(),
        newly,
        phrases,
        less,
        earlier(heard, names, latest.get(), start),
        all,
        suggestions,
        sections(view));
  }

  /** The page while nothing was shared. */
  static ThemesPage nothingYet(Frame frame, int suggestions) {
    return new ThemesPage(
        frame, "", List.of(), List.of(), List.of(), List.of(), List.of(), suggestions, List.of());
  }

  private static List<Entry> earlier(
      Heard heard, Map<String, String> names, PeriodRow latest, String start) {
    List<Entry> earlier = new ArrayList<>();
    Optional<PeriodRow> period = heard.before(latest.period());
    for (int i = 0; i < QUARTERS_BEFORE && period.isPresent(); i++) {
      PeriodRow then = period.get();
      List<String> phrases =
          heard.words(then.period()).stream()
              .filter(w -> w.movement() == Movement.EMERGING)
              .map(WordRow::phrase)
              .toList();
      for (ThemeRow theme : heard.themes()) {
        ThemePeriodRow row = heard.theme(theme.theme(), Unit.ALL).get(then.period());
        if (row != null && row.movement() != null && row.movement() != Movement.STEADY) {
          String name = names.getOrDefault(theme.theme(), theme.name());
          earlier.add(
              new Entry(
                  name,
                  start + theme.theme(),
                  Spoken.movedIn(name, then.label(), row),
                  Spoken.share(row)));
        }
      }
      if (!phrases.isEmpty()) {
        earlier.add(new Entry("", "", Spoken.newlySaidIn(then.label(), phrases), ""));
      }
      period = heard.before(then.period());
    }
    return earlier;
  }

  private static List<ConstructPage.Section> sections(View view) {
    HeardFigures figures = new HeardFigures(view);
    List<ConstructPage.Section> sections = new ArrayList<>();
    add(sections, "words", "In which words?", figures.words());
    add(sections, "where", "Is it only us?", figures.spread());
    add(sections, "ladder", "Where is it raised, and who answers?", figures.ladder());
    add(sections, "way", "What got in the way?", figures.barriers());
    add(sections, "carriers", "What carried it forward?", figures.carried());
    add(sections, "open", "What is still open?", figures.loops());
    add(sections, "weeks", "When did we hear nothing?", figures.cadence());
    return sections;
  }

  static void add(
      List<ConstructPage.Section> to, String id, String heading, Optional<Figure> figure) {
    figure.ifPresent(f -> to.add(new ConstructPage.Section(id, heading, List.of(f))));
  }
}
