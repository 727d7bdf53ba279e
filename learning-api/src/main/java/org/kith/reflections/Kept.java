package org.kith.reflections;

/**
 * A reflection in the store, with what the store knows of it.
 *
 * @param author id of its author
 * @param arrived milliseconds since 1970 when it was kept
 * @param changed when it last changed
 * @param version 1 when it arrives, one more with each change
 */
public record Kept(Reflection reflection, String author, long arrived, long changed, int version) {
  /** What its author can quote to prove that it is kept, without saying what is in it. */
  public String receipt() {
    return Receipt.of(reflection.id());
  }
}
