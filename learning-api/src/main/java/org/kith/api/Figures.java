package org.kith.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.api.Figure.Count;
import org.kith.api.Figure.Interval;
import org.kith.instrument.Instrument;
import org.kith.learning.FigureId;
import org.kith.learning.Share;
import org.kith.learning.Spread;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.BetweenRow;
import org.kith.published.ControlPointRow;
import org.kith.published.InstrumentRow;
import org.kith.published.ItemRow;
import org.kith.published.LevelRow;
import org.kith.published.PooledRow;
import org.kith.published.ScaleRow;
import org.kith.published.Visibility;
import org.kith.published.WaveRow;

/** Published rows of one view as the figures of the API. */
final class Figures {
  private final View view;

  Figures(View view) {
    this.view = view;
  }

  /** The indicator at this address; empty when the view has none there. */
  Optional<IndicatorAnswer> at(FigureId id) {
    var instrument = view.instrument(id.instrument());
    var unit =
        view.units().stream()
            .filter(u -> u.scope() == id.scope() && u.id().equals(id.unit()))
            .findFirst();
    if (instrument.isEmpty() || unit.isEmpty()) {
      return Optional.empty();
    }
    return figure(id, instrument.get(), unit.get())
        .map(f -> IndicatorAnswer.of(view, id, instrument.get(), unit.get(), n(id, unit.get()), f));
  }

  private Optional<? extends Figure> figure(FigureId id, InstrumentRow instrument, Unit unit) {
    String i = id.instrument();
    String m = id.measure();
    String w = id.wave();
    return switch (id.indicator()) {
      case DISTRIBUTION -> distribution(i, m, w, unit);
      case LEVEL -> counts(i, m) ? view.level(i, m, w, unit).map(r -> level(r, i, m)) : none();
      case SCALE_SCORE ->
          m.equals(Instrument.SCALE)
              ? view.scale(i, w, unit).map(r -> score(r, instrument))
              : none();
      case BETWEEN -> unit.equals(Unit.ALL) ? view.between(i, m, w).map(this::between) : none();
      case POOLED -> unit.equals(Unit.ALL) ? view.spread(i, m, w).map(this::pooled) : none();
      case OVER_TIME -> w.equals(FigureId.NONE) ? overTime(i, m, unit) : none();
      case RESPONDENTS -> m.equals(FigureId.NONE) ? respondents(i, w, unit) : none();
      case MISSING_ANSWERS -> unit.equals(Unit.ALL) ? missing(i, m, w) : none();
      default -> whole(id) ? new MeasurementFigures(view).at(id, unit) : none();
    };
  }

