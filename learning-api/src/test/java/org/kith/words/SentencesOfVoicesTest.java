package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.words.AsRead.plain;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.published.MissingRow;
import org.kith.published.RespondentsRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;

/**
 * What is said of whose voice is missing and of blanks. The wording is the house's own; the numbers
 * are read off the row.
 */
class SentencesOfVoicesTest {

  @Test
  void the_group_that_is_thin_is_named_with_its_shares() {
    assertThat(
            plain(
                Voices.of(
                    List.of(
                        group("Age", "16 to 34", 9.0, 24.0),
                        group("Age", "35 to 54", 40.0, 33.0)))))
        .isEqualTo(
            "Thin in this picture: people aged 16 to 34, 9 % of answers, 24 % of residents.");
  }

  @Test
  void several_thin_groups_are_named_together_and_their_shares_after() {
    var rows =
        List.of(
            group("Age", "16 to 34", 9.0, 24.0),
            group("Home", "Owns it", 60.0, 45.0),
            group("Home", "Rents from the council", 19.0, 38.0));
    assertThat(plain(Voices.of(rows)))
        .isEqualTo(
            "Thin in this picture: people aged 16 to 34 and “Rents from the council” (home).");
    assertThat(plain(Voices.details(rows)))
        .isEqualTo(
            "People aged 16 to 34: 9 % of answers, 24 % of residents. “Rents from the council”"
                + " (home): 19 % of answers, 38 % of residents.");
    assertThat(Voices.details(rows.subList(0, 2))).isEmpty();
  }

  @Test
  void what_a_thin_group_gave_is_said_so_that_it_stands_alone() {
    assertThat(plain(Voices.detail(group("Age", "16 to 34", 8.0, 24.0))))
        .isEqualTo("People aged 16 to 34 gave 8 % of the answers and are 24 % of residents.");
    assertThat(plain(Voices.detail(group("Home", "Rents from the council", 19.0, 38.0))))
        .isEqualTo(
            "Thin in this picture: “Rents from the council” (home), 19 % of answers, 38 % of"
                + " residents.");
  }

  @Test
  void a_small_gap_is_not_called_thin() {
    assertThat(Voices.of(List.of(group("Age", "16 to 34", 21.0, 24.0))))
        .startsWith("No group we know of is thin in this picture.");
  }

  @Test
  void where_all_is_hidden_nothing_is_said_of_it() {
    assertThat(Voices.of(List.of(group("Age", "16 to 34", null, 24.0))))
        .isEqualTo(
            "How many of each group answered is hidden, so whose voice is missing cannot be said"
                + " here.");
  }

  @Test
  void without_residents_nobody_can_say_who_is_missing() {
    assertThat(Voices.of(List.of(group("Age", "16 to 34", 21.0, null))))
        .startsWith("Who answered is known, but not who lives here");
    assertThat(Voices.of(List.of())).isEqualTo("Nothing is known here about who answered.");
  }

  @Test
  void blanks_are_counted_among_those_who_were_asked() {
    // 10 blank of 90 + 10 asked; 500 were never asked and do not count.
    assertThat(
            Voices.blank(
                List.of(missing("answered", 90), missing("skipped", 10), missing("not_asked", 500)),
                10))
        .isEqualTo("10 in 100");
    assertThat(Voices.blank(List.of(missing("answered", 90), missing("skipped", null)), 10))
        .isEqualTo("Hidden, some of it fewer than 10");
    assertThat(
            Voices.blank(
                List.of(missing("answered", 90), missing("skipped", 10), missing("declined", null)),
                10))
        .isEqualTo("At least 10 in 100");
    assertThat(Voices.blank(List.of(), 10)).isEqualTo("Not known");
  }

  private static RespondentsRow group(
      String dimension, String name, Double percent, Double residents) {
    return new RespondentsRow(
        "trust",
        "2025q4",
        Scope.ALL,
        "all",
        dimension,
        name,
        1,
        40,
        percent,
        residents,
        Visibility.SHOWN);
  }

  private static MissingRow missing(String kind, Integer people) {
    return new MissingRow(
        "trust",
        "t1",
        "2025q4",
        kind,
        people,
        people == null ? Visibility.FEWER_THAN_K : Visibility.SHOWN);
  }
}
