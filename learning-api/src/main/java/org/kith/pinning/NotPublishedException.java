package org.kith.pinning;

/** Something is to be pinned that no snapshot of the workspace holds. */
public final class NotPublishedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotPublishedException(String message) {
    super(message);
  }
}
