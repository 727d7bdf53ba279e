package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.words.AsRead.plain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.published.BetweenRow;
import org.kith.published.Visibility;

/**
 * What is said of differences between people and between organisations. The wording is the house's
 * own; the numbers are read off the row.
 */
class SentencesOfDifferencesTest {

  @Test
  void most_of_the_difference_lies_between_people() {
    BetweenRow row = between(12, 0.05, 0.5, false, Visibility.SHOWN);
    assertThat(plain(Between.of(row, 10, 3)))
        .isEqualTo(
            "Most of the difference is between people, not between organisations: about 5 % lies"
                + " between organisations.");
    assertThat(Between.order(row))
        .isEqualTo("If you put them in order, about half of the order would be chance.");
    assertThat(Between.parts(row)).isEqualTo(5);
  }

  @Test
  void a_large_share_between_organisations_is_said_as_plainly() {
    assertThat(plain(Between.of(between(12, 0.62, 0.9, false, Visibility.SHOWN), 10, 3)))
        .isEqualTo(
            "Much of the difference is between organisations: about 62 % lies between them, the rest"
                + " between people.");
    assertThat(plain(Between.of(between(12, 0.004, 0.1, false, Visibility.SHOWN), 10, 3)))
        .contains("less than 1 % lies between organisations");
  }

  @Test
  void at_the_boundary_no_difference_was_found() {
    BetweenRow row = between(12, 0.0, 0.0, true, Visibility.SHOWN);
    assertThat(Between.of(row, 10, 3))
        .isEqualTo(
            "The difference is between people: nothing was found that lies between organisations,"
                + " beyond what chance would give.");
    assertThat(Between.order(row))
        .isEqualTo("If you put them in order, all of the order would be chance.");
  }

  @Test
  void one_organisation_cannot_be_compared() {
    assertThat(
            Between.of(between(1, null, null, null, Visibility.FEWER_THAN_3_ORGANISATIONS), 10, 3))
        .isEqualTo(
            "Only one organisation asked this, so nothing can be said about differences between"
                + " organisations.");
    assertThat(
            Between.of(between(2, null, null, null, Visibility.FEWER_THAN_3_ORGANISATIONS), 10, 3))
        .startsWith("Fewer than three organisations");
    assertThat(Between.order(between(2, null, null, null, Visibility.FEWER_THAN_3_ORGANISATIONS)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.95, a small part", "0.75, about a quarter", "0.66, about a third", "0.5, about half",
    "0.35, about two thirds", "0.25, about three quarters", "0.1, nearly all", "0.01, all"
  })
  void what_an_order_is_worth_is_one_minus_rankability(double rankability, String words) {
    assertThat(Between.order(between(12, 0.05, rankability, false, Visibility.SHOWN)))
        .isEqualTo("If you put them in order, " + words + " of the order would be chance.");
  }

  private static BetweenRow between(
      int organisations, Double icc, Double rankability, Boolean boundary, Visibility v) {
    return new BetweenRow(
        "trust",
        "t1",
        "2025q4",
        organisations,
        400,
        0.4,
        0.3,
        0.5,
        0.01,
        0.2,
        icc,
        icc,
        0.5,
        rankability,
        boundary,
        v);
  }
}
