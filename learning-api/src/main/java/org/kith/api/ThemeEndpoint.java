package org.kith.api;

import java.util.List;
import java.util.Locale;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Says;
import org.kith.learning.FigureId;
import org.kith.learning.Heard;
import org.kith.learning.View;
import org.kith.published.ThemeLevelRow;
import org.kith.published.ThemePeriodRow;
import org.kith.published.ThemeRow;
import org.kith.published.Visibility;
import org.kith.words.Listening;

/** {@code /themes/{id}}: how many spoke of a theme, where, and at which level. */
final class ThemeEndpoint {
  static final Endpoint<ThemeAnswer> ENDPOINT =
      Endpoint.of(
          "/themes/{id}",
          "theme",
          "One theme",
          "How many authors spoke of a theme in each quarter, how many organisations hold it, and"
              + " at which level. An author counts once. An organisation's own rows are shown to"
              + " that organisation only.",
          List.of(Parameter.path("id", "The theme's id.", "waiting-for-a-panel")),
          ThemeAnswer.class,
          (library, view, asked) -> of(view, asked.always("id")));

  /** A theme with its numbers. */
  @Says("A theme with its numbers.")
  record ThemeAnswer(
      @Says("The snapshot it comes from.") String snapshot,
      @Says("Its id.") String theme,
      @Says("Its name.") String name,
      @Says("What belongs to it, or empty.") String about,
      @Says("The question it raises.") String question,
      @Says("How it can mislead.") String misleads,
      @Says("One for each quarter and unit, in time order.") List<ThemeQuarter> quarters,
      @Says("From the closest level outward.") List<ThemeLevel> levels) {}

  /** A theme in a quarter. */
  @Says("A theme in a quarter, over everyone, a place, or one's own organisation.")
  record ThemeQuarter(
      @Says("Id of the quarter.") String period,
      @Says("all, place or organisation.") String scope,
      @Says("Id of the place or organisation, or all.") String unit,
      @Says("Distinct authors who spoke of it.") Figure.Count authors,
      @Says("Distinct authors who shared anything.") Figure.Count active,
      @Says("Of 100 who shared anything, or null when hidden.") Double percent,
      @Says("Of the percent.") Figure.Interval interval,
      @Says("How many organisations hold it, or null.") Integer organisations,
      @Says("How many organisations shared anything, or null.") Integer contributing,
      @Says("How evenly the organisations that hold it hold it, 0 to 1, or null.") Double evenness,
      @Says(
              value = "steady, emerging or fading against the quarter before, or null.",
              nullable = true)
          String movement,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {}

  /** A theme at a level. */
  @Says("How many spoke of a theme at one level, over all quarters.")
  record ThemeLevel(
      @Says("Id of the level.") String level, @Says("Distinct authors.") Figure.Count authors) {}

  private ThemeEndpoint() {}

  static ThemeAnswer of(View view, String id) {
    Heard heard = view.heard();
    ThemeRow theme =
        heard
            .theme(id)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.NOT_FOUND,
                        "There is no such theme here. " + Api.ROOT + "/themes lists them."));
    return new ThemeAnswer(
        view.snapshot(),
        theme.theme(),
        theme.name(),
        theme.about(),
        Listening.THEMES.question(),
        Listening.THEMES.misleads(),
        heard.themePeriods().stream()
            .filter(r -> r.theme().equals(id))
            .map(ThemeEndpoint::quarter)
            .toList(),
        heard.themeLevels().stream()
            .filter(r -> r.theme().equals(id))
            .map(ThemeEndpoint::level)
            .toList());
  }

  private static ThemeQuarter quarter(ThemePeriodRow r) {
    return new ThemeQuarter(
        r.period(),
        FigureId.word(r.scope()),
        r.unit(),
        count(r.authors(), r.visibility()),
        count(r.active(), r.visibility()),
        r.percent(),
        new Figure.Interval(r.low(), r.high()),
        r.organisations(),
        r.contributing(),
        r.evenness(),
        r.movement() == null ? null : r.movement().name().toLowerCase(Locale.ROOT),
        hidden(r.visibility()));
  }

  private static ThemeLevel level(ThemeLevelRow r) {
    return new ThemeLevel(r.level(), count(r.authors(), r.visibility()));
  }

  /** A number of authors, or the reason there is none: authors are staff. */
  static Figure.Count count(Integer authors, Visibility visibility) {
    return new Figure.Count(authors, authors == null ? why(visibility) : null);
  }

  /** Why a figure about authors is hidden, or null. */
  static String hidden(Visibility visibility) {
    return visibility == Visibility.SHOWN ? null : visibility.words(Heard.STAFF);
  }

  /** A part can be missing where the row as a whole is shown. */
  private static String why(Visibility visibility) {
    return visibility == Visibility.SHOWN
        ? Visibility.FEWER_THAN_K.words(Heard.STAFF)
        : visibility.words(Heard.STAFF);
  }
}
