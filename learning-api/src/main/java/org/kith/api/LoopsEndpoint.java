package org.kith.api;

import java.util.List;
import org.kith.http.Says;
import org.kith.learning.View;
import org.kith.words.Listening;

/** {@code /loops}: how long what was raised stays open. */
final class LoopsEndpoint {
  static final Endpoint<Loops> ENDPOINT =
      Endpoint.of(
          "/loops",
          "loops",
          "How long what was raised stays open",
          "The share of barriers raised that nobody had carried on from after so many days, by"
              + " Kaplan and Meier, with its 95 % interval.",
          List.of(),
          Loops.class,
          (library, view, asked) -> of(view));

  /** How long what was raised stays open. */
  @Says("How long what was raised stays open.")
  record Loops(
      @Says("The snapshot it comes from.") String snapshot,
      @Says("The question it raises.") String question,
      @Says("How it can mislead.") String misleads,
      @Says("In the order of days.") List<StillOpen> loops) {}

  /** The share still open. */
  @Says("The share still open after so many days.")
  record StillOpen(
      @Says("Days after it was raised.") int days,
      @Says("Of 100 raised, or null when hidden.") Double open,
      @Says("Of the share.") Figure.Interval interval,
      @Says("Distinct authors still watched then.") Figure.Count authors,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {}

  private LoopsEndpoint() {}

  static Loops of(View view) {
    return new Loops(
        view.snapshot(),
        Listening.LOOPS.question(),
        Listening.LOOPS.misleads(),
        view.heard().loops().stream()
            .map(
                r ->
                    new StillOpen(
                        r.days(),
                        r.open(),
                        new Figure.Interval(r.low(), r.high()),
                        ThemeEndpoint.count(r.authors(), r.visibility()),
                        ThemeEndpoint.hidden(r.visibility())))
            .toList());
  }
}
