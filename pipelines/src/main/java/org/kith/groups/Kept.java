package org.kith.groups;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Sums over people that an earlier run made, in {@code lake/protected/counted}, so that a run
 * counts only what is new. A file's name carries a hash of all that its sums rest on: whoever asks
 * for the sums of anything else does not find it.
 *
 * <p>It can be deleted at any time. A file that cannot be read counts as not there.
 */
public final class Kept {
  private static final String ENDING = ".sums";

  /** Nothing else is made of a file's bytes. */
  private static final ObjectInputFilter OURS =
      ObjectInputFilter.Config.createFilter(
          "org.kith.groups.*;org.apache.spark.unsafe.types.UTF8String;java.util.*;java.lang.*;!*");

  private final Path folder;
  private final Set<Path> asked = new HashSet<>();

  private Kept(Path folder) {
    this.folder = folder;
  }

  /** What is kept in a folder, which need not be there. */
  public static Kept in(Path folder) {
    return new Kept(folder);
  }

  /**
   * Reads sums.
   *
   * @param print of what they rest on, in hexadecimal digits
   * @return empty when there are none
   */
  <T extends Serializable> Optional<T> read(Class<T> type, String name, String print) {
    Path file = file(name, print);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (var in =
        new ObjectInputStream(
            new BufferedInputStream(new InflaterInputStream(Files.newInputStream(file))))) {
      in.setObjectInputFilter(OURS);
      return Optional.of(type.cast(in.readObject()));
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      return Optional.empty(); // of another version, or damaged
    }
  }

  /** Keeps sums, in one step. */
  void write(Serializable sums, String name, String print) throws IOException {
    Path file = file(name, print);
    Files.createDirectories(file.getParent());
    Path aside = file.resolveSibling("." + file.getFileName() + ".writing");
    try (var out =
        new ObjectOutputStream(
            new BufferedOutputStream(
                new DeflaterOutputStream(
                    Files.newOutputStream(aside), new Deflater(Deflater.BEST_SPEED))))) {
      out.writeObject(sums);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path file(String name, String print) {
    Path file = folder.resolve(name + "-" + print.substring(0, 16) + ENDING);
    asked.add(file);
    return file;
  }

  /** Deletes what nobody asked for: what it rests on is no more. */
  public void sweep() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!asked.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }
}
