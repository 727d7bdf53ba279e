package org.kith.pinning;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.api.PublicAnswer;
import org.kith.learning.FigureId;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.learning.Viewer;
import org.kith.published.Scope;
import org.kith.workspace.Workspace;

/**
 * The snapshots of a workspace by what they hold. A store that was written before anything was
 * published cannot know ids, so it names a snapshot {@code until 2025q3}, which is the latest that
 * was made of what was known by the end of that wave, or {@code all}, the latest that was made of
 * everything.
 */
public final class NamedSnapshots {
  private static final String ALL = "all";
  private static final String UNTIL = "until ";

  private final Workspace workspace;
  private final Map<String, String> ids;
  private final Map<Viewer, Library> opened = new HashMap<>();

  private NamedSnapshots(Workspace workspace, Map<String, String> ids) {
    this.workspace = workspace;
    this.ids = ids;
  }

  /**
   * Those of a workspace.
   *
   * @throws IOException if a manifest cannot be read
   */
  public static NamedSnapshots of(Workspace workspace) throws IOException {
    Map<String, String> ids = new HashMap<>();
    try {
      Library library = Library.open(workspace, Viewer.NOBODY);
      for (String id : library.snapshots()) { // the first published first
        String until = library.snapshot(id).manifest().until();
        ids.put(until == null ? ALL : UNTIL + until, id);
      }
    } catch (FileNotFoundException e) {
      ids.clear(); // Nothing is published yet, which is told when something is asked for.
    }
    return new NamedSnapshots(workspace, ids);
  }

  /**
   * The id of the snapshot with this name.
   *
   * @throws NotPublishedException if nothing of the kind was published; the message says what to do
   */
  public String id(String name) {
    String id = ids.get(name);
    if (id == null) {
      throw new NotPublishedException(
          name.equals(ALL)
              ? "Nothing is published yet that holds all there is. Run: kith run"
              : "Nothing is published that stops at "
                  + wave(name)
                  + ". Run: kith run --until "
                  + wave(name)
                  + " --then-all");
    }
    return id;
  }

  private static String wave(String name) {
    return name.substring(UNTIL.length());
  }

  /**
   * Gives every row that names a snapshot by what it holds that snapshot's id, and every pinned
   * figure and theme among them the hash of what the API answers at its address: as everybody sees
   * it, or, of an organisation's own figure, as that organisation does.
   *
   * @return how many rows were changed
   * @throws NotPublishedException if there is no such snapshot, or it has no such figure; nothing
   *     is changed then
   * @throws IOException if a snapshot cannot be read
   */
  public int settle(Handle h) throws IOException {
    int changed = 0;
    for (Pinned pin : pinned(h)) {
      String id = id(pin.snapshot());
      changed +=
          h.createUpdate(
                  "update evidence set snapshot = :snapshot, sha256 = :sha256 where id = :id")
              .bind("snapshot", id)
              .bind("sha256", hash(id, pin))
              .bind("id", pin.id())
              .execute();
    }
    return changed + reviews(h, "before_snapshot") + reviews(h, "snapshot");
  }

  private record Pinned(String id, String kind, String snapshot, String figure) {}

  private static List<Pinned> pinned(Handle h) {
    return h.createQuery(
            "select id, kind, snapshot, figure from evidence where snapshot = :all or snapshot"
                + " like :until order by at, id")
        .bind("all", ALL)
        .bind("until", UNTIL + "%")
        .map(
            (row, ctx) ->
                new Pinned(
                    row.getString("id"),
                    row.getString("kind"),
                    row.getString("snapshot"),
                    row.getString("figure")))
        .list();
  }

  private String hash(String snapshot, Pinned pin) throws IOException {
    Viewer viewer = viewer(pin);
    Library library = opened.get(viewer);
    if (library == null) {
      library = Library.open(workspace, viewer);
      opened.put(viewer, library);
    }
    View view = library.snapshot(snapshot);
    Optional<byte[]> answer =
        pin.kind().equals("theme")
            ? PublicAnswer.theme(view, pin.figure())
            : PublicAnswer.indicator(view, pin.figure());
    return answer
        .map(NamedSnapshots::sha256)
        .orElseThrow(
            () ->
                new NotPublishedException(
                    "Snapshot "
                        + snapshot
                        + " has no "
                        + (pin.kind().equals("theme") ? "theme " : "figure ")
                        + pin.figure()
                        + ", which evidence is pinned to. Take that evidence out of what was"
                        + " restored, or publish what it rests on."));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static Viewer viewer(Pinned pin) {
    return FigureId.parse(pin.figure())
        .filter(f -> f.scope() == Scope.ORGANISATION)
        .map(f -> Viewer.of(f.unit()))
        .orElse(Viewer.NOBODY);
  }

  private int reviews(Handle h, String column) {
    List<String> names =
        new ArrayList<>(
            h.createQuery(
                    "select distinct "
                        + column // one of two words of this class's own
                        + " from review where "
                        + column
                        + " = :all or "
                        + column
                        + " like :until")
                .bind("all", ALL)
                .bind("until", UNTIL + "%")
                .mapTo(String.class)
                .list());
    int changed = 0;
    for (String name : names) {
      changed +=
          h.createUpdate("update review set " + column + " = :id where " + column + " = :name")
              .bind("id", id(name))
              .bind("name", name)
              .execute();
    }
    return changed;
  }
}
