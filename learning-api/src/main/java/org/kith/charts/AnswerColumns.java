package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_3;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.stroke;

import java.util.List;

/**
 * What people answered to a question with many answers, such as 0 to 10: one thin column for each.
 *
 * @param parts the answers in the order they are offered
 * @param low words under the first answer
 * @param high words under the last answer
 */
public record AnswerColumns(List<Part> parts, String low, String high) implements Chart {

  public AnswerColumns {
    parts = List.copyOf(parts);
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    double step = width / (double) parts.size();
    double column = Math.min(step * 0.74, 64);
    double top = 26;
    double high = width >= 560 ? 190 : 150;
    int most = parts.stream().filter(p -> !p.isHidden()).mapToInt(Part::people).max().orElse(1);
    boolean said = false;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      double x = i * step + (step - column) / 2;
      if (part.isHidden()) {
        svg.rect(x + 0.5, top + high - 26, column - 1, 26, svg.hatched());
        if (!said) {
          boolean left = i < parts.size() / 2;
          double at = left ? x : x + column;
          svg.text(at, top - 10, part.hidden(), left ? fill(INK_2) : Svg.end(fill(INK_2)));
          svg.line(x + column / 2, top - 4, x + column / 2, top + high - 28, stroke(INK_2, 1));
          said = true;
        }
      } else {
        double tall = part.people() / (double) Math.max(1, most) * (high - 24);
        svg.rect(x, top + high - tall, column, tall, fill(BLUE));
        svg.count(
            x + column / 2,
            top + high - tall - 6,
            "" + part.people(),
            width < 560 ? 14 : 15,
            middle(fill(INK)));
      }
      svg.said(x + column / 2, top + high + 20, shortened(part.answer()), 15, middle(fill(INK)));
    }
    svg.line(0, top + high, width, top + high, stroke(STONE_3, 1));
    double y = top + high + 44;
    svg.text(0, y, this.low, fill(INK_2));
    boolean two = Svg.widthOf(this.low + this.high, 15) > width - 20;
    svg.text(width, two ? y + 20 : y, this.high, Svg.end(fill(INK_2)));
    return svg.drawn(width, two ? y + 28 : y + 8);
  }

  /** The number an answer starts with, where it has one: "0 not at all" stands under 0. */
  private static String shortened(String answer) {
    String number = answer.replaceAll("^(-?\\d+).*$", "$1");
    return number.length() <= 3 ? number : answer.substring(0, Math.min(3, answer.length()));
  }
}
