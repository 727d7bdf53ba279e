package org.kith.api;

import java.util.List;
import org.kith.http.Says;
import org.kith.learning.FigureId;
import org.kith.learning.View;
import org.kith.words.Listening;
import org.kith.words.Taps;

/** {@code /carried}: what carried progress, from outside the person to within. */
final class CarriedEndpoint {
  static final Endpoint<Carried> ENDPOINT =
      Endpoint.of(
          "/carried",
          "carried",
          "What carried progress",
          "How many authors named the service, themselves, the community or the person as what"
              + " carried progress, by quarter.",
          List.of(),
          Carried.class,
          (library, view, asked) -> of(view));

  /** What carried progress. */
  @Says("What carried progress.")
  record Carried(
      @Says("The snapshot it comes from.") String snapshot,
      @Says("The question it raises.") String question,
      @Says("How it can mislead.") String misleads,
      @Says("By quarter.") List<Carrier> carried) {}

  /** One carrier in a quarter. */
  @Says("What carried progress in a quarter.")
  record Carrier(
      @Says("Id of the quarter.") String period,
      @Says("all, place or organisation.") String scope,
      @Says("Id of the place or organisation, or all.") String unit,
      @Says("service, me, community or person.") String carried,
      @Says("Its name.") String name,
      @Says("Distinct authors who tapped it.") Figure.Count authors,
      @Says("Distinct authors who tapped any.") Figure.Count active,
      @Says("Of 100 who tapped any, or null when hidden.") Double percent) {}

  private CarriedEndpoint() {}

  static Carried of(View view) {
    return new Carried(
        view.snapshot(),
        Listening.CARRIED.question(),
        Listening.CARRIED.misleads(),
        view.heard().carried().stream()
            .map(
                r ->
                    new Carrier(
                        r.period(),
                        FigureId.word(r.scope()),
                        r.unit(),
                        r.carried(),
                        Taps.carried(r.carried()),
                        ThemeEndpoint.count(r.authors(), r.visibility()),
                        ThemeEndpoint.count(r.active(), r.visibility()),
                        r.percent()))
            .toList());
  }
}
