package org.kith.api;

import java.util.List;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Says;
import org.kith.learning.View;
import org.kith.published.ConstructRow;
import org.kith.published.InstrumentRow;

/** {@code /constructs/{id}}: one construct. */
final class ConstructEndpoint {
  static final Endpoint<Construct> ENDPOINT =
      Endpoint.of(
          "/constructs/{id}",
          "construct",
          "One construct",
          "What it means and which instruments speak of it.",
          List.of(Parameter.path("id", "The construct's id.", "trust")),
          Construct.class,
          (library, view, asked) -> of(view, asked.always("id")));

  /** What a group of instruments speaks of. */
  @Says("What a group of instruments speaks of.")
  record Construct(
      @Says("The snapshot it comes from.") String snapshot,
      @Says("Its id.") String construct,
      @Says("Its name.") String name,
      @Says("What it means, in a sentence.") String about,
      @Says("Ids of the instruments that speak of it.") List<String> instruments,
      @Says("Where its indicators are.") String indicators) {}

  private ConstructEndpoint() {}

  static Construct of(View view, String id) {
    return view.construct(id)
        .map(c -> construct(view, c))
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.NOT_FOUND,
                    "This snapshot has no such construct. "
                        + Api.ROOT
                        + "/constructs lists what it has."));
  }

  static Construct construct(View view, ConstructRow c) {
    return new Construct(
        view.snapshot(),
        c.construct(),
        c.name(),
        c.about(),
        view.instruments(c.construct()).stream().map(InstrumentRow::instrument).toList(),
        Api.ROOT + "/indicators?construct=" + c.construct() + "&snapshot=" + view.snapshot());
  }
}
