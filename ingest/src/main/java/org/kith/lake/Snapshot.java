package org.kith.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.kith.published.Manifest;
import org.kith.published.Manifest.TableFile;
import org.kith.published.Table;
import org.kith.workspace.Workspace;

/**
 * A published snapshot, opened for reading: a folder {@code lake/published/<id>} that holds one
 * Parquet file per table beside its {@link Manifest}. It never changes once it is there.
 */
public final class Snapshot {
  /** What an id looks like. */
  public static final Pattern ID = Pattern.compile("[0-9a-f]{4}-[0-9a-f]{4}");

  /** The file beside the tables that says what they are. */
  public static final String MANIFEST = "manifest.json";

  /** The file beside the snapshots that holds the id of the one in use. */
  public static final String CURRENT = "current";

  private final Path folder;
  private final Manifest manifest;

  private Snapshot(Path folder, Manifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * The snapshot in use.
   *
   * @throws FileNotFoundException if nothing is published yet; the message says what to run
   * @throws IOException if it cannot be read
   */
  public static Snapshot current(Workspace workspace) throws IOException {
    Path current = workspace.published().resolve(CURRENT);
    if (!Files.exists(current)) {
      throw new FileNotFoundException(
          "Nothing is published yet. Run: kith run --workspace " + workspace.root());
    }
    return open(workspace, Files.readString(current, UTF_8).strip());
  }

  /**
   * The snapshot with this id.
   *
   * @throws FileNotFoundException if there is none
   * @throws IOException if it cannot be read
   */
  public static Snapshot open(Workspace workspace, String id) throws IOException {
    // The pattern also keeps an id that came over the network from naming another folder.
    Path folder = ID.matcher(id).matches() ? workspace.published().resolve(id) : null;
    if (folder == null || !Files.exists(folder.resolve(MANIFEST))) {
      throw new FileNotFoundException(
          "There is no snapshot '" + id + "' in " + workspace.published() + ".");
    }
    Manifest manifest = Manifest.parse(Files.readString(folder.resolve(MANIFEST), UTF_8));
    return new Snapshot(folder, manifest);
  }

  /**
   * The ids of every snapshot, the first published first; empty if there is none yet. Of those of
   * one second, one that stops at a wave stands before one that holds all.
   *
   * @throws IOException if a manifest cannot be read
   */
  public static List<String> ids(Workspace workspace) throws IOException {
    if (!Files.isDirectory(workspace.published())) {
      return List.of();
    }
    List<Manifest> manifests = new ArrayList<>();
    try (var folders = Files.newDirectoryStream(workspace.published(), Files::isDirectory)) {
      for (Path folder : folders) {
        String id = folder.getFileName().toString();
        if (ID.matcher(id).matches()) {
          manifests.add(open(workspace, id).manifest());
        }
      }
    }
    return manifests.stream()
        .sorted(
            Comparator.comparing((Manifest m) -> Instant.parse(m.made()))
                .thenComparing(Manifest::until, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Manifest::id))
        .map(Manifest::id)
        .toList();
  }

  /** Its id: eight hexadecimal digits in two groups. */
  public String id() {
    return manifest.id();
  }

  /** What it is made of. */
  public Manifest manifest() {
    return manifest;
  }

  /** The Parquet file of a table, for tools that read it themselves. */
  public Path file(Table<?> table) {
    return folder.resolve(table.name() + ".parquet");
  }

  /**
   * All rows of a table, in their published order.
   *
   * @throws FileNotFoundException if the snapshot was made by a version without this table
   * @throws IOException if the file cannot be read
   */
  public <T extends Record> List<T> read(Table<T> table) throws IOException {
    if (!Files.exists(file(table))) {
      throw new FileNotFoundException(
          "Snapshot " + id() + " has no table '" + table.name() + "'. Publish it again: kith run");
    }
    return RecordFile.read(file(table), table.row());
  }

  /**
   * Which tables no longer hold what was published, one sentence each; empty when all is well.
   *
   * @throws IOException if a file cannot be read
   */
  public List<String> tampered() throws IOException {
    List<String> found = new ArrayList<>();
    for (TableFile table : manifest.tables()) {
      Path file = folder.resolve(table.name() + ".parquet");
      if (!Files.exists(file)) {
        found.add(file + " is gone. Delete the snapshot's folder and publish again: kith run");
      } else if (!sha256(file).equals(table.sha256())) {
        found.add(
            file
                + " is not the file that was published. Delete the snapshot's folder and publish"
                + " again: kith run");
      }
    }
    return found;
  }

  /**
   * The SHA-256 of a file's bytes, in hexadecimal digits.
   *
   * @throws IOException if the file cannot be read
   */
  public static String sha256(Path file) throws IOException {
    return sha256(Files.readAllBytes(file));
  }

  /** The SHA-256 of bytes, in hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
