package org.kith.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What charts of measurement draw; {@link ChartsTest} checks that they are well formed. */
class ChartsOfMeasurementTest {
  static final WaveIntervals ALPHA =
      new WaveIntervals(
          List.of(
              new WaveIntervals.Point("Summer 2025", null, null, null, "hidden, fewer than 10"),
              new WaveIntervals.Point("Autumn 2025", 0.8, 0.75, 0.84, null)),
          0,
          1,
          null,
          "",
          2,
          "");
  static final WaveIntervals CHANGES =
      new WaveIntervals(
          List.of(
              new WaveIntervals.Point("Summer 2025", null, null, null, null),
              new WaveIntervals.Point("Autumn 2025", -6.0, -14.0, 2.0, null)),
          -20,
          20,
          0.0,
          "as many as before",
          0,
          "");
  static final IntervalRows GROUPS =
      new IntervalRows(
          List.of(
              new IntervalRows.Row("Age", "75 and over, beside 16 to 34", 0.4, 0.2, 0.6, null),
              new IntervalRows.Row(
                  "Home", "Rents privately", null, null, null, "hidden, fewer than 10")),
          -1,
          1,
          0.0,
          new IntervalRows.Ends("less", "more"),
          2,
          "");
  static final FunnelChart FUNNEL =
      new FunnelChart(
          List.of(
              new FunnelChart.Limit(50, 14, 22),
              new FunnelChart.Limit(100, 10, 15),
              new FunnelChart.Limit(200, 7, 11)),
          40,
          new FunnelChart.Dot(100, 30),
          List.of(new FunnelChart.Dot(60, 44), new FunnelChart.Dot(150, 41)),
          0,
          100,
          0,
          " %");
  static final Moved MOVED =
      new Moved(
          List.of(
              new Moved.Share("moved down", 15.0, 12.0, 19.0, null),
              new Moved.Share("stayed", 63.0, 58.0, 67.0, null),
              new Moved.Share("moved up", null, null, null, "hidden, fewer than 10")));
  static final MoveRows MOVES =
      new MoveRows(
          List.of(
              new MoveRows.Row(
                  "Many", List.of(Part.shown("Many", 60), Part.hidden("None", "hidden"))),
              new MoveRows.Row("None", List.of(Part.shown("Many", 0), Part.shown("None", 0)))));
  static final GrowthLines GROWTH =
      new GrowthLines(
          "Autumn 2022",
          "Autumn 2025",
          3,
          new GrowthLines.Middle(3.6, 0.1, 0.09, 0.04),
          List.of(new GrowthLines.Line(4.4, 0.3), new GrowthLines.Line(5.8, 0.9)),
          1,
          6,
          1,
          "");
  static final SignDots SIGNS =
      new SignDots(
          List.of("Summer 2025", "Autumn 2025"),
          List.of(
              new SignDots.Row(
                  "More at one value",
                  List.of(
                      new SignDots.Cell(null, "hidden, fewer than 3 organisations"),
                      new SignDots.Cell(0, null))),
              new SignDots.Row(
                  "One answer throughout",
                  List.of(new SignDots.Cell(1, null), new SignDots.Cell(2, null)))));

  @Test
  void an_interval_is_drawn_before_its_point() {
    String svg = ALPHA.svg(560, "x");
    assertThat(svg.indexOf("rx=\"3\"")).isPositive().isLessThan(svg.indexOf("<circle"));
    String rows = GROUPS.svg(560, "x");
    assertThat(rows.indexOf("rx=\"6\"")).isPositive().isLessThan(rows.indexOf("<circle"));
  }

  @Test
  void the_limits_of_a_funnel_come_before_the_unnamed_and_those_before_the_reader() {
    String svg = FUNNEL.svg(776, "x");
    assertThat(svg.indexOf("<polygon")).isLessThan(svg.indexOf("<circle"));
    assertThat(svg.indexOf("fill=\"#5f584a\"")).isLessThan(svg.indexOf("You are here: 30 %"));
    // 100 of 200 people on 776 less the room at the right, 84: half of 692.
    assertThat(svg).contains("cx=\"346\"");
  }

  @Test
  void what_is_hidden_is_hatched_and_told_and_never_nothing() {
    assertThat(ALPHA.svg(560, "x")).contains("url(#hatch-x)", "hidden, fewer than 10");
    assertThat(MOVED.svg(560, "x"))
        .contains("url(#hatch-x)", "moved up: hidden, fewer than 10")
        .doesNotContain("moved up: 0");
    assertThat(MOVES.svg(560, "x")).contains("url(#hatch-x)");
    assertThat(GROUPS.svg(560, "x")).contains("url(#hatch-x)", "hidden, fewer than 10");
    assertThat(SIGNS.svg(560, "x")).contains("url(#hatch-x)", "hidden, fewer than 3 organisations");
  }

  @Test
  void a_line_ends_where_it_would_leave_the_scale() {
    // From 5.8 by 0.9 a year: over 6 after a quarter of a year, the third of 25 points of 3 years.
    String svg = GROWTH.svg(776, "x");
    int steep = svg.indexOf("<polyline points=", svg.indexOf("<polyline points=") + 1) + 18;
    String points = svg.substring(steep, svg.indexOf('"', steep));
    assertThat(points.chars().filter(c -> c == ',').count()).isEqualTo(2);
  }

  @Test
  void nothing_is_drawn_on_a_scale_that_is_none() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WaveIntervals(List.of(), 1, 1, null, "", 0, ""))
        .withMessage("No scale goes from 1.0 to 1.0.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FunnelChart(List.of(), 1, null, List.of(), 0, 1, 0, ""))
        .withMessage("A funnel needs limits at two numbers of people.");
  }
}
