package org.kith.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random text nobody can guess, and the hash by which the store knows it again. */
final class Secret {
  private static final int BYTES = 32;

  /** Longer than any of ours, so that what is longer need not be hashed. */
  private static final int MOST = 200;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  /** A new one: 256 bits, fit for an address and a cookie. */
  static String fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether this could be one of ours at all. */
  static boolean plausible(String secret) {
    return secret != null && !secret.isEmpty() && secret.length() <= MOST;
  }

  /** SHA-256 in hexadecimal; enough for what has 256 random bits already. */
  static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
