package org.kith.pages.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.charts.StillOpen;
import org.kith.evidence.Loops;
import org.kith.pages.FigureTable;
import org.kith.pages.FigureTable.Cell;
import org.kith.words.Numbers;

/**
 * How much of what was raised in a cycle is still open after so many days.
 *
 * @param title in a sentence
 * @param reads what can and cannot be read from it
 * @param chart its drawing
 */
public record LoopFigure(String title, String reads, String chart, FigureTable table) {

  /** The figure; empty where there is too little for a curve. */
  static Optional<LoopFigure> of(Loops loops) {
    List<Loops.Open> days = loops.days();
    if (days.isEmpty()) {
      return Optional.empty();
    }
    List<StillOpen.Day> drawn = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (Loops.Open day : days) {
      double low = day.low() == null ? day.open() : day.low();
      double high = day.high() == null ? day.open() : day.high();
      drawn.add(new StillOpen.Day(day.after(), day.open(), low, high, null));
      rows.add(
          List.of(
              Cell.number(day.after()),
              Cell.number(day.watched()),
              Cell.number(Math.round(day.open())),
              day.low() == null
                  ? Cell.words("none yet")
                  : Cell.number(
                      String.format(Locale.ROOT, "%.0f to %.0f", day.low(), day.high()))));
    }
    Loops.Open last = days.get(days.size() - 1);
    return Optional.of(
        new LoopFigure(
            "After "
                + last.after()
                + " days, "
                + Math.round(last.open())
                + " of 100 of what was raised here would still be open",
            "What was raised is ties until their first reply, experiments until they ended and"
                + " decisions until something was changed: "
                + Numbers.counted(loops.all().size(), "thing")
                + ", and "
                + loops.open()
                + " of them open today. What is still waiting counts for as long as it has waited;"
                + " an average of what was answered would leave it out. The interval is how far"
                + " chance could have moved the share, and with so few it is wide. It is not a"
                + " measure of anybody.",
            new StillOpen(drawn).html("open-c", "open-t", "open-d", false),
            new FigureTable(
                "Still open, by days after it was raised (Kaplan–Meier)",
                List.of("Days", "Watched that long", "Of 100 still open", "95 % interval"),
                rows)));
  }

  /** What is still open, in words, where there is too little for a curve. */
  static String words(Loops loops) {
    int all = loops.all().size();
    if (all == 0) {
      return "Nothing was raised, tried or decided here yet, so there is nothing to wait for.";
    }
    long open = loops.open();
    String raised = Numbers.capital(Numbers.counted(all, "thing")) + " was raised, tried or decided";
    return (all == 1 ? raised : raised.replace(" was ", " were "))
        + " here, "
        + (open == 0
            ? "and something came back of each."
            : open == all && all == 1
                ? "and it is still open."
                : "and " + open + (open == 1 ? " is" : " are") + " still open.")
        + (loops.curve()
            ? " A curve is drawn when the oldest of it is a week old."
            : " A curve is drawn from " + Numbers.small(Loops.CURVE) + " on.");
  }
}
