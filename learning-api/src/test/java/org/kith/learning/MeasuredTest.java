package org.kith.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.lake.Snapshot;
import org.kith.published.FunnelRow;
import org.kith.published.Gate;
import org.kith.published.Scope;
import org.kith.published.Visibility;
import org.kith.workspace.Workspace;

class MeasuredTest {
  private static final String TRUST = "cls_trust_neighbourhood";
  private static final String TRUST4 = "ipip_spi_trust4";
  private static final Unit MILLBROOK =
      new Unit(Scope.ORGANISATION, "millbrook", "Millbrook Neighbours");
  private static final Unit DYERS = new Unit(Scope.ORGANISATION, "dyers-hall", "Dyers Hall");

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
  void an_organisations_own_signs_and_changes_are_there_for_itself_alone() throws IOException {
    Measured own = seenBy(Viewer.of("millbrook")).measured();
    assertThat(own.drift(TRUST, MILLBROOK)).isNotEmpty();
    assertThat(own.changes(TRUST, "STrust", MILLBROOK)).isNotEmpty();
    for (Viewer viewer : List.of(Viewer.of("millbrook"), Viewer.NOBODY)) {
      Measured other = seenBy(viewer).measured();
      assertThat(other.drift(TRUST, DYERS)).isEmpty();
      assertThat(other.changes(TRUST, "STrust", DYERS)).isEmpty();
      assertThat(other.drift(TRUST, Unit.ALL)).isNotEmpty();
    }
    assertThat(seenBy(Viewer.of("dyers-hall")).measured().drift(TRUST, DYERS))
        .as("they are there, for Dyers Hall")
        .isNotEmpty();
  }

  @Test
  void where_organisations_may_not_be_compared_no_comparison_is_shown() throws IOException {
    View view = seenBy(Viewer.of("millbrook"));
    Map<String, Visibility> reasons =
        Map.of(
            "2023q3", Visibility.NOT_RELIABLE,
            "2024q1", Visibility.NOT_COMPARABLE,
            "2022q4", Visibility.NOT_KNOWN_COMPARABLE);
    reasons.forEach(
        (wave, why) -> {
          assertThat(view.between(TRUST4, "scale", wave).orElseThrow().icc()).isNull();
          assertThat(view.between(TRUST4, "scale", wave).orElseThrow().visibility()).isEqualTo(why);
          Spread spread = view.spread(TRUST4, "scale", wave).orElseThrow();
          assertThat(spread.others()).isEmpty();
          assertThat(spread.mine().estimate()).isNull();
          assertThat(spread.visibility()).isEqualTo(why);
          Funnel funnel = view.funnel(TRUST4, "scale", wave).orElseThrow();
          assertThat(funnel.others()).isEmpty();
          assertThat(funnel.mine()).isNull();
          assertThat(funnel.visibility()).isEqualTo(why);
        });
    assertThat(view.measured().gate(TRUST4, "scale", "2025q4")).isEqualTo(Gate.OPEN);
    assertThat(view.spread(TRUST4, "scale", "2025q4").orElseThrow().others()).hasSize(10);
    assertThat(view.funnel(TRUST4, "scale", "2025q4").orElseThrow().others()).hasSize(10);
  }

  @Test
  void a_shut_gate_withholds_numbers_that_were_published_all_the_same() throws IOException {
    Evidence evidence = Evidence.of(snapshot);
    assertThat(evidence.pooled.get(Evidence.everyone(TRUST4, "scale", "2022q4")))
        .as("there are numbers in the snapshot")
        .anyMatch(r -> r.visibility() == Visibility.SHOWN);
    View view = evidence.seenBy(Viewer.of("millbrook"));
    assertThat(view.measured().gate(TRUST4, "scale", "2022q4")).isEqualTo(Gate.NOT_KNOWN);
    assertThat(view.spread(TRUST4, "scale", "2022q4").orElseThrow().others()).isEmpty();
  }

