package org.kith.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kith.disclosure.CountTable.Line;
import org.kith.disclosure.CountTable.Shape;
import org.kith.indicators.Behind.Of;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring;
import org.kith.published.Scope;

/**
 * What is told of the forms of one instrument and wave as wholes, over everyone: how many came
 * back, how many left each question, how many answered all, and how many stand at either end of the
 * score. Nothing of it is said of one organisation, but its people are in the sums, so the cells
 * are by organisation and the links to what they answered too.
 *
 * <p>That nearly everyone answered every question says nothing about anybody, so of these counts
 * only those at the ends protect their complement.
 */
final class WholeForm {
  private final Instrument instrument;
  private final List<ItemTable> items;
  private final ScaleTable scale;
  private final CountTable table;
  private final Map<String, Figure> unanswered = new HashMap<>();
  private Figure response;
  private Figure complete;
  private long completePeople;
  private Line ends;

  /**
   * Adds the counts to the family.
   *
   * @param scale null where people have no score
   * @param asked who was asked, where a response is to be told; otherwise null
   */
  WholeForm(
      Family family,
      Instrument instrument,
      String wave,
      List<ItemTable> items,
      ScaleTable scale,
      Behinds behinds,
      Asked asked,
      Threshold threshold) {
    this.instrument = instrument;
    this.items = items;
    this.scale = scale;
    String name = instrument.id() + ", whole forms, wave " + wave;
    this.table =
        family.table(new Shape(name, 0, 0, null, false, 1), List.of(), new long[0]).asAside();
    forms(family, asked, threshold);
    if (scale != null) {
      var floor = behinds.of(Of.FLOOR, instrument.id(), Instrument.SCALE, wave);
      var ceiling = behinds.of(Of.CEILING, instrument.id(), Instrument.SCALE, wave);
      if (!floor.isEmpty()) {
        ends(
            family,
            name,
            Behinds.array(floor, scale.organisations()),
            Behinds.array(ceiling, scale.organisations()),
            threshold);
      }
      var all = behinds.of(Of.COMPLETE, instrument.id(), "", wave);
      completePeople = Behinds.sum(all);
      if (completePeople > 0) {
        complete(family, Behinds.array(all, scale.organisations()), threshold);
      }
    }
  }

  /**
   * What a response is worked out from.
   *
   * @param returned forms of any kind that came back
   * @param people that were asked
   */
  record Asked(long returned, long people) {
    /** What the forms are rounded to. */
    int step(Threshold threshold) {
      return threshold.percentOf(people);
    }
  }

  private void forms(Family family, Asked asked, Threshold threshold) {
    // Each question's answers and missing answers add up to it; with two sums nobody could say
    // which is meant.
    if (family.unpublished.size() != 1) {
      return;
    }
    int cell = family.unpublished.values().iterator().next();
    long people = family.cells.sum(new int[] {cell});
    boolean pools = everyone() != null && items.get(0).table().pools(everyone(), threshold);
    if (asked != null && asked.returned() == people) {
      response = table.other(new int[] {cell}).percentOf(asked.people(), threshold);
      if (!pools) {
        response.untold();
      }
    } else if (asked != null) {
      // A form may hold several instruments; then some returned it and have no row of this one.
      int step = asked.step(threshold);
      long most = threshold.most(threshold.rounded(asked.returned(), step), step);
      family.linkAside(new int[] {cell}, new int[] {1}, 0, most);
    }
    for (ItemTable item : items) {
      List<Integer> cells = new ArrayList<>();
      item.table().kinds.forEach(kind -> Arrays.stream(kind.cells).forEach(cells::add));
      for (int o = 0; o < item.organisations().size(); o++) {
        int[] all = item.table().cells(o);
        int valid = item.table().inTotal(o).length;
        Arrays.stream(all, valid, all.length).forEach(cells::add);
      }
      add(item.item().id(), cells.stream().mapToInt(c -> c).toArray(), people, pools, threshold);
    }
    if (scale != null) {
      List<Integer> sum = new ArrayList<>();
      long scored = 0;
      for (int o = 0; o < scale.organisations().size(); o++) {
        for (int c : scale.table().inTotal(o)) {
          sum.add(c);
          scored += family.cells.sum(new int[] {c});
        }
      }
      int without = family.cells.add(people - scored);
      sum.add(without);
      int[] weights = new int[sum.size() + 1];
      Arrays.fill(weights, 1);
      weights[sum.size()] = -1;
      sum.add(cell);
      family.linkAside(sum.stream().mapToInt(c -> c).toArray(), weights, 0, 0);
      add(Instrument.SCALE, new int[] {without}, people, pools, threshold);
    }
  }

  private void add(String measure, int[] cells, long people, boolean pools, Threshold threshold) {
    Figure figure = table.other(cells).percentOf(people, threshold);
    if (!pools) {
      figure.untold();
    }
    unanswered.put(measure, figure);
  }

  private Line everyone() {
    return items.isEmpty()
        ? null
        : items.get(0).table().lines.stream()
            .filter(l -> l.scope() == Scope.ALL)
            .findFirst()
            .orElse(null);
  }

