package org.kith.learning;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.kith.lake.Snapshot;
import org.kith.published.Manifest;
import org.kith.published.Scope;
import org.kith.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshots of a workspace, for one viewer. The one in use is held in memory and replaced when
 * another is published; earlier ones are read again when somebody asks for them by id.
 *
 * <p>While a {@link Seal} holds, it is as if nothing had been published since: what came later is
 * not in use, not in the list, and not found by its id.
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
  private final boolean sealable;
  private volatile Seal seal = Seal.NONE;
  private boolean sealed;
  private volatile View current;
  private volatile View held;
  private volatile String unreadable = "";

  Library(Workspace workspace, Viewer viewer, Function<Viewer, BiPredicate<Scope, String>> wall)
      throws IOException {
    this(workspace, viewer, wall, true);
  }

  /** Without a seal for the test that shows what would be read if there were none. */
  Library(
      Workspace workspace,
      Viewer viewer,
      Function<Viewer, BiPredicate<Scope, String>> wall,
      boolean sealable)
      throws IOException {
    this.workspace = workspace;
    this.viewer = viewer;
    this.wall = wall;
    this.sealable = sealable;
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
   * Sets what holds new snapshots back, before anybody is served.
   *
   * @return the way past it
   * @throws IllegalStateException if there is a seal already: there is one way past it, not two
   */
  public synchronized Seal.Beyond seal(Seal given) {
    if (sealed) {
      throw new IllegalStateException("This library has its seal already.");
    }
    sealed = true;
    seal = sealable ? given : Seal.NONE;
    return new Seal.Beyond() {
      @Override
      public View snapshot(String id) throws IOException {
        return any(id);
      }

      @Override
      public List<String> snapshots() throws IOException {
        return Snapshot.ids(workspace);
      }
    };
  }

  /**
   * The snapshot in use. Looks at one small file each time; when it names another snapshot, that
   * one is read first. If it cannot be read, the log says why and the one before stays in use.
   */
  public View current() {
    // The seal is asked after: what is published while it is being set is then held back too.
    View now = newest();
    View last = last();
    return last == null || !after(now.manifest(), last.manifest()) ? now : last;
  }

  /** The last snapshot that may be read; null while nothing is held back. */
  private View last() {
    View last = null;
    for (String id : seal.lasts()) {
      View one = held(id);
      if (last == null || after(last.manifest(), one.manifest())) {
        last = one;
      }
    }
    return last;
  }

  private View held(String id) {
    View now = held;
    if (now == null || !now.snapshot().equals(id)) {
      try {
        now = any(id);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "Snapshot "
                + id
                + " stays in use until a review's predictions are closed, and cannot be read. Put"
                + " its folder back.",
            e);
      }
      held = now;
    }
    return now;
  }

  /** Whether a snapshot was published after another: the order of {@link Snapshot#ids}. */
  private static boolean after(Manifest one, Manifest other) {
    int order = Instant.parse(one.made()).compareTo(Instant.parse(other.made()));
    return order > 0 || (order == 0 && one.id().compareTo(other.id()) > 0);
  }

  private View newest() {
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
          LOG.info("Read snapshot {}, which is now in use unless a review holds it back", id);
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
   * @throws FileNotFoundException if there is none, or if it is held back: the same answer
   * @throws IOException if it cannot be read
   */
  public View snapshot(String id) throws IOException {
    View last = last();
    if (last != null && after(Snapshot.open(workspace, id).manifest(), last.manifest())) {
      throw new FileNotFoundException("There is no snapshot of that id to be read.");
    }
    return any(id);
  }

  private View any(String id) throws IOException {
    View now = newest();
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

  /** The ids of every snapshot that may be read, the first published first. */
  public List<String> snapshots() throws IOException {
    View last = last();
    List<String> all = Snapshot.ids(workspace);
    return last == null ? all : all.subList(0, all.indexOf(last.snapshot()) + 1);
  }

  private View read(Snapshot snapshot) throws IOException {
    return Evidence.of(snapshot).seenBy(viewer, wall);
  }
}
