package org.kith.evidence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.survival.KaplanMeier;

/**
 * What was raised in a cycle, and what came back: ties until their first reply, experiments until
 * they ended, decisions until something was changed. Averages of what was answered would leave out
 * what is still waiting, so it is told as the share still open after so many days.
 *
 * @param all in the order they were raised
 */
public record Loops(List<Loop> all) {
  /** Fewer than this are told in words instead of a curve. */
  public static final int CURVE = 5;

  private static final List<Integer> DAYS = List.of(30, 90, 180, 365, 730);
  private static final List<Integer> FIRST_DAYS = List.of(7, 14, 30);
  private static final int LONG = 60;

  /**
   * Something that was raised.
   *
   * @param kind tie, experiment or decision
   * @param opened ISO day
   * @param closed ISO day, or null while it is open
   * @param days from the day it was opened to the day it was closed, or to today
   */
  public record Loop(String kind, String opened, String closed, long days) {
    /** Whether something came back. */
    public boolean isClosed() {
      return closed != null;
    }
  }

  /**
   * The share still open after so many days.
   *
   * @param after days
   * @param watched how many were open or watched that long
   * @param open percent
   * @param low lower end of the 95 % interval, or null where nothing was closed yet or all was
   * @param high upper end, or null
   */
  public record Open(int after, long watched, double open, Double low, Double high) {}

  public Loops {
    all = List.copyOf(all);
  }

  /** What was raised in a cycle until today. */
  static Loops of(Handle h, String cycle, LocalDate today) {
    List<Loop> all = new ArrayList<>();
    h.createQuery(
            "select t.raised, (select min(y.at) from tie_reply y where y.tie = t.id) as closed"
                + " from tie t where t.from_cycle = :cycle order by t.raised, t.id")
        .bind("cycle", cycle)
        .map(
            (row, ctx) -> {
              long closed = row.getLong("closed");
              String day = row.wasNull() ? null : ChainRows.day(closed);
              return loop("tie", ChainRows.day(row.getLong("raised")), day, today);
            })
        .forEach(all::add);
    h.createQuery(
            "select starts, ended from experiment where cycle = :cycle and state <> 'planned'"
                + " order by starts, id")
        .bind("cycle", cycle)
        .map(
            (row, ctx) ->
                loop("experiment", row.getString("starts"), row.getString("ended"), today))
        .forEach(all::add);
    h.createQuery(
            "select d.decided, (select min(m.happened) from change_made m where m.decision = d.id)"
                + " as closed from decision d where d.cycle = :cycle order by d.decided, d.id")
        .bind("cycle", cycle)
        .map(
            (row, ctx) ->
                loop("decision", row.getString("decided"), row.getString("closed"), today))
        .forEach(all::add);
    all.sort(java.util.Comparator.comparing(Loop::opened).thenComparing(Loop::kind));
    return new Loops(all);
  }

  /** What is dated in the future has been open for no day yet. */
  private static Loop loop(String kind, String opened, String closed, LocalDate today) {
    LocalDate until = closed == null ? today : LocalDate.parse(closed);
    long days = Math.max(0, ChronoUnit.DAYS.between(LocalDate.parse(opened), until));
    return new Loop(kind, opened, closed, days);
  }

  /** How many are still open. */
  public long open() {
    return all.stream().filter(l -> !l.isClosed()).count();
  }

  /** Whether there are enough for a curve. */
  public boolean curve() {
    return all.size() >= CURVE;
  }

  /**
   * The curve at the days that are named, up to the longest time anything was watched; empty where
   * there are too few.
   */
  public List<Open> days() {
    if (!curve()) {
      return List.of();
    }
    KaplanMeier curve =
        KaplanMeier.of(
            all.stream()
                .map(l -> new KaplanMeier.Watched(l.days(), l.isClosed(), 1))
                .toList());
    long longest = all.stream().mapToLong(Loop::days).max().orElse(0);
    return (longest < LONG ? FIRST_DAYS : DAYS).stream()
        .filter(d -> d <= longest)
        .map(
            d -> {
              KaplanMeier.Step at = curve.at(d);
              return new Open(
                  d, at.watched(), 100 * at.open(), percent(at.low()), percent(at.high()));
            })
        .toList();
  }

  private static Double percent(Double share) {
    return share == null ? null : 100 * share;
  }
}
