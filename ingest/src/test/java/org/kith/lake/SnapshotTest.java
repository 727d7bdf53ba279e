package org.kith.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.published.Manifest;
import org.kith.published.PlaceRow;
import org.kith.published.Table;
import org.kith.workspace.Workspace;

class SnapshotTest {
  private static final List<PlaceRow> PLACES = List.of(new PlaceRow("larkmoor", "Larkmoor"));

  @TempDir Path root;
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = new Workspace(root);
  }

  @Test
  void nothing_published_yet_says_what_to_run() {
    assertThatThrownBy(() -> Snapshot.current(workspace))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage("Nothing is published yet. Run: kith run --workspace " + root);
  }

  @Test
  void nothing_published_yet_has_no_ids() throws IOException {
    assertThat(Snapshot.ids(workspace)).isEmpty();
  }

  @Test
  void the_current_snapshot_gives_its_manifest_and_rows() throws IOException {
    Manifest manifest = publish("7f3a-91c2", "2026-02-01T10:00:00Z");
    Snapshot snapshot = Snapshot.current(workspace);
    assertThat(snapshot.id()).isEqualTo("7f3a-91c2");
    assertThat(snapshot.manifest()).isEqualTo(manifest);
    assertThat(snapshot.read(Table.PLACES)).isEqualTo(PLACES);
  }

  @Test
  void ids_come_in_the_order_of_publication_whatever_their_digits() throws IOException {
    publish("ffff-0000", "2026-02-01T10:00:00Z");
    publish("0000-ffff", "2026-02-01T10:00:00.250Z");
    publish("8888-8888", "2025-12-31T23:59:59Z");
    Files.createDirectories(workspace.published().resolve(".1234-5678.tmp-1"));
    assertThat(Snapshot.ids(workspace)).containsExactly("8888-8888", "ffff-0000", "0000-ffff");
  }

  @Test
  void of_one_second_what_stops_at_a_wave_came_first() throws IOException {
    Manifest all = publish("0000-ffff", "2026-02-01T10:00:00Z");
    Manifest then = publish("ffff-0000", "2026-02-01T10:00:00Z");
    Files.writeString(
        workspace.published().resolve("ffff-0000").resolve(Snapshot.MANIFEST),
        then.json().replace("\"tables\"", "\"until\" : \"2025q3\", \"tables\""));
    assertThat(Snapshot.ids(workspace)).containsExactly("ffff-0000", "0000-ffff");
    assertThat(Snapshot.open(workspace, "ffff-0000").manifest().until()).isEqualTo("2025q3");
    assertThat(all.json()).doesNotContain("until");
  }

  @Test
  void an_id_cannot_name_another_folder() {
    assertThatThrownBy(() -> Snapshot.open(workspace, "../protected"))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("There is no snapshot '../protected'");
  }

  @Test
  void a_table_of_a_later_version_is_missed_with_what_to_do() throws IOException {
    publish("7f3a-91c2", "2026-02-01T10:00:00Z");
    Snapshot snapshot = Snapshot.current(workspace);
    assertThatThrownBy(() -> snapshot.read(Table.EVENTS))
        .hasMessage("Snapshot 7f3a-91c2 has no table 'events'. Publish it again: kith run");
  }

  @Test
  void a_changed_byte_is_noticed() throws IOException {
    publish("7f3a-91c2", "2026-02-01T10:00:00Z");
    Snapshot snapshot = Snapshot.current(workspace);
    assertThat(snapshot.tampered()).isEmpty();

    Path file = snapshot.file(Table.PLACES);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(snapshot.tampered())
        .singleElement()
        .asString()
        .contains("places.parquet is not the file that was published");

    Files.delete(file);
    assertThat(snapshot.tampered()).singleElement().asString().contains("places.parquet is gone");
  }

  private Manifest publish(String id, String made) throws IOException {
    Path folder = workspace.published().resolve(id);
    Path file = folder.resolve("places.parquet");
    RecordFile.write(file, PlaceRow.class, PLACES);
    Manifest manifest =
        new Manifest(
            id,
            made,
            "0.1.0",
            "A test",
            Manifest.About.NOTHING,
            new Manifest.DisclosureRules(10, 5, 3, 11),
            List.of(new Manifest.Input("a", "csv", "00")),
            List.of(new Manifest.TableFile("places", 1, Snapshot.sha256(file))));
    Files.writeString(folder.resolve(Snapshot.MANIFEST), manifest.json());
    Files.writeString(workspace.published().resolve(Snapshot.CURRENT), id + "\n");
    return manifest;
  }
}
