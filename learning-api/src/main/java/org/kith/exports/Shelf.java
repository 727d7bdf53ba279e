package org.kith.exports;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.exports.Export.Format;
import org.kith.lake.Snapshot;
import org.kith.learning.Library;
import org.kith.learning.View;

/**
 * Exports as somebody may take them from a server, made when first asked for and kept for a while.
 */
public final class Shelf {
  /** So many files are kept; a snapshot and a viewer's own rows are another file each. */
  private static final int KEPT = 12;

  private record Key(String snapshot, String viewer, Format format, boolean mark) {}

  private final Library library;
  private final Map<Key, byte[]> made =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  /** Of one workspace. */
  public Shelf(Library library) {
    this.library = library;
  }

  /**
   * A file.
   *
   * @param view the snapshot as whoever asks may see it
   * @param mark whether CSV files begin with a byte order mark
   */
  public synchronized byte[] file(View view, Format format, boolean mark) throws IOException {
    Key key = new Key(view.snapshot(), view.viewer().own().orElse(""), format, mark);
    byte[] bytes = made.get(key);
    if (bytes == null) {
      Snapshot snapshot = Snapshot.open(library.workspace(), view.snapshot());
      bytes = Export.of(snapshot, view::sees, List.of()).bytes(format, mark);
      made.put(key, bytes);
    }
    return bytes;
  }

  /** What a file is called. */
  public static String name(View view, Format format) {
    return "kith-" + view.snapshot() + "-" + format.id() + "." + format.ending();
  }
}
