package org.kith.http;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Problem.Kind kind;

  private ProblemException(Problem.Kind kind, String detail) {
    // No stack trace: it is an answer, not a fault.
    super(detail, null, false, false);
    this.kind = kind;
  }

  /**
   * A problem to answer with.
   *
   * @param detail what to do about it, safe to show
   */
  public static ProblemException of(Problem.Kind kind, String detail) {
    return new ProblemException(kind, detail);
  }

  /** What kind it is. */
  public Problem.Kind kind() {
    return kind;
  }
}
