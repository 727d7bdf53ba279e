package org.kith.api;

import java.util.List;
import org.kith.http.Says;
import org.kith.learning.View;

/** {@code /instruments}: the questionnaires that were used. */
final class InstrumentsEndpoint {
  static final Endpoint<Instruments> ENDPOINT =
      Endpoint.of(
          "/instruments",
          "instruments",
          "Instruments",
          "The questionnaires that were used, with source and licence of their wording.",
          List.of(),
          Instruments.class,
          (library, view, asked) -> of(view));

  /** The questionnaires that were used. */
  @Says("The questionnaires that were used.")
  record Instruments(
      @Says("The snapshot they come from.") String snapshot,
      @Says("The instruments.") List<InstrumentEndpoint.Instrument> instruments) {}

  private InstrumentsEndpoint() {}

  static Instruments of(View view) {
    return new Instruments(
        view.snapshot(),
        view.instruments().stream().map(i -> InstrumentEndpoint.instrument(view, i)).toList());
  }
}
