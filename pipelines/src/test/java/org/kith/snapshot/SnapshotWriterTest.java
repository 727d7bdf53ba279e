package org.kith.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.disclosure.Disclosure;
import org.kith.lake.Snapshot;
import org.kith.published.Manifest;
import org.kith.published.OrganisationRow;
import org.kith.published.PlaceRow;
import org.kith.published.Table;
import org.kith.snapshot.SnapshotWriter.Origin;
import org.kith.workspace.Workspace;

class SnapshotWriterTest {
  private static final Instant MONDAY = Instant.parse("2026-02-02T09:30:15.123Z");
  private static final Instant TUESDAY = Instant.parse("2026-02-03T09:30:15.123Z");
  private static final Origin ORIGIN =
      new Origin(
          "0.1.0",
          "Larkmoor",
          new Manifest.About("What helps?", "Contracts", true),
          new Manifest.DisclosureRules(10, 5, 3, 11),
          List.of(new Manifest.Input("larkmoor", "limesurvey", "ab12")));

  @TempDir Path root;
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = new Workspace(root);
  }

  @Test
  void what_was_written_can_be_read() throws IOException {
    Manifest manifest = publish(MONDAY, ORIGIN, "Larkmoor");
    Snapshot snapshot = Snapshot.current(workspace);
    assertThat(snapshot.manifest()).isEqualTo(manifest);
    assertThat(snapshot.read(Table.PLACES)).containsExactly(new PlaceRow("larkmoor", "Larkmoor"));
    assertThat(snapshot.tampered()).isEmpty();
    assertThat(manifest.made()).isEqualTo("2026-02-02T09:30:15Z");
    assertThat(manifest.tables()).extracting("name").containsExactly("places", "organisations");
    assertThat(manifest.tables()).extracting("rows").containsExactly(1, 0);
    assertThat(published()).containsExactlyInAnyOrder(manifest.id(), "current");
  }

  @Test
  void the_same_again_changes_nothing_and_keeps_the_first_manifest() throws IOException {
    Manifest first = publish(MONDAY, ORIGIN, "Larkmoor");
    Origin newer =
        new Origin("0.2.0", "Larkmoor", ORIGIN.about(), ORIGIN.disclosure(), ORIGIN.inputs());
    assertThat(publish(TUESDAY, newer, "Larkmoor")).isEqualTo(first);
    assertThat(Snapshot.current(workspace).manifest()).isEqualTo(first);
    assertThat(published()).containsExactlyInAnyOrder(first.id(), "current");
  }

  @Test
  void the_same_rows_elsewhere_give_the_same_bytes_and_id(@TempDir Path elsewhere)
      throws IOException {
    Manifest here = publish(MONDAY, ORIGIN, "Larkmoor");
    workspace = new Workspace(elsewhere);
    assertThat(publish(MONDAY, ORIGIN, "Larkmoor")).isEqualTo(here);
  }

  @Test
  void other_rows_rules_words_or_exports_make_another_snapshot() throws IOException {
    Manifest first = publish(MONDAY, ORIGIN, "Larkmoor");
    Manifest rows = publish(TUESDAY, ORIGIN, "Larkmoor and Tarn");
    Manifest rules =
        publish(
            TUESDAY,
            new Origin(
                "0.1.0",
                "Larkmoor",
                ORIGIN.about(),
                new Manifest.DisclosureRules(20, 5, 3, 11),
                ORIGIN.inputs()),
            "Larkmoor");
    Manifest words =
        publish(
            TUESDAY,
            new Origin(
                "0.1.0",
                "Larkmoor",
                new Manifest.About("What else?", "Contracts", true),
                ORIGIN.disclosure(),
                ORIGIN.inputs()),
            "Larkmoor");
    Manifest exports =
        publish(
            TUESDAY,
            new Origin("0.1.0", "Larkmoor", ORIGIN.about(), ORIGIN.disclosure(), List.of()),
            "Larkmoor");
    assertThat(Stream.of(first, rows, rules, words, exports).map(Manifest::id))
        .doesNotHaveDuplicates();
    assertThat(Snapshot.ids(workspace)).hasSize(5).startsWith(first.id());
    assertThat(Snapshot.open(workspace, first.id()).tampered()).isEmpty();
  }

  @Test
  void what_was_published_before_can_become_current_again() throws IOException {
    Manifest first = publish(MONDAY, ORIGIN, "Larkmoor");
    publish(TUESDAY, ORIGIN, "Tarn");
    publish(TUESDAY, ORIGIN, "Larkmoor");
    assertThat(Snapshot.current(workspace).manifest()).isEqualTo(first);
  }

  @Test
  void a_snapshot_is_never_altered() throws IOException {
    Manifest first = publish(MONDAY, ORIGIN, "Larkmoor");
    Path manifest = workspace.published().resolve(first.id()).resolve(Snapshot.MANIFEST);
    String another = first.json().replace(first.tables().get(0).sha256(), "0".repeat(64));
    Files.writeString(manifest, another);
    assertThatThrownBy(() -> publish(TUESDAY, ORIGIN, "Larkmoor"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds another snapshot of the same id, and a snapshot is never")
        .hasMessageEndingWith("Move that folder away and run again.");
    assertThat(manifest).hasContent(another);
  }

  @Test
  void what_a_killed_run_left_is_swept_and_nothing_else() throws IOException {
    Path left = workspace.published().resolve(".writing-123");
    Files.createDirectories(left);
    Files.writeString(left.resolve("places.parquet"), "half");
    Files.writeString(workspace.published().resolve(".writing-456"), "7f3a");
    Files.writeString(workspace.published().resolve("notes.txt"), "the user's own");
    Manifest manifest = publish(MONDAY, ORIGIN, "Larkmoor");
    assertThat(published()).containsExactlyInAnyOrder(manifest.id(), "current", "notes.txt");
  }

  @Test
  void a_table_given_twice_is_refused_and_nothing_is_published() throws IOException {
    var places = Disclosure.reference(Table.PLACES, List.of());
    SnapshotWriter writer = new SnapshotWriter(workspace, Clock.fixed(MONDAY, ZoneOffset.UTC));
    assertThatThrownBy(() -> writer.publish(ORIGIN, List.of(places, places)))
        .hasMessage("Table places is given twice.");
    assertThat(Snapshot.ids(workspace)).isEmpty();
  }

  private Manifest publish(Instant now, Origin origin, String place) throws IOException {
    return new SnapshotWriter(workspace, Clock.fixed(now, ZoneOffset.UTC))
        .publish(
            origin,
            List.of(
                Disclosure.reference(Table.PLACES, List.of(new PlaceRow("larkmoor", place))),
                Disclosure.reference(Table.ORGANISATIONS, List.<OrganisationRow>of())));
  }

  private List<String> published() throws IOException {
    try (var files = Files.list(workspace.published())) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
