package org.kith.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kith.http.Says;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.published.Manifest;

/** {@code /snapshots}: every snapshot that can be asked for, and what the one in use rests on. */
final class SnapshotsEndpoint {
  static final Endpoint<Snapshots> ENDPOINT =
      Endpoint.of(
          "/snapshots",
          "snapshots",
          "Snapshots",
          "Every snapshot by id, the first published first, and what the chosen one rests on. A"
              + " snapshot never changes, so an address with its id always gives the same numbers.",
          List.of(),
          Snapshots.class,
          (library, view, asked) -> of(library, view));

  /** The snapshots there are. */
  @Says("The snapshots there are, and what the chosen one rests on.")
  record Snapshots(
      @Says("The chosen one: the one in use, unless another was asked for.") String snapshot,
      @Says("When it was first published, ISO 8601 in UTC.") String made,
      @Says("The version of Kith that made it.") String version,
      @Says("The name of the workspace.") String workspace,
      @Says("The question this place is working on now, or empty.") String question,
      @Says("What the numbers may not be used for, or empty.") String notUsedFor,
      @Says("Whether every place, person and number is made up.") boolean invented,
      @Says("Fewer people than this are hidden.") int people,
      @Says("Counts are rounded to the nearest multiple of this.") int rounding,
      @Says("The fewest organisations in a pooled figure.") int organisations,
      @Says("The exports it rests on.") List<Input> inputs,
      @Says(
              value = "The last wave in it, when it was made of what was known by its end only.",
              nullable = true)
          String until,
      @Says("Every snapshot's id, the first published first.") List<String> snapshots) {}

  /** An export. */
  @Says("An export a snapshot rests on.")
  record Input(
      @Says("Its name.") String source,
      @Says("The survey tool that wrote it.") String tool,
      @Says("SHA-256 of its bytes.") String sha256) {}

  private SnapshotsEndpoint() {}

  static Snapshots of(Library library, View view) throws IOException {
    Manifest m = view.manifest();
    List<Input> inputs = new ArrayList<>();
    m.inputs().forEach(i -> inputs.add(new Input(i.source(), i.tool(), i.sha256())));
    return new Snapshots(
        m.id(),
        m.made(),
        m.version(),
        m.workspace(),
        m.about().question(),
        m.about().notUsedFor(),
        m.about().invented(),
        m.disclosure().people(),
        m.disclosure().rounding(),
        m.disclosure().organisations(),
        inputs,
        m.until(),
        library.snapshots());
  }
}
