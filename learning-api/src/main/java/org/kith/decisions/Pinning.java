package org.kith.decisions;

/** What makes a figure recognisable for good: the hash of its bytes, as everybody sees it. */
@FunctionalInterface
public interface Pinning {
  /**
   * The SHA-256 of a figure's answer in a snapshot, in hexadecimal, or null where it cannot be had.
   */
  String sha256(String snapshot, String figure);
}
