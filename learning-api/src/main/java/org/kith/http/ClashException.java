package org.kith.http;

import java.util.List;

/**
 * Somebody changed it since the sender looked. The server answers a program with a problem, our
 * script with the words that stand there now, and a browser with both wordings side by side.
 */
public final class ClashException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int version;
  private final transient List<Sent.Field> theirs;

  /**
   * A clash.
   *
   * @param version that stands there now
   * @param theirs what stands there now, field by field, under the names of the form's fields
   */
  public ClashException(int version, List<Sent.Field> theirs) {
    // No stack trace: it is an answer, not a fault.
    super(Sent.CLASH, null, false, false);
    this.version = version;
    this.theirs = List.copyOf(theirs);
  }

  /** The version that stands there now. */
  public int version() {
    return version;
  }

  /** What stands there now, field by field. */
  public List<Sent.Field> theirs() {
    return theirs;
  }
}
