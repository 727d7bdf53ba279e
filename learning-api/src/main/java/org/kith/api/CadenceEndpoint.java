package org.kith.api;

import java.util.List;
import org.kith.http.Says;
import org.kith.learning.FigureId;
import org.kith.learning.View;
import org.kith.words.Listening;

/** {@code /cadence}: in how many weeks teams wrote, never a person. */
final class CadenceEndpoint {
  static final Endpoint<Cadence> ENDPOINT =
      Endpoint.of(
          "/cadence",
          "cadence",
          "In how many weeks teams wrote",
          "The share of team-weeks in which anything was shared. Teams of fewer people than may be"
              + " shown are not in it, and no row is about a person.",
          List.of(),
          Cadence.class,
          (library, view, asked) -> of(view));

  /** In how many weeks teams wrote. */
  @Says("In how many weeks teams wrote.")
  record Cadence(
      @Says("The snapshot it comes from.") String snapshot,
      @Says("The question it raises.") String question,
      @Says("How it can mislead.") String misleads,
      @Says("By quarter.") List<TeamWeeks> quarters) {}

  /** A quarter. */
  @Says("A quarter, over everyone, a place, or one's own organisation.")
  record TeamWeeks(
      @Says("Id of the quarter.") String period,
      @Says("all, place or organisation.") String scope,
      @Says("Id of the place or organisation, or all.") String unit,
      @Says("How many teams, or null when hidden.") Integer teams,
      @Says("Team-weeks in the quarter, or null when hidden.") Integer weeks,
      @Says("Of 100 team-weeks, those with anything shared, or null when hidden.") Double percent,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {}

  private CadenceEndpoint() {}

  static Cadence of(View view) {
    return new Cadence(
        view.snapshot(),
        Listening.CADENCE.question(),
        Listening.CADENCE.misleads(),
        view.heard().cadence().stream()
            .map(
                r ->
                    new TeamWeeks(
                        r.period(),
                        FigureId.word(r.scope()),
                        r.unit(),
                        r.teams(),
                        r.weeks(),
                        r.percent(),
                        ThemeEndpoint.hidden(r.visibility())))
            .toList());
  }
}
