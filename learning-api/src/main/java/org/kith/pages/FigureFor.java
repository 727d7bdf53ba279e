package org.kith.pages;

import java.util.List;
import java.util.Optional;
import org.kith.learning.FigureId;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.Indicator;
import org.kith.published.Scope;

/** The figure of a page that shows what an indicator's address stands for, and the other way. */
public final class FigureFor {
  private FigureFor() {}

  /** The figure that shows an indicator of a snapshot; empty when the view cannot draw one. */
  public static Optional<Figure> of(View view, FigureId id) {
    return choice(view, id)
        .flatMap(
            c ->
                switch (id.indicator()) {
                  case DISTRIBUTION, LEVEL, SCALE_SCORE -> Optional.of(SaidFigure.of(view, c));
                  case OVER_TIME ->
                      TimeFigures.of(view, c).stream()
                          .filter(f -> f.id().equals(TimeFigures.LINE))
                          .findFirst();
                  case BETWEEN, POOLED -> BetweenFigure.of(view, c);
                  case RESPONDENTS -> MissingFigure.of(view, c);
                  case MISSING_ANSWERS -> Optional.empty();
                });
  }

  /** What was asked, of whom and when; empty when the snapshot does not have it. */
  private static Optional<Choice> choice(View view, FigureId id) {
    boolean whole = id.measure().equals(FigureId.NONE);
    return view.instrument(id.instrument())
        .flatMap(
            i ->
                Choice.of(
                    view,
                    i.construct(),
                    id.wave().equals(FigureId.NONE) ? null : id.wave(),
                    id.unit(),
                    whole
                        ? view.construct(i.construct())
                            .flatMap(
                                c ->
                                    Choice.questions(view, c).stream()
                                        .filter(q -> q.instrument().equals(i))
                                        .findFirst())
                            .map(Choice::question)
                            .orElse(null)
                        : id.instrument() + "." + id.measure()));
  }

  /** What was asked, in words, with whom it speaks of and when. */
  public static Optional<String> asked(View view, FigureId id) {
    return choice(view, id)
        .map(
            c ->
                (c.item() == null ? c.wording() : "“" + c.wording() + "”")
                    + ", "
                    + (id.scope() == Scope.ALL ? "everyone taking part" : c.unit().name())
                    + (id.wave().equals(FigureId.NONE)
                        ? ", over the quarters"
                        : ", " + c.wave().label()));
  }

  /** The figure over time of a theme in a snapshot, or the one that says where it is spoken of. */
  public static Optional<Figure> theme(View view, String theme) {
    return view.heard()
        .theme(theme)
        .flatMap(
            t -> {
              ThemeFigures figures = new ThemeFigures(view, t);
              return figures.time().or(figures::spread);
            });
  }

  /** In a sentence, in how many organisations a theme came up. */
  public static Optional<String> themeSaid(View view, String theme) {
    return ThemePage.of(view, Frame.bare("", ""), theme, Optional.empty(), "", List.of())
        .map(ThemePage::lead);
  }

  /** The indicator that a figure of a construct's page shows. */
  static FigureId of(Choice choice, Figure figure) {
    String instrument = choice.instrument().instrument();
    String wave = choice.wave().wave();
    return switch (figure.id()) {
      case TimeFigures.LINE, TimeFigures.WAVES ->
          FigureId.of(
              Indicator.OVER_TIME, instrument, choice.measure(), FigureId.NONE, choice.unit());
      case BetweenFigure.ID ->
          FigureId.of(Indicator.BETWEEN, instrument, choice.measure(), wave, Unit.ALL);
      case MissingFigure.ID ->
          FigureId.of(Indicator.RESPONDENTS, instrument, FigureId.NONE, wave, choice.unit());
      default ->
          FigureId.of(
              choice.item() == null ? Indicator.SCALE_SCORE : Indicator.DISTRIBUTION,
              instrument,
              choice.measure(),
              wave,
              choice.unit());
    };
  }
}