  @Test
  void a_snapshot_made_before_measurement_opens(@TempDir Path other) throws IOException {
    PublishedFixture.beforeMeasurement(other);
    View view = Evidence.of(Snapshot.current(new Workspace(other))).seenBy(Viewer.NOBODY);
    Measured none = view.measured();
    assertThat(none.health(TRUST, "STrust", "2025q4")).isEmpty();
    assertThat(none.reliability(TRUST4)).isEmpty();
    assertThat(none.items(TRUST4, "2025q4")).isEmpty();
    assertThat(none.comparability(TRUST4, "2025q4")).isEmpty();
    assertThat(none.changes(TRUST, "STrust", Unit.ALL)).isEmpty();
    assertThat(none.panels(TRUST, "STrust")).isEmpty();
    assertThat(none.transitions(TRUST, "STrust", "2025q4")).isEmpty();
    assertThat(none.growth(TRUST, "STrust")).isEmpty();
    assertThat(none.predictors(TRUST, "STrust", "2025q4")).isEmpty();
    assertThat(view.funnel(TRUST, "STrust", "2025q4")).isEmpty();
    assertThat(none.representation(TRUST, "2025q4", Unit.ALL)).isEmpty();
    assertThat(none.weighted(TRUST, "STrust", "2025q4", Unit.ALL)).isEmpty();
    assertThat(none.drift(TRUST, Unit.ALL)).isEmpty();
  }

  @Test
  void a_funnel_tells_no_organisations_own_size() throws IOException {
    Funnel funnel = seenBy(Viewer.of("millbrook")).funnel(TRUST, "STrust", "2025q4").orElseThrow();
    Map<Integer, Long> bands =
        funnel.others().stream()
            .collect(Collectors.groupingBy(Funnel.Dot::people, Collectors.counting()));
    assertThat(bands.values()).allMatch(n -> n >= 3);
    assertThat(bands.size()).as("a funnel still has a width and a neck").isGreaterThan(1);
    assertThat(funnel.others()).allMatch(d -> d.value() == Math.rint(d.value()));
    assertThat(funnel.hidden()).as("the lunch club has too few people").isEqualTo(1);
  }

  @Test
  void the_order_of_a_funnels_others_tells_nothing() {
    List<Funnel.Known> known =
        new ArrayList<>(
            IntStream.range(0, 9)
                .mapToObj(i -> new Funnel.Known("o" + i, 50 + 10 * i, 40.0 + i))
                .toList());
    FunnelRow row =
        new FunnelRow("i", "m", "2025q4", 9, 810, 44.0, null, 1.0, 0.0, Visibility.SHOWN);
    Funnel first = Funnel.of("0000-0000", row, known, Viewer.NOBODY, 3);
    Collections.reverse(known);
    assertThat(Funnel.of("0000-0000", row, known, Viewer.NOBODY, 3)).isEqualTo(first);
    assertThat(Funnel.of("1111-1111", row, known, Viewer.NOBODY, 3).others())
        .isNotEqualTo(first.others())
        .containsExactlyInAnyOrderElementsOf(first.others());
  }

  @Test
  void fewer_than_three_others_have_no_place_in_a_funnel() {
    FunnelRow row =
        new FunnelRow("i", "m", "2025q4", 3, 210, 44.0, null, 1.0, 0.0, Visibility.SHOWN);
    List<Funnel.Known> known =
        List.of(
            new Funnel.Known("mine", 60, 40.0),
            new Funnel.Known("a", 70, 44.0),
            new Funnel.Known("b", 80, 47.0));
    Funnel funnel = Funnel.of("0000-0000", row, known, Viewer.of("mine"), 3);
    assertThat(funnel.others()).isEmpty();
    assertThat(funnel.within()).isNull();
    assertThat(funnel.mine().value()).isEqualTo(40.0);
  }

  @Test
  void limits_of_a_funnel_are_those_of_the_binomial_and_of_the_mean() {
    FunnelRow percent =
        new FunnelRow("i", "m", "2025q4", 9, 810, 40.0, null, 1.0, 0.0, Visibility.SHOWN);
    Funnel share = Funnel.of("0000-0000", percent, List.of(), Viewer.NOBODY, 3);
    // R 4.2.2: 1.96 * sqrt(40 * 60 / 100)
    assertThat(share.limit(100, Funnel.INNER)).isEqualTo(9.60199979, offset(1e-8));
    FunnelRow score =
        new FunnelRow("i", "m", "2025q4", 9, 810, 3.6, 0.98, 1.4, 0.1, Visibility.SHOWN);
    Funnel mean = Funnel.of("0000-0000", score, List.of(), Viewer.NOBODY, 3);
    // R 4.2.2: 3.09 * sqrt(0.98^2 / 64 + 0.1^2)
    assertThat(mean.limit(64, Funnel.OUTER)).isEqualTo(0.488632966, offset(1e-8));
  }
}
