package org.kith.instrument;

import java.util.Locale;

/**
 * The kinds of missing answer, kept apart because they mean different things.
 *
 * <p>In the lake a missing answer is its negative {@link #code()} in the item's column, so that a
 * column of small whole numbers says both what was answered and why nothing was.
 */
public enum Missing {
  /** The question was not put to this person: routed past, or not in this version of the form. */
  NOT_ASKED(-1, "not asked"),
  /** The question was shown and left blank. */
  SKIPPED(-2, "left blank"),
  /** The person chose an answer that declines: prefer not to say. */
  DECLINED(-3, "preferred not to say"),
  /** The person answered that they do not know. */
  DONT_KNOW(-4, "did not know"),
  /** The person had left the form before this question. */
  DROPPED_OUT(-5, "had stopped before this question");

  private final int code;
  private final String words;

  Missing(int code, String words) {
    this.code = code;
    this.words = words;
  }

  /** The negative number that stands for this kind in the lake. */
  public int code() {
    return code;
  }

  /** The kind in plain words, to follow "people who". */
  public String words() {
    return words;
  }

  /** Its name in files written by hand: {@code dont_know}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind behind a lake code.
   *
   * @throws IllegalArgumentException if the code is not one of the five
   */
  public static Missing of(int code) {
    for (Missing kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException(code + " is not a code of a missing answer (-1 to -5).");
  }
}
