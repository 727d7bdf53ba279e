package org.kith.reflections;

/**
 * What somebody answered to a reflection, as one reader sees it.
 *
 * @param kind reply, or tried where somebody tried what was suggested
 * @param day ISO 8601 day it was written
 * @param by name of who wrote it, or null where replies have no names: in a learning cycle
 * @param author whether the reflection's own author wrote it
 * @param yours whether the reader wrote it
 * @param fresh whether it came after the author last looked; false to everybody else
 */
public record Reply(
    String id,
    String kind,
    String words,
    String day,
    String by,
    boolean author,
    boolean yours,
    boolean fresh) {

  /** Most characters of a reply. */
  public static final int MOST_CHARACTERS = 4_000;

  /** Whether somebody tried what was suggested. */
  public boolean tried() {
    return kind.equals("tried");
  }

  /**
   * What somebody sends.
   *
   * @param id made by the sender, a UUID in lower case, so that sending it again is harmless
   * @param kind reply or tried; reply when left out
   */
  public record Sent(String id, String kind, String words) {
    public Sent {
      kind = kind == null ? "reply" : kind;
      if (!kind.equals("reply") && !kind.equals("tried")) {
        throw new IllegalArgumentException("A reply's kind is reply or tried.");
      }
      if (words == null || words.isBlank()) {
        throw new IllegalArgumentException("Write something first.");
      }
      if (words.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("A reply cannot hold the character with the number 0.");
      }
      if (words.length() > MOST_CHARACTERS) {
        throw new IllegalArgumentException("A reply holds at most 4,000 characters.");
      }
      if (id == null || !id.matches(Reflection.UUID)) {
        throw new IllegalArgumentException("The id must be a UUID in lower case.");
      }
    }
  }
}
