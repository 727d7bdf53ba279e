package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.words.AsRead.plain;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.published.ChangeRow;
import org.kith.published.ComparabilityRow;
import org.kith.published.Drift;
import org.kith.published.DriftRow;
import org.kith.published.FunnelRow;
import org.kith.published.Gate;
import org.kith.published.GrowthRow;
import org.kith.published.ItemBehaviourRow;
import org.kith.published.PanelRow;
import org.kith.published.PredictorRow;
import org.kith.published.ReliabilityRow;
import org.kith.published.RepresentationRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;
import org.kith.published.WeightedRow;

/** What is said of measurement. The wording is the house's own; numbers are read off the row. */
class SentencesOfMeasurementTest {
  private static final Map<String, String> LABELS =
      Map.of("2025q3", "Summer 2025", "2025q4", "Autumn 2025");

  @Test
  void questions_that_hang_together() {
    assertThat(HangingTogether.of(alpha(.82, .79, .84, Visibility.SHOWN), 10, 3))
        .isEqualTo(
            "The five questions hang together: people who agree with one tend to agree with the"
                + " others (α 0.82, between 0.79 and 0.84).");
    assertThat(HangingTogether.of(alpha(.64, .6, .68, Visibility.SHOWN), 10, 3))
        .startsWith("The five questions hang together somewhat: people who agree");
    assertThat(HangingTogether.of(alpha(-.1, null, null, Visibility.SHOWN), 10, 3))
        .isEqualTo(
            "The five questions hang together loosely: what people said to one tells little of what"
                + " they said to the others (α −0.10).");
    assertThat(HangingTogether.of(alpha(null, null, null, Visibility.FEWER_THAN_K), 10, 3))
        .startsWith("Fewer than 10 people answered");
    assertThat(HangingTogether.of(alpha(null, null, null, Visibility.NOT_TO_BE_WORKED_OUT), 10, 3))
        .isEqualTo("This cannot be worked out from these answers.");
  }

  @Test
  void over_the_quarters_it_is_alike_or_it_is_not() {
    ReliabilityRow a = alpha(.8, .77, .83, Visibility.SHOWN);
    ReliabilityRow b = alpha(.82, .79, .84, Visibility.SHOWN);
    ReliabilityRow c = alpha(.5, .44, .55, Visibility.SHOWN);
    assertThat(HangingTogether.over(List.of(a, b), 10, 3))
        .isEqualTo(
            "Over two quarters the questions hung together alike: α lies from 0.80 to 0.82.");
    assertThat(HangingTogether.over(List.of(a, b, c), 10, 3))
        .startsWith("Over three quarters the questions did not always hang together alike");
    assertThat(
            HangingTogether.over(List.of(alpha(null, null, null, Visibility.FEWER_THAN_K)), 10, 3))
        .startsWith("Fewer than 10");
  }

  @Test
  void a_question_that_goes_its_own_way_is_named() {
    assertThat(HangingTogether.items(List.of(item("a", .6), item("b", .5)), i -> i, 10, 3))
        .isEqualTo("Each of the two questions goes with the others.");
    assertThat(HangingTogether.items(List.of(item("a", .6), item("b", .2)), i -> i, 10, 3))
        .isEqualTo("“b” goes its own way more than the other questions.");
    assertThat(
            HangingTogether.items(
                List.of(item("a", .2), item("b", .2), item("c", .5)), i -> i, 10, 3))
        .isEqualTo("Two of the three questions go only a little with the others.");
  }

  @Test
  void whether_organisations_may_be_compared() {
    assertThat(Comparing.of(Gate.OPEN)).startsWith("Nothing was found that speaks against");
    assertThat(Comparing.of(Gate.NOT_COMPARABLE))
        .isEqualTo(
            "A question does not mean the same everywhere, so organisations are not looked at beside"
                + " one another.");
    assertThat(Comparing.items(List.of(same("a", false), same("b", true)), i -> i, 10, 3))
        .isEqualTo(
            "People with the same score answered “b” otherwise in some organisations than in others,"
                + " so it does not mean the same everywhere.");
    assertThat(Comparing.items(List.of(same("a", false), same("b", false)), i -> i, 10, 3))
        .isEqualTo(
            "People with the same score answered each of the two questions alike in all"
                + " organisations, as far as can be seen.");
    assertThat(Comparing.items(List.of(same("a", false), same("b", null)), i -> i, 10, 3))
        .contains("the questions that could be looked at");
  }

