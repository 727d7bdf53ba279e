package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_2;
import static org.kith.charts.Svg.end;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.stroke;

import java.util.List;

/**
 * Who answered beside who lives here: for each known group a dot for its share of answers and a
 * ring for its share of residents.
 *
 * @param groups in the order of their dimensions
 */
public record WhoAnswered(List<Group> groups) implements Chart {

  /**
   * A known group.
   *
   * @param dimension heading: "Age"
   * @param name "16 to 34"
   * @param answers percent of answers, or null when hidden
   * @param residents percent of residents, or null where nobody gave it
   * @param hidden why the share is hidden, or null
   */
  public record Group(
      String dimension, String name, Double answers, Double residents, String hidden) {}

  public WhoAnswered {
    groups = List.copyOf(groups);
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    boolean wide = width >= 560;
    double longest = groups.stream().mapToDouble(g -> Svg.widthOf(g.name(), 15)).max().orElse(0);
    double heading =
        groups.stream().mapToDouble(g -> Svg.widthOf(g.dimension(), 15) * 1.05).max().orElse(0);
    double names = wide ? heading + 22 : 0;
    double left = wide ? Math.min(width * 0.5, names + longest + 30) : 12;
    double right = wide ? 40 : 30;
    double most = 10;
    for (Group group : groups) {
      most = Math.max(most, group.answers() == null ? 0 : group.answers());
      most = Math.max(most, group.residents() == null ? 0 : group.residents());
    }
    double scale = (width - left - right) / most;
    boolean residents = groups.stream().anyMatch(g -> g.residents() != null);
    key(svg, wide ? left : 6, residents);
    double y = wide ? 52 : 50;
    String before = null;
    for (Group group : groups) {
      if (!group.dimension().equals(before)) {
        y += before == null ? 0 : wide ? 18 : 16;
        svg.text(0, y + 5, group.dimension(), fill(INK).and("class", "b"));
        y += wide ? 0 : 26;
        before = group.dimension();
      }
      double at = wide ? y : y + 22;
      svg.text(names, y + 5, group.name(), fill(wide ? INK : INK_2));
      row(svg, group, left, scale, most, at, width);
      y += wide ? 34 : 54;
    }
    return svg.drawn(width, y - 12);
  }

  private static void key(Svg svg, double x, boolean residents) {
    answers(svg, x, 10);
    svg.text(x + 12, 15, "% of answers", fill(BLUE).and("class", "b"));
    if (residents) {
      home(svg, x + 130, 10);
      svg.text(x + 144, 15, "% of residents", fill(INK_2));
    }
  }

  private static void row(
      Svg svg, Group group, double left, double scale, double most, double y, int width) {
    Double b = group.residents() == null ? null : left + group.residents() * scale;
    if (group.answers() == null) {
      svg.rect(left - (width < 560 ? 12 : 0) + 0.5, y - 10, 40, 20, svg.hatched());
      double from = left + (width < 560 ? 40 : 52);
      double wide = Svg.widthOf(group.hidden(), 15);
      if (b != null && (b - 10 > from + wide || b + 40 < from)) {
        home(svg, b, y);
        svg.count(b + 14, y + 5, "" + Math.round(group.residents()), 15, fill(INK_2));
      } else if (b != null && width >= 560) {
        home(svg, b, y);
        svg.count(b + 14, y + 5, "" + Math.round(group.residents()), 15, fill(INK_2));
        from = b + 46;
      }
      svg.text(from, y + 5, group.hidden(), fill(INK_2));
      return;
    }
    double a = left + group.answers() * scale;
    svg.line(left, y, left + most * scale, y, stroke(STONE_2, 1));
    boolean same = b != null && Math.abs(group.answers() - group.residents()) * scale < 16;
    boolean first = b != null && group.answers() < group.residents();
    if (b != null) {
      svg.line(a, y, b, y, stroke(INK_2, 1.5));
      home(svg, b, y);
    }
    answers(svg, a, y);
    Svg.Look mine = fill(BLUE).and("class", "num b");
    String said = "" + Math.round(group.answers());
    boolean before = first && !same && a - 12 - Svg.widthOf(said, 15) > 0;
    double after = same ? Math.max(a, b) + 14 : a + 14;
    svg.text(before ? a - 12 : after, y + 5, said, before ? end(mine) : mine);
    if (b != null && !same) {
      Svg.Look look = fill(INK_2).and("class", "num");
      boolean right = first || b - 14 - 18 < 0;
      svg.text(
          right ? b + 14 : b - 14,
          y + 5,
          "" + Math.round(group.residents()),
          right ? look : end(look));
    }
  }

  private static void home(Svg svg, double x, double y) {
    svg.circle(x, y, 7, fill("#ffffff").and("stroke", INK_2).and("stroke-width", "1.75"));
  }

  private static void answers(Svg svg, double x, double y) {
    svg.circle(x, y, 5, fill(BLUE));
  }
}
