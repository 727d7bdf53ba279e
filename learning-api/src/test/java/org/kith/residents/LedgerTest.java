package org.kith.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kith.resident.Consents.Audience.RESEARCH;
import static org.kith.resident.Consents.Audience.TABLES;
import static org.kith.residents.Ledger.Category.ANSWERS;
import static org.kith.residents.Ledger.Category.WORDS;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.http.ProblemException;
import org.kith.resident.Consents.Audience;
import org.kith.residents.Ledger.Kind;
import org.kith.residents.Ledger.Line;
import org.kith.store.RealDatabase;
import org.kith.store.Store;

@ParameterizedClass
@EnumSource
class LedgerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 3);

  @Parameter RealDatabase database;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    store = database.empty().open();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void say(String subject, Audience audience, boolean allowed, String until) {
    store.change(
        h -> Ledger.say(h, Kind.RESIDENT, subject, ANSWERS, audience, allowed, until, DAY));
  }

  private List<Line> history(String subject) {
    return store.read(h -> Ledger.history(h, Kind.RESIDENT, subject));
  }

  private List<Line> now(Kind kind) {
    return store.read(h -> Ledger.now(h, kind, "p1"));
  }

  private List<Ledger.Said> all() {
    return store.read(h -> Ledger.all(h, Kind.RESIDENT));
  }

  private boolean may(String subject, Audience audience, LocalDate day) {
    return store.read(h -> Ledger.mayLeave(h, Kind.RESIDENT, subject, ANSWERS, audience, day));
  }

  @Test
  void while_nothing_is_said_it_is_allowed_and_nothing_is_kept() {
    assertThat(may("p1", TABLES, DAY)).isTrue();
    say("p1", TABLES, true, null);
    assertThat(history("p1")).isEmpty();
    assertThat(now(Kind.RESIDENT))
        .containsExactly(
            new Line(ANSWERS, TABLES, true, null, null),
            new Line(ANSWERS, RESEARCH, true, null, null));
  }

  @Test
  void the_last_line_holds_and_the_ones_before_stay() {
    say("p1", TABLES, false, null);
    say("p1", TABLES, false, null);
    say("p1", TABLES, true, "2026-06-01");
    say("p1", RESEARCH, false, "2026-06-01");
    say("p2", TABLES, true, "2026-07-01");
    assertThat(history("p1"))
        .containsExactly(
            new Line(ANSWERS, TABLES, false, null, "2026-05-03"),
            new Line(ANSWERS, TABLES, true, "2026-06-01", "2026-05-03"),
            new Line(ANSWERS, RESEARCH, false, null, "2026-05-03"));
    assertThat(may("p1", TABLES, LocalDate.of(2026, 6, 1))).isTrue();
    assertThat(may("p1", TABLES, LocalDate.of(2026, 6, 2))).isFalse();
    assertThat(may("p1", RESEARCH, DAY)).isFalse();
    assertThat(may("p2", RESEARCH, DAY)).isTrue();
    assertThat(all())
        .extracting(s -> s.subject() + " " + s.line().audience() + " " + s.line().allowed())
        .containsExactly("p1 TABLES true", "p1 RESEARCH false", "p2 TABLES true");
  }

  @Test
  void a_day_that_is_over_is_not_accepted() {
    assertThatThrownBy(() -> say("p1", TABLES, true, "2026-05-02"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("That day is over.");
    say("p1", TABLES, true, "2026-05-03");
    assertThat(history("p1")).hasSize(1);
  }

  @Test
  void people_who_take_part_have_a_ledger_apart() {
    store.change(h -> Ledger.say(h, Kind.PERSON, "p1", WORDS, TABLES, false, null, DAY));
    assertThat(history("p1")).isEmpty();
    assertThat(now(Kind.PERSON)).extracting(Line::allowed).containsExactly(true, true, false, true);
  }
}
