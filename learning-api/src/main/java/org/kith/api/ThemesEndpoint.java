package org.kith.api;

import java.util.List;
import org.kith.http.Says;
import org.kith.learning.Heard;
import org.kith.learning.View;

/** {@code /themes}: what people named, and the quarters it is counted in. */
final class ThemesEndpoint {
  static final Endpoint<Themes> ENDPOINT =
      Endpoint.of(
          "/themes",
          "themes",
          "Themes",
          "The themes people named, alphabetical by name, and the quarters reflections are counted"
              + " in.",
          List.of(),
          Themes.class,
          (library, view, asked) -> of(view));

  /** The themes and the quarters. */
  @Says("The themes and the quarters.")
  record Themes(
      @Says("The snapshot they come from.") String snapshot,
      @Says("Earliest first.") List<Period> periods,
      @Says("Alphabetical by name.") List<Theme> themes) {}

  /** A quarter. */
  @Says("A quarter in which reflections are counted.")
  record Period(
      @Says("Its id.") String period,
      @Says("Its name for people.") String label,
      @Says("First day, ISO 8601.") String starts,
      @Says("Last day, ISO 8601.") String ends) {}

  /** A theme. */
  @Says("A theme, named by people.")
  record Theme(
      @Says("Its id.") String theme,
      @Says("Its name.") String name,
      @Says("What belongs to it, or empty.") String about,
      @Says("Its address.") String href) {}

  private ThemesEndpoint() {}

  static Themes of(View view) {
    Heard heard = view.heard();
    return new Themes(
        view.snapshot(),
        heard.periods().stream()
            .map(p -> new Period(p.period(), p.label(), p.starts(), p.ends()))
            .toList(),
        heard.themes().stream()
            .map(
                t ->
                    new Theme(
                        t.theme(),
                        t.name(),
                        t.about(),
                        Api.ROOT + "/themes/" + t.theme() + "?snapshot=" + view.snapshot()))
            .toList());
  }
}
