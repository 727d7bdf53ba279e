package org.kith.pages;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kith.charts.ControlChart;
import org.kith.charts.Part;
import org.kith.charts.WaveColumns;
import org.kith.cycles.Mark;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.AnswerRow;
import org.kith.published.ControlPointRow;
import org.kith.published.EventRow;
import org.kith.published.Indicator;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.Signal;
import org.kith.published.Visibility;
import org.kith.published.WaveRow;
import org.kith.words.Numbers;
import org.kith.words.Time;

/** What people said over the quarters: columns of answers, and the line with its usual range. */
final class TimeFigures {

  static final String WAVES = "waves";
  static final String LINE = "line";
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  private TimeFigures() {}

  static List<Figure> of(View view, Choice choice, List<Mark> marks) {
    List<Figure> figures = new ArrayList<>();
    List<ControlPointRow> points =
        view.controlPoints(choice.instrument().instrument(), choice.measure(), choice.unit());
    Map<String, String> labels = new LinkedHashMap<>();
    view.waves().forEach(w -> labels.put(w.wave(), w.label()));
    if (choice.item() != null && choice.answers(view).size() <= 7) {
      waves(view, choice, points, labels).ifPresent(figures::add);
    }
    if (!points.isEmpty()) {
      figures.add(line(view, choice, points, labels, marks));
    }
    return figures;
  }

  private static Optional<Figure> waves(
      View view, Choice choice, List<ControlPointRow> points, Map<String, String> labels) {
    DisclosureRules rules = view.manifest().disclosure();
    List<AnswerRow> answers = choice.answers(view);
    List<WaveColumns.Column> columns = new ArrayList<>();
    for (WaveRow wave : view.waves()) {
      columns.add(column(view, choice, wave, answers, rules));
    }
    long asked = columns.stream().filter(c -> !c.parts().isEmpty()).count();
    if (asked < 2) {
      return Optional.empty();
    }
    List<String> headings = new ArrayList<>(List.of("Quarter", "Answered"));
    answers.forEach(a -> headings.add(Numbers.capital(a.brief())));
    List<List<Cell>> rows = new ArrayList<>();
    for (WaveColumns.Column column : columns) {
      if (!column.parts().isEmpty()) {
        rows.add(row(column));
      }
    }
    int least =
        columns.stream()
            .filter(c -> c.answered() != null)
            .mapToInt(c -> c.answered())
            .min()
            .orElse(0);
    int most =
        columns.stream()
            .filter(c -> c.answered() != null)
            .mapToInt(c -> c.answered())
            .max()
            .orElse(0);
    boolean hidden =
        columns.stream().anyMatch(c -> c.parts().stream().anyMatch(p -> p.people() == null));
    String reads =
        "Each column is everyone who answered that quarter"
            // Nobody's number is told when every one is hidden.
            + (most == 0
                ? ""
                : ", "
                    + Numbers.count(least)
                    + Numbers.HARD
                    + "to"
                    + Numbers.HARD
                    + Numbers.count(most)
                    + Numbers.HARD
                    + "people")
            + "; they are not all the same people each time."
            + (hidden
                ? " A hatched part is hidden, fewer than "
                    + rules.people()
                    + " or next to one that is."
                : "");
    List<Figure.Note> notes = new ArrayList<>();
    notes.add(
        new Figure.Note(
            "How this can mislead",
            "People’s yardstick can move while their life stays as it was. And a first answer can"
                + " differ from later ones only because it is the first."));
    if (hidden) {
      notes.add(
          new Figure.Note(
              "Why some are hidden",
              "Where fewer than "
                  + rules.people()
                  + " people gave an answer, it is hidden so that no one can be picked out. A second"
                  + " answer is hidden with it, because one would give away the other."));
    }
    return Optional.of(
        new Figure(
            WAVES,
            Time.shape(points, labels, choice.item().countedAs()),
            reads,
            new WaveColumns(columns).html(WAVES + "-c", WAVES + "-t", WAVES + "-d", false),
            "What has stayed the same, and what may be holding it?",
            new FigureTable(
                "People giving each answer, by quarter, to the nearest " + rules.rounding(),
                headings,
                rows),
            choice.csv(view.snapshot(), WAVES),
            choice.permanent(view.snapshot()) + "#time",
            view.snapshot(),
            notes));
  }

  private static WaveColumns.Column column(
      View view, Choice choice, WaveRow wave, List<AnswerRow> answers, DisclosureRules rules) {
    String instrument = choice.instrument().instrument();
    String item = choice.item().item();
    var counts = view.distribution(instrument, item, wave.wave(), choice.unit());
    if (counts.isEmpty()) {
      return new WaveColumns.Column(wave.label(), null, List.of());
    }
    List<Part> parts = SaidFigure.parts(answers, counts, rules);
    Integer answered =
        view.level(instrument, item, wave.wave(), choice.unit())
            .map(l -> l.answered())
            .orElse(null);
    return new WaveColumns.Column(wave.label(), answered, parts);
  }

