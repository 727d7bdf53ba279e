package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.BLUE_EDGE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_2;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.stroke;

import java.util.List;

/**
 * How one thing led to another, in time: from left to right where there is room, down the page
 * where there is not. Each step stands on the line of its kind, under the number that the list
 * beside it gives it. Steps stand apart evenly, whatever the time between them.
 *
 * @param lanes names of the kinds, in the order they are drawn
 * @param steps in time order
 * @param links pairs of places in the list of steps
 */
public record ChainDrawing(List<String> lanes, List<Step> steps, List<Link> links)
    implements Chart {
  private static final double RADIUS = 12;
  private static final int SMALL = 560;
  private static final double LETTER = 7;

  /**
   * A step.
   *
   * @param lane place of its kind among the lanes
   * @param when its day in a few letters
   * @param words what it says
   */
  public record Step(int lane, String when, String words) {}

  /** What led to what. */
  public record Link(int from, int to) {}

  public ChainDrawing {
    lanes = List.copyOf(lanes);
    steps = List.copyOf(steps);
    links = List.copyOf(links);
  }

  @Override
  public String svg(int width, String id) {
    return width < SMALL ? down(width, id) : across(width, id);
  }

  private String across(int width, String id) {
    Svg svg = new Svg(id);
    double left = 8;
    double tall = 96;
    double step = (width - left - 8) / Math.max(1, steps.size());
    for (int lane = 0; lane < lanes.size(); lane++) {
      double y = laneY(lane, tall);
      svg.text(0, y - 24, lanes.get(lane), fill(INK_2).and("font-size", 14).and("class", "b"));
      svg.line(0, y, width, y, stroke(STONE_2, 1));
    }
    for (Link link : links) {
      double x1 = left + (link.from() + 0.5) * step;
      double x2 = left + (link.to() + 0.5) * step;
      svg.curve(
          x1 + RADIUS,
          laneY(steps.get(link.from()).lane(), tall),
          x2 - RADIUS,
          laneY(steps.get(link.to()).lane(), tall),
          true,
          stroke(BLUE_EDGE, 2));
    }
    double foot = laneY(lanes.size() - 1, tall) + 62;
    double taken = -100;
    Labels labels = new Labels(width);
    for (int i = 0; i < steps.size(); i++) {
      double x = left + (i + 0.5) * step;
      Step at = steps.get(i);
      mark(svg, x, laneY(at.lane(), tall), i);
      labels.place(svg, x, laneY(at.lane(), tall), at);
      double half = Svg.widthOf(at.when(), 14) / 2;
      boolean again = i > 0 && at.when().equals(steps.get(i - 1).when());
      if (!again && x - half > taken + 6 && x + half < width) {
        svg.text(x, foot + 20, at.when(), middle(fill(INK_2).and("font-size", 14)));
        taken = x + half;
      }
    }
    svg.line(0, foot, width, foot, stroke(INK_2, 1));
    return svg.drawn(width, foot + 30);
  }

  private static double laneY(int lane, double tall) {
    return 40 + lane * tall;
  }

  /** Words under a step, over it where the one before is in the way, or nowhere: a table has all. */
  private final class Labels {
    private static final double WIDE = 152;
    private final double width;
    private final double[] under = new double[lanes.size()];
    private final double[] over = new double[lanes.size()];

    private Labels(double width) {
      this.width = width;
      for (int i = 0; i < lanes.size(); i++) {
        over[i] = Svg.widthOf(lanes.get(i), 14) + 12;
      }
    }

    private void place(Svg svg, double x, double y, Step step) {
      double from = Math.min(x - RADIUS, width - WIDE);
      List<String> lines = lines(step.words(), WIDE);
      if (under[step.lane()] <= from) {
        under[step.lane()] = from + WIDE + 6;
        words(svg, from, y + 28, lines);
      } else if (over[step.lane()] <= from) {
        over[step.lane()] = from + WIDE + 6;
        words(svg, from, y - 2 - 17.0 * lines.size(), lines);
      }
    }
  }

  private String down(int width, String id) {
    Svg svg = new Svg(id);
    double gap = 26;
    double right = lanes.size() * gap + 8;
    double tall = 74;
    for (Link link : links) {
      svg.curve(
          laneX(steps.get(link.from()).lane(), gap),
          stepY(link.from(), tall) + RADIUS,
          laneX(steps.get(link.to()).lane(), gap),
          stepY(link.to(), tall) - RADIUS,
          false,
          stroke(BLUE_EDGE, 2));
    }
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      double y = stepY(i, tall);
      mark(svg, laneX(step.lane(), gap), y, i);
      svg.text(
          right,
          y - 6,
          lanes.get(step.lane()) + ", " + step.when(),
          fill(INK_2).and("font-size", 14));
      words(svg, right, y + 12, lines(step.words(), width - right));
    }
    return svg.drawn(width, stepY(steps.size(), tall) - 20);
  }

  private static double laneX(int lane, double gap) {
    return RADIUS + 1 + lane * gap;
  }

  private static double stepY(int step, double tall) {
    return 22 + step * tall;
  }

  private static void mark(Svg svg, double x, double y, int step) {
    svg.circle(x, y, RADIUS, fill("#ffffff").and("stroke", BLUE).and("stroke-width", "2"));
    svg.text(
        x,
        y + 5,
        String.valueOf(step + 1),
        middle(fill(INK).and("font-size", 14).and("class", "b num")));
  }

  /** At most two lines. */
  private static List<String> lines(String words, double room) {
    List<String> all = EventLabels.wrapped(words, (int) (room / LETTER));
    return all.size() <= 2 ? all : List.of(all.get(0), all.get(1) + " …");
  }

  private static void words(Svg svg, double x, double y, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      svg.text(x, y + i * 17, lines.get(i), EventLabels.clear(fill(INK).and("font-size", 14)));
    }
  }
}
