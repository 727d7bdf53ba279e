package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.charts.IntervalRows;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.Indicator;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.PredictorRow;
import org.kith.words.AmongPeople;
import org.kith.words.Numbers;

/** What goes with belonging to a known group, among people of the same organisation. */
final class GroupsFigure {

  static final String ID = "groups";

  private GroupsFigure() {}

  static Optional<Figure> of(View view, Choice choice) {
    List<PredictorRow> rows =
        view.measured()
            .predictors(choice.instrument().instrument(), choice.measure(), choice.wave().wave());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    DisclosureRules rules = view.manifest().disclosure();
    boolean percent = choice.item() != null;
    double unit = percent ? 100 : 1;
    List<IntervalRows.Row> drawn = new ArrayList<>();
    List<List<Cell>> cells = new ArrayList<>();
    double reach = percent ? 5 : 0.1;
    for (PredictorRow r : rows) {
      String why = r.visibility().words(rules.people());
      boolean shown = r.within() != null;
      drawn.add(
          new IntervalRows.Row(
              AmongPeople.heading(r.dimension()),
              r.group() + ", beside " + r.reference(),
              times(r.within(), unit),
              times(r.withinLow(), unit),
              times(r.withinHigh(), unit),
              shown ? null : why));
      if (shown) {
        reach = Math.max(reach, unit * Math.max(Math.abs(r.withinLow()), Math.abs(r.withinHigh())));
      }
      cells.add(
          List.of(
              Cell.words(AmongPeople.heading(r.dimension()) + ": " + r.group()),
              Cell.words(r.reference()),
              shown ? Cell.number(said(r.within() * unit, percent)) : Cell.hidden(why),
              shown
                  ? Cell.number(range(r.withinLow() * unit, r.withinHigh() * unit, percent))
                  : Cell.words(""),
              r.between() == null
                  ? Cell.words("not to be told")
                  : Cell.number(said(r.between() * unit, percent)),
              r.between() == null
                  ? Cell.words("")
                  : Cell.number(range(r.betweenLow() * unit, r.betweenHigh() * unit, percent))));
    }
    String countedAs = percent ? choice.item().countedAs() : "";
    String between = AmongPeople.between(rows);
    return Optional.of(
        new Figure(
            ID,
            AmongPeople.of(rows, percent, countedAs, rules.people(), rules.organisations()),
            "Each bar is how far a group lies from the one it is beside, among people of the same"
                + " organisation who are alike in the other groups."
                + (between.isEmpty() ? "" : " " + between),
            new IntervalRows(
                    drawn,
                    -reach * 1.1,
                    reach * 1.1,
                    0.0,
                    new IntervalRows.Ends(percent ? "fewer" : "less", "more"),
                    percent ? 0 : 2,
                    "")
                .html(ID + "-c", ID + "-t", ID + "-d", false),
            Indicator.PREDICTORS.question(),
            new FigureTable(
                "Groups beside one another, " + choice.wave().label() + (percent ? ", of 100" : ""),
                List.of(
                    "Group",
                    "Beside",
                    "Among people of one organisation",
                    "Plausibly",
                    "Between whole organisations",
                    "Plausibly"),
                cells),
            choice.csv(view.snapshot(), ID),
            choice.permanent(view.snapshot()) + "#groups",
            view.snapshot(),
            List.of(
                new Figure.Note(
                    "How this can mislead", Indicator.PREDICTORS.misleads().replace('\'', '’')))));
  }

  private static Double times(Double value, double unit) {
    return value == null ? null : Double.valueOf(value * unit);
  }

  private static String said(double value, boolean percent) {
    String size = percent ? "" + Math.round(Math.abs(value)) : Numbers.score(Math.abs(value));
    return size.equals("0") ? size : (value < 0 ? "−" : "+") + size;
  }

  private static String range(double low, double high, boolean percent) {
    return said(low, percent) + " to " + said(high, percent);
  }
}
