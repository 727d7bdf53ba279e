package org.kith.charts;

import java.util.List;

/** A form that can draw itself for a width. */
public interface Chart {

  /** The widths a chart is drawn for: a phone, a column of text, beside a margin, a whole page. */
  List<Integer> WIDTHS = List.of(280, 560, 776, 1100);

  /**
   * Draws the chart.
   *
   * @param width in pixels; labels are 14 or more at that width
   * @param id of this drawing, unique on its page
   * @return one {@code svg} element
   */
  String svg(int width, String id);

  /**
   * The chart at every width it needs, as one picture for readers.
   *
   * @param id unique on the page
   * @param title id of the element that says what people said
   * @param description id of the element that says what can be read from it
   * @param wholePage whether it takes the whole page, not the room beside the margin
   */
  default String html(String id, String title, String description, boolean wholePage) {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"chart").append(wholePage ? " whole" : "").append("\" role=\"img\"");
    html.append(" aria-labelledby=\"").append(Svg.escape(title)).append('"');
    html.append(" aria-describedby=\"").append(Svg.escape(description)).append("\">");
    for (int width : WIDTHS) {
      if (wholePage || width < 1100) {
        html.append(svg(width, id + "-" + width));
      }
    }
    return html.append("</div>").toString();
  }
}
