package org.kith.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * How one thing led to another in a cycle: reflections and what was looked at, experiments,
 * decisions, what was changed because of them, and what was seen next. Everything stands in the
 * order of its day; nothing is counted or weighed.
 *
 * @param steps in time order
 * @param links what led to what
 */
public record Chain(List<Step> steps, List<Link> links) {

  /** What a step is. */
  public enum Kind {
    REFLECTION("A reflection"),
    LOOKED("Looked at"),
    EXPERIMENT("An experiment"),
    DECISION("A decision"),
    CHANGE("A change");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** In plain words. */
    public String words() {
      return words;
    }
  }

  /**
   * One step.
   *
   * @param id of the reflection, pin, experiment, decision or change
   * @param words what it says; a reflection says nothing here
   * @param day ISO 8601; of a reflection the Monday of its week
   * @param href where it can be read, or empty
   * @param pin what is looked at, when it is that; otherwise null
   * @param from instant at which it began, ISO 8601
   * @param to instant at which it was there or ended; null while it goes on
   * @param review id of the published review a decision was made in, or null
   */
  public record Step(
      String id,
      Kind kind,
      String words,
      String day,
      String href,
      Pin pin,
      String from,
      String to,
      String review) {}

  /**
   * What led to what.
   *
   * @param how in words, to follow the earlier and precede the later: "led to", "was seen in"
   */
  public record Link(String from, String to, How how) {}

  /** How one thing led to another. */
  public enum How {
    /** A reflection is behind an experiment. */
    BEHIND("is behind"),
    /** Something was seen in an experiment. */
    SHOWED("showed"),
    /** A decision rests on something. */
    UNDER("is under"),
    /** An experiment came from a decision. */
    STARTED("started"),
    /** A change was made because of a decision. */
    CHANGED("changed"),
    /** A change belongs to an experiment. */
    BECAME("became"),
    /** Something was seen next, after a change. */
    NEXT("was followed by");

    private final String words;

    How(String words) {
      this.words = words;
    }

    /** In plain words, between the earlier and the later. */
    public String words() {
      return words;
    }
  }

  public Chain {
    steps = List.copyOf(steps);
    links = List.copyOf(links);
  }

  /** The chain of a cycle as somebody sees it; the caller knows that they take part. */
  static Chain of(Handle h, String cycle, String me) {
    ChainRows rows = new ChainRows(h, cycle, me);
    Map<String, Step> all = new HashMap<>();
    rows.steps().forEach(s -> all.put(s.id(), s));
    List<Link> links =
        rows.links().stream()
            .filter(l -> all.containsKey(l.from()) && all.containsKey(l.to()))
            .distinct()
            .sorted(Comparator.comparing(Link::from).thenComparing(Link::to))
            .toList();
    Set<String> tied = new HashSet<>();
    links.forEach(l -> tied.addAll(List.of(l.from(), l.to())));
    List<Step> steps =
        all.values().stream()
            .filter(s -> tied.contains(s.id()) || !beside(s.kind()))
            .sorted(
                Comparator.comparing(Step::day)
                    .thenComparing(Step::kind)
                    .thenComparing(Step::from)
                    .thenComparing(Step::id))
            .toList();
    return new Chain(steps, links);
  }

  /** What is only looked at is in the chain when something came of it. */
  private static boolean beside(Kind kind) {
    return kind == Kind.REFLECTION || kind == Kind.LOOKED;
  }

  /** Whether one step came of another, over any number of links. */
  public boolean follows(String later, String earlier) {
    Deque<String> todo = new ArrayDeque<>(List.of(earlier));
    Set<String> seen = new HashSet<>(todo);
    while (!todo.isEmpty()) {
      String at = todo.pop();
      if (at.equals(later)) {
        return true;
      }
      links.stream()
          .filter(l -> l.from().equals(at) && seen.add(l.to()))
          .forEach(l -> todo.push(l.to()));
    }
    return false;
  }

  /** Which step a pin is: itself, or the reflection it shows, however often that is pinned. */
  static String stepOf(Pin pin) {
    return pin.kind() == Pin.Kind.REFLECTION ? pin.reflection() : pin.id();
  }

  /** The step with this id. */
  public Optional<Step> step(String id) {
    return steps.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** The number of a step on the page, from 1 in time order. */
  public int number(String id) {
    return steps.stream().map(Step::id).toList().indexOf(id) + 1;
  }

  /** What a step led to, in time order. */
  public List<Link> after(String id) {
    List<Link> out = new ArrayList<>(links.stream().filter(l -> l.from().equals(id)).toList());
    out.sort(Comparator.comparingInt(l -> number(l.to())));
    return out;
  }
}
