package org.kith.api;

import java.util.List;
import org.kith.http.Says;
import org.kith.learning.View;

/** {@code /constructs}: what was asked about. */
final class ConstructsEndpoint {
  static final Endpoint<Constructs> ENDPOINT =
      Endpoint.of(
          "/constructs",
          "constructs",
          "Constructs",
          "What was asked about: trust, belonging, pride, mutual aid. Each stands alone; nothing"
              + " sums over them.",
          List.of(),
          Constructs.class,
          (library, view, asked) -> of(view));

  /** What was asked about. */
  @Says("What was asked about.")
  record Constructs(
      @Says("The snapshot they come from.") String snapshot,
      @Says("The constructs.") List<ConstructEndpoint.Construct> constructs) {}

  private ConstructsEndpoint() {}

  static Constructs of(View view) {
    return new Constructs(
        view.snapshot(),
        view.constructs().stream().map(c -> ConstructEndpoint.construct(view, c)).toList());
  }
}
