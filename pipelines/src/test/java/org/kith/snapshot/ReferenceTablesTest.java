package org.kith.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kith.disclosure.Published;
import org.kith.instrument.Instrument;
import org.kith.instrument.InstrumentLibrary;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring;
import org.kith.published.AnswerRow;
import org.kith.published.ConstructRow;
import org.kith.published.EventRow;
import org.kith.published.ItemRow;
import org.kith.published.OrganisationRow;
import org.kith.published.PlaceRow;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.published.WaveRow;
import org.kith.workspace.Event;
import org.kith.workspace.Organisation;

class ReferenceTablesTest {
  private static final InstrumentLibrary LIBRARY = InstrumentLibrary.shipped();
  private static final Instrument TRUST =
      LIBRARY.instrument("cls_trust_neighbourhood").orElseThrow();

  private final List<Published<?>> tables =
      ReferenceTables.of(
          List.of(
              new Organisation("tarn", "Tarn End", "dale", "The Dale"),
              new Organisation("fell", "Fell Foot", "ash", "Ash"),
              new Organisation("askew", "Askew Arms", "dale", "The Dale")),
          List.of(
              new Event(LocalDate.of(2026, 6, 1), Scope.ALL, "all", "after the last wave"),
              new Event(LocalDate.of(2025, 5, 1), Scope.PLACE, "dale", "between two waves"),
              new Event(LocalDate.of(2025, 1, 31), Scope.ALL, "all", "in a wave")),
          List.copyOf(LIBRARY.constructs()),
          List.of(TRUST),
          Set.of("2025q4", "2025q1"));

  @Test
  void places_keep_their_order_and_organisations_stand_by_name() {
    assertThat(rows(Table.PLACES))
        .containsExactly(new PlaceRow("dale", "The Dale"), new PlaceRow("ash", "Ash"));
    assertThat(rows(Table.ORGANISATIONS))
        .containsExactly(
            new OrganisationRow("askew", "Askew Arms", "dale"),
            new OrganisationRow("fell", "Fell Foot", "ash"),
            new OrganisationRow("tarn", "Tarn End", "dale"));
  }

  @Test
  void waves_stand_in_time_order() {
    assertThat(rows(Table.WAVES))
        .containsExactly(
            new WaveRow("2025q1", "Winter 2025", 1, "2025-01-01", "2025-03-31"),
            new WaveRow("2025q4", "Autumn 2025", 2, "2025-10-01", "2025-12-31"));
  }

  @Test
  void an_event_stands_at_its_wave_or_the_next_one_asked() {
    assertThat(rows(Table.EVENTS))
        .containsExactly(
            new EventRow("2025-01-31", "2025q1", Scope.ALL, "all", "in a wave"),
            new EventRow("2025-05-01", "2025q4", Scope.PLACE, "dale", "between two waves"),
            new EventRow("2026-06-01", "2026q2", Scope.ALL, "all", "after the last wave"));
  }

  @Test
  void only_what_was_asked_is_described() {
    assertThat(rows(Table.CONSTRUCTS)).extracting(ConstructRow::construct).containsExactly("trust");
    assertThat(rows(Table.ITEMS)).extracting(ItemRow::position).containsExactly(1);
    // cls_trust_neighbourhood.yaml: four answers, of which the first is counted.
    assertThat(rows(Table.ANSWERS))
        .extracting(AnswerRow::code, AnswerRow::position, AnswerRow::counted)
        .containsExactly(
            tuple(1, 1, true), tuple(2, 2, false), tuple(3, 3, false), tuple(4, 4, false));
  }

  @Test
  void counting_is_one_sentence_for_every_shipped_instrument() {
    for (Instrument instrument : LIBRARY.instruments()) {
      assertThat(ReferenceTables.counting(instrument))
          .as(instrument.id())
          .matches("[A-Z][^.]*(\\.\\d[^.]*)*\\.");
    }
  }

  @Test
  void counting_names_the_rule_the_range_and_who_has_a_score() {
    assertThat(ReferenceTables.counting(scored(Scoring.Method.SUM, 1, 3, 9)))
        .isEqualTo(
            "A person's score is the sum of the numbers of their answers, for those who answered the"
                + " question; it goes from 3 to 9, and higher means more trust.");
    Instrument spi = LIBRARY.instrument("ipip_spi_trust4").orElseThrow();
    assertThat(spi.items()).as("one item asks the other way round").anyMatch(Item::reversed);
    assertThat(ReferenceTables.counting(spi))
        .isEqualTo(
            "A person's score is the mean of the numbers of their answers, with the questions that"
                + " ask the other way round turned, for those who answered at least 2 of the 4"
                + " questions; it goes from 1 to 6, and higher means "
                + spi.scoring().higherIs()
                + ".");
  }

  private static Instrument scored(Scoring.Method method, int least, double min, double max) {
    return new Instrument(
        "made_up",
        "Made up",
        "trust",
        "CC0",
        "",
        "made up",
        "",
        "",
        new Scoring(method, least, min, max, "more trust"),
        TRUST.items());
  }

  private <T extends Record> List<T> rows(Table<T> table) {
    return tables.stream()
        .filter(t -> t.table().equals(table))
        .flatMap(t -> t.rows().stream())
        .map(table.row()::cast)
        .toList();
  }
}
