package org.kith.pages.residents;

import java.util.List;
import org.kith.pages.Frame;

/**
 * What was learned, for people who answered, and the way in with a code.
 *
 * @param place what the workspace is called, or empty
 * @param accounts what was learned, the latest first
 * @param typed what was typed in the place of a code and is none, or empty
 * @param problem what is wrong with it, or empty
 */
public record FromYouPage(
    Frame frame, String place, List<Account> accounts, String typed, String problem) {

  /** One account. */
  public record Account(
      String review, String name, String day, String summary, List<String> learnings) {}
}
