package org.kith.api;

import java.util.List;
import org.kith.http.Says;
import org.kith.learning.View;
import org.kith.words.Listening;
import org.kith.words.Taps;

/** {@code /barriers}: what got in the way, by quarter. */
final class BarriersEndpoint {
  static final Endpoint<Barriers> ENDPOINT =
      Endpoint.of(
          "/barriers",
          "barriers",
          "What got in the way",
          "How many authors named each barrier in each quarter, over everyone.",
          List.of(),
          Barriers.class,
          (library, view, asked) -> of(view));

  /** What got in the way. */
  @Says("What got in the way.")
  record Barriers(
      @Says("The snapshot it comes from.") String snapshot,
      @Says("The question it raises.") String question,
      @Says("How it can mislead.") String misleads,
      @Says("By quarter, in the order of the form.") List<Barrier> barriers) {}

  /** A barrier in a quarter. */
  @Says("A barrier in a quarter.")
  record Barrier(
      @Says("Id of the quarter.") String period,
      @Says("Id of the barrier.") String barrier,
      @Says("Its name.") String name,
      @Says("Distinct authors who tapped it.") Figure.Count authors) {}

  private BarriersEndpoint() {}

  static Barriers of(View view) {
    return new Barriers(
        view.snapshot(),
        Listening.BARRIERS.question(),
        Listening.BARRIERS.misleads(),
        view.heard().barriers().stream()
            .map(
                r ->
                    new Barrier(
                        r.period(),
                        r.barrier(),
                        Taps.barrier(r.barrier()),
                        ThemeEndpoint.count(r.authors(), r.visibility())))
            .toList());
  }
}
