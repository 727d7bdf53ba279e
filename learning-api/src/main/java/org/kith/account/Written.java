package org.kith.account;

import java.util.List;

/**
 * The words of one version of an account.
 *
 * @param version 1, 2, 3 …; 0 for what is not written yet
 * @param dataNotes how to read the numbers, a note a line
 * @param author id, or empty
 * @param at milliseconds since 1970
 */
public record Written(
    int version, String summary, List<String> learnings, String dataNotes, String author, long at) {

  public Written {
    learnings = List.copyOf(learnings);
  }
}
