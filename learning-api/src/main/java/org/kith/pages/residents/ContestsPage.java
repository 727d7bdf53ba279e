package org.kith.pages.residents;

import java.util.List;
import org.kith.pages.Frame;

/**
 * What people say was not so, before it is shown and after.
 *
 * @param problem what was wrong with what was sent, or empty
 * @param waiting nobody has read it
 * @param read the latest that somebody has
 */
public record ContestsPage(Frame frame, String problem, List<Waiting> waiting, List<Read> read) {

  /**
   * One that waits.
   *
   * @param about address of what it speaks to, or empty
   * @param name of that, for people
   * @param flags what in it may tell who somebody is
   */
  public record Waiting(
      String id, String about, String name, String day, String words, List<String> flags) {}

  /** One that was read. */
  public record Read(String name, String day, String words, boolean shown, String because) {}
}
