package org.kith.exports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;

/** Writes what is taken away beside its place and moves it there whole, or not at all. */
final class Aside {
  /** The file that says a folder may be replaced. */
  static final String MARKER = ".kith-export";

  private Aside() {}

  /**
   * Writes files into a folder.
   *
   * @throws IOException if the folder holds something that is not an export, or it cannot be
   *     written
   */
  static void folder(Path to, Map<String, byte[]> files) throws IOException {
    Path target = to.toAbsolutePath().normalize();
    if (Files.exists(target) && !Files.exists(target.resolve(MARKER)) && !empty(target)) {
      throw new IOException(
          to + " holds something that is not an export. Choose another folder with --to.");
    }
    Files.createDirectories(target.getParent());
    Path aside = Files.createTempDirectory(target.getParent(), ".kith-export-");
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = aside.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      Files.writeString(aside.resolve(MARKER), "");
      if (Files.exists(target)) {
        delete(target);
      }
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      if (Files.exists(aside)) {
        delete(aside);
      }
    }
  }

  /** Writes one file. */
  static void file(Path to, byte[] bytes) throws IOException {
    Path target = to.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    Path aside = Files.createTempFile(target.getParent(), ".kith-export-", "");
    try {
      Files.write(aside, bytes);
      Files.move(
          aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static boolean empty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var tree = Files.walk(folder)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
