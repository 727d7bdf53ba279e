package org.kith.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kith.instrument.Instrument;
import org.kith.lake.IngestRecord.Part;
import org.kith.lake.ResponseFile;
import org.kith.mapping.Binding;

/**
 * The tables one export gives, one per instrument and wave, open at once while its rows stream
 * through. Each is written under a passing name and gets its own, with its content's hash, at the
 * end; until a record names it, it is not part of the lake.
 */
final class Parts implements Closeable {
  private static final int HASH_DIGITS = 16;
  private static final int FORCED_AT_ONCE = 16;

  /** For all open tables together. */
  private static final long MEMORY = 128L << 20;

  private static final long LEAST = 256L << 10;
  private static final long MOST = 8L << 20;

  /** One table while it is open. */
  private record Open(String instrument, String wave, Path file, ResponseFile table) {}

  private final Path root;
  private final String source;
  private final List<Instrument> instruments;
  private final List<String> groups;
  private final boolean weighted;
  private final long memoryEach;
  private final Map<String, Open> open = new TreeMap<>();

  /**
   * @param root {@code lake/protected}
   * @param waves how many waves the export has
   */
  Parts(Path root, String source, Binding binding, int waves) {
    this.root = root;
    this.source = source;
    this.instruments = binding.instruments();
    this.groups = binding.groupIds();
    this.weighted = binding.weighted();
    long tables = Math.max(1, (long) instruments.size() * waves);
    this.memoryEach = Math.max(LEAST, Math.min(MOST, MEMORY / tables));
  }

  /** The table of one of the binding's instruments in a wave. */
  ResponseFile table(int instrument, String wave) throws IOException {
    Instrument of = instruments.get(instrument);
    String key = of.id() + " " + wave;
    Open found = open.get(key);
    if (found == null) {
      Path file = folder(of.id(), wave).resolve(source + ".writing");
      var columns = new ResponseFile.Columns(groups, Binding.itemIds(of), weighted);
      ResponseFile table = ResponseFile.create(file, wave, source, columns, memoryEach);
      found = new Open(of.id(), wave, file, table);
      open.put(key, found);
    }
    return found.table();
  }

  private Path folder(String instrument, String wave) {
    return root.resolve("responses").resolve(instrument).resolve("wave=" + wave);
  }

  /** Closes every table and gives it its own name, in order of instrument and wave. */
  List<Part> finish() throws IOException {
    for (Open each : open.values()) {
      each.table().close();
    }
    force(open.values().stream().map(Open::file).toList());
    List<Part> parts = new ArrayList<>();
    for (Open each : List.copyOf(open.values())) {
      String hash = sha256(each.file()).substring(0, HASH_DIGITS);
      Path named = each.file().resolveSibling(source + "-" + hash + ".parquet");
      if (Files.exists(named)) {
        // The same rows are there already; leaving them alone keeps their time.
        Files.delete(each.file());
      } else {
        Files.move(each.file(), named, StandardCopyOption.ATOMIC_MOVE);
      }
      String path = root.relativize(named).toString().replace('\\', '/');
      parts.add(
          new Part(each.instrument(), each.wave(), path, Math.toIntExact(each.table().rows())));
    }
    open.clear();
    return parts;
  }

  /** Leaves open tables behind unfinished; the next ingest sweeps them. */
  @Override
  public void close() throws IOException {
    for (Open each : open.values()) {
      each.table().close();
      Files.deleteIfExists(each.file());
    }
    open.clear();
  }

  /**
   * Waits until files are on the disk; together, because a disk waits as long for one as for ten.
   */
  private static void force(List<Path> files) throws IOException {
    ExecutorService waiting = Executors.newFixedThreadPool(FORCED_AT_ONCE);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      files.forEach(file -> tasks.add(() -> force(file)));
      for (Future<Void> task : waiting.invokeAll(tasks)) {
        task.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped while the lake was written; it is as it was.");
    } catch (ExecutionException e) {
      throw new IOException("The lake could not be written: " + e.getCause().getMessage(), e);
    } finally {
      waiting.shutdown();
    }
  }

  private static Void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(false);
    }
    return null;
  }

  private static String sha256(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
