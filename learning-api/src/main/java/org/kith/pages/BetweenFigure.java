package org.kith.pages;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kith.charts.BetweenSquares;
import org.kith.charts.OrganisationStrip;
import org.kith.charts.OrganisationStrip.Span;
import org.kith.learning.Spread;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.BetweenRow;
import org.kith.published.Indicator;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.PooledRow;
import org.kith.published.Visibility;
import org.kith.words.Between;
import org.kith.words.Hidden;
import org.kith.words.Numbers;

/** How much lies between organisations, and where the reader's own plausibly lies. */
final class BetweenFigure {

  static final String ID = "strip";

  private static final Set<Visibility> WITHHELD =
      EnumSet.of(
          Visibility.NOT_RELIABLE, Visibility.NOT_COMPARABLE, Visibility.NOT_KNOWN_COMPARABLE);

  private BetweenFigure() {}

  static Optional<Figure> of(View view, Choice choice) {
    String instrument = choice.instrument().instrument();
    String wave = choice.wave().wave();
    Optional<BetweenRow> found = view.between(instrument, choice.measure(), wave);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    BetweenRow row = found.get();
    DisclosureRules rules = view.manifest().disclosure();
    if (WITHHELD.contains(row.visibility())) {
      return Optional.of(withheld(view, choice, row, rules));
    }
    Optional<Spread> spread = view.spread(instrument, choice.measure(), wave);
    boolean percent = choice.item() != null;
    StringBuilder chart = new StringBuilder();
    if (row.icc() != null && row.visibility() == Visibility.SHOWN) {
      chart.append(
          new BetweenSquares(Between.parts(row)).html(ID + "-s", ID + "-t", ID + "-d", false));
    }
    spread
        .flatMap(s -> strip(s, row, percent))
        .ifPresent(s -> chart.append(s.html(ID + "-c", ID + "-t", ID + "-d", false)));
    String order = Between.order(row);
    String each =
        chart.length() == 0
            ? ""
            : percent
                ? " Each bar is where one organisation’s share plausibly lies: people who "
                    + choice.item().countedAs()
                    + "."
                : " Each bar is where one organisation’s mean score plausibly lies.";
    String named =
        view.mine().isPresent()
            ? " So nothing here is in order, and only you are named."
            : " So nothing here is in order, and nobody is named.";
    return Optional.of(
        new Figure(
            ID,
            Between.of(row, rules.people(), rules.organisations()),
            (order.isEmpty() ? "" : order + named + each).strip(),
            chart.toString(),
            Indicator.BETWEEN.question(),
            spread.map(s -> table(s, row, percent, choice)).orElse(null),
            choice.csv(view.snapshot(), ID),
            choice.permanent(view.snapshot()) + "#between",
            view.snapshot(),
            notes(view)));
  }

  /** Where organisations may not be compared, the reason stands in the place of the figure. */
  private static Figure withheld(View view, Choice choice, BetweenRow row, DisclosureRules rules) {
    return new Figure(
        ID,
        Hidden.of(row.visibility(), rules.people(), rules.organisations()),
        "What people said stands above, for everyone, for places and for your own organisation. It is"
            + " only not set beside other organisations, because a difference could then be one of"
            + " words rather than of lives.",
        "",
        Indicator.COMPARABILITY.question(),
        null,
        "",
        choice.permanent(view.snapshot()) + "#between",
        view.snapshot(),
        List.of());
  }

  private static List<Figure.Note> notes(View view) {
    List<Figure.Note> notes = new ArrayList<>();
    notes.add(
        new Figure.Note(
            "How to read it",
            "The dot is the middle of a guess, the bar how far off it may be. The rows are shuffled"
                + " afresh at every snapshot, and the others’ bars all have one width, so that a"
                + " size cannot give a name away."));
    if (view.mine().isPresent()) {
      notes.add(
          new Figure.Note(
              "Why your number differs from the one above",
              "Each organisation’s number leans on the others’, small ones most, because a small"
                  + " group can look unusual by chance alone."));
    }
    notes.add(
        new Figure.Note("How this can mislead", Indicator.BETWEEN.misleads().replace('\'', '’')));
    return notes;
  }

  private static Optional<OrganisationStrip> strip(Spread s, BetweenRow row, boolean percent) {
    if (s.halfWidth() == null || row.low() == null) {
      return Optional.empty();
    }
    double unit = percent ? 100 : 1;
    Span together = new Span(row.mean() * unit, row.low() * unit, row.high() * unit);
    PooledRow mine = s.mine();
    Span you =
        mine == null || mine.estimate() == null
            ? null
            : new Span(mine.estimate(), mine.low(), mine.high());
    return Optional.of(
        new OrganisationStrip(
            you, together, s.others(), s.halfWidth(), percent ? Numbers.HARD + "%" : ""));
  }

  private static FigureTable table(Spread s, BetweenRow row, boolean percent, Choice choice) {
    double unit = percent ? 100 : 1;
    List<List<Cell>> rows = new ArrayList<>();
    if (s.mine() != null) {
      boolean shown = s.mine().estimate() != null;
      rows.add(
          List.of(
              Cell.words("You are here"),
              shown ? Cell.number(said(s.mine().estimate(), percent)) : Cell.hidden("hidden"),
              shown
                  ? Cell.words(range(s.mine().low(), s.mine().high(), percent))
                  : Cell.words("fewer people answered than may be shown")));
    }
    if (row.mean() != null) {
      rows.add(
          List.of(
              Cell.words("Everyone together"),
              Cell.number(said(row.mean() * unit, percent)),
              Cell.words(range(row.low() * unit, row.high() * unit, percent))));
    }
    if (s.low() != null) {
      int others = s.others().size();
      rows.add(
          List.of(
              Cell.words("The other " + Numbers.small(others)),
              new Cell(range(s.low(), s.high(), percent), true, false),
              Cell.words(
                  s.mine() == null || s.mine().estimate() == null
                      ? "described together only"
                      : Numbers.small(s.overlapping())
                          + " of the "
                          + Numbers.small(others)
                          + " intervals overlap yours")));
    }
    if (s.hidden() > 0) {
      rows.add(
          List.of(
              Cell.words("Not shown"),
              Cell.hidden("hidden"),
              Cell.words(
                  Numbers.capital(Numbers.counted(s.hidden(), "organisation"))
                      + " with too few answers")));
    }
    return new FigureTable(
        (percent ? "Share" : "Mean score")
            + ", "
            + choice.wave().label()
            + ", pooled estimates"
            + (percent ? ", of 100" : "")
            + ". Other organisations are described together only.",
        List.of("Who", "Estimate", "Plausibly"),
        rows);
  }

  private static String said(double value, boolean percent) {
    return percent ? "" + Math.round(value) : Numbers.score(value);
  }

  private static String range(double low, double high, boolean percent) {
    return said(low, percent) + " to " + said(high, percent);
  }
}
