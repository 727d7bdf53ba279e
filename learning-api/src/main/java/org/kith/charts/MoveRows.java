package org.kith.charts;

import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;

import java.util.List;

/**
 * Of people who gave one answer, what they answered the next time: a bar for each earlier answer,
 * in the colours of the answers. The part of those who stayed has an edge of ink.
 *
 * @param rows in the order of the answers, each with all later answers in that order
 */
public record MoveRows(List<Row> rows) implements Chart {
  private static final double TALL = 38;

  /**
   * People who gave one answer.
   *
   * @param answer the earlier answer in one or two words
   * @param after what they answered later
   */
  public record Row(String answer, List<Part> after) {
    public Row {
      after = List.copyOf(after);
    }
  }

  public MoveRows {
    rows = List.copyOf(rows);
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    double y = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      String words = "Of those who said “" + row.answer() + "” before";
      svg.text(0, y + 16, words, fill(INK));
      bar(svg, row, i, y + 24, width);
      y += 24 + TALL + 18;
    }
    return svg.drawn(width, key(svg, y, width));
  }

  private void bar(Svg svg, Row row, int stayed, double y, int width) {
    int shown = row.after().stream().filter(p -> !p.isHidden()).mapToInt(Part::people).sum();
    double[] sizes = Part.sizes(row.after(), Math.max(1, shown));
    double total = 0;
    for (double size : sizes) {
      total += size;
    }
    if (total == 0) {
      svg.text(0, y + 24, "nobody who answered again", fill(INK_2));
      return;
    }
    double x = 0;
    double[] own = {0, 0};
    for (int j = 0; j < sizes.length; j++) {
      double wide = sizes[j] / total * width;
      Part part = row.after().get(j);
      Voice voice = Voice.of(sizes.length).get(j);
      if (part.isHidden()) {
        svg.rect(x + 0.5, y + 0.5, wide - 1, TALL - 1, svg.hatched());
      } else if (wide > 0) {
        svg.rect(
            x + 0.5, y + 0.5, wide - 1, TALL - 1, fill(voice.fill()).and("stroke", voice.edge()));
        if (wide > 30) {
          svg.count(
              x + wide / 2, y + TALL / 2 + 5, "" + part.people(), 14, middle(fill(voice.text())));
        }
      }
      if (j == stayed) {
        own = new double[] {x, wide};
      }
      x += wide;
    }
    if (own[1] > 3) {
      svg.rect(
          own[0] + 1.5,
          y + 1.5,
          own[1] - 3,
          TALL - 3,
          fill("none").and("stroke", INK).and("stroke-width", 3));
    }
  }

  private double key(Svg svg, double from, int width) {
    if (rows.isEmpty()) {
      return from;
    }
    List<Part> parts = rows.get(0).after();
    svg.text(0, from + 14, "They answered later:", fill(INK_2));
    double at = 0;
    double y = from + 40;
    for (int j = 0; j < parts.size(); j++) {
      double wide = 24 + parts.get(j).answer().length() * 15 * 0.56 + 18;
      if (at > 0 && at + wide - 18 > width) {
        at = 0;
        y += 26;
      }
      AnswerBar.key(svg, at, y, Voice.of(parts.size()).get(j), false);
      svg.said(at + 22, y, parts.get(j).answer(), 15, fill(INK));
      at += wide;
    }
    return y + 10;
  }
}
