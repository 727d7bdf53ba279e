package org.kith.resident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.kith.lake.RecordFile;
import org.kith.workspace.Workspace;

/**
 * Whose answers were taken out: keyed prints of codes, and the pseudonyms of those who held them,
 * so that they stay out when the same export is read again and when the same person answers in a
 * later wave. It only grows. Not safe for use by several threads.
 */
public final class Withdrawn {
  private static final String FILE = "withdrawn.parquet";
  private static final String CODE = "code";
  private static final String PERSON = "person";

  /**
   * A row of the file.
   *
   * @param kind {@code code} or {@code person}
   * @param print keyed
   */
  record Entry(String kind, String print) {}

  private final TreeSet<String> codes = new TreeSet<>();
  private final TreeSet<String> people = new TreeSet<>();

  private Withdrawn() {}

  /** Nobody. */
  public static Withdrawn none() {
    return new Withdrawn();
  }

  /**
   * Those of a workspace; nobody while no answers were taken out.
   *
   * @throws IOException if the file cannot be read
   */
  public static Withdrawn read(Workspace workspace) throws IOException {
    Withdrawn withdrawn = new Withdrawn();
    Path file = workspace.residents().resolve(FILE);
    if (Files.exists(file)) {
      for (Entry entry : RecordFile.read(file, Entry.class)) {
        (entry.kind().equals(CODE) ? withdrawn.codes : withdrawn.people).add(entry.print());
      }
    }
    return withdrawn;
  }

  /** Whether there is nobody. */
  public boolean isEmpty() {
    return codes.isEmpty() && people.isEmpty();
  }

  /**
   * Whether a row is of somebody who took their answers out.
   *
   * @param person pseudonym
   * @param code keyed print, or null
   */
  public boolean holds(String person, String code) {
    return people.contains(person) || (code != null && codes.contains(code));
  }

  /** Adds prints of codes; whether one was new. */
  public boolean addCodes(Collection<String> prints) {
    return codes.addAll(prints);
  }

  /**
   * Learns from a row of somebody who took their answers out: who they are, and a further code of
   * theirs. Whether it was new.
   *
   * @param code keyed print, or null
   */
  public boolean learn(String person, String code) {
    boolean fresh = people.add(person);
    return (code != null && codes.add(code)) || fresh;
  }

  /**
   * Writes the file anew; a reader finds all of it or what was there.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Workspace workspace) throws IOException {
    List<Entry> entries = new ArrayList<>();
    codes.forEach(print -> entries.add(new Entry(CODE, print)));
    people.forEach(print -> entries.add(new Entry(PERSON, print)));
    replace(workspace.residents().resolve(FILE), Entry.class, entries);
  }

  static <T extends Record> void replace(Path file, Class<T> type, List<T> rows)
      throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".writing");
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(aside);
    RecordFile.write(aside, type, rows);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
