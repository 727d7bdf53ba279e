package org.kith.search;

/**
 * Something a reader may see and can look for.
 *
 * @param id unique among what one reader may see
 * @param kind what it is
 * @param title a few words that name it, without words of the text
 * @param words what is looked through
 * @param day ISO 8601 day it is about, or empty
 * @param by who wrote it, as far as this reader may know, or empty
 * @param href where it can be read
 */
record Text(String id, Kind kind, String title, String words, String day, String by, String href) {

  /** What can be found. */
  enum Kind {
    /** The reader's own reflection. */
    MINE("Your reflection"),
    /** A reflection shared with a team of theirs. */
    TEAM("Shared with your team"),
    /** A reflection shared with a learning cycle of theirs; it has no author here. */
    CYCLE("Shared with your learning cycle"),
    /** A reply to a reflection they may read. */
    REPLY("A reply"),
    /** A theme people named. */
    THEME("A theme"),
    /** A word or phrase of the published table. */
    PHRASE("Words newly said, or no longer");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** In words. */
    String words() {
      return words;
    }

    /** Whether it is a reflection. */
    boolean reflection() {
      return this == MINE || this == TEAM || this == CYCLE;
    }
  }
}
