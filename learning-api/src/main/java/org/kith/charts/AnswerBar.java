package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.stroke;

import java.util.ArrayList;
import java.util.List;

/**
 * What people answered, as one bar: two to seven ordered answers, uncertainty first.
 *
 * @param parts the answers in the order they are offered
 * @param answered people with a valid answer, rounded
 * @param rounding what counts are rounded to; the smallest notch
 * @param range where the edge of the counted answers could lie, or null
 */
public record AnswerBar(List<Part> parts, int answered, int rounding, Range range)
    implements Chart {

  /**
   * An interval along the bar.
   *
   * @param low share of the bar, from its left edge, 0 to 1
   * @param high share of the bar
   * @param words what the mark says, in two lines for a phone
   */
  public record Range(double low, double high, List<String> words) {}

  private record Label(int part, double from, double size) {
    double centre() {
      return from + size / 2;
    }
  }

  public AnswerBar {
    parts = List.copyOf(parts);
    if (answered <= 0) {
      throw new IllegalArgumentException("A bar needs people; " + answered + " answered.");
    }
  }

  /** How many people a notch stands for: the rounding, or more where notches would crowd. */
  public int notch() {
    for (int times : new int[] {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000}) {
      if (answered <= 60 * rounding * times) {
        return rounding * times;
      }
    }
    return answered;
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    boolean wide = width >= 560;
    boolean ranged = range != null && parts.stream().noneMatch(Part::isHidden);
    double top = !ranged ? 2 : wide ? 46 : 62;
    double high = wide ? 104 : 76;
    double[] sizes = Part.sizes(parts, answered);
    double total = 0;
    for (double size : sizes) {
      total += size;
    }
    double scale = width / total;
    if (ranged) {
      range(svg, width, top, wide);
    }
    List<Label> labels = new ArrayList<>();
    double x = 0;
    for (int i = 0; i < sizes.length; i++) {
      double size = sizes[i] * scale;
      part(svg, i, x, top, size, high, scale);
      labels.add(new Label(i, x, size));
      x += size;
    }
    double bottom = wide ? label(svg, labels, top, high, width) : narrow(svg, labels, top, high);
    return svg.drawn(width, bottom);
  }

  private void range(Svg svg, int width, double top, boolean wide) {
    double a = range.low() * width;
    double b = range.high() * width;
    double y = top - 14;
    svg.line(a, y, b, y, stroke(BLUE, 2));
    svg.line(a, y - 6, a, y + 6, stroke(BLUE, 2)).line(b, y - 6, b, y + 6, stroke(BLUE, 2));
    String words = String.join(" ", range.words());
    if (!wide) {
      for (int i = 0; i < range.words().size(); i++) {
        svg.text(0, 16 + 18 * i, range.words().get(i), fill(INK_2));
      }
    } else if (b + 14 + Svg.widthOf(words, 16) * 0.95 < width) {
      svg.text(b + 14, y + 5, words, fill(INK_2).and("font-size", 16));
    } else if (a > 14 + Svg.widthOf(words, 16)) {
      svg.text(a - 14, y + 5, words, Svg.end(fill(INK_2).and("font-size", 16)));
    } else {
      svg.text(0, 14, words, fill(INK_2).and("font-size", 16));
    }
  }

  private void part(Svg svg, int i, double x, double top, double size, double high, double scale) {
    boolean last = i == parts.size() - 1;
    double from = x + (i > 0 ? 1.5 : 0);
    double wide = size - (i > 0 ? 1.5 : 0) - (last ? 0 : 1.5);
    if (parts.get(i).isHidden()) {
      svg.rect(from + 0.5, top + 0.5, wide - 1, high - 1, svg.hatched());
      return;
    }
    Voice voice = Voice.of(parts.size()).get(i);
    svg.rect(from, top, wide, high, fill(voice.fill()));
    if (voice.pale()) {
      svg.rect(from + 0.5, top + 0.5, wide - 1, high - 1, fill("none").and("stroke", voice.edge()));
    }
    double notch = Math.min(14, high / 8.0);
    for (int people = notch(); people < parts.get(i).people(); people += notch()) {
      double at = x + people * scale;
      svg.line(
          at,
          top + high - notch,
          at,
          top + high,
          stroke(voice.pale() ? voice.edge() : "#ffffff", 1.5));
    }
  }

  /** Words inside the bar where they fit; below it, on a short stalk, where they do not. */
  private double label(Svg svg, List<Label> labels, double top, double high, int width) {
    double size = Math.min(30, width / 31.0);
    double[] rowEnds = {-1, -1, -1, -1};
    double bottom = top + high + 4;
    List<double[]> stalks = new ArrayList<>();
    List<String> below = new ArrayList<>();
    for (Label label : labels) {
      Part part = parts.get(label.part());
      Voice voice = Voice.of(parts.size()).get(label.part());
      double pad = Math.min(18, width / 55.0);
      double room = label.size() - pad - 4;
      double fit = Math.min(size, room / (part.answer().length() * 0.56));
      if (!part.isHidden() && fit >= 17 && room > Svg.widthOf(said(part), 17)) {
        svg.said(label.from() + pad, top + 50, part.answer(), fit, fill(voice.text()));
        svg.count(label.from() + pad, top + 76, said(part), 17, fill(voice.text()));
        continue;
      }
      String words = part.answer() + ", " + said(part);
      double wide = Svg.widthOf(words, 16);
      double from = Math.max(0, Math.min(width - wide, label.centre() - wide / 2));
      int row = 0;
      while (row < rowEnds.length - 1 && rowEnds[row] > from - 12) {
        row++;
      }
      rowEnds[row] = from + wide;
      double y = top + high + 30 + row * 24;
      svg.line(label.centre(), top + high, label.centre(), y - 14, stroke(INK_2, 1));
      stalks.add(new double[] {from, y, wide});
      below.add(words);
      bottom = Math.max(bottom, y + 8);
    }
    // Words after all stalks, on white, so that no stalk runs through them.
    for (int i = 0; i < below.size(); i++) {
      double[] at = stalks.get(i);
      svg.rect(at[0] - 3, at[1] - 15, at[2] + 6, 20, fill("#ffffff"));
      svg.text(at[0], at[1], below.get(i), fill(INK).and("font-size", 16));
    }
    return bottom;
  }

  private double narrow(Svg svg, List<Label> labels, double top, double high) {
    boolean fits =
        labels.stream()
            .allMatch(
                l ->
                    !parts.get(l.part()).isHidden()
                        && parts.get(l.part()).answer().length() * 14.5 * 0.53 < l.size() - 2);
    if (fits) {
      for (Label label : labels) {
        Part part = parts.get(label.part());
        Voice voice = Voice.of(parts.size()).get(label.part());
        svg.said(label.centre(), top + 41, part.answer(), 14.5, middle(fill(voice.text())));
        svg.count(label.centre(), top + high + 22, "" + part.people(), 16, middle(fill(INK)));
      }
      return top + high + 30;
    }
    double y = top + high + 24;
    for (Label label : labels) {
      Part part = parts.get(label.part());
      key(svg, 0, y, Voice.of(parts.size()).get(label.part()), part.isHidden());
      svg.said(24, y, part.answer(), 15, fill(INK));
      if (part.isHidden()) {
        y += 20;
        svg.text(24, y, part.hidden(), fill(INK_2));
      } else {
        svg.count(280, y, part.people() + "", 16, Svg.end(fill(INK)));
      }
      y += 26;
    }
    return y - 16;
  }

  /** A square in an answer's colour, beside its words. */
  static void key(Svg svg, double x, double y, Voice voice, boolean hidden) {
    Svg.Look look = hidden ? svg.hatched() : fill(voice.fill()).and("stroke", voice.edge());
    svg.rect(x + 0.5, y - 12.5, 14, 14, look);
  }

  private static String said(Part part) {
    return part.isHidden() ? part.hidden() : part.people() + " people";
  }
}
