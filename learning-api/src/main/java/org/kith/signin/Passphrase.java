package org.kith.signin;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * What a passphrase must be, and its hash.
 *
 * <p>Argon2id with 19 MiB and two passes, the first choice of OWASP's password storage advice. In
 * this Java implementation it takes about a quarter of a second of one processor; more memory would
 * make a try slower for people on the small machines that places run this on, not only for those
 * who guess.
 */
final class Passphrase {
  /** At least so many characters, or {@link #LEAST_WORDS} words. */
  static final int LEAST_CHARACTERS = 12;

  static final int LEAST_WORDS = 4;

  private static final int MOST_CHARACTERS = 500;
  private static final int SALT_BYTES = 16;
  private static final Argon2Function ARGON =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID, 0x13);

  /** Two at a time: each takes 19 MiB, and a crowd of guesses must not take the server's memory. */
  private static final Semaphore AT_A_TIME = new Semaphore(2);

  /** Long enough, and the first thing anybody would try. Without spaces, in lower case. */
  private static final List<String> COMMON =
      List.of(
          "passwordpassword",
          "password1234",
          "password12345",
          "password123456",
          "mypassword123",
          "passphrase12",
          "mypassphrase",
          "thisismypassword",
          "thisismypassphrase",
          "letmeinletmein",
          "letmeinplease",
          "welcomewelcome",
          "welcome12345",
          "qwertyuiop12",
          "qwertyuiop123",
          "qwertyuiopasdf",
          "qwertyqwerty",
          "iloveyouiloveyou",
          "iloveyou1234",
          "administrator",
          "changemeplease",
          "changeme1234",
          "correcthorsebatterystaple",
          "abcdefghijkl",
          "abcdefghijklm",
          "onetwothreefour",
          "theonetwothree",
          "asdfghjklasdf",
          "1q2w3e4r5t6y",
          "1qaz2wsx3edc",
          "summer2026summer",
          "liverpoolliverpool",
          "manchesterunited");

  /** A hash of nothing anybody knows, so that an unknown name takes as long as a known one. */
  private static final String NOBODYS = hash(Secret.fresh());

  private Passphrase() {}

  /**
   * What is wrong with a passphrase that somebody chose, in words for them.
   *
   * @param names what they are called and what they sign in with
   */
  static Optional<String> refusal(String passphrase, String... names) {
    String same = same(passphrase);
    long words = Arrays.stream(same.split("\\s+")).filter(w -> w.length() > 1).count();
    if (same.length() > MOST_CHARACTERS) {
      return Optional.of("That is longer than 500 characters. A sentence is enough.");
    }
    if (same.strip().length() < LEAST_CHARACTERS && words < LEAST_WORDS) {
      return Optional.of(
          "That is too short. Use at least 12 characters, or four words that do not belong"
              + " together.");
    }
    String plain = plain(same);
    if (plain.chars().distinct().count() < LEAST_WORDS
        || COMMON.contains(plain)
        || "01234567890123456789".contains(plain)
        || "98765432109876543210".contains(plain)) {
      return Optional.of("That one is tried first by anybody who guesses. Choose another.");
    }
    for (String name : names) {
      String theirs = plain(name);
      if (plain.contains(theirs) && plain.length() - theirs.length() < LEAST_CHARACTERS / 2) {
        return Optional.of("That is little more than your name. Choose something else.");
      }
    }
    return Optional.empty();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Typed on another keyboard, an accent may come as two characters instead of one. */
  private static String same(String passphrase) {
    return Normalizer.normalize(passphrase, Normalizer.Form.NFKC);
  }

  /** What the store keeps. */
  static String hash(String passphrase) {
    return oneAtATime(
        () -> Password.hash(same(passphrase)).addRandomSalt(SALT_BYTES).with(ARGON).getResult());
  }

  /**
   * Whether a passphrase is the one with this hash, which may have been made with other settings.
   */
  static boolean matches(String passphrase, String hash) {
    if (passphrase.length() > MOST_CHARACTERS) {
      return false;
    }
    return oneAtATime(
        () ->
            Password.check(same(passphrase), hash).with(Argon2Function.getInstanceFromHash(hash)));
  }

  /** Takes as long as {@link #matches} and is never right. */
  static boolean matchesNobody(String passphrase) {
    boolean never = matches(passphrase, NOBODYS);
    if (never) {
      throw new IllegalStateException("Somebody guessed 256 random bits.");
    }
    return false;
  }

  private interface Work<T> {
    T done();
  }

  private static <T> T oneAtATime(Work<T> work) {
    AT_A_TIME.acquireUninterruptibly();
    try {
      return work.done();
    } finally {
      AT_A_TIME.release();
    }
  }
}
