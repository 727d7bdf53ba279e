package org.kith.disclosure;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kith.disclosure.Alternatives.Secret;
import org.kith.disclosure.CountTable.Line;
import org.kith.published.Scope;
import org.kith.published.Visibility;

/**
 * Decides which figures of a table are hidden, in three steps.
 *
 * <p><b>1. By itself.</b> A figure of fewer than k people, 0 included. A figure that leaves fewer
 * than k others in its total. A line whose total is below k, wholly. A place or everyone with fewer
 * than three organisations behind it; an organisation counts when k of its people answered, for
 * then whether it counts can be read off its own line and tells nothing new.
 *
 * <p><b>2. In pairs.</b> A line with one hidden part hides a second, for the total would give the
 * one away; preferably on the same side of what the share counts, so that the share can stay. When
 * a side keeps a single hidden part, the share goes.
 *
 * <p><b>3. Across lines.</b> Lines add up to places and to everyone. An outsider who joins all of
 * it knows, for a number shown as v, that it lies in v's rounding window and is at least k; for
 * "fewer than k", 0 to k − 1; for a number hidden for another's sake, at least k, since a smaller
 * one would say so; for every part shown, that at least k others are in its total. {@link
 * Alternatives} says whether that leaves each hidden number open. Where it does not, the cheapest
 * figure that opens it is hidden too, and all is looked at again. Hiding only takes limits away, so
 * what was open stays open and this ends.
 *
 * <p>Why windows and not exact values: rounding is most of the protection that sums need. A place
 * of four organisations, all rounded, leaves a hidden part within ±10; only now and then do the
 * roundings conspire, and only then more must be hidden.
 */
final class Suppression {
  private final CountTable table;
  private final Threshold threshold;

  private Suppression(CountTable table, Threshold threshold) {
    this.table = table;
    this.threshold = threshold;
  }

  /** All three steps. */
  static void apply(CountTable table, Threshold threshold) {
    Suppression suppression = new Suppression(table, threshold);
    suppression.byThemselves();
    suppression.inPairs();
    suppression.acrossLines();
  }

  /** The first step alone. It is not safe: the tests show how it is broken. */
  static void applyFirstStepOnly(CountTable table, Threshold threshold) {
    new Suppression(table, threshold).byThemselves();
  }

  // Step 1

  private void byThemselves() {
    for (Line line : table.lines) {
      if (line.scope() != Scope.ORGANISATION && contributing(line) < threshold.organisations()) {
        figures(line).forEach(f -> f.hide(Visibility.FEWER_THAN_3_ORGANISATIONS));
      } else if (threshold.small(line.total().exact)) {
        figures(line).forEach(this::hide);
      } else {
        figures(line).filter(f -> threshold.small(f.exact)).forEach(this::hide);
        inTotal(line).filter(f -> complementIsSmall(line, f)).forEach(this::hide);
      }
    }
    Optional<Line> everyone = table.lines.stream().filter(l -> l.scope() == Scope.ALL).findFirst();
    for (Figure kind : table.kinds) {
      if (everyone.isPresent() && fewOrganisations(everyone.get())) {
        kind.hide(Visibility.FEWER_THAN_3_ORGANISATIONS);
      } else if (threshold.small(kind.exact)) {
        hide(kind);
      }
    }
  }

  /** Organisations of the line with k people or more in its total. */
  private int contributing(Line line) {
    return contributing(table, line, threshold);
  }

  static int contributing(CountTable table, Line line, Threshold threshold) {
    int width = table.shape.width();
    return (int)
        line.organisations().stream()
            .mapToLong(
                o -> Arrays.stream(table.cells, o * width, o * width + table.shape.parts()).sum())
            .filter(people -> !threshold.small(people))
            .count();
  }

  private boolean fewOrganisations(Line line) {
    return line.total().visibility() == Visibility.FEWER_THAN_3_ORGANISATIONS;
  }

  private boolean complementIsSmall(Line line, Figure part) {
    return table.shape.complements() && threshold.small(line.total().exact - part.exact);
  }

  // Step 2

