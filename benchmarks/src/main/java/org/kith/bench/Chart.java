package org.kith.bench;

import java.util.Locale;
import java.util.Map;

/** Bars of seconds, one below another, as an SVG picture with its numbers written out. */
final class Chart {
  private static final int LEFT = 330;
  private static final int LONGEST = 420;
  private static final int ROW = 34;
  private static final int TOP = 44;

  private Chart() {}

  /**
   * Draws.
   *
   * @param seconds by what took them, in the order to show
   */
  static String of(String title, Map<String, Double> seconds) {
    double most = seconds.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    int height = TOP + ROW * seconds.size() + 10;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 %d" role="img" font-family="sans-serif" font-size="15">
        <title>%s</title>
        <rect width="860" height="%d" fill="#fff"/>
        <text x="10" y="26" font-size="17" fill="#222">%s</text>
        """
            .formatted(height, escaped(title), height, escaped(title)));
    int y = TOP;
    for (var bar : seconds.entrySet()) {
      double width = Math.max(1, LONGEST * bar.getValue() / most);
      String colour = bar.getKey().startsWith("Kith") ? "#1f5f8b" : "#b9b4a7";
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#222\">%s</text>%n"
                  + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"20\" fill=\"%s\"/>%n"
                  + "<text x=\"%.1f\" y=\"%d\" fill=\"#222\">%.1f s</text>%n",
              LEFT - 10,
              y + 16,
              escaped(bar.getKey()),
              LEFT,
              y,
              width,
              colour,
              LEFT + width + 8,
              y + 16,
              bar.getValue()));
      y += ROW;
    }
    return svg.append("</svg>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