  @ParameterizedTest
  @EnumSource(Gate.class)
  void every_gate_has_its_words(Gate gate) {
    assertThat(Comparing.of(gate)).endsWith(".");
    assertThat(Judging.in(Comparing.brief(gate) + Comparing.after(gate))).isEmpty();
  }

  @Test
  void a_change_between_different_people() {
    assertThat(plain(Moving.change(change(-6.2, -10.4, -2.1), LABELS, "felt they belong", 10, 3)))
        .isEqualTo(
            "In autumn 2025, about 6 in 100 fewer felt they belong than in summer 2025 (2 to 10"
                + " fewer).");
    assertThat(plain(Moving.change(change(2.0, -3.1, 7.0), LABELS, "felt they belong", 10, 3)))
        .isEqualTo(
            "In autumn 2025, about 2 in 100 more felt they belong than in summer 2025 (3 fewer to 7"
                + " more); chance alone could give this.");
    assertThat(plain(Moving.change(change(0.2, -3.1, 3.4), LABELS, "felt they belong", 10, 3)))
        .isEqualTo(
            "In autumn 2025, about as many felt they belong as in summer 2025 (3 fewer to 3 more).");
    assertThat(Moving.change(change(null, null, null), LABELS, "felt", 10, 3))
        .startsWith("Fewer than 10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "22|15|0.08|That is more movement up than down, but a difference this size can come by"
            + " chance about 1 time in 13.",
        "15|22|0.02|That is more movement down than up; a difference this size comes by chance only"
            + " about 1 time in 50.",
        "25|12|0.0|That is more movement up than down; a difference this size comes by chance only"
            + " less than 1 time in 200.",
        "19|18|0.81|That is more movement up than down, but chance alone gives a difference this"
            + " size more often than not.",
        "18|18|1.0|As many moved up as down."
      })
  void what_became_of_the_same_people(double up, double down, double chance, String then) {
    String said = plain(Moving.panel(panel(up, down, chance), 10, 3));
    assertThat(said)
        .isEqualTo(
            "Of 100 people who answered both times, about %d moved up, %d moved down and %d stayed. %s"
                .formatted(Math.round(up), Math.round(down), Math.round(100 - up - down), then));
  }

  @Test
  void a_hidden_panel_says_so() {
    assertThat(Moving.panel(panel(null, null, null), 10, 3)).startsWith("Fewer than 10");
  }

  @Test
  void growth_on_the_whole_and_how_people_differ() {
    GrowthRow up = growth(.12, .04, .21, .3);
    assertThat(plain(Moving.growth(up, false, "", 10, 3)))
        .isEqualTo(
            "On the whole, people’s scores moved up by about 0.1 a year (0.04 to 0.21 more).");
    assertThat(plain(Moving.spread(up, false)))
        .isEqualTo(
            "About two people in three have a line of their own that goes from 0.2 less to 0.4 more a"
                + " year; the others go outside that.");
    assertThat(plain(Moving.growth(growth(.01, -.05, .07, .3), true, "felt they belong", 10, 3)))
        .isEqualTo(
            "On the whole, the number who felt they belong stayed about where it was: chance alone"
                + " could give the movement seen (5 fewer to 7 more of 100 a year).");
    assertThat(plain(Moving.growth(growth(-.04, -.07, -.01, .3), true, "felt", 10, 3)))
        .isEqualTo(
            "On the whole, the number who felt moved down by about 4 in 100 a year (1 to 7 fewer).");
    assertThat(Moving.spread(growth(.1, .05, .2, 0.0), false)).startsWith("Nothing was found");
    assertThat(Moving.spread(growth(.1, .05, .2, null), false)).isEmpty();
  }