  /** Whether an address names the parts that belong to its kind, and no others. */
  private static boolean whole(FigureId id) {
    return id.indicator().ofMeasure() != id.measure().equals(FigureId.NONE)
        && id.indicator().ofWave() != id.wave().equals(FigureId.NONE);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private boolean counts(String instrument, String item) {
    return view.measures(instrument).contains(item) && !item.equals(Instrument.SCALE);
  }

  /** How many people are behind the whole figure; null when each part says it. */
  private Count n(FigureId id, Unit unit) {
    return switch (id.indicator()) {
      case DISTRIBUTION, LEVEL -> answered(id.instrument(), id.measure(), id.wave(), unit);
      case SCALE_SCORE -> scored(id.instrument(), id.wave(), unit);
      case BETWEEN, POOLED ->
          view.between(id.instrument(), id.measure(), id.wave())
              .map(r -> count(r.people(), r.visibility()))
              .orElse(null);
      case OVER_TIME, RESPONDENTS, MISSING_ANSWERS -> null;
      default -> new MeasurementFigures(view).n(id);
    };
  }

  private Count answered(String instrument, String item, String wave, Unit unit) {
    // A share can be hidden while the number who answered is shown.
    return view.level(instrument, item, wave, unit)
        .map(
            r ->
                r.answered() == null
                    ? count(null, r.visibility())
                    : count(r.answered(), Visibility.SHOWN))
        .orElse(null);
  }

  private Count scored(String instrument, String wave, Unit unit) {
    return view.scale(instrument, wave, unit)
        .map(r -> count(r.people(), r.visibility()))
        .orElse(null);
  }

  private Optional<Figure> distribution(String instrument, String item, String wave, Unit unit) {
    var rows = view.distribution(instrument, item, wave, unit);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var level = view.level(instrument, item, wave, unit);
    Integer answered = level.map(LevelRow::answered).orElse(null);
    double design = level.map(LevelRow::designEffect).orElse(1.0);
    List<Figure.AnswerCount> answers = new ArrayList<>();
    for (var answer : view.answers(instrument, item)) {
      rows.stream()
          .filter(r -> r.code() == answer.code())
          .forEach(
              r -> {
                Share share =
                    r.people() == null || answered == null || answer.excluded()
                        ? null
                        : Share.of(r.people(), answered, design);
                answers.add(
                    new Figure.AnswerCount(
                        answer.code(),
                        answer.label(),
                        answer.brief(),
                        answer.counted(),
                        count(r.people(), r.visibility()),
                        share == null ? null : share.percent(),
                        share == null
                            ? new Interval(null, null)
                            : new Interval(share.low(), share.high())));
              });
    }
    return Optional.of(new Figure.Distribution("distribution", answers));
  }

  private Figure level(LevelRow r, String instrument, String item) {
    String countedAs =
        view.items(instrument).stream()
            .filter(i -> i.item().equals(item))
            .map(ItemRow::countedAs)
            .findFirst()
            .orElse("");
    return new Figure.Level(
        "level",
        countedAs,
        count(r.counted(), r.visibility()),
        r.percent(),
        new Interval(r.low(), r.high()),
        r.designEffect(),
        hidden(r.visibility()));
  }

  private Figure score(ScaleRow r, InstrumentRow instrument) {
    return new Figure.Score(
        "scale-score",
        instrument.scaleMin(),
        instrument.scaleMax(),
        r.mean(),
        new Interval(r.low(), r.high()),
        r.lowerQuartile(),
        r.median(),
        r.upperQuartile(),
        hidden(r.visibility()));
  }

  private Figure between(BetweenRow r) {
    return new Figure.Between(
        "between",
        r.organisations(),
        r.mean(),
        new Interval(r.low(), r.high()),
        r.between(),
        r.within(),
        r.icc(),
        r.anovaIcc1(),
        r.anovaIcc2(),
        r.rankability(),
        r.atBoundary(),
        hidden(r.visibility()));
  }

  private Figure pooled(Spread s) {
    PooledRow mine = s.mine();
    return new Figure.Pooled(
        "pooled",
        mine == null
            ? null
            : new Figure.Mine(
                mine.estimate(), new Interval(mine.low(), mine.high()), hidden(mine.visibility())),
        s.others(),
        s.halfWidth(),
        s.low(),
        s.high(),
        s.overlapping(),
        s.hidden(),
        hidden(s.visibility()));
  }

  private Optional<Figure> overTime(String instrument, String measure, Unit unit) {
    List<ControlPointRow> rows = view.controlPoints(instrument, measure, unit);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    ControlPointRow last = rows.get(rows.size() - 1);
    return Optional.of(
        new Figure.OverTime(
            "over-time",
            last.centre(),
            new Interval(last.lower(), last.upper()),
            last.baseline(),
            last.trial(),
            rows.stream().map(r -> point(r, unit)).toList(),
            view.events(unit).stream()
                .map(e -> new Figure.Happening(e.date(), e.wave(), e.words()))
                .toList()));
  }

  private Figure.Point point(ControlPointRow r, Unit unit) {
    boolean scale = r.measure().equals(Instrument.SCALE);
    var level =
        scale
            ? Optional.<LevelRow>empty()
            : view.level(r.instrument(), r.measure(), r.wave(), unit);
    var score = scale ? view.scale(r.instrument(), r.wave(), unit) : Optional.<ScaleRow>empty();
    Interval interval =
        level
            .map(l -> new Interval(l.low(), l.high()))
            .or(() -> score.map(s -> new Interval(s.low(), s.high())))
            .orElse(new Interval(null, null));
    Count n =
        scale
            ? scored(r.instrument(), r.wave(), unit)
            : answered(r.instrument(), r.measure(), r.wave(), unit);
    return new Figure.Point(
        r.wave(),
        view.waves().stream()
            .filter(w -> w.wave().equals(r.wave()))
            .map(WaveRow::label)
            .findFirst()
            .orElse(r.wave()),
        n == null ? count(null, r.visibility()) : n,
        r.value(),
        interval,
        r.signal().words(),
        hidden(r.visibility()));
  }

  private Optional<Figure> respondents(String instrument, String wave, Unit unit) {
    var rows = view.respondents(instrument, wave, unit);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure.Respondents(
                "respondents",
                rows.stream()
                    .map(
                        r ->
                            new Figure.Group(
                                r.dimension(),
                                r.group(),
                                count(r.people(), r.visibility()),
                                r.percent(),
                                r.residents()))
                    .toList()));
  }

  private Optional<Figure> missing(String instrument, String item, String wave) {
    var rows = view.missing(instrument, item, wave);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure.MissingAnswers(
                "missing-answers",
                rows.stream()
                    .map(r -> new Figure.Gap(r.kind(), count(r.people(), r.visibility())))
                    .toList()));
  }

  private Count count(Integer people, Visibility visibility) {
    return new Count(people, hidden(visibility));
  }

  /** The words of a hidden number, or null when it is shown. */
  private String hidden(Visibility visibility) {
    return visibility == Visibility.SHOWN
        ? null
        : visibility.words(view.manifest().disclosure().people());
  }
}