  private void ends(Family family, String name, long[] floor, long[] ceiling, Threshold threshold) {
    List<long[]> counts = new ArrayList<>();
    for (int o = 0; o < floor.length; o++) {
      long scored = family.cells.sum(scale.table().inTotal(o));
      counts.add(new long[] {floor[o], scored - floor[o] - ceiling[o], ceiling[o]});
    }
    CountTable of =
        family
            .table(new Shape(name + ", ends", 3, 0, null, true, 10), counts, new long[0])
            .asAside();
    ends = of.line(Scope.ALL, "all", CountTable.range(0, floor.length), false, 1);
    ends.parts().forEach(part -> part.percentOf(ends.total().exact, threshold));
    for (int o = 0; o < floor.length; o++) {
      int[] cells = of.cells(o);
      int scored = scale.table().inTotal(o)[0];
      family.linkAside(
          new int[] {cells[0], cells[1], cells[2], scored}, new int[] {1, 1, 1, -1}, 0, 0);
      String organisation = scale.organisations().get(o);
      end(family, organisation, true, cells[0], new int[] {cells[1], cells[2]});
      end(family, organisation, false, cells[2], new int[] {cells[0], cells[1]});
    }
  }

  /**
   * Whoever is at an end gave the answer at that end to as many questions as a score needs; whoever
   * is not gave another to one at least.
   */
  private void end(Family family, String organisation, boolean lowest, int at, int[] not) {
    int needed = instrument.scoring().minAnswered();
    List<Integer> gave = new ArrayList<>();
    List<Integer> other = new ArrayList<>();
    for (ItemTable item : items) {
      int o = item.organisations().indexOf(organisation);
      if (o < 0) {
        continue;
      }
      int[] valid = item.table().inTotal(o);
      List<Integer> own = new ArrayList<>();
      for (int c = 0; c < valid.length; c++) {
        (isEnd(item.item(), item.columns().get(c), lowest) ? own : other).add(valid[c]);
      }
      gave.addAll(own);
      if (needed == items.size()) {
        family.linkAside(with(own, at), weights(own.size(), 1, -1), 0, Long.MAX_VALUE);
      }
    }
    family.linkAside(with(gave, at), weights(gave.size(), 1, -needed), 0, Long.MAX_VALUE);
    family.linkAside(with(other, not), weights(other.size(), not.length, -1), 0, Long.MAX_VALUE);
  }

  private static int[] with(List<Integer> cells, int... more) {
    int[] all =
        Arrays.copyOf(cells.stream().mapToInt(c -> c).toArray(), cells.size() + more.length);
    System.arraycopy(more, 0, all, cells.size(), more.length);
    return all;
  }

  private static int[] weights(int ones, int more, int weight) {
    int[] weights = new int[ones + more];
    Arrays.fill(weights, 0, ones, 1);
    Arrays.fill(weights, ones, ones + more, weight);
    return weights;
  }

  private boolean isEnd(Item item, Answer answer, boolean lowest) {
    double end = lowest ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    for (Answer each : item.answers()) {
      if (item.valid(each.code())) {
        end = lowest ? Math.min(end, value(item, each)) : Math.max(end, value(item, each));
      }
    }
    return value(item, answer) == end;
  }

  private double value(Item item, Answer answer) {
    if (instrument.scoring().method() == Scoring.Method.MEAN_OF_SCORE_MAP) {
      return answer.score() == null ? Double.NaN : answer.score();
    }
    return item.reversed() ? -answer.code() : answer.code();
  }

  private void complete(Family family, long[] people, Threshold threshold) {
    boolean allWhoScore = true;
    for (int o = 0; o < people.length; o++) {
      allWhoScore &= people[o] == family.cells.sum(scale.table().inTotal(o));
    }
    if (allWhoScore) {
      complete =
          scale.table().lines.stream()
              .filter(l -> l.scope() == Scope.ALL)
              .findFirst()
              .orElseThrow()
              .total();
      return;
    }
    int[] cells = new int[people.length];
    for (int o = 0; o < people.length; o++) {
      cells[o] = family.cells.add(people[o]);
      family.linkAside(
          new int[] {scale.table().inTotal(o)[0], cells[o]}, new int[] {1, -1}, 0, Long.MAX_VALUE);
      for (ItemTable item : items) {
        int at = item.organisations().indexOf(scale.organisations().get(o));
        if (at >= 0) {
          List<Integer> valid = Arrays.stream(item.table().inTotal(at)).boxed().toList();
          family.linkAside(with(valid, cells[o]), weights(valid.size(), 1, -1), 0, Long.MAX_VALUE);
        }
      }
    }
    complete = table.other(cells);
    if (!threshold.pools(people)) {
      complete.untold();
    }
  }

  /** Forms that came back, where a response tells of just these; otherwise null. */
  Figure response() {
    return response;
  }

  /** People without a valid answer or a score; null where nobody can say. */
  Figure unanswered(String measure) {
    return unanswered.get(measure);
  }

  /** People who answered every question; null where there are none. */
  Figure complete() {
    return complete;
  }

  long completePeople() {
    return completePeople;
  }

  /** Percent at an end of the score, from published counts; null when hidden. */
  Double atEnd(boolean lowest, Threshold threshold) {
    if (ends == null || !ends.total().shown()) {
      return null;
    }
    Integer people = ends.parts().get(lowest ? 0 : 2).published(threshold);
    Integer all = ends.total().published(threshold);
    return people == null ? null : Decimals.places(100.0 * people / all, 0);
  }
}