  @Test
  void groups_among_people_of_the_same_organisation() {
    PredictorRow old = group("age", "75 and over", "16 to 34", .41, .2, .6);
    assertThat(plain(AmongPeople.of(List.of(old), false, "", 10, 3)))
        .isEqualTo(
            "Among people of the same organisation, those aged 75 and over scored about 0.4 more (0.2"
                + " to 0.6) than those aged 16 to 34.");
    assertThat(
            plain(
                AmongPeople.of(
                    List.of(group("age", "75 and over", "16 to 34", -.08, -.12, -.03)),
                    true,
                    "felt they belong",
                    10,
                    3)))
        .isEqualTo(
            "Among people of the same organisation, about 8 in 100 fewer of those aged 75 and over"
                + " felt they belong than of those aged 16 to 34 (3 to 12 fewer).");
    PredictorRow rents = group("home", "Rents", "Owns it", .1, -.1, .3);
    assertThat(AmongPeople.of(List.of(rents), false, "", 10, 3))
        .isEqualTo(
            "Among people of the same organisation, no group that is known answered differently from"
                + " another beyond what chance would give.");
    assertThat(plain(AmongPeople.within(rents, false, "")))
        .contains(
            "those of “Rents” (home) scored about 0.1 more (0.1 less to 0.3 more) than those of “Owns"
                + " it” (home)");
  }

  @Test
  void how_far_organisations_scatter() {
    assertThat(Scattering.of(funnel(0.0), Visibility.SHOWN, 11, 11, 10, 3))
        .isEqualTo("Most organisations lie where chance alone would put them.");
    assertThat(Scattering.of(funnel(3.0), Visibility.SHOWN, 11, 11, 10, 3))
        .isEqualTo("Organisations scatter more than chance alone would make them.");
    assertThat(Scattering.of(funnel(0.0), Visibility.NOT_RELIABLE, null, 0, 10, 3))
        .startsWith("The questions do not hang together well enough");
    assertThat(Scattering.lines(funnel(0.0), 10, 11, 1))
        .isEqualTo(
            "The lines show how far chance alone reaches; they narrow where more people answered. Ten"
                + " of eleven lie within the inner ones, where 95 of 100 would. One organisation is"
                + " left out, because too few answered to show its number.");
    assertThat(Scattering.lines(funnel(0.0), null, 1, 0)).doesNotContain("inner");
  }

  @Test
  void how_evenly_groups_answered_and_what_weights_change() {
    assertThat(Weighing.even(List.of(even("age", .47), even("home", .21)), 10, 3))
        .isEqualTo("Groups by age answered unevenly, those by home somewhat unevenly.");
    assertThat(Weighing.even(List.of(even("main-language", .04)), 10, 3))
        .isEqualTo("Groups by main language answered about evenly.");
    assertThat(Weighing.even(List.of(), 10, 3)).startsWith("Who lives here is not known");
    assertThat(plain(Weighing.beside(weighted(41.0, 36.0, 46.0), 38.2, true, 10, 3)))
        .isEqualTo(
            "With people counted for those who live here, the share is 41 % (36 to 46 %); over those"
                + " who answered it is 38 %.");
    assertThat(plain(Weighing.beside(weighted(3.4, 3.2, 3.6), 3.47, false, 10, 3)))
        .isEqualTo(
            "With people counted for those who live here, the mean score is 3.4 (3.2 to 3.6); over"
                + " those who answered it is 3.5.");
    assertThat(Weighing.from(weighted(3.4, 3.2, 3.6)))
        .isEqualTo("weights that meet who lives here by age and main language");
  }

  @Test
  void a_sign_is_a_question() {
    assertThat(
            Signs.of(
                List.of(sign(Drift.STRAIGHT_LINING, 2), sign(Drift.MODE, 0)), "autumn 2025", false))
        .isEqualTo(
            "In 2 of 12 organisations more forms than before gave one answer to every question. What"
                + " was going on?");
    assertThat(Signs.of(List.of(sign(Drift.MODE, 0)), "autumn 2025", false))
        .isEqualTo("Nothing was seen in autumn 2025 that looks as if answers had changed in kind.");
    assertThat(Signs.of(List.of(sign(Drift.MODE, 0)), "autumn 2025", true))
        .endsWith("had changed in kind; there were signs before.");
    assertThat(Signs.of(List.of(sign(Drift.MODE, null)), "autumn 2025", false))
        .startsWith("Too little was answered");
    assertThat(Signs.of(List.of(here(Drift.HEAPING, true)), "autumn 2025", false))
        .isEqualTo(
            "Around your organisation, more answers than before lie at one value. What was going"
                + " on?");
    assertThat(Signs.of(List.of(here(Drift.HEAPING, null)), "autumn 2025", false))
        .startsWith("Too little was answered");
  }

