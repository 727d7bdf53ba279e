package org.kith.patterns;

import java.util.List;
import org.kith.survival.KaplanMeier;

/**
 * How long questions stay open (statistic 18): barriers raised, until a later shared reflection
 * carries on from them; those that none does are watched to the last week of the data.
 */
public final class Loops {
  /** The days that are told of. */
  public static final List<Integer> DAYS = List.of(30, 90, 180, 365);

  private Loops() {}

  /**
   * The curve at a day, exactly.
   *
   * @param days after it was raised
   * @param open share still open, 0 to 1
   * @param low lower end of its log-log interval, or null
   * @param high upper end, or null
   * @param watched distinct authors whose barrier was still watched then
   * @param closed distinct authors whose barrier was closed by then
   * @param organisations how many organisations have k such authors watched or more
   */
  public record Open(
      int days,
      double open,
      Double low,
      Double high,
      long watched,
      long closed,
      int organisations) {}

  /** The curve at each of {@link #DAYS}; nothing when no barrier was raised. */
  static List<Open> of(Shared shared, int k) {
    if (shared.open().isEmpty()) {
      return List.of();
    }
    KaplanMeier curve =
        KaplanMeier.of(
            shared.open().stream()
                .map(o -> new KaplanMeier.Watched(o.days(), o.closed(), o.barriers()))
                .toList());
    return DAYS.stream().map(days -> at(curve.at(days), days, shared, k)).toList();
  }

  private static Open at(KaplanMeier.Step step, int days, Shared shared, int k) {
    List<Authors> watched = counted(shared, Fact.WATCHED, days);
    return new Open(
        days,
        step.open(),
        step.low(),
        step.high(),
        sum(watched),
        sum(counted(shared, Fact.CLOSED, days)),
        (int) watched.stream().filter(a -> a.authors() >= k).count());
  }

  private static List<Authors> counted(Shared shared, Fact fact, int days) {
    String key = String.valueOf(days);
    return shared.authors().stream().filter(a -> a.fact() == fact && a.key().equals(key)).toList();
  }

  private static long sum(List<Authors> authors) {
    return authors.stream().mapToLong(Authors::authors).sum();
  }
}
