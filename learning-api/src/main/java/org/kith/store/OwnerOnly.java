package org.kith.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Folders and files that nobody but their owner may open, from the moment they are there. */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  /** Makes a folder unless it is there. */
  public static void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.toAbsolutePath().getParent());
      Files.createDirectory(folder, allowing(folder, "rwx------"));
    }
  }

  /** Makes a file and opens it for writing. */
  static FileChannel create(Path file) throws IOException {
    return FileChannel.open(
        file,
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        allowing(file, "rw-------"));
  }

  /**
   * Refuses what others may open.
   *
   * @throws StoreException if they may; it says how to stop that
   */
  static void check(Path path) throws IOException {
    if (!posix(path)) {
      return;
    }
    Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
    others.addAll(Files.getPosixFilePermissions(path));
    others.removeAll(OWNERS);
    if (!others.isEmpty()) {
      throw new StoreException(
          "Others than its owner may open "
              + path
              + ", which holds what people wrote for themselves. Run: chmod "
              + (Files.isDirectory(path) ? "700 " : "600 ")
              + path);
    }
  }

  private static FileAttribute<?>[] allowing(Path path, String permissions) {
    return posix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