  private void inPairs() {
    for (Line line : table.lines) {
      if (fewOrganisations(line)) {
        continue;
      }
      if (line.total().shown()) {
        onlyHidden(line.parts()).ifPresent(one -> second(line, one).ifPresent(this::hide));
      }
      if (line.counted() != null && line.counted().shown()) {
        for (boolean side : new boolean[] {true, false}) {
          List<Figure> parts = side(line, side);
          if (onlyHidden(parts).isPresent()) {
            hide(smallest(parts.stream()).orElse(line.counted()));
          }
        }
      }
      if (line.allOutside() != null && line.allOutside().shown()) {
        onlyHidden(line.outside())
            .ifPresent(one -> hide(smallest(line.outside().stream()).orElse(line.allOutside())));
      }
    }
  }

  private static Optional<Figure> onlyHidden(List<Figure> figures) {
    List<Figure> hidden = figures.stream().filter(f -> !f.shown()).toList();
    return hidden.size() == 1 ? Optional.of(hidden.get(0)) : Optional.empty();
  }

  private static Optional<Figure> smallest(Stream<Figure> figures) {
    return figures
        .filter(Figure::shown)
        .min(comparingLong((Figure f) -> f.exact).thenComparingInt(f -> f.column));
  }

  private static Optional<Figure> second(Line line, Figure one) {
    Optional<Figure> sameSide =
        line.counted() == null
            ? Optional.empty()
            : smallest(side(line, line.inCounted().get(one.column)).stream());
    // Where hiding the total costs least (a table of row counts), the total is the second.
    return line.total().cost <= one.cost
        ? Optional.of(line.total())
        : sameSide.or(() -> smallest(line.parts().stream()));
  }

  private static List<Figure> side(Line line, boolean counted) {
    return IntStream.range(0, line.parts().size())
        .filter(c -> line.inCounted().get(c) == counted)
        .mapToObj(line.parts()::get)
        .toList();
  }

  // Step 3

  /** A sum an outsider knows something of, and what tells them: null when nothing any more. */
  private static final class Limit {
    final int[] cells;
    final Figure figure;

    /** Whether the cells are the others in the total of the figure's line. */
    final boolean complement;

    Limit(int[] cells, Figure figure, boolean complement) {
      this.cells = cells;
      this.figure = figure;
      this.complement = complement;
    }
  }

  private void acrossLines() {
    List<Limit> limits = limits();
    Alternatives alternatives =
        new Alternatives(table.cells, limits.stream().map(limit -> limit.cells).toList());
    for (int l = 0; l < limits.size(); l++) {
      set(alternatives, l, limits.get(l));
    }
    List<Figure> figures = table.figures();
    figures.forEach(f -> addSecrets(alternatives, f));
    int margin = threshold.margin();
    for (int at = 0; at < alternatives.secrets().size(); at++) {
      Secret secret = alternatives.secrets().get(at);
      while (!secret.wide(margin) && !alternatives.widen(secret, margin)) {
        open(alternatives, limits, figures, secret);
      }
    }
  }

  /** Hides what opens the secret most cheaply, or else the cheapest figure near it. */
  private void open(
      Alternatives alternatives, List<Limit> limits, List<Figure> figures, Secret secret) {
    List<Figure> candidates =
        figures.stream().filter(Figure::shown).sorted(nearestAndCheapest(secret.figure)).toList();
    if (candidates.isEmpty()) {
      throw new IllegalStateException(
          table.shape.name()
              + " cannot be published safely: a number could be worked out even with all others"
              + " hidden. Nothing was published. Leave it out, or choose a larger"
              + " disclosure.people in kith.yaml.");
    }
    Figure chosen = candidates.get(0);
    for (Figure candidate : candidates) {
      if (!near(candidate, secret.figure)) {
        break;
      }
      relax(alternatives, limits, candidate);
      boolean opens = alternatives.wouldWiden(secret, threshold.margin());
      for (int l = 0; l < limits.size(); l++) {
        if (limits.get(l).figure == candidate) {
          set(alternatives, l, limits.get(l));
        }
      }
      if (opens) {
        chosen = candidate;
        break;
      }
    }
    List<Figure> before = figures.stream().filter(Figure::shown).toList();
    hide(chosen);
    inPairs();
    for (int l = 0; l < limits.size(); l++) {
      set(alternatives, l, limits.get(l));
    }
    before.stream().filter(f -> !f.shown()).forEach(f -> addSecrets(alternatives, f));
  }

