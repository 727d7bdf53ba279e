package org.kith.api;

import java.util.List;
import java.util.Optional;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.learning.FigureId;
import org.kith.learning.View;
import org.kith.published.Scope;

/** {@code /indicators/{id}}: one figure. */
final class IndicatorEndpoint {
  static final Endpoint<IndicatorAnswer> ENDPOINT =
      new Endpoint<>(
          "/indicators/{id}",
          "indicator",
          "One indicator",
          "A figure with its interval, the question it raises and how it can mislead. With"
              + " format=csv, its table for a spreadsheet.",
          List.of(
              Parameter.path(
                  "id",
                  "Kind, instrument, measure, wave, scope and unit, with dots between. A part that"
                      + " does not apply is -.",
                  "level.cls_trust_neighbourhood.STrust.2025q4.all.all")),
          IndicatorAnswer.class,
          true,
          (library, view, asked) -> of(view, asked.always("id")));

  private IndicatorEndpoint() {}

  static IndicatorAnswer of(View view, String id) {
    FigureId figure =
        FigureId.parse(id)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.NOT_FOUND,
                        "That is not the address of an indicator. "
                            + Api.ROOT
                            + "/indicators lists them."));
    if (figure.scope() == Scope.ORGANISATION) {
      own(view, figure.unit());
    }
    Optional<IndicatorAnswer> answer = new Figures(view).at(figure);
    return answer.orElseThrow(
        () ->
            ProblemException.of(
                Problem.Kind.NOT_FOUND,
                "Snapshot "
                    + view.snapshot()
                    + " has no such indicator. "
                    + Api.ROOT
                    + "/indicators lists those it has."));
  }

  /** Stops unless the viewer may see this organisation's own figures. */
  static void own(View view, String organisation) {
    // The same answer whether there is such an organisation or not.
    if (view.units().stream()
        .noneMatch(u -> u.scope() == Scope.ORGANISATION && u.id().equals(organisation))) {
      throw ProblemException.of(
          Problem.Kind.NOT_YOURS,
          view.viewer()
              .own()
              .map(o -> "You are here as " + o + ". Other organisations are shown together only.")
              .orElse(
                  "This server was not started for an organisation, so it shows what people said"
                      + " together only."));
    }
  }
}
