package org.kith.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kith.disclosure.Published;
import org.kith.lake.RecordFile;
import org.kith.lake.Snapshot;
import org.kith.published.Manifest;
import org.kith.published.Manifest.TableFile;
import org.kith.workspace.Workspace;

/**
 * Writes snapshots into the published zone, each once and for good.
 *
 * <ol>
 *   <li>Every table goes into a folder of its own name, which readers pass over.
 *   <li>Its id is worked out from what it holds; a snapshot that is there already is left alone.
 *   <li>The folder takes its name in one step, and is complete from then on.
 *   <li>{@code current} is replaced in one step, and readers see the new snapshot.
 * </ol>
 *
 * A process killed at any moment leaves {@code current} naming a complete snapshot, the one before
 * or the new one; what lies half written is swept by the next.
 */
public final class SnapshotWriter {
  private static final String ASIDE = ".writing-";

  private final Path published;
  private final Clock clock;

  /**
   * @param clock what time it is, for the manifest
   */
  public SnapshotWriter(Workspace workspace, Clock clock) {
    this.published = workspace.published();
    this.clock = clock;
  }

  /**
   * What a snapshot says of itself beside its tables.
   *
   * @param version of Kith
   * @param workspace its name, from {@code kith.yaml}
   * @param about what the people taking part say of it
   * @param disclosure the settings numbers were hidden by
   * @param inputs the exports it rests on
   * @param until id of the wave it stops at, or null when it holds all there is
   * @param madeFrom what else it rests on, or null when that is not said
   */
  public record Origin(
      String version,
      String workspace,
      Manifest.About about,
      Manifest.DisclosureRules disclosure,
      List<Manifest.Input> inputs,
      String until,
      List<Manifest.Ingredient> madeFrom) {

    /** Of all there is. */
    public Origin(
        String version,
        String workspace,
        Manifest.About about,
        Manifest.DisclosureRules disclosure,
        List<Manifest.Input> inputs) {
      this(version, workspace, about, disclosure, inputs, null, null);
    }
  }

  /**
   * Writes a snapshot and makes it the current one.
   *
   * @param tables its tables, in the order the manifest lists them
   * @return what was written, or what had been written when the same was published before
   * @throws IOException if it cannot be written; the current snapshot then stays what it was
   */
  public Manifest publish(Origin origin, List<Published<?>> tables) throws IOException {
    Files.createDirectories(published);
    sweep();
    Path aside = Files.createTempDirectory(published, ASIDE);
    List<TableFile> files = new ArrayList<>();
    for (Published<?> table : tables) {
      files.add(write(aside, table));
    }
    Manifest manifest = manifest(origin, files);
    Path folder = published.resolve(manifest.id());
    if (Files.exists(folder)) {
      delete(aside);
      manifest = unchanged(folder, manifest);
    } else {
      Path file = aside.resolve(Snapshot.MANIFEST);
      Files.writeString(file, manifest.json(), UTF_8);
      toDisk(file);
      toDisk(aside);
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
      toDisk(published);
    }
    makeCurrent(manifest.id());
    return manifest;
  }

  private static <T extends Record> TableFile write(Path folder, Published<T> table)
      throws IOException {
    String name = table.table().name();
    Path file = folder.resolve(name + ".parquet");
    if (Files.exists(file)) {
      throw new IllegalArgumentException("Table " + name + " is given twice.");
    }
    RecordFile.write(file, table.table().row(), table.rows());
    toDisk(file);
    return new TableFile(name, table.rows().size(), Snapshot.sha256(file));
  }

  /** The id stands for all that a reader can see, but not for when it was written, or by what. */
  private Manifest manifest(Origin origin, List<TableFile> files) {
    String digest =
        Snapshot.sha256(manifest("", "", "", origin, null, files).json().getBytes(UTF_8));
    String id = digest.substring(0, 4) + "-" + digest.substring(4, 8);
    String made = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    return manifest(id, made, origin.version(), origin, origin.madeFrom(), files);
  }

  private static Manifest manifest(
      String id,
      String made,
      String version,
      Origin origin,
      List<Manifest.Ingredient> madeFrom,
      List<TableFile> files) {
    return new Manifest(
        id,
        made,
        version,
        origin.workspace(),
        origin.about(),
        origin.disclosure(),
        origin.inputs(),
        origin.until(),
        madeFrom,
        files);
  }

  /** The manifest of a snapshot that is there already. */
  private static Manifest unchanged(Path folder, Manifest wanted) throws IOException {
    Manifest there = Manifest.parse(Files.readString(folder.resolve(Snapshot.MANIFEST), UTF_8));
    if (!there.tables().equals(wanted.tables())) {
      throw new IOException(
          folder
              + " holds another snapshot of the same id, and a snapshot is never altered. Move that"
              + " folder away and run again.");
    }
    return there;
  }

  private void makeCurrent(String id) throws IOException {
    Path aside = Files.createTempFile(published, ASIDE, "");
    Files.writeString(aside, id + "\n", UTF_8);
    toDisk(aside);
    Files.move(
        aside,
        published.resolve(Snapshot.CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    toDisk(published);
  }

  /** Deletes what a killed process left half written. */
  private void sweep() throws IOException {
    try (var left = Files.newDirectoryStream(published, ASIDE + "*")) {
      for (Path path : left) {
        delete(path);
      }
    }
  }

  private static void delete(Path path) throws IOException {
    try (var tree = Files.walk(path)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** Waits until the disk has it, so that a rename never comes to light before what it names. */
  private static void toDisk(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
