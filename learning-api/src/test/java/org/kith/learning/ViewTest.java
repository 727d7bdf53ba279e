package org.kith.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.lake.Snapshot;
import org.kith.published.OrganisationRow;
import org.kith.published.PooledRow;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.published.Visibility;
import org.kith.workspace.Workspace;

class ViewTest {
  private static final String TRUST = "cls_trust_neighbourhood";
  private static final Unit MILLBROOK =
      new Unit(Scope.ORGANISATION, "millbrook", "Millbrook Neighbours");
  private static final Unit DYERS = new Unit(Scope.ORGANISATION, "dyers-hall", "Dyers Hall");
  private static final Unit LARKMOOR = new Unit(Scope.PLACE, "larkmoor", "Larkmoor");

  @TempDir static Path folder;
  static Snapshot snapshot;

  @BeforeAll
  static void publish() throws IOException {
    PublishedFixture.write(folder);
    snapshot = Snapshot.current(new Workspace(folder));
  }

  private static View seenBy(Viewer viewer) throws IOException {
    return Evidence.of(snapshot).seenBy(viewer);
  }

  @Test
  void an_organisation_sees_its_own_figures_and_those_of_places_and_everyone() throws IOException {
    View view = seenBy(Viewer.of("millbrook"));
    for (Unit unit : List.of(MILLBROOK, LARKMOOR, Unit.ALL)) {
      assertThat(view.level(TRUST, "STrust", "2025q4", unit)).isPresent();
      assertThat(view.distribution(TRUST, "STrust", "2025q4", unit)).hasSize(4);
      assertThat(view.controlPoints(TRUST, "STrust", unit)).hasSize(13);
      assertThat(view.scale("ipip_spi_trust4", "2025q4", unit)).isPresent();
      assertThat(view.respondents(TRUST, "2025q4", unit)).hasSize(7);
    }
  }

  @Test
  void another_organisations_figures_are_as_if_they_were_not_there() throws IOException {
    for (Viewer viewer : List.of(Viewer.of("millbrook"), Viewer.NOBODY)) {
      View view = seenBy(viewer);
      assertThat(view.level(TRUST, "STrust", "2025q4", DYERS)).isEmpty();
      assertThat(view.distribution(TRUST, "STrust", "2025q4", DYERS)).isEmpty();
      assertThat(view.controlPoints(TRUST, "STrust", DYERS)).isEmpty();
      assertThat(view.scale("ipip_spi_trust4", "2025q4", DYERS)).isEmpty();
      assertThat(view.respondents(TRUST, "2025q4", DYERS)).isEmpty();
    }
    assertThat(seenBy(Viewer.of("dyers-hall")).level(TRUST, "STrust", "2025q4", DYERS))
        .as("they are there, for Dyers Hall")
        .isPresent();
  }

  @Test
  void organisations_are_listed_mine_first_and_then_by_name() throws IOException {
    assertThat(seenBy(Viewer.of("millbrook")).organisations())
        .extracting(OrganisationRow::organisation)
        .startsWith("millbrook", "alder-kitchen", "cobbler-yard");
    assertThat(seenBy(Viewer.NOBODY).organisations()).extracting(OrganisationRow::name).isSorted();
  }

  @Test
  void spread_names_only_the_viewer_and_gives_the_others_one_width() throws IOException {
    Spread spread = seenBy(Viewer.of("millbrook")).spread(TRUST, "STrust", "2025q4").orElseThrow();
    assertThat(spread.mine().organisation()).isEqualTo("millbrook");
    assertThat(spread.others()).hasSize(10);
    assertThat(spread.hidden()).as("the lunch club has too few people").isEqualTo(1);
    List<Double> truth =
        snapshot.read(Table.POOLED).stream()
            .filter(r -> r.measure().equals("STrust") && r.wave().equals("2025q4"))
            .filter(r -> !r.organisation().equals("millbrook"))
            .filter(r -> r.visibility() == Visibility.SHOWN)
            .map(PooledRow::estimate)
            .toList();
    assertThat(spread.others()).containsExactlyInAnyOrderElementsOf(truth);
    assertThat(spread.low()).isEqualTo(truth.stream().min(Double::compare).orElseThrow());
    assertThat(spread.high()).isEqualTo(truth.stream().max(Double::compare).orElseThrow());
  }

  @Test
  void the_order_of_the_others_is_kept_in_a_snapshot_and_tells_nothing() throws IOException {
    View view = seenBy(Viewer.of("millbrook"));
    Spread first = view.spread(TRUST, "STrust", "2025q3").orElseThrow();
    assertThat(view.spread(TRUST, "STrust", "2025q3")).contains(first);
    // Whoever knows the code can undo the shuffle. That gives the sorted numbers, because rows that
    // come in another order, under other names, give the very same list.
    List<PooledRow> rows =
        snapshot.read(Table.POOLED).stream()
            .filter(r -> r.measure().equals("STrust") && r.wave().equals("2025q3"))
            .toList();
    List<PooledRow> backwards = new ArrayList<>(rows);
    Collections.reverse(backwards);
    assertThat(Spread.of(snapshot.id(), backwards, Viewer.of("millbrook"), 3)).isEqualTo(first);
  }

  @Test
  void fewer_than_three_others_are_not_shown_even_without_names() {
    List<PooledRow> rows =
        List.of(
            new PooledRow("t", "i", "2025q4", "mine", 40.0, 35.0, 45.0, Visibility.SHOWN),
            new PooledRow("t", "i", "2025q4", "a", 41.0, 35.0, 45.0, Visibility.SHOWN),
            new PooledRow("t", "i", "2025q4", "b", 44.0, 35.0, 45.0, Visibility.SHOWN));
    Spread spread = Spread.of("0000-0000", rows, Viewer.of("mine"), 3);
    assertThat(spread.others()).isEmpty();
    assertThat(spread.low()).isNull();
    assertThat(spread.visibility()).isEqualTo(Visibility.FEWER_THAN_3_ORGANISATIONS);
    assertThat(spread.mine().estimate()).isEqualTo(40.0);
  }

  @Test
  void a_new_snapshot_is_picked_up_and_the_one_before_stays_addressable(@TempDir Path other)
      throws IOException {
    String first = PublishedFixture.write(other);
    Library library = Library.open(new Workspace(other), Viewer.NOBODY);
    assertThat(library.current().snapshot()).isEqualTo(first);
    String second = PublishedFixture.write(other, 7);
    assertThat(library.current().snapshot()).isEqualTo(second);
    assertThat(library.snapshot(first).snapshot()).isEqualTo(first);
    assertThat(library.snapshots()).containsExactlyInAnyOrder(first, second);
    assertThatThrownBy(() -> library.snapshot("../../etc"))
        .hasMessageContaining("There is no snapshot '../../etc'");
  }

  @Test
  void a_library_with_nothing_published_says_what_to_run(@TempDir Path empty) {
    assertThatThrownBy(() -> Library.open(new Workspace(empty), Viewer.NOBODY))
        .hasMessage("Nothing is published yet. Run: kith run --workspace " + empty);
  }
}
