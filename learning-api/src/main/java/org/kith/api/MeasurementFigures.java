package org.kith.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.kith.api.Figure.Count;
import org.kith.api.Figure.Interval;
import org.kith.learning.FigureId;
import org.kith.learning.Funnel;
import org.kith.learning.Measured;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.Gate;
import org.kith.published.GrowthRow;
import org.kith.published.HealthRow;
import org.kith.published.PanelRow;
import org.kith.published.Visibility;

/** Rows about measurement of one view as the figures of the API. */
final class MeasurementFigures {
  private final View view;
  private final Measured measured;

  MeasurementFigures(View view) {
    this.view = view;
    this.measured = view.measured();
  }

  /** The figure at an address; empty when the view has none there. */
  Optional<? extends Figure> at(FigureId id, Unit unit) {
    String i = id.instrument();
    String m = id.measure();
    String w = id.wave();
    boolean everyone = unit.equals(Unit.ALL);
    return switch (id.indicator()) {
      case HEALTH -> everyone ? measured.health(i, m, w).map(this::health) : Optional.empty();
      case RELIABILITY -> everyone ? reliability(i) : Optional.empty();
      case ITEM_BEHAVIOUR -> everyone ? items(i, w) : Optional.empty();
      case COMPARABILITY -> everyone ? comparability(i, w) : Optional.empty();
      case CHANGE -> change(i, m, unit);
      case PANEL -> everyone ? measured.panel(i, m, w).map(this::panel) : Optional.empty();
      case GROWTH -> everyone ? measured.growth(i, m).map(this::growth) : Optional.empty();
      case PREDICTORS -> everyone ? predictors(i, m, w) : Optional.empty();
      case FUNNEL -> everyone ? view.funnel(i, m, w).map(this::funnel) : Optional.empty();
      case REPRESENTATION -> representation(i, w, unit);
      case WEIGHTED -> weighted(i, m, w, unit);
      case DRIFT -> drift(i, unit);
      default -> Optional.empty();
    };
  }

  /** How many people are behind the whole figure; null when each part says it. */
  Count n(FigureId id) {
    String i = id.instrument();
    return switch (id.indicator()) {
      case HEALTH ->
          measured
              .health(i, id.measure(), id.wave())
              .map(r -> count(r.people(), r.visibility()))
              .orElse(null);
      case PANEL ->
          measured
              .panel(i, id.measure(), id.wave())
              .map(r -> count(r.people(), r.visibility()))
              .orElse(null);
      case GROWTH ->
          measured.growth(i, id.measure()).map(r -> count(r.people(), r.visibility())).orElse(null);
      case FUNNEL ->
          view.funnel(i, id.measure(), id.wave())
              .map(f -> count(f.row().people(), f.visibility()))
              .orElse(null);
      default -> null;
    };
  }

  private static <T> Optional<Figure> of(List<T> rows, Function<List<T>, Figure> figure) {
    return rows.isEmpty() ? Optional.empty() : Optional.of(figure.apply(rows));
  }

  private Figure health(HealthRow r) {
    return new MeasurementFigure.Health(
        "health",
        r.asked(),
        r.response(),
        r.missing(),
        r.alpha(),
        new Interval(r.low(), r.high()),
        r.floor(),
        r.ceiling(),
        r.gate() == Gate.OPEN,
        r.gate().words(),
        hidden(r.visibility()));
  }

  private Optional<Figure> reliability(String instrument) {
    return of(
        measured.reliability(instrument),
        rows ->
            new MeasurementFigure.Reliability(
                "reliability",
                rows.stream()
                    .map(
                        r ->
                            new MeasurementFigure.Alpha(
                                r.wave(),
                                count(r.people(), r.visibility()),
                                r.items(),
                                r.alpha(),
                                new Interval(r.low(), r.high()),
                                r.omega(),
                                r.floor(),
                                r.ceiling(),
                                hidden(r.visibility())))
                    .toList()));
  }

  private Optional<Figure> items(String instrument, String wave) {
    return of(
        measured.items(instrument, wave),
        rows ->
            new MeasurementFigure.ItemBehaviour(
                "item-behaviour",
                rows.stream()
                    .map(
                        r ->
                            new MeasurementFigure.ItemFit(
                                r.item(),
                                count(r.people(), r.visibility()),
                                r.itemRest(),
                                r.alphaIfDropped(),
                                hidden(r.visibility())))
                    .toList()));
  }

  private Optional<Figure> comparability(String instrument, String wave) {
    return of(
        measured.comparability(instrument, wave),
        rows ->
            new MeasurementFigure.Comparability(
                "comparability",
                rows.stream()
                    .map(
                        r ->
                            new MeasurementFigure.SameMeaning(
                                r.item(),
                                r.organisations(),
                                count(r.people(), r.visibility()),
                                r.uniform(),
                                r.nonUniform(),
                                r.p(),
                                r.apart(),
                                hidden(r.visibility())))
                    .toList()));
  }

