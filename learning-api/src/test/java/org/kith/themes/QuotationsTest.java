package org.kith.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reflection.Audience;
import org.kith.reflections.Household;
import org.kith.reflections.OwnReflections;
import org.kith.store.EmptyStore;
import org.kith.store.Store;

class QuotationsTest {
  private static final String SAID = "The panel met and nobody told her.";

  private Store store;
  private Household people;
  private String theme;
  private String reflection;

  @BeforeEach
  void open() {
    store = EmptyStore.open();
    people = Household.in(store);
    theme = store.write(h -> Decisions.name(h, "author", "Waiting for a panel", "", null, 1));
    reflection = people.keeps(Audience.ME, "2025-03-04", "Monday again.\n" + SAID + " So I did.");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String offer(String who, String words) {
    return store.write(h -> Quotations.offer(h, who, reflection, theme, words, 2));
  }

  private Map<String, List<String>> shown() {
    return store.read(Quotations::shown);
  }

  private List<Quotations.Offered> waiting(String reader) {
    return store.read(h -> Quotations.waiting(h, reader));
  }

  private List<Quotations.Offered> offered() {
    return store.read(h -> Quotations.of(h, reflection));
  }

  private List<String> answersFor(String reader) {
    return store.read(h -> Quotations.answers(h, reader, reflection));
  }

  @Test
  void is_shown_only_when_offered_and_passed_by_somebody_else() {
    String id = offer("author", "The panel  met and\nnobody told her.");
    assertThat(shown()).isEmpty();
    assertThat(waiting("author")).isEmpty();
    assertThatThrownBy(() -> store.change(h -> Quotations.pass(h, "author", id, 3)))
        .hasMessage("Somebody else has to read what you offered.");
    assertThat(waiting("steward")).extracting(Quotations.Offered::words).containsExactly(SAID);
    store.change(h -> Quotations.pass(h, "steward", id, 3));
    assertThat(shown()).isEqualTo(Map.of(theme, List.of(SAID)));
  }

  @Test
  void withdrawing_changing_the_yes_or_the_words_removes_it_at_once() {
    store.change(h -> Quotations.pass(h, "steward", offer("author", SAID), 3));
    store.change(h -> h.execute("update reflection set quotable = 0"));
    assertThat(shown()).isEmpty();
    store.change(h -> h.execute("update reflection set quotable = 1"));
    assertThat(shown()).hasSize(1);
    store.change(h -> h.execute("update reflection_answer set words = 'Other words.'"));
    assertThat(shown()).isEmpty();
    store.change(h -> h.execute("update reflection_answer set words = ?", SAID));
    assertThat(shown()).hasSize(1);
    new OwnReflections(store, Clock.systemUTC()).withdraw(people.author().person(), reflection);
    assertThat(shown()).isEmpty();
    assertThat(offered()).isEmpty();
  }

  @Test
  void only_the_authors_own_words_as_they_stand_can_be_offered() {
    assertThatThrownBy(() -> offer("mate", SAID)).hasMessage("That is not a reflection of yours.");
    assertThatThrownBy(() -> offer("author", "The panel never met."))
        .hasMessage("Copy it exactly as it stands in your reflection.");
    assertThatThrownBy(() -> offer("author", " ")).hasMessage("Copy the sentence you offer.");
    offer("author", SAID);
    assertThatThrownBy(() -> offer("author", SAID))
        .hasMessage("You have offered that sentence already.");
    assertThat(answersFor("mate")).isEmpty();
  }

  @Test
  void an_author_takes_it_back_and_a_second_reader_can_decline() {
    String id = offer("author", SAID);
    assertThatThrownBy(() -> store.change(h -> Quotations.takeBack(h, "steward", id, 3)))
        .hasMessage("That is not a sentence you offered.");
    store.change(h -> Quotations.takeBack(h, "author", id, 3));
    assertThat(offered()).isEmpty();
    String again = offer("author", SAID);
    store.change(h -> Quotations.decline(h, "steward", again, 4));
    assertThat(offered()).isEmpty();
    assertThatThrownBy(() -> store.change(h -> Quotations.pass(h, "steward", again, 5)))
        .hasMessage("It is not offered any more.");
  }

  @Test
  void a_merged_theme_takes_its_quotations_along() {
    store.change(h -> Quotations.pass(h, "steward", offer("author", SAID), 3));
    String other = store.write(h -> Decisions.name(h, "author", "Panels", "", null, 4));
    store.change(h -> Decisions.merge(h, "author", theme, other, 5));
    assertThat(shown()).isEqualTo(Map.of(other, List.of(SAID)));
    store.change(h -> Decisions.setAside(h, "author", other, 6));
    assertThat(shown()).isEmpty();
  }
}
