package org.kith.reflections;

import java.util.List;

/**
 * A part of a list.
 *
 * @param offset how many come before it
 * @param more whether any come after it
 */
public record Part<T>(List<T> items, int offset, boolean more) {

  /** Most items of a part. */
  public static final int MOST = 100;

  /** How many are given unless asked otherwise. */
  public static final int USUAL = 20;

  public Part {
    items = List.copyOf(items);
  }

  /** How many come before the part after this one. */
  public int after() {
    return offset + items.size();
  }
}
