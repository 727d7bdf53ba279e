package org.kith.resident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.lake.RecordFile;
import org.kith.lake.StoredResponses;
import org.kith.workspace.Workspace;

/**
 * Who may use the answers of people who said so with their code; of everybody else, who was asked
 * when they answered, the answers may be used. What holds is judged on a day, because a consent can
 * end by itself.
 */
public final class Consents {
  private static final String FILE = "consents.parquet";

  /** Who uses answers. */
  public enum Audience {
    /** The tables of learning that are published. */
    TABLES("tables"),
    /** Researchers who were approved: exports of single rows. */
    RESEARCH("research");

    private final String id;

    Audience(String id) {
      this.id = id;
    }

    /** The name in tables. */
    public String id() {
      return id;
    }
  }

  /**
   * What holds for one code and one audience.
   *
   * @param code keyed print
   * @param audience {@code tables} or {@code research}
   * @param until ISO day, the last on which it is allowed, or null for as long as nothing else is
   *     said
   */
  public record Consent(String code, String audience, boolean allowed, String until) {
    /** Whether the answers may be used on this day. */
    public boolean allows(LocalDate today) {
      return allowed && (until == null || !today.isAfter(LocalDate.parse(until)));
    }
  }

  private final List<Consent> said;

  /** What people say of their answers today, by audience. */
  private final Map<Audience, Set<String>> refused = new HashMap<>();

  private Consents(List<Consent> said, LocalDate today) {
    this.said = List.copyOf(said);
    for (Audience audience : Audience.values()) {
      Set<String> codes = new HashSet<>();
      for (Consent consent : said) {
        if (consent.audience().equals(audience.id()) && !consent.allows(today)) {
          codes.add(consent.code());
        }
      }
      refused.put(audience, codes);
    }
  }

  /** These consents, one for a code and audience at most, as they hold on a day. */
  public static Consents of(List<Consent> said, LocalDate today) {
    return new Consents(said, today);
  }

  /**
   * Those of a workspace as they hold on a day; none while nobody said anything.
   *
   * @throws IOException if the file cannot be read
   */
  public static Consents read(Workspace workspace, LocalDate today) throws IOException {
    Path file = workspace.residents().resolve(FILE);
    return new Consents(
        Files.exists(file) ? RecordFile.read(file, Consent.class) : List.of(), today);
  }

  /**
   * Writes the file anew; a reader finds all of it or what was there.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Workspace workspace) throws IOException {
    Withdrawn.replace(workspace.residents().resolve(FILE), Consent.class, said);
  }

  /**
   * Whether a single row may leave for an audience, as far as the row's own code says. Everything
   * that gives rows away has to ask; {@link #heldOut} knows a person's other rows too.
   *
   * @param row of the protected lake
   */
  public boolean mayLeave(StoredResponses.Whose row, Audience audience) {
    return row.rowCode() == null || !refused.get(audience).contains(row.rowCode());
  }

  /**
   * The pseudonyms of those who do not let an audience use their answers: whoever holds such a code
   * in any of these files. Nothing is read when nobody refuses.
   *
   * @throws IOException if a file cannot be read
   */
  public Set<String> heldOut(Collection<Path> files, Audience audience) throws IOException {
    if (refused.get(audience).isEmpty()) {
      return Set.of();
    }
    Set<String> people = new HashSet<>();
    for (Path file : files) {
      StoredResponses.each(
          file,
          row -> {
            if (!mayLeave(row, audience)) {
              people.add(row.person());
            }
          });
    }
    return Set.copyOf(people);
  }
}