  private static ReliabilityRow alpha(Double alpha, Double low, Double high, Visibility v) {
    return new ReliabilityRow("i", "2025q4", 400, 5, alpha, low, high, alpha, 4.0, 6.0, v);
  }

  private static ItemBehaviourRow item(String id, double rest) {
    return new ItemBehaviourRow("i", id, "2025q4", 400, rest, .8, Visibility.SHOWN);
  }

  private static ComparabilityRow same(String id, Boolean apart) {
    Visibility v = apart == null ? Visibility.NOT_TO_BE_WORKED_OUT : Visibility.SHOWN;
    return new ComparabilityRow("i", id, "2025q4", 11, 400, .01, .001, .2, apart, v);
  }

  private static ChangeRow change(Double difference, Double low, Double high) {
    return new ChangeRow(
        "i",
        "m",
        "2025q3",
        "2025q4",
        Scope.ALL,
        "all",
        400,
        410,
        difference,
        low,
        high,
        difference == null ? Visibility.FEWER_THAN_K : Visibility.SHOWN);
  }

  private static PanelRow panel(Double up, Double down, Double chance) {
    Double same = up == null ? null : Double.valueOf(100 - up - down);
    return new PanelRow(
        "i",
        "m",
        "2025q3",
        "2025q4",
        100,
        up,
        up,
        up,
        same,
        same,
        same,
        down,
        down,
        down,
        chance,
        up == null ? Visibility.FEWER_THAN_K : Visibility.SHOWN);
  }

  private static GrowthRow growth(double slope, double low, double high, Double spread) {
    return new GrowthRow(
        "i",
        "m",
        "2022q4",
        "2025q4",
        13,
        11,
        900,
        3.6,
        3.5,
        3.7,
        slope,
        low,
        high,
        .1,
        .8,
        spread,
        -.2,
        .5,
        false,
        Visibility.SHOWN);
  }

  private static PredictorRow group(
      String dimension, String group, String reference, double within, double low, double high) {
    return new PredictorRow(
        "i",
        "m",
        "2025q4",
        dimension,
        group,
        reference,
        11,
        900,
        within,
        low,
        high,
        null,
        null,
        null,
        Visibility.SHOWN);
  }

  private static FunnelRow funnel(double tau) {
    return new FunnelRow("i", "m", "2025q4", 11, 900, 40.0, null, 1.0, tau, Visibility.SHOWN);
  }

  private static RepresentationRow even(String dimension, double cv) {
    return new RepresentationRow(
        "i", "2025q4", Scope.ALL, "all", dimension, 3, 900, 40_000, 2.2, .97, cv, Visibility.SHOWN);
  }

  private static WeightedRow weighted(double estimate, double low, double high) {
    return new WeightedRow(
        "i",
        "m",
        "2025q4",
        Scope.ALL,
        "all",
        WeightedRow.Weighting.MARGINS,
        "age,main-language",
        11,
        900,
        estimate,
        low,
        high,
        1.7,
        Visibility.SHOWN);
  }

  private static DriftRow sign(Drift drift, Integer noticed) {
    return new DriftRow(
        "i",
        "2025q4",
        Scope.ALL,
        "all",
        drift,
        noticed == null ? null : Integer.valueOf(12),
        noticed,
        null,
        Visibility.SHOWN);
  }

  private static DriftRow here(Drift drift, Boolean seen) {
    return new DriftRow(
        "i", "2025q4", Scope.ORGANISATION, "a", drift, null, null, seen, Visibility.SHOWN);
  }
}
