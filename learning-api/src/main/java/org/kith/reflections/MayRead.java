package org.kith.reflections;

/**
 * Who may read a reflection besides its author, as a condition on a row {@code r} of {@code
 * reflection} and a person {@code :me}. Whatever shows words of a reflection asks with it.
 *
 * <p>An author who shares with "six people" shares with those six. Someone who joins later reads
 * what is shared from then on, and older ones only if their authors say so; someone who leaves
 * reads nothing any more.
 */
public final class MayRead {
  /** Shared with a team that the person was in when it was shared, and still is in. */
  public static final String IN_TEAM =
      "(r.audience = 'team' and exists (select 1 from team_member m"
          + " where m.team = r.team and m.person = :me and m.since <= r.shared))";

  /** Shared with a cycle that the person was in when it was shared, and still is in. */
  public static final String IN_CYCLE =
      "(r.audience = 'cycle' and exists (select 1 from cycle_member m"
          + " where m.cycle = r.cycle and m.person = :me and m.since <= r.shared))";

  /** Their own, or shared with them in either way. */
  public static final String BY_ME = "(r.author = :me or " + IN_TEAM + " or " + IN_CYCLE + ")";

  private static final String AMONG =
      "(r.audience = '%1$s' and y.%1$s = r.%1$s and exists (select 1 from %1$s_member m"
          + " where m.%1$s = r.%1$s and m.person = :me and m.since <= y.at))";

  /**
   * Which replies, rows {@code y} of {@code reply}, to a reflection {@code r} that they may read:
   * all to their own, those they wrote, and those written among people who could read it with them.
   */
  public static final String REPLY =
      "(r.author = :me or y.author = :me or "
          + AMONG.formatted("team")
          + " or "
          + AMONG.formatted("cycle")
          + ")";

  private MayRead() {}
}
