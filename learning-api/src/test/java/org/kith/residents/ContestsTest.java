package org.kith.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.residents.Contests.State;
import org.kith.store.FewPeople;
import org.kith.store.RealDatabase;
import org.kith.store.Store;

@ParameterizedClass
@EnumSource
class ContestsTest {
  private static final String FIGURE = "/constructs/trust";

  @Parameter RealDatabase database;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    store = database.empty().open();
    store.change(FewPeople::people);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String add(String about, String words) {
    String id = UUID.randomUUID().toString();
    store.change(h -> Contests.add(h, id, about, words, "2026-05-03"));
    return id;
  }

  private List<Contests.Shown> shown(String about) {
    return store.read(h -> Contests.shown(h, about));
  }

  private List<Contests.Contest> waiting() {
    return store.read(Contests::waiting);
  }

  private List<Contests.Contest> read() {
    return store.read(Contests::read);
  }

  private void decide(String id, State state, String because) {
    store.change(h -> Contests.decide(h, "ada", id, state, because, 5));
  }

  @Test
  void nothing_is_shown_before_somebody_has_read_it() {
    String first = add(FIGURE, "  The bus was never the reason. ");
    String second = add(FIGURE, "Nobody asked my sister Jo.");
    assertThat(shown(FIGURE)).isEmpty();
    assertThat(waiting()).extracting(Contests.Contest::id).hasSize(2);

    decide(first, State.SHOWN, "");
    decide(second, State.KEPT_BACK, "It names somebody.");
    assertThat(shown(FIGURE))
        .containsExactly(new Contests.Shown("The bus was never the reason.", "2026-05-03"));
    assertThat(shown("/constructs/belonging")).isEmpty();
    assertThat(waiting()).isEmpty();
    assertThat(read())
        .extracting(Contests.Contest::because)
        .containsExactlyInAnyOrder("", "It names somebody.");
  }

  @Test
  void an_account_is_spoken_to_by_its_review() {
    String review = UUID.randomUUID().toString();
    store.change(
        h ->
            h.execute(
                "insert into review (id, name, commissioner, created) values (?, 'x', 'ada', 1)",
                review));
    decide(add("/accounts/" + review, "It was later."), State.SHOWN, null);
    assertThat(shown(review)).hasSize(1);
    assertThat(read().get(0).about()).isEqualTo("/accounts/" + review);
  }

  @Test
  void what_is_sent_twice_is_kept_once() {
    String id = add("", "It was not so.");
    store.change(h -> Contests.add(h, id, "", "It was not so.", "2026-05-03"));
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void keeping_back_needs_a_reason_and_two_readers_are_told_of_each_other() {
    String id = add(FIGURE, "It was not so.");
    assertThatThrownBy(() -> decide(id, State.KEPT_BACK, " "))
        .hasMessage("Write why it is kept back.");
    decide(id, State.KEPT_BACK, "It names a house.");
    decide(id, State.KEPT_BACK, "The same, sent twice.");
    assertThatThrownBy(() -> decide(id, State.SHOWN, ""))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.CONFLICT))
        .hasMessageContaining("because: It names a house.");
    assertThat(read().get(0).because()).isEqualTo("It names a house.");
    assertThatThrownBy(() -> decide(UUID.randomUUID().toString(), State.SHOWN, ""))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
  }

  @Test
  void words_are_there_and_not_too_many() {
    assertThatThrownBy(() -> add("", "  ")).hasMessage("Write how it was.");
    assertThatThrownBy(() -> add("", "x".repeat(2_001)))
        .hasMessageContaining("at most 2,000 letters; this has 2,001");
  }
}
