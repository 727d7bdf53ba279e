package org.kith.protect;

/** The key behind the pseudonyms cannot be used as it is. The message says what to do. */
public final class KeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyException(String message) {
    super(message);
  }
}
