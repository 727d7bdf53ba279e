package org.kith.charts;

import java.util.Locale;

/** A drawing being written: text in, escaped SVG out. */
final class Svg {

  static final String INK = "#1f262d";
  static final String INK_2 = "#4a525a";
  static final String STONE_1 = "#f0ede7";
  static final String STONE_2 = "#e3dfd7";
  static final String STONE_3 = "#b9b3a6";
  static final String EDGE = "#8d8576";
  static final String BLUE = "#1f5285";
  static final String BLUE_EDGE = "#5b88b3";
  static final String BLUE_PALE = "#bcd3e7";
  static final String BLUE_WASH = "#edf3f9";

  /** Extra attributes, kept apart from escaped text by their own type. */
  record Look(String attributes) {
    static final Look PLAIN = new Look("");

    Look and(String name, Object value) {
      return new Look(attributes + " " + name + "=\"" + escape(String.valueOf(value)) + "\"");
    }
  }

  private final StringBuilder body = new StringBuilder();
  private final String hatch;

  /**
   * @param id of the drawing, unique on its page; the hatch is named after it
   */
  Svg(String id) {
    this.hatch = "hatch-" + id;
  }

  static Look fill(String colour) {
    return Look.PLAIN.and("fill", colour);
  }

  static Look stroke(String colour, double width) {
    return Look.PLAIN.and("stroke", colour).and("stroke-width", number(width));
  }

  Look hatched() {
    return fill("url(#" + hatch + ")").and("stroke", EDGE);
  }

  Svg rect(double x, double y, double width, double height, Look look) {
    body.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
    body.append("\" width=\"").append(number(Math.max(0, width)));
    body.append("\" height=\"").append(number(Math.max(0, height))).append('"');
    body.append(look.attributes()).append("/>");
    return this;
  }

  Svg line(double x1, double y1, double x2, double y2, Look look) {
    body.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
    body.append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2)).append('"');
    body.append(look.attributes()).append("/>");
    return this;
  }

  Svg circle(double x, double y, double radius, Look look) {
    body.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
    body.append("\" r=\"").append(number(radius)).append('"');
    body.append(look.attributes()).append("/>");
    return this;
  }

  /** A line through points given as {@code x,y x,y}. */
  Svg path(String points, Look look) {
    body.append("<polyline points=\"").append(points).append("\" fill=\"none\"");
    body.append(look.attributes()).append("/>");
    return this;
  }

  /** A filled shape through points given as {@code x,y x,y}. */
  Svg area(String points, Look look) {
    body.append("<polygon points=\"").append(points).append('"');
    body.append(look.attributes()).append("/>");
    return this;
  }

  /** A line that leaves and arrives along one axis, so that it can be followed past others. */
  Svg curve(double x1, double y1, double x2, double y2, boolean across, Look look) {
    double half = across ? (x2 - x1) / 2 : (y2 - y1) / 2;
    double[] way =
        across
            ? new double[] {x1 + half, y1, x2 - half, y2, x2, y2}
            : new double[] {x1, y1 + half, x2, y2 - half, x2, y2};
    body.append("<path d=\"M").append(number(x1)).append(' ').append(number(y1)).append('C');
    for (double at : way) {
      body.append(number(at)).append(' ');
    }
    body.append("\" fill=\"none\"").append(look.attributes()).append("/>");
    return this;
  }

  Svg text(double x, double y, String words, Look look) {
    body.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append('"');
    body.append(look.attributes()).append('>').append(escape(words)).append("</text>");
    return this;
  }

  /** Words in the serif: what a person said. */
  Svg said(double x, double y, String words, double size, Look look) {
    return text(x, y, words, look.and("class", "voice").and("font-size", number(size)));
  }

  /** A number, with figures of one width. */
  Svg count(double x, double y, String words, double size, Look look) {
    return text(x, y, words, look.and("class", "num").and("font-size", number(size)));
  }

  /** A number that stands out, with figures of one width. */
  Svg boldCount(double x, double y, String words, double size, Look look) {
    return text(x, y, words, look.and("class", "b num").and("font-size", number(size)));
  }

  static Look middle(Look look) {
    return look.and("text-anchor", "middle");
  }

  static Look end(Look look) {
    return look.and("text-anchor", "end");
  }

  /** The finished drawing. Its words are repeated in the page, so it is hidden from readers. */
  String drawn(int width, double height) {
    return "<svg class=\"at-%d\" viewBox=\"0 0 %d %s\" aria-hidden=\"true\" focusable=\"false\">"
            .formatted(width, width, number(Math.ceil(height)))
        + "<defs><pattern id=\"%s\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
            .formatted(escape(hatch))
        + " patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#ffffff\"/>"
        + "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\""
        + EDGE
        + "\" stroke-width=\"1.6\"/></pattern></defs>"
        + body
        + "</svg>";
  }

  /** About how wide words will be, in the sans; the serif takes a tenth more. */
  static double widthOf(String words, double size) {
    return words.length() * size * 0.5;
  }

  /** The words, or what stands before their comma where there is no room; a table says it all. */
  static String fitting(String words, double size, double room) {
    int comma = words.indexOf(',');
    return comma > 0 && widthOf(words, size) > room ? words.substring(0, comma) : words;
  }

  /** A coordinate to two decimals at most, the same on every machine. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "").replaceAll("^-0$", "0");
  }

  /** A number beside a mark: so many decimals, with a minus sign that is one. */
  static String said(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.replaceAll("^-(0(\\.0+)?)$", "$1").replace('-', '−');
  }

  static String escape(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
