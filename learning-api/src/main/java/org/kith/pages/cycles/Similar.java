package org.kith.pages.cycles;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Finds what cycles about something similar learned. */
@FunctionalInterface
public interface Similar {
  /**
   * Something learned.
   *
   * @param words what
   * @param where it was learned
   * @param link to where it can be read
   */
  record Learned(String words, String where, String link) {}

  /** What was learned about something like these words. */
  List<Learned> to(Handle h, String words);
}
