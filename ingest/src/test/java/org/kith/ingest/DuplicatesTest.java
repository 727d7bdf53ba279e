package org.kith.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
  private static final int RESPONSE = 1;
  private static final int PERSON = 2;

  private final Duplicates duplicates = new Duplicates();

  private void claim(String person, int row, boolean complete) {
    duplicates.claim(Duplicates.print(PERSON, person), row, complete);
  }

  @Test
  void rows_of_different_people_all_stay() {
    claim("ann", 2, true);
    claim("bob", 3, true);
    assertThat(duplicates.count()).isZero();
  }

  @Test
  void of_two_complete_rows_the_last_stays() {
    claim("ann", 2, true);
    claim("ann", 3, true);
    assertThat(duplicates.replaced(2)).isTrue();
    assertThat(duplicates.replaced(3)).isFalse();
  }

  @Test
  void a_partial_row_gives_way_to_the_complete_one_after_it() {
    claim("ann", 2, false);
    claim("ann", 3, true);
    assertThat(duplicates.rows().stream()).containsExactly(2);
  }

  @Test
  void a_complete_row_keeps_its_place_from_the_partial_one_after_it() {
    claim("ann", 2, true);
    claim("ann", 3, false);
    assertThat(duplicates.rows().stream()).containsExactly(3);
  }

  @Test
  void of_partial_rows_only_the_last_stays() {
    claim("ann", 2, false);
    claim("ann", 3, false);
    claim("ann", 4, false);
    assertThat(duplicates.rows().stream()).containsExactly(2, 3);
  }

  @Test
  void of_many_rows_the_last_complete_one_stays() {
    claim("ann", 2, false);
    claim("ann", 3, true);
    claim("ann", 4, false);
    claim("ann", 5, true);
    claim("ann", 6, false);
    assertThat(duplicates.rows().stream()).containsExactly(2, 3, 4, 6);
  }

  @Test
  void a_response_id_that_comes_twice_stays_once_whoever_answered() {
    duplicates.claim(Duplicates.print(RESPONSE, "17"), 2, true);
    claim("ann", 2, true);
    duplicates.claim(Duplicates.print(RESPONSE, "17"), 3, true);
    claim("bob", 3, true);
    assertThat(duplicates.rows().stream()).containsExactly(2);
  }

  @Test
  void a_response_and_a_person_of_one_name_are_two_things() {
    duplicates.claim(Duplicates.print(RESPONSE, "17"), 2, true);
    claim("17", 3, true);
    assertThat(duplicates.count()).isZero();
  }

  @Test
  void a_row_does_not_replace_itself() {
    claim("ann", 2, true);
    claim("ann", 2, true);
    assertThat(duplicates.count()).isZero();
  }

  @Test
  void a_key_of_0_is_a_key() {
    duplicates.claim(0, 2, true);
    duplicates.claim(0, 3, true);
    assertThat(duplicates.rows().stream()).containsExactly(2);
  }

  /** Enough keys that every table grows; the expected rows come from a map of plain Java. */
  @Test
  void many_keys_give_what_a_map_gives() {
    Random random = new Random(7);
    Map<String, Integer> last = new HashMap<>();
    for (int row = 1; row <= 200_000; row++) {
      String person = Integer.toString(random.nextInt(150_000), 36);
      claim(person, row, true);
      last.put(person, row);
    }
    assertThat(duplicates.count()).isEqualTo(200_000 - last.size());
    assertThat(last.values()).noneMatch(duplicates::replaced);
  }
}
