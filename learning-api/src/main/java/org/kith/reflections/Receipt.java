package org.kith.reflections;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A short code that follows from a reflection's id alone, the same on the device and here. */
public final class Receipt {
  /** Digits and capitals without those that are taken for one another. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private Receipt() {}

  /** Eight characters in two groups: the first 40 bits of the id's SHA-256. */
  public static String of(String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      long bits = 0;
      for (int i = 0; i < 5; i++) {
        bits = (bits << 8) | (hash[i] & 0xff);
      }
      StringBuilder code = new StringBuilder();
      for (int shift = 35; shift >= 0; shift -= 5) {
        code.append(LETTERS.charAt((int) ((bits >> shift) & 31)));
      }
      return code.insert(4, '-').toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
