package org.kith.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartsOfReflectionsTest {
  private static final String WHY = "hidden, fewer than 11";

  private static int count(String svg, String what) {
    return svg.split(java.util.regex.Pattern.quote(what), -1).length - 1;
  }

  @Test
  void a_hidden_quarter_is_hatched_and_says_why_and_draws_no_point() {
    QuarterDots chart =
        new QuarterDots(
            List.of(
                new QuarterDots.Point("Jul–Sep 2025", null, null, null, WHY),
                new QuarterDots.Point("Oct–Dec 2025", 34.6, 27.0, 43.1, null)));
    for (int width : Chart.WIDTHS) {
      String svg = chart.svg(width, "c");
      assertThat(svg).contains(WHY);
      assertThat(count(svg, "url(#hatch-c)")).isEqualTo(1);
      assertThat(count(svg, "<circle")).isEqualTo(1);
      // The interval is drawn before the point.
      assertThat(svg.indexOf("rx=\"3\"")).isLessThan(svg.indexOf("<circle"));
    }
  }

  @Test
  void dots_of_organisations_have_no_names_and_the_same_order_whichever_they_are() {
    PresenceGrid grid =
        new PresenceGrid(
            List.of(
                new PresenceGrid.Row("Forms", 7, 12, null),
                new PresenceGrid.Row("Buses", 3, 12, null),
                new PresenceGrid.Row("Money", null, null, WHY)));
    String svg = grid.svg(776, "c");
    assertThat(svg).contains("7 of 12", "3 of 12", WHY);
    // Twelve organisations in each of two rows, none where hidden.
    assertThat(count(svg, "<circle")).isEqualTo(12 + 12);
    assertThat(count(svg, "url(#hatch-c)")).isEqualTo(1);
  }

  @Test
  void levels_stand_with_the_closest_at_the_foot_and_hidden_numbers_are_no_bars() {
    String svg =
        new LevelRungs(
                List.of(
                    new LevelRungs.Rung("Practitioner and person", 70, 25, null),
                    new LevelRungs.Rung("Policy", null, null, WHY)),
                "raised",
                "answered")
            .svg(560, "c");
    assertThat(svg.indexOf("Policy")).isLessThan(svg.indexOf("Practitioner and person"));
    assertThat(count(svg, WHY)).isEqualTo(2);
    assertThat(svg).doesNotContain(">0<");
  }

  @Test
  void the_curve_starts_with_all_open_and_stops_where_it_is_hidden() {
    String svg =
        new StillOpen(
                List.of(
                    new StillOpen.Day(30, 88.4, 80.1, 93.4, null),
                    new StillOpen.Day(365, null, null, null, WHY)))
            .svg(560, "c");
    assertThat(svg).contains("88\u00a0%", WHY, "days after it was raised");
    assertThat(count(svg, "<circle")).isEqualTo(1);
    assertThat(count(svg, "url(#hatch-c)")).isEqualTo(1);
  }

  @Test
  void quiet_weeks_are_an_empty_part_with_words_and_not_a_mark_against_anybody() {
    String svg =
        new QuarterRows(
                List.of("Jul–Sep 2025", "Oct–Dec 2025"),
                List.of(
                    new QuarterRows.Row(
                        "Everyone together",
                        List.of(
                            new QuarterRows.Cell(66.0, null), new QuarterRows.Cell(null, WHY)))),
                "\u00a0%",
                "quiet periods we cannot see into")
            .svg(560, "c");
    assertThat(svg).contains("quiet periods we cannot see into", WHY, ">66<");
    assertThat(count(svg, "url(#hatch-c)")).isEqualTo(2);
  }
}
