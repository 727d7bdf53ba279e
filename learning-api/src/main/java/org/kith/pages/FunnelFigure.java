package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.charts.FunnelChart;
import org.kith.learning.Funnel;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.Indicator;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.Visibility;
import org.kith.words.Numbers;
import org.kith.words.Scattering;

/** Organisations over how many answered, with how far chance reaches. */
final class FunnelFigure {

  static final String ID = "funnel";
  private static final int STEPS = 40;

  private FunnelFigure() {}

  static Optional<Figure> of(View view, Choice choice) {
    return view.funnel(choice.instrument().instrument(), choice.measure(), choice.wave().wave())
        .map(f -> figure(view, choice, f));
  }

  private static Figure figure(View view, Choice choice, Funnel f) {
    DisclosureRules rules = view.manifest().disclosure();
    boolean percent = choice.item() != null;
    int shown = f.others().size() + (f.mine() == null ? 0 : 1);
    boolean drawn = f.visibility() == Visibility.SHOWN && shown > 0;
    return new Figure(
        ID,
        Scattering.of(
            f.row(), f.visibility(), f.within(), shown, rules.people(), rules.organisations()),
        drawn
            ? Scattering.lines(f.row(), f.within(), shown, f.hidden())
                + " Other organisations have no names here; each stands at the middle number of people"
                + " of at least three, so that a size cannot give a name away."
            : "",
        drawn ? chart(choice, f, percent) : "",
        Indicator.FUNNEL.question(),
        drawn ? table(choice, f, percent) : null,
        choice.csv(view.snapshot(), ID),
        choice.permanent(view.snapshot()) + "#between",
        view.snapshot(),
        List.of(
            new Figure.Note(
                "How this can mislead", Indicator.FUNNEL.misleads().replace('\'', '’'))));
  }

  private static String chart(Choice choice, Funnel f, boolean percent) {
    double most = f.mine() == null ? 0 : f.mine().people();
    double fewest = f.mine() == null ? Double.MAX_VALUE : f.mine().people();
    for (Funnel.Dot dot : f.others()) {
      most = Math.max(most, dot.people());
      fewest = Math.min(fewest, dot.people());
    }
    most = most * 1.12;
    // Limits of a handful of people would fill the sheet and stand for nobody here.
    double from = Math.max(5, fewest * 0.5);
    List<FunnelChart.Limit> limits = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double people = from + (most - from) * i / STEPS;
      limits.add(
          new FunnelChart.Limit(
              people, f.limit(people, Funnel.INNER), f.limit(people, Funnel.OUTER)));
    }
    return new FunnelChart(
            limits,
            f.row().pooled(),
            f.mine() == null ? null : dot(f.mine()),
            f.others().stream().map(FunnelFigure::dot).toList(),
            percent ? 0 : choice.instrument().scaleMin(),
            percent ? 100 : choice.instrument().scaleMax(),
            percent ? 0 : 1,
            percent ? Numbers.HARD + "%" : "")
        .html(ID + "-c", ID + "-t", ID + "-d", false);
  }

  private static FunnelChart.Dot dot(Funnel.Dot dot) {
    return new FunnelChart.Dot(dot.people(), dot.value());
  }

  /** The others are described together only, so that the table cannot be put in order. */
  private static FigureTable table(Choice choice, Funnel f, boolean percent) {
    List<List<Cell>> cells = new ArrayList<>();
    if (f.mine() != null) {
      cells.add(
          List.of(
              Cell.words("You are here"),
              Cell.number(f.mine().people()),
              Cell.number(said(f.mine().value(), percent)),
              limits(f, f.mine().people(), percent)));
    }
    cells.add(
        List.of(
            Cell.words("Everyone together"),
            f.row().people() == null ? Cell.words("") : Cell.number(f.row().people()),
            Cell.number(said(f.row().pooled(), percent)),
            Cell.words("")));
    if (!f.others().isEmpty()) {
      double low = f.others().stream().mapToDouble(Funnel.Dot::value).min().orElseThrow();
      double high = f.others().stream().mapToDouble(Funnel.Dot::value).max().orElseThrow();
      cells.add(
          List.of(
              Cell.words("The other " + Numbers.small(f.others().size())),
              Cell.words("described together only"),
              Cell.number(said(low, percent) + " to " + said(high, percent)),
              Cell.words("")));
    }
    if (f.hidden() > 0) {
      cells.add(
          List.of(
              Cell.words("Not shown"),
              Cell.hidden("hidden"),
              Cell.hidden("hidden"),
              Cell.words(
                  Numbers.capital(Numbers.counted(f.hidden(), "organisation"))
                      + " with too few answers")));
    }
    return new FigureTable(
        (percent ? "Share" : "Mean score")
            + ", "
            + choice.wave().label()
            + (percent ? ", of 100" : "")
            + ". Other organisations are described together only.",
        List.of("Who", "People", "Value", "Where 95 of 100 would lie by chance"),
        cells);
  }

  private static Cell limits(Funnel f, int people, boolean percent) {
    double half = f.limit(people, Funnel.INNER);
    double least = percent ? Math.max(0, f.row().pooled() - half) : f.row().pooled() - half;
    double most = percent ? Math.min(100, f.row().pooled() + half) : f.row().pooled() + half;
    return Cell.number(said(least, percent) + " to " + said(most, percent));
  }

  private static String said(double value, boolean percent) {
    return percent ? "" + Math.round(value) : Numbers.score(value);
  }
}
