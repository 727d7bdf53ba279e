package org.kith.api;

import java.util.List;
import org.kith.http.Says;
import org.kith.learning.View;

/** {@code /waves}: the rounds of asking. */
final class WavesEndpoint {
  static final Endpoint<Waves> ENDPOINT =
      Endpoint.of(
          "/waves",
          "waves",
          "Waves",
          "The rounds of asking, earliest first.",
          List.of(),
          Waves.class,
          (library, view, asked) -> of(view));

  /** The rounds of asking. */
  @Says("The rounds of asking.")
  record Waves(
      @Says("The snapshot they come from.") String snapshot,
      @Says("Earliest first.") List<Wave> waves) {}

  /** One round of asking. */
  @Says("One round of asking.")
  record Wave(
      @Says("Its id, which sorts in time order.") String wave,
      @Says("Its name for people.") String label,
      @Says("First day, ISO 8601.") String starts,
      @Says("Last day, ISO 8601.") String ends) {}

  private WavesEndpoint() {}

  static Waves of(View view) {
    return new Waves(
        view.snapshot(),
        view.waves().stream()
            .map(w -> new Wave(w.wave(), w.label(), w.starts(), w.ends()))
            .toList());
  }
}
