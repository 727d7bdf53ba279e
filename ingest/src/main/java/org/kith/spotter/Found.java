package org.kith.spotter;

/**
 * Where something was found, never what.
 *
 * @param start index of its first character, as {@link String#charAt} counts
 * @param end index after its last
 * @param kind what it looks like
 */
public record Found(int start, int end, Kind kind) {
  boolean overlaps(int from, int to) {
    return start < to && from < end;
  }
}
