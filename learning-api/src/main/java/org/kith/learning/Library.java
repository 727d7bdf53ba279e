package org.kith.learning;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.kith.lake.Snapshot;
import org.kith.published.Scope;
import org.kith.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshots of a workspace, for one viewer. The one in use is held in memory and replaced when
 * another is published; earlier ones are read again when somebody asks for them by id.
 */
public final class Library {
  private static final Logger LOG = LoggerFactory.getLogger(Library.class);

  /** How many earlier snapshots are kept in memory. */
  private static final int KEPT = 4;

  private final Workspace workspace;
  private final Viewer viewer;
  private final Function<Viewer, BiPredicate<Scope, String>> wall;
  private final ReentrantLock loading = new ReentrantLock();
  private final Map<String, View> earlier =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, View> eldest) {
          return size() > KEPT;
        }
      };
  private volatile View current;
  private volatile String unreadable = "";

  Library(Workspace workspace, Viewer viewer, Function<Viewer, BiPredicate<Scope, String>> wall)
      throws IOException {
    this.workspace = workspace;
    this.viewer = viewer;
    this.wall = wall;
    this.current = read(Snapshot.current(workspace));
  }

  /**
   * Opens the snapshot in use.
   *
   * @throws FileNotFoundException if nothing is published yet; the message says what to run
   * @throws IOException if it cannot be read
   */
  public static Library open(Workspace workspace, Viewer viewer) throws IOException {
    return new Library(workspace, viewer, v -> v::sees);
  }

  /** The folder it is about. */
  public Workspace workspace() {
    return workspace;
  }

  /**
   * The snapshot in use. Looks at one small file each time; when it names another snapshot, that
   * one is read first. If it cannot be read, the log says why and the one before stays in use.
   */
  public View current() {
    View now = current;
    String id = now.snapshot();
    try {
      id =
          Files.readString(workspace.published().resolve(Snapshot.CURRENT), StandardCharsets.UTF_8)
              .strip();
      // Whoever comes while another reads the new snapshot is still served the one before.
      if (!id.equals(now.snapshot()) && !id.equals(unreadable) && loading.tryLock()) {
        try {
          now = read(Snapshot.open(workspace, id));
          current = now;
          LOG.info("Now showing snapshot {}", id);
        } finally {
          loading.unlock();
        }
      }
    } catch (IOException e) {
      unreadable = id;
      LOG.warn("Still showing snapshot {}: {}", now.snapshot(), e.getMessage());
    }
    return now;
  }

  /**
   * The snapshot with this id.
   *
   * @throws FileNotFoundException if there is none
   * @throws IOException if it cannot be read
   */
  public View snapshot(String id) throws IOException {
    View now = current();
    if (id.equals(now.snapshot())) {
      return now;
    }
    synchronized (earlier) {
      View known = earlier.get(id);
      if (known == null) {
        known = read(Snapshot.open(workspace, id));
        earlier.put(id, known);
      }
      return known;
    }
  }

  /** The ids of every snapshot there is, the first published first. */
  public List<String> snapshots() throws IOException {
    return Snapshot.ids(workspace);
  }

  private View read(Snapshot snapshot) throws IOException {
    return Evidence.of(snapshot).seenBy(viewer, wall);
  }
}
