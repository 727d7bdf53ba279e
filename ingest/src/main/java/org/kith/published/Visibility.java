package org.kith.published;

/** Whether a number is shown and, when it is hidden, why. A hidden number is null, never 0. */
public enum Visibility {
  /** The number is there to be read. */
  SHOWN,
  /** Fewer than k people are behind it. */
  FEWER_THAN_K,
  /** Hidden because it would give away another hidden number. */
  PROTECTS_ANOTHER,
  /** Fewer than three organisations are behind a figure that pools them. */
  FEWER_THAN_3_ORGANISATIONS,
  /** People enough to be counted are behind it, but too few for a figure as fine as this. */
  TOO_FEW,
  /** The answers cannot tell: all alike, too few to fit, or a model without an answer. */
  NOT_TO_BE_WORKED_OUT,
  /** A comparison withheld because the questions do not hang together well enough. */
  NOT_RELIABLE,
  /** A comparison withheld because a question does not mean the same everywhere. */
  NOT_COMPARABLE,
  /** A comparison withheld because too few answered to tell whether it may be made. */
  NOT_KNOWN_COMPARABLE;

  /** The reason in the words every page uses. */
  public String words(int k) {
    return switch (this) {
      case SHOWN -> "shown";
      case FEWER_THAN_K -> "hidden, fewer than " + k;
      case PROTECTS_ANOTHER -> "hidden too, or it would give another away";
      case FEWER_THAN_3_ORGANISATIONS -> "hidden, fewer than 3 organisations";
      case TOO_FEW -> "hidden, too few people for a figure as fine as this";
      case NOT_TO_BE_WORKED_OUT -> "cannot be worked out from these answers";
      case NOT_RELIABLE -> Gate.NOT_RELIABLE.words();
      case NOT_COMPARABLE -> Gate.NOT_COMPARABLE.words();
      case NOT_KNOWN_COMPARABLE -> Gate.NOT_KNOWN.words();
    };
  }
}
