package org.kith.disclosure;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kith.disclosure.Alternatives.Secret;
import org.kith.disclosure.CountTable.Line;
import org.kith.published.Scope;
import org.kith.published.Visibility;

/**
 * Decides which figures of a family of tables are hidden, in three steps.
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
  private final Family family;
  private final Threshold threshold;

  /** Cells of figures that are secrets already, in another table. */
  private final Set<List<Integer>> secret = new HashSet<>();

  private final Map<Object, Map<List<Integer>, List<Figure>>> alike = new HashMap<>();

  /** Figures in the order they were hidden since somebody last asked. */
  private final List<Figure> justHidden = new ArrayList<>();

  /** Which figures may be hidden for another's sake. */
  private Predicate<Figure> choosing = figure -> true;

  private Suppression(Family family, Threshold threshold) {
    this.family = family;
    this.threshold = threshold;
  }

  /** All three steps. */
  static void apply(Family family, Threshold threshold) {
    Suppression suppression = new Suppression(family, threshold);
    suppression.withoutAsides();
    if (family.tables.stream().anyMatch(table -> table.aside() && anyShown(table))) {
      suppression.withAsides();
    }
  }

  /** Tells aside whatever is not small. It is not safe: the tests show how it is broken. */
  static void applyAsidesUnguarded(Family family, Threshold threshold) {
    new Suppression(family, threshold).withoutAsides();
  }

  private void withoutAsides() {
    family.tables.forEach(this::byThemselves);
    family.tables.forEach(table -> table.lines.forEach(this::inPairs));
    acrossLines(family.tables.stream().filter(table -> !table.aside()).toList(), family.links);
  }

  private static boolean anyShown(CountTable table) {
    return table.figures().stream().anyMatch(Figure::shown);
  }

  /** The first step alone. It is not safe: the tests show how it is broken. */
  static void applyFirstStepOnly(Family family, Threshold threshold) {
    family.tables.forEach(new Suppression(family, threshold)::byThemselves);
  }

  // Step 1

  private void byThemselves(CountTable table) {
    for (Line line : table.lines) {
      if (line.scope() != Scope.ORGANISATION && !table.pools(line, threshold)) {
        figures(line).forEach(f -> f.hide(Visibility.FEWER_THAN_3_ORGANISATIONS));
      } else if (threshold.small(line.total().exact)) {
        figures(line).forEach(this::hide);
      } else {
        figures(line).filter(f -> threshold.small(f.exact)).forEach(this::hide);
        line.parts().stream()
            .filter(f -> line.scope() != Scope.ORGANISATION && !table.heldByEnough(f, threshold))
            .forEach(f -> f.hide(Visibility.FEWER_THAN_3_ORGANISATIONS));
        inTotal(line).filter(f -> complementIsSmall(table, line, f)).forEach(this::hide);
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
    table.others.stream().filter(f -> threshold.small(f.exact)).forEach(Figure::untold);
  }

  private static boolean fewOrganisations(Line line) {
    return line.total().visibility() == Visibility.FEWER_THAN_3_ORGANISATIONS;
  }

  private boolean complementIsSmall(CountTable table, Line line, Figure part) {
    return table.shape.complements() && threshold.small(line.total().exact - part.exact);
  }

  // Step 2

  private void inPairs(Line line) {
    int before;
    do {
      before = justHidden.size();
      if (fewOrganisations(line)) {
        return;
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
    } while (justHidden.size() > before);
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

  private void acrossLines(List<CountTable> tables, List<Limit> links) {
    secret.clear();
    List<Figure> figures = tables.stream().flatMap(table -> table.figures().stream()).toList();
    List<Limit> limits = limits(tables, links, figures);
    Alternatives alternatives = new Alternatives(family.cells.toArray(), limits);
    Knowledge knowledge = new Knowledge(alternatives, limits, threshold);
    Neighbours neighbours = new Neighbours(figures, family.sharesPeople());
    figures.forEach(f -> addSecrets(alternatives, f));
    int margin = threshold.margin();
    alternatives.startBeside(family.unpublished.values(), margin);
    for (int at = 0; at < alternatives.secrets().size(); at++) {
      Secret secret = alternatives.secrets().get(at);
      boolean left = true;
      while (left && !secret.wide(margin) && !alternatives.widen(secret, margin)) {
        left = open(alternatives, knowledge, neighbours, secret);
      }
    }
  }

  /**
   * The step again, with what is told aside. All else stays as it was decided without, and keeps
   * its secrets when nothing is told aside; so only what is told aside can have to go. A number so
   * told that the rest gives away is no secret any more.
   */
  private void withAsides() {
    choosing = figure -> figure.table.aside();
    List<Limit> links = new ArrayList<>(family.links);
    links.addAll(family.asideLinks);
    acrossLines(family.tables, links);
  }

  /**
   * Hides what opens the secret most cheaply, or else the cheapest figure near it. False when no
   * number of the family is left: then none is published.
   */
  private boolean open(
      Alternatives alternatives, Knowledge knowledge, Neighbours neighbours, Secret secret) {
    List<Figure> near =
        neighbours.of(secret.figure).filter(Figure::shown).filter(choosing).toList();
    Optional<Figure> first =
        near.isEmpty()
            ? neighbours.cheapest(secret.figure, choosing.and(Figure::shown))
            : Optional.of(near.get(0));
    if (first.isEmpty()) {
      return false;
    }
    Figure chosen = first.get();
    for (Figure candidate : near) {
      List<Figure> hidden = together(candidate);
      knowledge.without(hidden);
      boolean enough = alternatives.wouldWiden(secret, threshold.margin());
      knowledge.asItIs(hidden);
      if (enough) {
        chosen = candidate;
        break;
      }
    }
    justHidden.clear();
    List<Figure> all = together(chosen);
    all.forEach(this::hide);
    all.stream()
        .filter(f -> f.line >= 0)
        .map(f -> f.table.lines.get(f.line))
        .distinct()
        .toList()
        .forEach(this::inPairs);
    knowledge.asItIs(justHidden);
    alternatives.startBeside(family.unpublished.values(), threshold.margin());
    neighbours
        .inOrder(secret.figure, justHidden.stream().filter(choosing))
        .forEach(f -> addSecrets(alternatives, f));
    return true;
  }

  private List<Limit> limits(List<CountTable> tables, List<Limit> links, List<Figure> figures) {
    List<Limit> limits = new ArrayList<>(links);
    // Figures of the same cells are hidden together, so one limit stands for all.
    Set<List<Integer>> once = new HashSet<>();
    figures.stream()
        .filter(f -> f.visibility() != Visibility.FEWER_THAN_3_ORGANISATIONS)
        .filter(f -> !family.sharesPeople() || once.add(list(f.cells)))
        .forEach(f -> limits.add(Limit.of(f)));
    once.clear();
    for (CountTable table : tables) {
      if (table.shape.complements()) {
        for (Line line : table.lines) {
          inTotal(line)
              .filter(Figure::shown)
              .map(f -> Limit.ofOthers(f, line.total()))
              .filter(l -> !family.sharesPeople() || once.add(list(l.cells)))
              .forEach(limits::add);
        }
      }
    }
    return limits;
  }

  /**
   * The figures that are hidden with this one, because each tells the others: those of the same
   * cells, in whatever table, and an answer that alone makes a side of the share with the share.
   */
  private List<Figure> together(Figure figure) {
    Object where = family.sharesPeople() ? family : figure.table;
    List<Figure> same = new ArrayList<>(alike(where).getOrDefault(list(figure.cells), List.of()));
    if (figure.line >= 0 && figure.table.lines.get(figure.line).counted() != null) {
      Line line = figure.table.lines.get(figure.line);
      for (boolean counted : new boolean[] {true, false}) {
        List<Figure> side = side(line, counted);
        if (side.size() == 1 && (side.get(0) == figure || line.counted() == figure)) {
          same.add(side.get(0));
          same.add(line.counted());
        }
      }
    }
    return same.stream().distinct().filter(Figure::shown).toList();
  }

  /** The figures of a table, or of all, by their cells. */
  private Map<List<Integer>, List<Figure>> alike(Object where) {
    return alike.computeIfAbsent(
        where,
        w ->
            (w instanceof CountTable table ? List.of(table) : family.tables)
                .stream()
                    .flatMap(table -> table.figures().stream())
                    .collect(Collectors.groupingBy(f -> list(f.cells))));
  }

  /**
   * What must stay open about a hidden figure: its count; where it was hidden because it leaves few
   * others, also how few. A figure hidden for want of organisations, or never told, is no secret
   * unless small.
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
    if (family.sharesPeople() && !secret.add(list(figure.cells))) {
      return;
    }
    alternatives.add(new Secret(figure, figure.cells, figure.exact));
    if (figure.line >= 0) {
      CountTable table = figure.table;
      Line line = table.lines.get(figure.line);
      if (!small && isInTotal(line, figure) && complementIsSmall(table, line, figure)) {
        int[] others = CountTable.without(line.total(), figure);
        if (others.length > 0) {
          alternatives.add(new Secret(figure, others, line.total().exact - figure.exact));
        }
      }
    }
  }

  // Figures

  private void hide(Figure figure) {
    if (figure.shown()) {
      justHidden.add(figure);
    }
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

  private static List<Integer> list(int[] cells) {
    return Arrays.stream(cells).boxed().toList();
  }

  private static boolean isInTotal(Line line, Figure figure) {
    return inTotal(line).anyMatch(f -> f == figure);
  }
}
