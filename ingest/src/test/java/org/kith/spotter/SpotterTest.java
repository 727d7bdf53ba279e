package org.kith.spotter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is flagged and what is not, one sentence at a time. All people are invented. */
class SpotterTest {
  /** Each flag as it reads: the kind and the words. */
  private static List<String> flags(String words) {
    return Spotter.spot(words).stream()
        .map(f -> f.kind().id() + " " + words.substring(f.start(), f.end()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Went to see Mrs Tamberlake about the damp. | name Mrs Tamberlake",
        "Spoke to mrs tamberlake. | name mrs tamberlake",
        "Her son Tyler wasn't in. | name Tyler",
        "Asked priya to ring back. | name priya",
        "Grace is spending her days under a desk. | name Grace",
        "I told May that it was done. | name May",
        "We sat beside Tirunesh Habtemariam. | perhaps-a-name Tirunesh Habtemariam",
        "Xolani's mum came. | perhaps-a-name Xolani",
        "Contact is R. Achterberg-Nwosu there. | name R. Achterberg-Nwosu",
        "Moved to Wigan. | place Wigan",
        "Rang Thistledown Lane Surgery twice. | organisation Thistledown Lane Surgery",
        "She is at Saint Wilfreda's Academy. | organisation Saint Wilfreda's Academy",
        "He is at 22 Weir Terrace now. | address 22 Weir Terrace",
        "Flat 3, Bobbin House has no heat. | address Flat 3, Bobbin House",
        "It says ZZ99 3CZ on the form. | postcode ZZ99 3CZ",
        "Rang 07700 900417 twice. | phone 07700 900417",
        "Duty is on 01632 960772. | phone 01632 960772",
        "It says 999 000 4323 there. | nhs-number 999 000 4323",
        "Mail t.wrenfield@example.org about it. | email t.wrenfield@example.org",
        "Born 3.2.47, he said. | date 3.2.47",
        "Since 23 May 1991. | date 23 May 1991",
        "NI is AB 12 34 56 C as it says. | ni-number AB 12 34 56 C",
      })
  void what_tells_who_or_where_somebody_is_is_flagged(String words, String flag) {
    assertThat(flags(words)).containsExactly(flag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Will you mark this in May, or may I hope for grace?",
        "Rose early on Thursday and rang Universal Credit about Housing Benefit.",
        "Spoke to CAMHS on Teams before Christmas.",
        "Adult Social Care say it's Housing.",
        "It took 14 weeks and 3 panels, £1,200 in all, 41% of it late.",
        "Mum said the Jobcentre had lost it.",
      })
  void ordinary_words_are_left_alone(String words) {
    assertThat(flags(words)).isEmpty();
  }

  @Test
  void scrubbed_words_say_what_kind_of_thing_stood_there() {
    assertThat(Scrubber.scrub("Rang Mrs Tamberlake on 07700 900417."))
        .isEqualTo("Rang [a name] on [a phone number].");
  }
}
