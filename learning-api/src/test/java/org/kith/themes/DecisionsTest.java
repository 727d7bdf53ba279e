package org.kith.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.signin.SignedIn;
import org.kith.store.EmptyStore;
import org.kith.store.Store;

class DecisionsTest {
  private Store store;

  @BeforeEach
  void open() {
    store = EmptyStore.open();
    SignedIn.practitioner(store, "ada", "millbrook");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String name(String name, String suggestion) {
    return store.write(h -> Decisions.name(h, "ada", name, " A   sentence. ", suggestion, 5));
  }

  private List<String> audit() {
    return store.read(
        h ->
            h.createQuery("select action || ' ' || subject from audit order by at, id")
                .mapTo(String.class)
                .list());
  }

  @Test
  void a_theme_gets_an_id_that_follows_from_its_first_name_and_stays() {
    String id = name("  Waiting for a Panel – écoute ", null);
    assertThat(id).isEqualTo("waiting-for-a-panel-ecoute");
    store.change(h -> Decisions.rename(h, "ada", id, "Panels", "", 6));
    assertThat(store.read(h -> Codebook.find(h, id)).orElseThrow().name()).isEqualTo("Panels");
    assertThat(name("Waiting for a panel: Écoute", null)).isEqualTo(id + "-2");
    assertThat(name("電話", null)).isEqualTo("theme");
    assertThat(audit())
        .containsExactlyInAnyOrder(
            "theme.named " + id,
            "theme.renamed " + id,
            "theme.named " + id + "-2",
            "theme.named theme");
  }

  @Test
  void two_themes_in_use_never_have_one_name() {
    String id = name("Panels", null);
    assertThatThrownBy(() -> name("panels", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is a theme of that name. Choose another, or merge the two.");
    store.change(h -> Decisions.setAside(h, "ada", id, 6));
    name("Panels", null);
    assertThatThrownBy(() -> store.change(h -> Decisions.useAgain(h, "ada", id, 7)))
        .hasMessageStartingWith("There is a theme of that name.");
  }

  @Test
  void names_are_a_few_words() {
    assertThatThrownBy(() -> name(" ", null)).hasMessage("Give it a name of a few words.");
    assertThatThrownBy(() -> name("x".repeat(61), null))
        .hasMessage("A name has at most 60 characters.");
    assertThat(audit()).isEmpty();
  }

  @Test
  void merged_themes_count_for_the_other_until_they_are_taken_apart() {
    String a = name("Panels", null);
    String b = name("Waiting", null);
    store.change(h -> Decisions.merge(h, "ada", a, b, 6));
    assertThat(store.read(Codebook::current)).isEqualTo(Map.of(a, b, b, b));
    assertThatThrownBy(() -> store.change(h -> Decisions.merge(h, "ada", b, a, 7)))
        .hasMessage("That theme is not in use. Look at the list again.");
    assertThatThrownBy(() -> store.change(h -> Decisions.merge(h, "ada", b, b, 7)))
        .hasMessage("A theme cannot be merged into itself. Choose another.");
    store.change(h -> Decisions.useAgain(h, "ada", a, 8));
    assertThat(store.read(Codebook::current)).isEqualTo(Map.of(a, a, b, b));
  }

  @Test
  void a_suggested_group_is_decided_once_and_a_no_can_be_taken_back() {
    String id = name("Phones nobody answers", "g-1f2e");
    assertThat(store.read(Decisions::decided)).isEqualTo(Map.of("g-1f2e", id));
    assertThatThrownBy(() -> name("Phones", "g-1f2e"))
        .hasMessage("Somebody has decided about that group of words already.");
    assertThat(store.read(Codebook::named)).hasSize(1);
    store.change(h -> Decisions.setAsideSuggestion(h, "ada", "g-77c0", 6));
    assertThat(store.read(Decisions::decided)).containsEntry("g-77c0", "");
    store.change(h -> Decisions.offerAgain(h, "ada", "g-77c0", 7));
    assertThat(store.read(Decisions::decided)).doesNotContainKey("g-77c0");
    assertThat(audit())
        .containsExactly(
            "theme.named " + id, "suggestion.set-aside g-77c0", "suggestion.offered-again g-77c0");
  }
}
