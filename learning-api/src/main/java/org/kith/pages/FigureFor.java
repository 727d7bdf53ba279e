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
    return ofQuestionnaire(id) ? measurement(view, id) : construct(view, id);
  }

  private static Optional<Figure> construct(View view, FigureId id) {
    return choice(view, id)
        .flatMap(
            c ->
                switch (id.indicator()) {
                  case DISTRIBUTION, LEVEL, SCALE_SCORE -> Optional.of(SaidFigure.of(view, c));
                  case OVER_TIME ->
                      TimeFigures.of(view, c, List.of()).stream()
                          .filter(f -> f.id().equals(TimeFigures.LINE))
                          .findFirst();
                  case BETWEEN, POOLED -> BetweenFigure.of(view, c);
                  case RESPONDENTS -> MissingFigure.of(view, c);
                  case CHANGE -> ChangeFigure.of(view, c);
                  case PANEL -> PanelFigure.of(view, c);
                  case GROWTH -> GrowthFigure.of(view, c);
                  case PREDICTORS -> GroupsFigure.of(view, c);
                  case FUNNEL -> FunnelFigure.of(view, c);
                  default -> Optional.empty();
                });
  }

  /** Whether it stands on the measurement page of its questionnaire. */
  static boolean ofQuestionnaire(FigureId id) {
    return switch (id.indicator()) {
      case RELIABILITY, ITEM_BEHAVIOUR, COMPARABILITY, REPRESENTATION, WEIGHTED, DRIFT -> true;
      default -> false;
    };
  }

  private static Optional<Figure> measurement(View view, FigureId id) {
    Optional<Unit> unit =
        view.units().stream()
            .filter(u -> u.scope() == id.scope() && u.id().equals(id.unit()))
            .findFirst();
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    return Questionnaire.of(view, id.instrument(), wave(id))
        .flatMap(
            q ->
                switch (id.indicator()) {
                  case RELIABILITY -> HoldsFigures.reliability(view, q);
                  case ITEM_BEHAVIOUR -> HoldsFigures.items(view, q);
                  case COMPARABILITY -> HoldsFigures.comparability(view, q);
                  case REPRESENTATION -> StandsFigures.representation(view, q);
                  case WEIGHTED -> StandsFigures.weighted(view, q, id.measure());
                  case DRIFT -> SignsFigure.figure(view, q, unit.get());
                  default -> Optional.empty();
                });
  }

  private static String wave(FigureId id) {
    return id.wave().equals(FigureId.NONE) ? null : id.wave();
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
                    wave(id),
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
      case ChangeFigure.ID ->
          FigureId.of(Indicator.CHANGE, instrument, choice.measure(), FigureId.NONE, choice.unit());
      case PanelFigure.ID ->
          FigureId.of(Indicator.PANEL, instrument, choice.measure(), wave, Unit.ALL);
      case GrowthFigure.ID ->
          FigureId.of(Indicator.GROWTH, instrument, choice.measure(), FigureId.NONE, Unit.ALL);
      case GroupsFigure.ID ->
          FigureId.of(Indicator.PREDICTORS, instrument, choice.measure(), wave, Unit.ALL);
      case FunnelFigure.ID ->
          FigureId.of(Indicator.FUNNEL, instrument, choice.measure(), wave, Unit.ALL);
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

  /** The indicator that a figure of a measurement page shows, of a view's own or of everyone. */
  static FigureId of(View view, Questionnaire about, Figure figure) {
    String wave = about.wave().wave();
    return switch (figure.id()) {
      case HoldsFigures.RELIABILITY -> measured(Indicator.RELIABILITY, about, FigureId.NONE);
      case HoldsFigures.ITEMS -> measured(Indicator.ITEM_BEHAVIOUR, about, wave);
      case HoldsFigures.COMPARABILITY -> measured(Indicator.COMPARABILITY, about, wave);
      case StandsFigures.REPRESENTATION -> measured(Indicator.REPRESENTATION, about, wave);
      case StandsFigures.WEIGHTED ->
          FigureId.of(
              Indicator.WEIGHTED,
              about.id(),
              about.main(view).orElse(FigureId.NONE),
              wave,
              Unit.ALL);
      case SignsFigure.OWN ->
          new FigureId(
              Indicator.DRIFT,
              about.id(),
              FigureId.NONE,
              FigureId.NONE,
              Scope.ORGANISATION,
              view.viewer().own().orElse(""));
      default -> measured(Indicator.DRIFT, about, FigureId.NONE);
    };
  }

  private static FigureId measured(Indicator indicator, Questionnaire about, String wave) {
    return FigureId.of(indicator, about.id(), FigureId.NONE, wave, Unit.ALL);
  }
}
