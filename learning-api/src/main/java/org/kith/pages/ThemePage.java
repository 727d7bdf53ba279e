package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.learning.Heard;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.PeriodRow;
import org.kith.published.ThemePeriodRow;
import org.kith.published.ThemeRow;
import org.kith.themes.Codebook;
import org.kith.words.Spoken;

/**
 * One theme.
 *
 * @param id of the theme
 * @param about what belongs to it, or empty
 * @param lead in how many organisations it came up
 * @param state what people decided of it since, in words, or empty
 * @param stateLink where that leads, or empty
 * @param quotations sentences that may be shown
 */
record ThemePage(
    Frame frame,
    String id,
    String name,
    String about,
    String lead,
    String state,
    String stateLink,
    List<String> quotations,
    List<ConstructPage.Section> sections) {

  /**
   * The page; empty when neither the snapshot nor the codebook has such a theme.
   *
   * @param named the theme as people left it, if the codebook has it
   * @param into the name of the theme it was merged into, or empty
   */
  static Optional<ThemePage> of(
      View view,
      Frame bare,
      String id,
      Optional<Codebook.Theme> named,
      String into,
      List<String> quotations) {
    Optional<ThemeRow> row = view == null ? Optional.empty() : view.heard().theme(id);
    if (row.isEmpty() && named.isEmpty()) {
      return Optional.empty();
    }
    String name = named.map(Codebook.Theme::name).orElseGet(() -> row.orElseThrow().name());
    String about = named.map(Codebook.Theme::about).orElseGet(() -> row.orElseThrow().about());
    ThemeRow shown = new ThemeRow(id, name, about);
    Frame frame = view == null ? bare : Frame.of(view, name, "themes");
    return Optional.of(
        new ThemePage(
            frame,
            id,
            name,
            about,
            row.isEmpty()
                ? "It has been named, and will be counted when this place next works out its"
                    + " numbers."
                : lead(view.heard(), shown),
            state(named, into),
            named
                .filter(t -> t.state() == Codebook.State.MERGED)
                .map(t -> "/themes/" + t.into())
                .orElse(""),
            quotations,
            row.isEmpty() ? List.of() : sections(view, shown)));
  }

  private static String lead(Heard heard, ThemeRow theme) {
    Map<String, ThemePeriodRow> rows = heard.theme(theme.theme(), Unit.ALL);
    ThemePeriodRow now = heard.latest().map(p -> rows.get(p.period())).orElse(null);
    ThemePeriodRow before =
        heard
            .latest()
            .flatMap(p -> heard.before(p.period()))
            .map(PeriodRow::period)
            .map(rows::get)
            .orElse(null);
    return Spoken.theme(theme.name(), now, before);
  }

  private static String state(Optional<Codebook.Theme> named, String into) {
    return switch (named.map(Codebook.Theme::state).orElse(Codebook.State.NAMED)) {
      case NAMED -> "";
      case MERGED -> "It is part of " + Spoken.named(into) + " now.";
      case SET_ASIDE -> "People have set it aside: it is no longer offered or counted.";
    };
  }

  private static List<ConstructPage.Section> sections(View view, ThemeRow theme) {
    ThemeFigures figures = new ThemeFigures(view, theme);
    List<ConstructPage.Section> sections = new ArrayList<>();
    List<Figure> time = new ArrayList<>();
    figures.time().ifPresent(time::add);
    if (!time.isEmpty()) {
      sections.add(new ConstructPage.Section("over-time", "Is it new?", time));
    }
    ThemesPage.add(sections, "where", "Is it only us?", figures.spread());
    ThemesPage.add(sections, "ladder", "Between whom?", figures.levels());
    return sections;
  }

  /** The figure of this name. */
  Optional<Figure> figure(String id) {
    return sections.stream()
        .flatMap(s -> s.figures().stream())
        .filter(f -> f.id().equals(id))
        .findFirst();
  }
}
