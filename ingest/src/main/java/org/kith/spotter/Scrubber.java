package org.kith.spotter;

/**
 * Puts the kind of thing in the place of the thing, before words leave the store. It misses what
 * {@link Spotter} misses, so scrubbed words are still not anonymous.
 */
public final class Scrubber {
  private Scrubber() {}

  /** The words with each identifier replaced: "Rang [a name] on [a phone number]". */
  public static String scrub(String words) {
    StringBuilder out = new StringBuilder(words.length());
    int at = 0;
    for (Found found : Spotter.spot(words)) {
      out.append(words, at, found.start()).append('[').append(found.kind().words()).append(']');
      at = found.end();
    }
    return out.append(words, at, words.length()).toString();
  }
}
