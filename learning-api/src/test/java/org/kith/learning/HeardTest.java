package org.kith.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.lake.Snapshot;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.workspace.Workspace;

class HeardTest {
  @TempDir Path folder;

  private Heard heardBy(Viewer viewer) throws IOException {
    return Evidence.of(Snapshot.current(new Workspace(folder))).seenBy(viewer).heard();
  }

  @Test
  void an_organisations_rows_are_read_by_nobody_else() throws IOException {
    PublishedFixture.write(folder);
    Heard all = heardBy(Viewer.of("alder-kitchen"));
    assertThat(organisations(all)).containsExactly("alder-kitchen");
    assertThat(organisations(heardBy(Viewer.of("millbrook")))).containsExactly("millbrook");
    assertThat(organisations(heardBy(Viewer.NOBODY))).isEmpty();
    Unit alder = new Unit(Scope.ORGANISATION, "alder-kitchen", "Alder Bank Kitchen");
    assertThat(all.cadence(alder)).hasSize(8);
    assertThat(heardBy(Viewer.of("millbrook")).cadence(alder)).isEmpty();
    assertThat(heardBy(Viewer.of("millbrook")).theme("doorstep-talk", alder)).isEmpty();
  }

  private static Set<String> organisations(Heard heard) {
    Set<String> found =
        heard.themePeriods().stream()
            .filter(r -> r.scope() == Scope.ORGANISATION)
            .map(r -> r.unit())
            .collect(Collectors.toSet());
    heard.cadence().stream()
        .filter(r -> r.scope() == Scope.ORGANISATION)
        .forEach(r -> found.add(r.unit()));
    return found;
  }

  @Test
  void a_snapshot_from_before_there_were_reflections_has_none() throws IOException {
    String id = PublishedFixture.write(folder);
    Path snapshot = new Workspace(folder).published().resolve(id);
    ObjectMapper json = new ObjectMapper();
    JsonNode manifest = json.readTree(snapshot.resolve("manifest.json").toFile());
    ArrayNode kept = json.createArrayNode();
    for (JsonNode table : manifest.path("tables")) {
      String name = table.path("name").asText();
      if (Table.OF_REFLECTIONS.stream().noneMatch(t -> t.name().equals(name))) {
        kept.add(table);
      } else {
        Files.delete(snapshot.resolve(name + ".parquet"));
      }
    }
    ((ObjectNode) manifest).set("tables", kept);
    json.writeValue(snapshot.resolve("manifest.json").toFile(), manifest);
    Heard heard = heardBy(Viewer.of("millbrook"));
    assertThat(heard.periods()).isEmpty();
    assertThat(heard.latest()).isEmpty();
    assertThat(heard.suggestions()).isEmpty();
  }

  @Test
  void the_quarter_before_the_first_is_none() throws IOException {
    PublishedFixture.write(folder);
    Heard heard = heardBy(Viewer.NOBODY);
    assertThat(heard.latest().orElseThrow().label()).isEqualTo("October to December 2025");
    assertThat(heard.before("2025q4").orElseThrow().period()).isEqualTo("2025q3");
    assertThat(heard.before("2024q1")).isEmpty();
    assertThat(heard.words("2025q4")).hasSize(3);
  }
}
