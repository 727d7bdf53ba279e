package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.BLUE_EDGE;
import static org.kith.charts.Svg.BLUE_PALE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_3;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.stroke;

import java.util.List;

/**
 * The five levels as rungs, the closest at the foot: how many raised a barrier there, and how many
 * of them saw somebody carry on from it.
 *
 * @param rungs from the closest level outward
 * @param first what the pale bar counts, in words
 * @param second what the full bar counts, in words, or empty where there is one bar only
 */
public record LevelRungs(List<Rung> rungs, String first, String second) implements Chart {

  /**
   * A level.
   *
   * @param people how many, or null when hidden
   * @param ofThem how many of them, or null when hidden
   * @param hidden why a number that is missing is hidden
   */
  public record Rung(String level, Integer people, Integer ofThem, String hidden) {}

  public LevelRungs {
    rungs = List.copyOf(rungs);
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    double most =
        rungs.stream().filter(r -> r.people() != null).mapToInt(Rung::people).max().orElse(1);
    double room = width - 60;
    boolean two = !second.isEmpty();
    double y = 0;
    svg.rect(0, 4, 14, 14, fill(BLUE_PALE).and("stroke", BLUE_EDGE));
    svg.text(22, 16, first, fill(INK_2));
    y += 24;
    if (two) {
      svg.rect(0, y + 4, 14, 14, fill(BLUE));
      svg.text(22, y + 16, second, fill(INK_2));
      y += 24;
    }
    y += 8;
    // The closest level is the foot of the ladder.
    for (int i = rungs.size() - 1; i >= 0; i--) {
      Rung rung = rungs.get(i);
      svg.text(0, y + 17, rung.level(), fill(INK).and("class", "b").and("font-size", 16));
      y += 24;
      bar(svg, rung.people(), rung.hidden(), y, most, room, false);
      y += 20;
      if (two) {
        bar(svg, rung.ofThem(), rung.hidden(), y, most, room, true);
        y += 20;
      }
      y += 6;
      svg.line(0, y, width, y, stroke(STONE_3, 1));
      y += 4;
    }
    return svg.drawn(width, y);
  }

  private static void bar(
      Svg svg, Integer people, String why, double y, double most, double room, boolean full) {
    if (people == null) {
      svg.rect(0.5, y + 1, 46, 14, svg.hatched());
      svg.text(
          54,
          y + 13,
          Svg.fitting(why == null ? "hidden" : why, 14, room),
          fill(INK_2).and("font-size", 14));
      return;
    }
    double wide = people / most * room;
    Svg.Look look = full ? fill(BLUE) : fill(BLUE_PALE).and("stroke", BLUE_EDGE);
    svg.rect(0.5, y + 1, wide, 14, look);
    svg.count(wide + 8, y + 13, "" + people, 15, fill(INK));
  }
}
