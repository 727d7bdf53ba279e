package org.kith.words;

import org.kith.published.Visibility;

/** What is said in place of a number that is not shown. */
public final class Hidden {

  private Hidden() {}

  /**
   * Why a figure is not shown.
   *
   * @param people k: fewer people than this are hidden
   * @param organisations fewest organisations in a pooled figure
   * @return an empty text when it is shown
   */
  public static String of(Visibility visibility, int people, int organisations) {
    return switch (visibility) {
      case SHOWN -> "";
      case FEWER_THAN_K ->
          "Fewer than "
              + people
              + " people answered, so this is not shown, and nothing here lets it be worked out.";
      case PROTECTS_ANOTHER ->
          "This is not shown, because it would give away another number that fewer than "
              + people
              + " people are behind.";
      case FEWER_THAN_3_ORGANISATIONS ->
          "Fewer than "
              + Numbers.small(organisations)
              + " organisations are behind this, so it is not shown: two of them could work out"
              + " each other's answers.";
      case TOO_FEW ->
          "Too few people answered for a figure as fine as this: it would tell of one of them.";
      case NOT_TO_BE_WORKED_OUT -> "This cannot be worked out from these answers.";
      case NOT_RELIABLE ->
          "The questions do not hang together well enough here for their score to mean one thing, so"
              + " organisations are not looked at beside one another.";
      case NOT_COMPARABLE ->
          "A question does not mean the same everywhere, so organisations are not looked at beside"
              + " one another.";
      case NOT_KNOWN_COMPARABLE ->
          "Too few answered to tell whether organisations may be looked at beside one another, so"
              + " they are not.";
    };
  }

  /** What is said where nobody was asked. */
  public static String notAsked(String who, String when) {
    return Numbers.capital(who) + " was not asked this in " + when + ".";
  }
}
