package org.kith.protect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a person's id into a keyed pseudonym: the first 128 bits of HMAC-SHA-256 under a key that
 * never leaves its file, so that waves link without identity and nobody without the key can try ids
 * out.
 *
 * <p>The key is 32 random bytes in a file that only its owner may read, in a folder that only its
 * owner may enter, outside the lake. Not safe for use by several threads.
 */
public final class Pseudonyms {
  private static final int KEY_BYTES = 32;
  private static final int PSEUDONYM_BYTES = 16;
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private final Mac mac;

  private Pseudonyms(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256.", e);
    }
  }

  /**
   * Opens the key, or makes it when this is the first use.
   *
   * @param file where the key lies
   * @param lakeHasData whether pseudonyms have been given under a key before
   * @param random a cryptographic source, used only to make a key
   * @throws KeyException if others may read the key, if it is damaged, or if the lake has data and
   *     the key is gone
   * @throws IOException if it cannot be read or written
   */
  public static Pseudonyms open(Path file, boolean lakeHasData, RandomGenerator random)
      throws IOException {
    if (!Files.exists(file)) {
      if (lakeHasData) {
        throw new KeyException(
            "The key "
                + file
                + " is gone, but the lake holds people under pseudonyms made with it. Put the key"
                + " back from your safe copy; without it the same people would look like new ones."
                + " If it is lost for good, delete the folder lake and ingest every export again.");
      }
      create(file, random);
    }
    return new Pseudonyms(read(file));
  }

  /** Pseudonyms under a key that is kept nowhere, to show what an ingest would give. */
  public static Pseudonyms passing(RandomGenerator random) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return new Pseudonyms(key);
  }

  /** The pseudonym of a person's id: 22 letters, digits, - and _. */
  public String of(String person) {
    byte[] full = mac.doFinal(person.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(full, PSEUDONYM_BYTES));
  }

  /**
   * A short print of the key, which tells whether two ingests used the same one and nothing else
   * about it.
   */
  public String print() {
    return of("\u0000kith: print of the key").substring(0, 8);
  }

  private static void create(Path file, RandomGenerator random) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    boolean posix = posix(folder);
    if (posix && !Files.exists(folder)) {
      Files.createDirectories(folder.getParent());
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
    } else {
      Files.createDirectories(folder);
    }
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    Path aside = folder.resolve(file.getFileName() + ".writing");
    Files.deleteIfExists(aside);
    if (posix) {
      Files.createFile(aside, PosixFilePermissions.asFileAttribute(OWNER_FILE));
    }
    Files.write(aside, key, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] read(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (posix(folder)) {
      refuseOthers(file, "chmod 600 ");
      refuseOthers(folder, "chmod 700 ");
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != KEY_BYTES) {
      throw new KeyException(
          "The key "
              + file
              + " is damaged: it must be "
              + KEY_BYTES
              + " bytes. Put it back from"
              + " your safe copy.");
    }
    return key;
  }

  private static void refuseOthers(Path path, String command) throws IOException {
    Set<PosixFilePermission> others = EnumSet.copyOf(OWNER_FOLDER);
    others = EnumSet.complementOf(EnumSet.copyOf(others));
    others.retainAll(Files.getPosixFilePermissions(path));
    if (!others.isEmpty()) {
      throw new KeyException(
          "Others than its owner may open "
              + path
              + ", which protects who people are. Run: "
              + command
              + path);
    }
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
