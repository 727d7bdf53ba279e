package org.kith.reflections;

/**
 * A reflection in the store, with what the store knows of it.
 *
 * @param author id of its author
 * @param arrived milliseconds since 1970 when it was kept
 * @param changed when it last changed
 * @param version 1 when it arrives, one more with each change
 * @param shared when its audience was last chosen; who joined later does not read it
 * @param looked when its author last looked at what came of it, or 0
 */
public record Kept(
    Reflection reflection,
    String author,
    long arrived,
    long changed,
    int version,
    long shared,
    long looked) {
  /** What its author can quote to prove that it is kept, without saying what is in it. */
  public String receipt() {
    return Receipt.of(reflection.id());
  }
}
