package org.kith.api;

import java.util.List;
import org.kith.http.Says;
import org.kith.learning.View;
import org.kith.words.Listening;
import org.kith.words.Taps;

/** {@code /levels}: barriers raised at each level, and answered. */
final class LevelsEndpoint {
  static final Endpoint<Ladder> ENDPOINT =
      Endpoint.of(
          "/levels",
          "levels",
          "The levels ladder",
          "How many authors raised a barrier at each of five levels, and how many of them saw"
              + " somebody carry on from it. Over all quarters and everyone.",
          List.of(),
          Ladder.class,
          (library, view, asked) -> of(view));

  /** The levels. */
  @Says("Barriers by the level they were raised at.")
  record Ladder(
      @Says("The snapshot it comes from.") String snapshot,
      @Says("The question it raises.") String question,
      @Says("How it can mislead.") String misleads,
      @Says("From the closest level outward.") List<Rung> levels) {}

  /** A level. */
  @Says("One level.")
  record Rung(
      @Says("Id of the level.") String level,
      @Says("Its name.") String name,
      @Says("Distinct authors who named a barrier there.") Figure.Count raised,
      @Says("Of them, how many saw a later reflection carry on from theirs.")
          Figure.Count answered) {}

  private LevelsEndpoint() {}

  static Ladder of(View view) {
    return new Ladder(
        view.snapshot(),
        Listening.LEVELS.question(),
        Listening.LEVELS.misleads(),
        view.heard().ladder().stream()
            .map(
                r ->
                    new Rung(
                        r.level(),
                        Taps.level(r.level()),
                        ThemeEndpoint.count(r.raised(), r.visibility()),
                        ThemeEndpoint.count(r.answered(), r.visibility())))
            .toList());
  }
}