  private static List<Cell> row(WaveColumns.Column column) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.words(column.label()));
    row.add(column.answered() == null ? Cell.hidden("hidden") : Cell.number(column.answered()));
    for (Part part : column.parts()) {
      row.add(part.people() == null ? Cell.hidden(part.hidden()) : Cell.number(part.people()));
    }
    return row;
  }

  private static Figure line(
      View view,
      Choice choice,
      List<ControlPointRow> points,
      Map<String, String> labels,
      List<Mark> marks) {
    DisclosureRules rules = view.manifest().disclosure();
    boolean percent = choice.item() != null;
    List<ControlChart.Point> drawn = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    Map<String, ControlPointRow> byWave = new LinkedHashMap<>();
    points.forEach(p -> byWave.put(p.wave(), p));
    List<EventRow> events = view.events(choice.unit());
    for (WaveRow wave : view.waves()) {
      ControlPointRow p = byWave.get(wave.wave());
      drawn.add(point(wave, p, rules));
      events.stream()
          .filter(e -> e.wave().equals(wave.wave()))
          .forEach(
              e ->
                  rows.add(
                      List.of(
                          Cell.words(MONTH.format(LocalDate.parse(e.date()))),
                          Cell.words(""),
                          Cell.words("Event: " + e.words()))));
      if (p != null) {
        rows.add(row(wave, p, percent, rules));
      }
    }
    String around = choice.people().substring("people".length());
    String what =
        percent
            ? "Each point is the share of people"
                + around
                + " who "
                + choice.item().countedAs()
                + ". "
            : "Each point is the mean score"
                + (around.isEmpty() ? "" : " of people" + around)
                + ". ";
    List<Figure.Note> notes = new ArrayList<>();
    notes.add(
        new Figure.Note("How this can mislead", Indicator.OVER_TIME.misleads().replace('\'', '’')));
    notes.add(
        new Figure.Note(
            "What the band is not",
            "It is not a goal. It is only how much this number moves when nothing in particular has"
                + " happened."));
    if (points.stream().anyMatch(p -> p.visibility() != Visibility.SHOWN)) {
      notes.add(
          new Figure.Note(
              "Why a point is missing",
              "A hatched mark stands for a quarter whose number is hidden. The line stops before it"
                  + " and starts again after it."));
    }
    double from = percent ? 0 : choice.instrument().scaleMin();
    double to = percent ? 100 : choice.instrument().scaleMax();
    return new Figure(
        LINE,
        Time.of(points, labels),
        what + Time.band(points, percent),
        new ControlChart(
                drawn,
                Marking.among(happenings(view, events), view, marks),
                from,
                to,
                percent ? Numbers.HARD + "%" : "")
            .html(LINE + "-c", LINE + "-t", LINE + "-d", false),
        "What would people here say was going on?",
        new FigureTable(
            (percent ? "The share" : "The mean score") + " over time (XmR chart)",
            List.of("Quarter", percent ? "Of 100" : "Mean score", "Reading"),
            rows),
        choice.csv(view.snapshot(), LINE),
        choice.permanent(view.snapshot()) + "#time",
        view.snapshot(),
        notes);
  }

  private static ControlChart.Point point(WaveRow wave, ControlPointRow p, DisclosureRules rules) {
    if (p == null) {
      return new ControlChart.Point(wave.label(), null, null, null, null);
    }
    ControlChart.Band band =
        p.lower() == null
            ? null
            : new ControlChart.Band(
                p.lower(), p.centre(), p.upper(), Boolean.TRUE.equals(p.trial()));
    boolean hidden = p.value() == null;
    return new ControlChart.Point(
        wave.label(),
        p.value(),
        hidden ? p.visibility().words(rules.people()) : null,
        band,
        p.signal() == null || p.signal() == Signal.NONE ? null : p.signal().words());
  }

  private static List<Cell> row(
      WaveRow wave, ControlPointRow p, boolean percent, DisclosureRules rules) {
    if (p.value() == null) {
      return List.of(
          Cell.words(wave.label()),
          Cell.hidden(p.visibility().words(rules.people())),
          Cell.words(""));
    }
    String value =
        percent ? String.format(Locale.ROOT, "%.1f", p.value()) : Numbers.score(p.value());
    return List.of(
        Cell.words(wave.label()),
        Cell.number(value),
        Cell.words(p.signal() == null ? "" : p.signal().words()));
  }

  /** Each event at its own day on the scale of quarters. */
  private static List<ControlChart.Happening> happenings(View view, List<EventRow> events) {
    List<ControlChart.Happening> happenings = new ArrayList<>();
    for (EventRow event : events) {
      LocalDate day = LocalDate.parse(event.date());
      for (int i = 0; i < view.waves().size(); i++) {
        WaveRow wave = view.waves().get(i);
        if (wave.wave().equals(event.wave())) {
          LocalDate starts = LocalDate.parse(wave.starts());
          double days = ChronoUnit.DAYS.between(starts, LocalDate.parse(wave.ends())) + 1.0;
          double at = Math.max(0, Math.min(1, ChronoUnit.DAYS.between(starts, day) / days));
          happenings.add(new ControlChart.Happening(i + at, MONTH.format(day), event.words()));
        }
      }
    }
    return happenings;
  }
}
