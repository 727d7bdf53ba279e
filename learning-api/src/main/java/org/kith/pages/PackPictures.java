package org.kith.pages;

import java.util.List;
import java.util.Optional;
import org.kith.account.Account;
import org.kith.account.Picture;
import org.kith.account.Pictures;
import org.kith.charts.SaidAndCame;
import org.kith.learning.FigureId;
import org.kith.learning.View;
import org.kith.published.InstrumentRow;

/** Draws figures of a pack as the pages of their constructs do. */
public final class PackPictures implements Pictures {
  private static final int END = 5;

  @Override
  public Optional<Picture> of(View view, FigureId id, int number) {
    if (FigureFor.ofQuestionnaire(id)) {
      return FigureFor.of(view, id)
          .filter(f -> f.table() != null)
          .map(f -> picture(f, "q" + number + "-"));
    }
    String measure = id.measure().equals(FigureId.NONE) ? null : id.measure();
    return view.instrument(id.instrument())
        .map(InstrumentRow::construct)
        .flatMap(
            c ->
                ConstructPage.of(
                    view,
                    c,
                    id.wave().equals(FigureId.NONE) ? null : id.wave(),
                    id.unit(),
                    measure == null ? null : id.instrument() + "." + measure))
        .flatMap(p -> p.figure(part(id)))
        .map(f -> picture(f, "q" + number + "-"));
  }

  @Override
  public Optional<String> said(View view, FigureId id, List<Account.Heap> heaps, int number) {
    return view.units().stream()
        .filter(u -> u.scope() == id.scope() && u.id().equals(id.unit()))
        .findFirst()
        .flatMap(u -> view.level(id.instrument(), id.measure(), id.wave(), u))
        .filter(l -> l.percent() != null)
        .map(
            l ->
                new SaidAndCame(
                    l.percent(),
                    l.low(),
                    l.high(),
                    heaps.stream().map(PackPictures::heap).toList()))
        .map(
            c ->
                c.html(
                    "q" + number + "-came-c",
                    "q" + number + "-came",
                    "q" + number + "-said",
                    false));
  }

  /** An open end is drawn as wide as a heap that is not. */
  private static SaidAndCame.Heap heap(Account.Heap heap) {
    double low = heap.low() == 0 ? heap.high() - END : heap.low();
    double high = heap.high() == 100 ? heap.low() + END : heap.high();
    return new SaidAndCame.Heap(low, high, heap.words(), heap.people());
  }

  private static String part(FigureId id) {
    return switch (id.indicator()) {
      case DISTRIBUTION, LEVEL, SCALE_SCORE -> SaidFigure.ID;
      case OVER_TIME -> TimeFigures.LINE;
      case BETWEEN, POOLED -> BetweenFigure.ID;
      case CHANGE -> ChangeFigure.ID;
      case PANEL -> PanelFigure.ID;
      case GROWTH -> GrowthFigure.ID;
      case PREDICTORS -> GroupsFigure.ID;
      case FUNNEL -> FunnelFigure.ID;
      case RESPONDENTS, MISSING_ANSWERS -> MissingFigure.ID;
      default -> "";
    };
  }

  /** Its ids begin with the number of its question, so that two of a kind can share a page. */
  private static Picture picture(Figure figure, String prefix) {
    String own = figure.id() + "-";
    String html =
        figure
            .chart()
            .replace("\"" + own, "\"" + prefix + own)
            .replace("hatch-" + own, "hatch-" + prefix + own);
    List<List<Picture.Cell>> rows =
        figure.table().rows().stream()
            .map(
                r ->
                    r.stream()
                        .map(c -> new Picture.Cell(c.text(), c.number(), c.hidden()))
                        .toList())
            .toList();
    return new Picture(
        prefix + figure.id(),
        figure.title(),
        figure.reads(),
        html,
        figure.question(),
        figure.table().caption(),
        figure.table().columns(),
        rows,
        figure.csv(),
        figure.permanent(),
        figure.snapshot());
  }
}
