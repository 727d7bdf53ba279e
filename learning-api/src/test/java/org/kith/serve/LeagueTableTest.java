package org.kith.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.lake.Snapshot;
import org.kith.learning.Evidence;
import org.kith.learning.NoWall;
import org.kith.learning.Viewer;
import org.kith.published.LevelRow;
import org.kith.published.OrganisationRow;
import org.kith.published.PooledRow;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.published.Visibility;
import org.kith.workspace.Workspace;

class LeagueTableTest {
  @TempDir static Path workspace;
  static Snapshot snapshot;

  static LeagueTableBuilder millbrook;
  static LeagueTableBuilder nobody;

  @BeforeAll
  static void publish() throws Exception {
    PublishedFixture.write(workspace);
    snapshot = Snapshot.current(new Workspace(workspace));
    CompletableFuture<LeagueTableBuilder> beside =
        CompletableFuture.supplyAsync(LeagueTableTest::nobodys);
    millbrook = builtBy(Viewer.of("millbrook"));
    nobody = beside.join();
  }

  private static LeagueTableBuilder nobodys() {
    try {
      return builtBy(Viewer.NOBODY);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<OrganisationRow> othersOf(Viewer viewer) throws IOException {
    return snapshot.read(Table.ORGANISATIONS).stream()
        .filter(o -> !o.organisation().equals(viewer.organisation()))
        .toList();
  }

  private static LeagueTableBuilder builtBy(Viewer viewer) throws Exception {
    try (RunningServer server = RunningServer.of(workspace, viewer)) {
      LeagueTableBuilder builder = new LeagueTableBuilder(server, othersOf(viewer));
      builder.build();
      assertThat(builder.addresses()).as("addresses tried").isGreaterThan(2_000);
      assertThat(builder.answered()).as("answers read").isGreaterThan(200);
      return builder;
    }
  }

  @Test
  void an_organisation_finds_no_number_beside_another_ones_name() {
    assertThat(millbrook.table()).isEmpty();
  }

  @Test
  void nobody_in_particular_finds_no_number_beside_any_name() {
    assertThat(nobody.table()).isEmpty();
  }

  /** Guard of the guard: with the wall gone, the same walk puts the true table together. */
  @Test
  void without_the_wall_the_same_walk_builds_the_table() throws Exception {
    Viewer viewer = Viewer.of("millbrook");
    try (RunningServer server = RunningServer.of(NoWall.open(new Workspace(workspace), viewer))) {
      LeagueTableBuilder builder = new LeagueTableBuilder(server, othersOf(viewer));
      builder.build();
      List<LevelRow> truth =
          snapshot.read(Table.LEVELS).stream()
              .filter(r -> r.scope() == Scope.ORGANISATION && r.item().equals("STrust"))
              .filter(r -> r.wave().equals("2025q4") && r.visibility() == Visibility.SHOWN)
              .filter(r -> !r.unit().equals("millbrook"))
              .toList();
      assertThat(truth).hasSize(10);
      for (LevelRow row : truth) {
        assertThat(builder.table().get(row.unit()))
            .as(row.unit())
            .anyMatch(f -> f.endsWith(": " + row.percent()));
      }
      // A number that only Alder Bank Kitchen's own rows of themes and weeks hold.
      for (String address : List.of("/api/v1/themes/waiting-for-a-panel", "/api/v1/cadence")) {
        assertThat(builder.table().get("alder-kitchen")).contains(address + ": 985");
      }
    }
  }

  @Test
  void the_walk_reads_what_is_made_from_reflections_too() {
    for (String address :
        List.of(
            "/themes",
            "/themes/waiting-for-a-panel",
            "/snapshots/" + snapshot.id() + "/themes/waiting-for-a-panel/time.csv",
            "/snapshots/" + snapshot.id() + "/theme-figures/cadence.csv",
            "/instruments/ipip_spi_trust4/measurement",
            "/api/v1/themes",
            "/api/v1/words",
            "/api/v1/levels",
            "/api/v1/barriers",
            "/api/v1/carried",
            "/api/v1/loops",
            "/api/v1/suggestions")) {
      assertThat(millbrook.asked(address)).as(address).isTrue();
    }
  }

  /** Names cannot be put back by the place in the list, whatever order one supposes. */
  @Test
  void the_unnamed_are_in_no_order_that_gives_names_back() throws Exception {
    Map<String, Map<String, Double>> truth = estimates();
    assertThat(millbrook.unnamed()).hasSizeGreaterThanOrEqualTo(truth.size());
    List<Function<OrganisationRow, String>> orders =
        List.of(OrganisationRow::organisation, OrganisationRow::name, o -> o.place() + o.name());
    for (Function<OrganisationRow, String> order : orders) {
      List<String> supposed =
          othersOf(Viewer.of("millbrook")).stream()
              .sorted(Comparator.comparing(order))
              .map(OrganisationRow::organisation)
              .toList();
      double right = 0;
      double byChance = 0;
      for (List<Double> set : sets()) {
        Map<String, Double> values = matching(truth, set);
        List<String> shown = supposed.stream().filter(values::containsKey).toList();
        for (int i = 0; i < set.size(); i++) {
          right += set.get(i).equals(values.get(shown.get(i))) ? 1 : 0;
          double value = set.get(i);
          byChance += (double) set.stream().filter(v -> v == value).count() / set.size();
        }
      }
      // Sets are independent and each has a variance near its mean, so 5 standard errors.
      assertThat(right).isLessThan(byChance + 5 * Math.sqrt(byChance));
    }
  }

  @Test
  void no_interval_of_the_others_tells_how_large_they_are() {
    for (JsonNode figure : nobody.unnamed()) {
      assertThat(figure.path("others_half_width").isArray()).isFalse();
      figure.path("others").forEach(other -> assertThat(other.isNumber()).isTrue());
    }
  }

  private static List<List<Double>> sets() throws IOException {
    var view = Evidence.of(snapshot).seenBy(Viewer.of("millbrook"));
    List<List<Double>> sets = new ArrayList<>();
    for (PooledRow row : snapshot.read(Table.POOLED)) {
      if (row.organisation().equals("millbrook")) {
        sets.add(view.spread(row.instrument(), row.measure(), row.wave()).orElseThrow().others());
      }
    }
    // Where organisations may not be compared there is nothing to put names to.
    sets.removeIf(List::isEmpty);
    assertThat(sets).hasSizeGreaterThan(50);
    return sets;
  }

  /** The true estimates of the others, by measure and wave, then by organisation. */
  private static Map<String, Map<String, Double>> estimates() throws IOException {
    Map<String, Map<String, Double>> truth = new HashMap<>();
    for (PooledRow row : snapshot.read(Table.POOLED)) {
      if (!row.organisation().equals("millbrook") && row.visibility() == Visibility.SHOWN) {
        truth
            .computeIfAbsent(row.measure() + " " + row.wave(), k -> new HashMap<>())
            .put(row.organisation(), row.estimate());
      }
    }
    return truth;
  }

  private static Map<String, Double> matching(
      Map<String, Map<String, Double>> truth, List<Double> set) {
    List<Double> sorted = set.stream().sorted().toList();
    return truth.values().stream()
        .filter(v -> v.values().stream().sorted().toList().equals(sorted))
        .findFirst()
        .orElseThrow();
  }
}
