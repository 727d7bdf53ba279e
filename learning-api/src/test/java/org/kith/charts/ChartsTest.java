package org.kith.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartsTest {

  private static final List<Part> FOUR =
      List.of(
          Part.shown("Many", 35),
          Part.shown("Some", 45),
          Part.shown("A few", 25),
          Part.shown("None", 15));
  private static final AnswerBar BAR =
      new AnswerBar(
          FOUR,
          120,
          5,
          new AnswerBar.Range(
              .22,
              .38,
              List.of("the edge of “many” could plausibly", "lie anywhere from 22 to 38 %")));

  static Stream<Chart> every() {
    return Stream.of(
        BAR,
        columns(false),
        columns(true),
        line(13, false),
        line(4, true),
        new BetweenSquares(5),
        strip(null),
        strip(new OrganisationStrip.Span(35, 28, 42)),
        WHO,
        new ScoreStrip(1, 6, 1.75, 2.75, 3.25),
        ChartsOfMeasurementTest.ALPHA,
        ChartsOfMeasurementTest.CHANGES,
        ChartsOfMeasurementTest.GROUPS,
        ChartsOfMeasurementTest.FUNNEL,
        ChartsOfMeasurementTest.MOVED,
        ChartsOfMeasurementTest.MOVES,
        ChartsOfMeasurementTest.GROWTH,
        ChartsOfMeasurementTest.SIGNS,
        new AnswerColumns(eleven(), "0 not at all", "10 completely"));
  }

  private static final WhoAnswered WHO =
      new WhoAnswered(
          List.of(
              new WhoAnswered.Group("Age", "16 to 34", 8.0, 24.0, null),
              new WhoAnswered.Group("Age", "35 to 54", 33.0, 33.0, null),
              new WhoAnswered.Group("Language", "Another", null, 11.0, "hidden, fewer than 10")));

  @ParameterizedTest
  @MethodSource("every")
  void every_chart_is_well_formed_at_every_width_and_needs_no_style_or_script(Chart chart)
      throws Exception {
    for (int width : Chart.WIDTHS) {
      Document svg = parse(chart.svg(width, "x-" + width));
      assertThat(svg.getDocumentElement().getAttribute("viewBox")).startsWith("0 0 " + width + " ");
      assertThat(chart.svg(width, "x"))
          .doesNotContain("style=")
          .doesNotContain("NaN")
          .doesNotContain("Infinity");
    }
  }

  @ParameterizedTest
  @MethodSource("every")
  void every_label_is_14_or_larger(Chart chart) throws Exception {
    for (int width : Chart.WIDTHS) {
      for (Element text : elements(parse(chart.svg(width, "x")), "text")) {
        String size = text.getAttribute("font-size");
        assertThat(size.isEmpty() ? 15 : Double.parseDouble(size))
            .as(text.getTextContent())
            .isGreaterThanOrEqualTo(14);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("every")
  void a_picture_has_its_title_and_description_and_one_id_for_each_hatch(Chart chart) {
    String html = chart.html("said-c", "said-t", "said-d", true);
    assertThat(html)
        .contains("role=\"img\" aria-labelledby=\"said-t\" aria-describedby=\"said-d\"");
    for (int width : Chart.WIDTHS) {
      assertThat(html).containsOnlyOnce("id=\"hatch-said-c-" + width + "\"");
    }
  }

  @Test
  void the_bar_gives_each_answer_a_width_in_its_people() throws Exception {
    // 1100 pixels for 120 people: 35 people are 320.83 wide, less 1.5 for the gap.
    assertThat(widths(BAR.svg(1100, "x"), "#1f5285")).contains(319.33);
    assertThat(widths(BAR.svg(1100, "x"), "#875808")).contains(136.0);
  }

  @Test
  void the_interval_stands_over_its_place_on_the_bar() {
    // 22 % and 38 % of 1100 are 242 and 418.
    assertThat(BAR.svg(1100, "x")).contains("<line x1=\"242\" y1=\"32\" x2=\"418\" y2=\"32\"");
  }

  @Test
  void notches_are_the_rounding_or_a_multiple_where_they_would_crowd() {
    assertThat(BAR.notch()).isEqualTo(5);
    assertThat(new AnswerBar(FOUR, 1180, 5, null).notch()).isEqualTo(25);
    assertThat(new AnswerBar(FOUR, 100_000, 5, null).notch()).isEqualTo(2500);
  }

  @Test
  void a_hidden_answer_is_a_hatch_with_words_and_its_width_tells_nothing() throws Exception {
    List<Part> three =
        List.of(
            Part.shown("Many", 80),
            Part.hidden("Some", "hidden, fewer than 10"),
            Part.hidden("None", "hidden too, or it would give another away"));
    String svg = new AnswerBar(three, 100, 5, null).svg(1100, "x");
    List<Double> hatches = widths(svg, "url(#hatch-x)");
    assertThat(hatches).hasSize(2);
    // Equal but for the gap at the end of the bar.
    assertThat(hatches.get(0)).isCloseTo(hatches.get(1), org.assertj.core.data.Offset.offset(2.0));
    assertThat(svg).contains("Some, hidden, fewer than 10").contains("hidden too, or it would");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7})
  void two_to_seven_answers_have_their_own_colours_and_ends_of_one_weight(int answers) {
    List<Voice> voices = Voice.of(answers);
    assertThat(voices).doesNotHaveDuplicates().hasSize(answers);
    assertThat(voices.get(0).pale()).isFalse();
    assertThat(voices.get(answers - 1).pale()).isFalse();
    for (Voice voice : voices) {
      assertThat(contrast(voice.fill(), voice.text()))
          .as("words on " + voice.fill())
          .isGreaterThan(4.5);
      assertThat(contrast(voice.edge(), "#ffffff")).as("edge of " + voice.fill()).isGreaterThan(3);
    }
  }

  @Test
  void more_answers_than_colours_are_refused_with_advice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Voice.of(8))
        .withMessage("8 answers cannot be told apart as colours; draw them as columns.");
  }

  @Test
  void the_band_is_drawn_before_the_points_and_labelled_at_its_edge() {
    String svg = line(13, false).svg(776, "x");
    assertThat(svg.indexOf("#edf3f9")).isLessThan(svg.indexOf("<polyline"));
    assertThat(svg).contains(">55 %<").contains(">45 %<").contains(">34 %<").contains(">0 %<");
    assertThat(svg).contains("where points usually fall").doesNotContain("as far as we can tell");
  }

  @Test
  void a_point_unlike_the_others_is_ringed_and_told_in_words() {
    assertThat(line(13, false).svg(776, "x"))
        .contains("r=\"11\"")
        .contains("29 %")
        .contains("outside the usual range");
  }

  @Test
  void an_event_is_a_dashed_mark_with_its_words() {
    assertThat(line(13, false).svg(776, "x"))
        .contains("stroke-dasharray=\"5 4\"")
        .contains("August 2025")
        .contains("the evening bus stopped");
  }

  @Test
  void trial_limits_are_dashed_and_say_so() {
    assertThat(line(4, true).svg(776, "x"))
        .contains("stroke-dasharray=\"7 4\"")
        .contains("as far as we can tell");
  }

  @Test
  void a_hidden_quarter_breaks_the_line() throws Exception {
    List<ControlChart.Point> points = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      points.add(
          new ControlChart.Point(
              "Autumn 202" + i,
              i == 2 ? null : 40.0,
              i == 2 ? "hidden, fewer than 10" : null,
              null,
              null));
    }
    String svg = new ControlChart(points, List.of(), 0, 100, " %").svg(776, "x");
    assertThat(elements(parse(svg), "polyline")).hasSize(2);
    assertThat(svg).contains("url(#hatch-x)");
  }

  @Test
  void as_many_squares_are_filled_as_parts_lie_between() throws Exception {
    assertThat(widths(new BetweenSquares(5).svg(776, "x"), "#1f262d")).hasSize(5);
    assertThat(widths(new BetweenSquares(0).svg(776, "x"), "#1f262d")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new BetweenSquares(101));
  }

  @Test
  void the_strip_names_only_the_reader_and_keeps_the_order_it_was_given() throws Exception {
    String svg = strip(new OrganisationStrip.Span(35, 28, 42)).svg(776, "x");
    assertThat(svg).contains("You are here: 35 %");
    assertThat(strip(null).svg(776, "x")).doesNotContain("You are here");
    List<Double> dots =
        elements(parse(strip(null).svg(776, "x")), "circle").stream()
            .map(c -> Double.parseDouble(c.getAttribute("cx")))
            .toList();
    // The four estimates are 43, 41, 47 and 42, in that order.
    assertThat(dots.get(1)).isLessThan(dots.get(3));
    assertThat(dots.get(3)).isLessThan(dots.get(0));
    assertThat(dots.get(0)).isLessThan(dots.get(2));
  }

  @Test
  void a_hidden_group_keeps_its_residents() {
    assertThat(WHO.svg(776, "x")).contains("hidden, fewer than 10").contains(">11<");
  }

  @Test
  void words_from_a_questionnaire_cannot_break_the_page() {
    String html =
        new AnswerBar(List.of(Part.shown("<b>\"&", 50), Part.shown("No", 50)), 100, 5, null)
            .svg(1100, "x");
    assertThat(html).contains("&lt;b&gt;&quot;&amp;").doesNotContain("<b>");
  }

  private static List<Part> eleven() {
    return IntStream.rangeClosed(0, 10)
        .mapToObj(
            i ->
                i == 9 ? Part.hidden("9", "hidden, fewer than 10") : Part.shown("" + i, 10 + 5 * i))
        .toList();
  }

  private static WaveColumns columns(boolean hidden) {
    List<WaveColumns.Column> columns = new ArrayList<>();
    for (String label : List.of("Autumn 2024", "Winter 2025", "Spring 2025")) {
      List<Part> parts = new ArrayList<>(FOUR);
      if (hidden) {
        parts.set(3, Part.hidden("None", "hidden, fewer than 10"));
      }
      columns.add(new WaveColumns.Column(label, 120, parts));
    }
    columns.add(new WaveColumns.Column("Summer 2025", null, hidden ? FOUR : List.of()));
    return new WaveColumns(columns);
  }

  private static ControlChart line(int points, boolean trial) {
    List<ControlChart.Point> all = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      boolean last = i == points - 1;
      all.add(
          new ControlChart.Point(
              List.of("Autumn", "Winter", "Spring", "Summer").get(i % 4)
                  + " "
                  + (2022 + (i + 3) / 4),
              last ? 29.2 : 44 + i % 3,
              null,
              new ControlChart.Band(34, 45, 55, trial),
              last ? "outside the usual range" : null));
    }
    return new ControlChart(
        all,
        List.of(new ControlChart.Happening(points - 1.5, "August 2025", "the evening bus stopped")),
        0,
        100,
        " %");
  }

  private static OrganisationStrip strip(OrganisationStrip.Span you) {
    return new OrganisationStrip(
        you, new OrganisationStrip.Span(43, 38, 47), List.of(43.0, 41.0, 47.0, 42.0), 7, " %");
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static List<Double> widths(String svg, String fill) throws Exception {
    return elements(parse(svg), "rect").stream()
        .filter(r -> fill.equals(r.getAttribute("fill")))
        .map(r -> Double.parseDouble(r.getAttribute("width")))
        .toList();
  }

  /** Contrast ratio of two colours (WCAG 2.2, relative luminance). */
  private static double contrast(String a, String b) {
    double first = luminance(a);
    double second = luminance(b);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(String colour) {
    double sum = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
