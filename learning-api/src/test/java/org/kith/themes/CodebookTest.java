package org.kith.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.reflection.SharedTheme;
import org.kith.store.EmptyStore;
import org.kith.store.Store;

class CodebookTest {
  @Test
  void taps_of_a_merged_theme_count_for_the_one_it_ended_up_in() {
    try (Store store = EmptyStore.open()) {
      store.change(
          h -> {
            put(h, "waiting", "Waiting for a panel", "named", null);
            put(h, "panels", "Panels", "merged", "waiting");
            put(h, "committees", "Committees", "merged", "panels");
            put(h, "old", "Old words", "set aside", null);
            put(h, "older", "Older words", "merged", "old");
          });
      assertThat(store.read(Codebook::current))
          .isEqualTo(Map.of("waiting", "waiting", "panels", "waiting", "committees", "waiting"));
      assertThat(store.read(Codebook::shared))
          .containsExactly(new SharedTheme("waiting", "Waiting for a panel", ""));
    }
  }

  static void put(org.jdbi.v3.core.Handle h, String id, String name, String state, String into) {
    h.createUpdate(
            "insert into theme (id, name, about, state, into_id, created)"
                + " values (:id, :name, '', :state, :into, 1)")
        .bind("id", id)
        .bind("name", name)
        .bind("state", state)
        .bind("into", into)
        .execute();
  }
}
