package org.kith.resident;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.kith.protect.Pseudonyms;

/**
 * A code on a slip that comes with a survey: 15 letters at random and one that checks them. It says
 * nothing of who holds it, nobody keeps a list, and of a code that somebody sends only its keyed
 * print is kept.
 *
 * <p>Its letters are those of Crockford's base 32, without I, L, O and U, so that they can be read
 * aloud and copied by hand. The last one is chosen so that the letters, as elements of the field of
 * 32 and each weighed by a power of its own of a primitive element, add up to nothing: one wrong
 * letter, or two that changed places, never does.
 *
 * @param letters sixteen of them, without hyphens
 */
public record ResidentCode(String letters) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;

  /** x⁵ + x² + 1, which is primitive: its root has 31 different powers, and a code 16 letters. */
  private static final int POLYNOMIAL = 0b100101;

  /**
   * What stands there is not a code. The message says what is wrong with it, without repeating it.
   */
  public static final class NotACodeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NotACodeException(String message) {
      super(message);
    }
  }

  public ResidentCode {
    if (letters.length() != LENGTH || sum(letters) != 0) {
      throw new NotACodeException("These letters are not a code.");
    }
  }

  /**
   * A new code.
   *
   * @param random a cryptographic source; guessing a code takes as long as its randomness lasts
   */
  public static ResidentCode fresh(RandomGenerator random) {
    StringBuilder letters = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH - 1; i++) {
      letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    // The last letter is weighed by 1, and adding is its own inverse.
    return new ResidentCode(letters.append(ALPHABET.charAt(sum(letters + "0"))).toString());
  }

  /**
   * Reads a code as people write it: in small letters, with O for 0 and I or L for 1, with or
   * without hyphens and blanks.
   *
   * @throws NotACodeException if it is none; the message is fit to be shown to whoever wrote it
   */
  public static ResidentCode read(String written) {
    StringBuilder letters = new StringBuilder(LENGTH);
    String upper = written.toUpperCase(Locale.ROOT);
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || "-‐‑‒–—_.".indexOf(c) >= 0) {
        continue;
      }
      char meant = meant(c);
      if (ALPHABET.indexOf(meant) < 0) {
        throw new NotACodeException(
            "A code has only letters and digits, and never the letter U. Look at your slip again.");
      }
      letters.append(meant);
    }
    if (letters.length() != LENGTH) {
      throw new NotACodeException(
          "A code has %d letters and digits; this has %d. Look at your slip again."
              .formatted(LENGTH, letters.length()));
    }
    if (sum(letters) != 0) {
      throw new NotACodeException(
          "One of the letters is not right, or two have changed places. Look at your slip again.");
    }
    return new ResidentCode(letters.toString());
  }

  private static char meant(char c) {
    return switch (c) {
      case 'O' -> '0';
      case 'I', 'L' -> '1';
      default -> c;
    };
  }

  /** In four groups, as it is printed: {@code 7K3M-Q0ZT-W9XB-4HVN}. */
  public String shown() {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < LENGTH; i += GROUP) {
      shown.append(i == 0 ? "" : "-").append(letters, i, i + GROUP);
    }
    return shown.toString();
  }

  /** The keyed print of it, which is all that is ever kept. */
  public String print(Pseudonyms pseudonyms) {
    return pseudonyms.of("code\0" + letters);
  }

  /** Kept out of messages and logs. */
  @Override
  public String toString() {
    return "a code";
  }

  /** Horner's rule: the first letter has the highest power, the last has 1. */
  private static int sum(CharSequence letters) {
    int sum = 0;
    for (int i = 0; i < letters.length(); i++) {
      sum = times(sum) ^ ALPHABET.indexOf(letters.charAt(i));
    }
    return sum;
  }

  /** Times the primitive element. */
  private static int times(int element) {
    int shifted = element << 1;
    return shifted >= ALPHABET.length() ? shifted ^ POLYNOMIAL : shifted;
  }
}