  private Optional<Figure> change(String instrument, String measure, Unit unit) {
    return of(
        measured.changes(instrument, measure, unit),
        rows ->
            new MeasurementFigure.Change(
                "change",
                rows.stream()
                    .map(
                        r ->
                            new MeasurementFigure.Step(
                                r.from(),
                                r.to(),
                                count(r.before(), r.visibility()),
                                count(r.after(), r.visibility()),
                                r.difference(),
                                new Interval(r.low(), r.high()),
                                hidden(r.visibility())))
                    .toList()));
  }

  private Figure panel(PanelRow r) {
    return new MeasurementFigure.Panel(
        "panel",
        r.from(),
        r.up(),
        new Interval(r.upLow(), r.upHigh()),
        r.same(),
        new Interval(r.sameLow(), r.sameHigh()),
        r.down(),
        new Interval(r.downLow(), r.downHigh()),
        r.chance(),
        measured.transitions(r.instrument(), r.item(), r.to()).stream()
            .map(
                t ->
                    new MeasurementFigure.Move(
                        t.before(), t.after(), count(t.people(), t.visibility()), t.percent()))
            .toList(),
        hidden(r.visibility()));
  }

  private Figure growth(GrowthRow r) {
    return new MeasurementFigure.Growth(
        "growth",
        r.from(),
        r.to(),
        r.waves(),
        r.organisations(),
        r.start(),
        new Interval(r.startLow(), r.startHigh()),
        r.slope(),
        new Interval(r.slopeLow(), r.slopeHigh()),
        r.organisationSd(),
        r.personSd(),
        r.slopeSd(),
        r.correlation(),
        r.residualSd(),
        r.atBoundary(),
        hidden(r.visibility()));
  }

  private Optional<Figure> predictors(String instrument, String measure, String wave) {
    return of(
        measured.predictors(instrument, measure, wave),
        rows ->
            new MeasurementFigure.Predictors(
                "predictors",
                rows.stream()
                    .map(
                        r ->
                            new MeasurementFigure.Beside(
                                r.dimension(),
                                r.group(),
                                r.reference(),
                                r.organisations(),
                                count(r.people(), r.visibility()),
                                r.within(),
                                new Interval(r.withinLow(), r.withinHigh()),
                                r.between(),
                                new Interval(r.betweenLow(), r.betweenHigh()),
                                hidden(r.visibility())))
                    .toList()));
  }

  private Figure funnel(Funnel f) {
    boolean shown = f.visibility() == Visibility.SHOWN;
    return new MeasurementFigure.Funnel(
        "funnel",
        f.row().organisations(),
        shown ? f.row().pooled() : null,
        shown ? f.row().sd() : null,
        shown ? f.row().dispersion() : null,
        shown ? f.row().tau() : null,
        f.mine() == null ? null : dot(f.mine()),
        f.others().stream().map(MeasurementFigures::dot).toList(),
        f.within(),
        f.hidden(),
        hidden(f.visibility()));
  }

  private static MeasurementFigure.Dot dot(Funnel.Dot dot) {
    return new MeasurementFigure.Dot(dot.people(), dot.value());
  }

  private Optional<Figure> representation(String instrument, String wave, Unit unit) {
    return of(
        measured.representation(instrument, wave, unit),
        rows ->
            new MeasurementFigure.Representation(
                "representation",
                rows.stream()
                    .map(
                        r ->
                            new MeasurementFigure.Evenness(
                                r.dimension(),
                                r.groups(),
                                count(r.people(), r.visibility()),
                                r.residents(),
                                r.response(),
                                r.r(),
                                r.cv(),
                                hidden(r.visibility())))
                    .toList()));
  }

  private Optional<Figure> weighted(String instrument, String measure, String wave, Unit unit) {
    return of(
        measured.weighted(instrument, measure, wave, unit),
        rows ->
            new MeasurementFigure.Weighted(
                "weighted",
                rows.stream()
                    .map(
                        r ->
                            new MeasurementFigure.Weighing(
                                r.weighting().name().toLowerCase(Locale.ROOT),
                                r.margins(),
                                r.organisations(),
                                count(r.people(), r.visibility()),
                                r.estimate(),
                                new Interval(r.low(), r.high()),
                                r.designEffect(),
                                hidden(r.visibility())))
                    .toList()));
  }

  private Optional<Figure> drift(String instrument, Unit unit) {
    return of(
        measured.drift(instrument, unit),
        rows ->
            new MeasurementFigure.Drift(
                "drift",
                rows.stream()
                    .map(
                        r ->
                            new MeasurementFigure.Sign(
                                r.wave(),
                                r.sign().id(),
                                r.organisations(),
                                r.noticed(),
                                r.here(),
                                hidden(r.visibility())))
                    .toList()));
  }

  private Count count(Integer people, Visibility visibility) {
    return new Count(people, hidden(people == null ? visibility : Visibility.SHOWN));
  }

  private String hidden(Visibility visibility) {
    return visibility == Visibility.SHOWN
        ? null
        : visibility.words(view.manifest().disclosure().people());
  }
}
