package org.kith.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kith.published.Signal.NONE;
import static org.kith.published.Signal.OUTSIDE_LIMITS;
import static org.kith.published.Signal.SHIFT;
import static org.kith.published.Signal.TREND;
import static org.kith.published.Signal.TWO_OF_THREE;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.published.Signal;

class XmRTest {
  private static final double GAP = Double.NaN;

  private static List<Signal> signals(XmR chart) {
    return chart.points().stream().map(XmR.Point::signal).toList();
  }

  // NHSRplotthedots 0.2.2 in R 4.2.2 on R's own series; xmr.csv says how
  @ParameterizedTest
  @ValueSource(strings = {"nile", "nile_rebased", "discoveries", "short6", "two", "flat"})
  void equals_plot_the_dots(String series) throws IOException {
    List<NamedCsvRecord> rows =
        RValues.csv("xmr.csv").stream().filter(r -> r.getField("series").equals(series)).toList();
    double[] values = rows.stream().mapToDouble(r -> RValues.number(r, "y")).toArray();
    List<Integer> rebases = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).getField("rebase").equals("1")) {
        rebases.add(i);
      }
    }

    XmR chart = XmR.of(values, rebases.stream().mapToInt(Integer::intValue).toArray());

    assertThat(chart.points()).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      XmR.Point point = chart.points().get(i);
      NamedCsvRecord row = rows.get(i);
      assertThat(point.value()).isEqualTo(values[i]);
      assertThat(point.centre()).isCloseTo(RValues.number(row, "mean"), within(1e-10));
      if (row.getField("lower").equals("NaN")) {
        // R has no limits for a series that does not move, and so have we.
        assertThat(point.lower()).isNull();
        assertThat(point.upper()).isNull();
      } else {
        assertThat(point.lower()).isCloseTo(RValues.number(row, "lower"), within(1e-10));
        assertThat(point.upper()).isCloseTo(RValues.number(row, "upper"), within(1e-10));
      }
      assertThat(point.signal())
          .as("point %d", i + 1)
          .isEqualTo(ours(row.getField("special_cause")));
    }
  }

  private static Signal ours(String specialCause) {
    if (specialCause.equals("Common Cause")) {
      return NONE;
    }
    if (specialCause.endsWith("UCL") || specialCause.endsWith("LCL")) {
      return OUTSIDE_LIMITS;
    }
    if (specialCause.startsWith("7 Point Trend")) {
      return TREND;
    }
    assertThat(specialCause).matches("(2 in 3|7 Points) (Above|Below) CL");
    return specialCause.startsWith("2") ? TWO_OF_THREE : SHIFT;
  }

  @Test
  void the_package_calls_no_point_of_these_series_a_trend_so_one_is_made_by_hand() {
    // Six rises join points 4 to 10; six equal moves and a flat one do not.
    double[] values = {5, 9, 5, 1, 2, 3, 4, 5, 6, 7, 3, 8, 4};

    assertThat(signals(XmR.of(values)))
        .containsExactly(
            NONE, NONE, NONE, TREND, TREND, TREND, TREND, TREND, TREND, TREND, NONE, NONE, NONE);
    values[7] = 4;
    assertThat(signals(XmR.of(values))).doesNotContain(TREND);
  }

  @Test
  void a_falling_trend_is_a_trend_and_goes_before_a_shift() {
    // By hand: centre 120.5/13, limits 4.17 to 14.37. Points 1 to 8 are above it, 3 to 10 fall.
    double[] values = {12, 10, 12.5, 12, 11, 10.5, 10, 9.5, 8, 5, 8, 4, 8};

    assertThat(signals(XmR.of(values)).subList(0, 10))
        .containsExactly(SHIFT, SHIFT, TREND, TREND, TREND, TREND, TREND, TREND, TREND, TREND);
  }

  @Test
  void outside_goes_before_trend() {
    // mean moving range 1 of the first twelve, centre 10.5: limits 7.84 and 13.16
    double[] values = {10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 12, 13, 14, 15, 16};

    List<Signal> signals = signals(XmR.of(values, new int[0], 12));

    assertThat(signals.subList(12, 19))
        .containsExactly(
            TREND, TREND, TREND, TREND, OUTSIDE_LIMITS, OUTSIDE_LIMITS, OUTSIDE_LIMITS);
  }

  @Test
  void two_of_three_near_a_limit_need_three_on_one_side() {
    // centre 10.5, mean moving range 1: near is beyond 10.5 ± 1.773, limits 10.5 ± 2.66
    double[] base = {10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11};
    assertThat(after(base, 8.5, 10, 8.5)).containsExactly(TWO_OF_THREE, NONE, TWO_OF_THREE);
    assertThat(after(base, 12.5, 12.5, 11)).containsExactly(TWO_OF_THREE, TWO_OF_THREE, NONE);
    assertThat(after(base, 8.5, 12.5, 8.5)).containsExactly(NONE, NONE, NONE);
    assertThat(after(base, 8.5, 11, 8.5)).containsExactly(NONE, NONE, NONE);
    assertThat(after(base, 8.5, GAP, 8.5)).containsExactly(NONE, NONE, NONE);
    // A point outside is not near, but keeps the run on its side.
    assertThat(after(base, 8.5, 2, 8.5))
        .containsExactly(TWO_OF_THREE, OUTSIDE_LIMITS, TWO_OF_THREE);
  }

  private static List<Signal> after(double[] base, double... more) {
    double[] values = Arrays.copyOf(base, base.length + more.length);
    System.arraycopy(more, 0, values, base.length, more.length);
    return signals(XmR.of(values, new int[0], base.length)).subList(base.length, values.length);
  }

  @Test
  void limits_locked_on_twelve_points_stay_when_more_points_come() {
    double[] twelve = {45, 48, 43, 46, 44, 47, 45, 49, 42, 45, 46, 44};
    double[] fifteen = Arrays.copyOf(twelve, 15);
    fifteen[12] = 61;
    fifteen[13] = 30;
    fifteen[14] = 45;

    XmR locked = XmR.of(twelve, new int[0], 12);
    XmR later = XmR.of(fifteen, new int[0], 12);

    // By hand: centre 544/12; moving ranges 3 5 3 2 3 2 4 7 3 1 2 = 35/11, none as large as 3.267
    // times that, so limits 45.3333 ± 2.66 × 3.181818.
    XmR.Point first = locked.points().get(0);
    assertThat(first.centre()).isCloseTo(544 / 12.0, within(1e-12));
    assertThat(first.lower()).isCloseTo(544 / 12.0 - 2.66 * 35 / 11, within(1e-12));
    assertThat(first.upper()).isCloseTo(544 / 12.0 + 2.66 * 35 / 11, within(1e-12));
    assertThat(first.baseline()).isEqualTo(12);
    assertThat(first.trial()).isFalse();
    assertThat(later.points().subList(0, 12)).isEqualTo(locked.points());
    assertThat(signals(later).subList(12, 15))
        .containsExactly(OUTSIDE_LIMITS, OUTSIDE_LIMITS, NONE);
  }

  @Test
  void eleven_points_give_trial_limits() {
    double[] values = new double[11];
    Arrays.setAll(values, i -> i % 2);

    assertThat(XmR.of(values).points())
        .allSatisfy(
            point -> {
              assertThat(point.trial()).isTrue();
              assertThat(point.baseline()).isEqualTo(11);
            });
  }

  @Test
  void a_moving_range_far_above_the_rest_is_set_aside_once() {
    // Moving ranges: nine of 1, then 9 and 9. Mean 27/11, times 3.267 is 8.02: both 9s go.
    double[] values = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 11, 2};

    XmR.Point point = XmR.of(values).points().get(0);

    assertThat(point.upper() - point.centre()).isCloseTo(2.66, within(1e-12));
  }

  @Test
  void a_missing_point_breaks_ranges_and_runs() {
    double[] values = {10, 12, GAP, 20, 22, 24, 26, 28, GAP, 30, 32};

    XmR chart = XmR.of(values);

    XmR.Point gap = chart.points().get(2);
    assertThat(gap.value()).isNull();
    assertThat(gap.signal()).isEqualTo(NONE);
    assertThat(gap.baseline()).isEqualTo(9);
    // By hand: mean 204/9, all six moving ranges that do not cross a gap are 2.
    assertThat(gap.centre()).isCloseTo(204 / 9.0, within(1e-12));
    assertThat(gap.upper()).isCloseTo(204 / 9.0 + 5.32, within(1e-12));
    assertThat(signals(chart)).doesNotContain(TREND, SHIFT);
  }

  @Test
  void values_between_gaps_have_a_centre_and_no_limits() {
    assertThat(XmR.of(new double[] {10, GAP, 12}).points())
        .containsExactly(
            new XmR.Point(10.0, 11.0, null, null, 2, true, NONE),
            new XmR.Point(null, 11.0, null, null, 2, true, NONE),
            new XmR.Point(12.0, 11.0, null, null, 2, true, NONE));
  }

  @Test
  void a_flat_series_keeps_its_centre_to_the_last_bit_and_shows_nothing() {
    double[] values = new double[14];
    Arrays.fill(values, 0.1);

    assertThat(XmR.of(values).points())
        .containsOnly(new XmR.Point(0.1, 0.1, null, null, 14, false, NONE));
  }

  @Test
  void a_single_step_in_a_flat_series_leaves_no_range_and_calls_no_point_unusual_for_it() {
    // The only moving range that is not 0 is set aside; limits of no width would flag every point.
    double[] values = {5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6};

    XmR chart = XmR.of(values);

    assertThat(chart.points().get(0).upper()).isNull();
    assertThat(signals(chart)).doesNotContain(OUTSIDE_LIMITS, TWO_OF_THREE);
    assertThat(signals(chart).subList(0, 8)).containsOnly(SHIFT);
  }

  @Test
  void one_point_has_no_range_and_none_is_an_empty_chart() {
    assertThat(XmR.of(new double[] {3}).points())
        .containsExactly(new XmR.Point(3.0, null, null, null, 1, true, NONE));
    assertThat(XmR.of(new double[] {GAP}).points())
        .containsExactly(new XmR.Point(null, null, null, null, 0, true, NONE));
    assertThat(XmR.of(new double[0]).points()).isEmpty();
  }

  @Test
  void arguments_that_cannot_be_are_refused() {
    assertThatThrownBy(() -> XmR.of(new double[] {1, Double.POSITIVE_INFINITY}))
        .hasMessage("Value 2 is infinite.");
    assertThatThrownBy(() -> XmR.of(new double[] {1, 2}, new int[] {2}))
        .hasMessage(
            "A rebase at position 2 is outside the 2 values, at their start, or not after the one"
                + " before.");
    assertThatThrownBy(() -> XmR.of(new double[] {1, 2}, new int[0], 1))
        .hasMessage("Limits need at least 2 values, not 1.");
  }
}
