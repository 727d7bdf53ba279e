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
  FEWER_THAN_3_ORGANISATIONS;

  /** The reason in the words every page uses. */
  public String words(int k) {
    return switch (this) {
      case SHOWN -> "shown";
      case FEWER_THAN_K -> "hidden, fewer than " + k;
      case PROTECTS_ANOTHER -> "hidden too, or it would give another away";
      case FEWER_THAN_3_ORGANISATIONS -> "hidden, fewer than 3 organisations";
    };
  }
}
