package org.kith.charts;

import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.stroke;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What people answered in each quarter: one column per quarter, the first answer at the foot.
 *
 * @param columns quarters in time order, all with the same answers
 */
public record WaveColumns(List<Column> columns) implements Chart {

  /**
   * A quarter.
   *
   * @param label its name, "Autumn 2025"
   * @param answered people with a valid answer, rounded; null when hidden or when nobody was asked
   * @param parts the answers, or empty when nobody was asked
   */
  public record Column(String label, Integer answered, List<Part> parts) {
    public Column {
      parts = List.copyOf(parts);
    }
  }

  private record Name(String words, double y) {}

  public WaveColumns {
    columns = List.copyOf(columns);
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    boolean wide = width >= 560;
    Quarters quarters = new Quarters(columns.stream().map(Column::label).toList());
    double step = quarters.step(width);
    double column = Math.min(step * (wide ? 0.74 : 0.78), 90);
    boolean anyHidden = columns.stream().anyMatch(c -> c.parts().stream().anyMatch(Part::isHidden));
    double top = anyHidden ? 34 : 4;
    double high = wide ? 270 : 230;
    List<Name> names = new ArrayList<>();
    boolean said = false;
    for (int i = 0; i < columns.size(); i++) {
      Column one = columns.get(i);
      double x = quarters.centre(width, i) - column / 2;
      boolean last = i == columns.size() - 1;
      double hatchTop =
          column(svg, one, x, column, top, high, wide && (i == 0 || last), last ? names : null);
      if (hatchTop >= 0 && !said) {
        said = true;
        label(svg, one, x, column, hatchTop, width);
      }
    }
    quarters.draw(svg, width, top + high);
    double bottom = top + high + (wide ? 46 : 32);
    return svg.drawn(width, names(svg, names, width, top + high, bottom));
  }

  /** Draws a quarter and gives the top of its first hatch, or −1. */
  private static double column(
      Svg svg,
      Column one,
      double x,
      double width,
      double top,
      double high,
      boolean numbers,
      List<Name> names) {
    if (one.parts().isEmpty()) {
      return -1;
    }
    if (one.answered() == null) {
      svg.rect(x + 0.5, top + 0.5, width - 1, high - 1, svg.hatched());
      return top;
    }
    double[] sizes = Part.sizes(one.parts(), one.answered());
    double total = 0;
    for (double size : sizes) {
      total += size;
    }
    double y = top + high;
    double hatch = -1;
    for (int j = 0; j < sizes.length; j++) {
      Part part = one.parts().get(j);
      Voice voice = Voice.of(sizes.length).get(j);
      double tall = sizes[j] / Math.max(total, 1) * high;
      y -= tall;
      if (part.isHidden()) {
        svg.rect(x + 0.5, y + 1, width - 1, tall - 2, svg.hatched());
        hatch = y;
      } else {
        double inset = voice.pale() ? 0.5 : 0;
        Svg.Look look = fill(voice.fill());
        svg.rect(
            x + inset,
            y + 1,
            width - 2 * inset,
            tall - 2,
            voice.pale() ? look.and("stroke", voice.edge()) : look);
        if (numbers && tall > 18 && width > 24) {
          long share = Math.round(100.0 * part.people() / one.answered());
          svg.count(x + width / 2, y + tall / 2 + 5, "" + share, 14, middle(fill(voice.text())));
        }
      }
      if (names != null) {
        names.add(new Name(part.answer(), y + tall / 2 + 5));
      }
    }
    return hatch;
  }

  private static void label(
      Svg svg, Column one, double x, double column, double hatchTop, int width) {
    String why =
        one.parts().stream()
            .filter(Part::isHidden)
            .map(Part::hidden)
            .min(Comparator.comparingInt(String::length))
            .orElse("hidden");
    double wide = Svg.widthOf(why, 15);
    double from = Math.max(0, Math.min(width - wide, x + column / 2 - 4));
    // Beside the column where the hatch is not at its head, so that no number is struck through.
    double stalk = hatchTop < 40 ? x + column / 2 : Math.max(1, x - 3);
    svg.line(stalk, 20, stalk, hatchTop + 8, stroke(INK_2, 1));
    if (stalk < x) {
      svg.line(stalk, hatchTop + 8, x + 3, hatchTop + 8, stroke(INK_2, 1));
    }
    svg.text(from, 14, why, fill(INK_2));
  }

  /** The answers' names at the last column; below the picture where they are too long. */
  private double names(Svg svg, List<Name> names, int width, double foot, double bottom) {
    double right = Quarters.right(width);
    double x = width - right + (width >= 560 ? 6 : 5);
    double size = width >= 560 ? 16 : 14.5;
    boolean fit = names.stream().allMatch(n -> n.words().length() * size * 0.53 < right - 4);
    if (fit && !names.isEmpty()) {
      double below = foot + 10;
      List<Name> upwards =
          names.stream().sorted(Comparator.comparingDouble(Name::y).reversed()).toList();
      for (Name name : upwards) {
        double y = Math.min(name.y(), below - 18);
        svg.said(x, y, name.words(), size, fill(INK));
        below = y;
      }
      return bottom;
    }
    List<Part> parts =
        columns.stream().map(Column::parts).filter(p -> !p.isEmpty()).findFirst().orElse(List.of());
    double at = 0;
    double y = bottom + 22;
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
    return y + 8;
  }
}