  private List<Limit> limits() {
    List<Limit> limits = new ArrayList<>();
    for (int[] known : table.known) {
      limits.add(new Limit(known, null, false));
    }
    for (Figure figure : table.figures()) {
      if (figure.visibility() != Visibility.FEWER_THAN_3_ORGANISATIONS) {
        limits.add(new Limit(figure.cells, figure, false));
      }
    }
    if (table.shape.complements()) {
      for (Line line : table.lines) {
        inTotal(line)
            .filter(Figure::shown)
            .forEach(f -> limits.add(new Limit(CountTable.without(line.total(), f), f, true)));
      }
    }
    return limits;
  }

  private void set(Alternatives alternatives, int at, Limit limit) {
    int k = threshold.people();
    Figure figure = limit.figure;
    if (figure == null) {
      long sum = Arrays.stream(limit.cells).mapToLong(c -> table.cells[c]).sum();
      alternatives.limit(at, sum, sum);
    } else if (limit.complement) {
      alternatives.limit(at, figure.shown() ? k : 0, Long.MAX_VALUE);
    } else if (figure.shown()) {
      int shown = threshold.rounded(figure.exact);
      alternatives.limit(at, threshold.least(shown), threshold.most(shown));
    } else if (figure.visibility() == Visibility.FEWER_THAN_K) {
      alternatives.limit(at, 0, k - 1);
    } else {
      alternatives.limit(at, k, Long.MAX_VALUE);
    }
  }

  /** Sets the limits as they would be with the figure hidden. */
  private void relax(Alternatives alternatives, List<Limit> limits, Figure figure) {
    for (int l = 0; l < limits.size(); l++) {
      if (limits.get(l).figure == figure) {
        alternatives.limit(l, limits.get(l).complement ? 0 : threshold.people(), Long.MAX_VALUE);
      }
    }
  }

  /**
   * What must stay open about a hidden figure: its count; where it was hidden because it leaves few
   * others, also how few. A figure hidden for want of organisations is no secret unless small.
   */
  private void addSecrets(Alternatives alternatives, Figure figure) {
    boolean small = threshold.small(figure.exact);
    boolean open =
        figure.shown()
            || figure.cells.length == 0
            || (figure.visibility() == Visibility.FEWER_THAN_3_ORGANISATIONS && !small);
    if (open) {
      return;
    }
    alternatives.add(new Secret(figure, figure.cells, figure.exact));
    if (figure.line >= 0) {
      Line line = table.lines.get(figure.line);
      if (!small && isInTotal(line, figure) && complementIsSmall(line, figure)) {
        int[] others = CountTable.without(line.total(), figure);
        if (others.length > 0) {
          alternatives.add(new Secret(figure, others, line.total().exact - figure.exact));
        }
      }
    }
  }

  private static boolean near(Figure one, Figure other) {
    return one.line == other.line || one.column == other.column;
  }

  private static Comparator<Figure> nearestAndCheapest(Figure secret) {
    return comparing((Figure f) -> !near(f, secret))
        .thenComparingInt(f -> f.cost)
        .thenComparing(f -> f.line != secret.line)
        .thenComparingLong(f -> f.exact)
        .thenComparing(comparingInt((Figure f) -> f.line).thenComparingInt(f -> f.column));
  }

  // Figures

  private void hide(Figure figure) {
    figure.hide(
        threshold.small(figure.exact) ? Visibility.FEWER_THAN_K : Visibility.PROTECTS_ANOTHER);
  }

  private static Stream<Figure> figures(Line line) {
    return Stream.of(
            line.parts().stream(),
            line.outside().stream(),
            Stream.of(line.total()),
            Stream.ofNullable(line.counted()),
            Stream.ofNullable(line.allOutside()))
        .flatMap(s -> s);
  }

  private static Stream<Figure> inTotal(Line line) {
    return Stream.concat(line.parts().stream(), Stream.ofNullable(line.counted()));
  }

  private static boolean isInTotal(Line line, Figure figure) {
    return inTotal(line).anyMatch(f -> f == figure);
  }
}
