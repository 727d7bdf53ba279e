package org.kith.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.protect.Pseudonyms;
import org.kith.resident.ResidentCode.NotACodeException;

class ResidentCodeTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** Worked out by hand: all letters 0 weigh nothing, and then the check letter is 0 too. */
  private static final ResidentCode NOUGHTS = ResidentCode.read("0000-0000-0000-0000");

  private static boolean isCode(String letters) {
    try {
      return ResidentCode.read(letters) != null;
    } catch (NotACodeException e) {
      return false;
    }
  }

  @Test
  void a_code_is_four_groups_of_four_and_reads_back_as_itself() {
    Random random = new Random(1);
    Set<ResidentCode> seen = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      ResidentCode code = ResidentCode.fresh(random);
      assertThat(code.shown()).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
      assertThat(ResidentCode.read(code.shown())).isEqualTo(code);
      seen.add(code);
    }
    assertThat(seen).hasSize(2_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1XWT-QXHX-631Q-3XHV",
        "1xwt-qxhx-631q-3xhv",
        "1XWTQXHX631Q3XHV",
        "  1xwt qxhx 631q 3xhv ",
        "IXWT-QXHX-63lQ-3XHV",
        "LXWT–QXHX–63iQ–3XHV",
        "1XWT_QXHX.631Q\u00a03XHV"
      })
  void reading_forgives_what_people_write(String written) {
    assertThat(ResidentCode.read(written).shown()).isEqualTo("1XWT-QXHX-631Q-3XHV");
  }

  @Test
  void the_letter_o_is_a_nought() {
    assertThat(ResidentCode.read("OOOO-oooo-0000-0o0O")).isEqualTo(NOUGHTS);
  }

  @Test
  void every_wrong_letter_is_told() {
    String right = ResidentCode.fresh(new Random(2)).letters();
    int wrong = 0;
    for (int at = 0; at < right.length(); at++) {
      for (int l = 0; l < ALPHABET.length(); l++) {
        char letter = ALPHABET.charAt(l);
        if (letter != right.charAt(at)) {
          StringBuilder changed = new StringBuilder(right);
          changed.setCharAt(at, letter);
          assertThatThrownBy(() -> ResidentCode.read(changed.toString()))
              .isInstanceOf(NotACodeException.class)
              .hasMessage(
                  "One of the letters is not right, or two have changed places. Look at your slip"
                      + " again.");
          wrong++;
        }
      }
    }
    assertThat(wrong).isEqualTo(16 * 31);
  }

  @Test
  void two_letters_that_changed_places_are_told_wherever_they_stand() {
    String right = ResidentCode.fresh(new Random(3)).letters();
    int changed = 0;
    for (int a = 0; a < right.length(); a++) {
      for (int b = a + 1; b < right.length(); b++) {
        if (right.charAt(a) != right.charAt(b)) {
          StringBuilder swapped = new StringBuilder(right);
          swapped.setCharAt(a, right.charAt(b));
          swapped.setCharAt(b, right.charAt(a));
          assertThat(isCode(swapped.toString())).as("%d and %d", a, b).isFalse();
          changed++;
        }
      }
    }
    assertThat(changed).isGreaterThan(90);
  }

  @Test
  void of_letters_at_random_one_in_32_is_a_code() {
    Random random = new Random(4);
    int codes = 0;
    int tries = 32_000;
    for (int i = 0; i < tries; i++) {
      StringBuilder letters = new StringBuilder();
      random.ints(16, 0, 32).forEach(l -> letters.append(ALPHABET.charAt(l)));
      codes += isCode(letters.toString()) ? 1 : 0;
    }
    // 1,000 are expected, give or take 4 standard deviations of a binomial.
    assertThat(codes).isBetween(1_000 - 125, 1_000 + 125);
  }

  @Test
  void what_is_no_code_is_told_in_words_that_do_not_repeat_it() {
    assertThatThrownBy(() -> ResidentCode.read("1XWT-QXHX-631Q"))
        .hasMessage("A code has 16 letters and digits; this has 12. Look at your slip again.");
    assertThatThrownBy(() -> ResidentCode.read("1XWT-QXHX-631Q-3XHU"))
        .hasMessage(
            "A code has only letters and digits, and never the letter U. Look at your slip again.");
    assertThatThrownBy(() -> ResidentCode.read(""))
        .hasMessageContaining("A code has 16 letters and digits; this has 0.");
  }

  @Test
  void a_code_says_nothing_of_itself_in_messages_and_its_print_needs_the_key() {
    ResidentCode code = ResidentCode.fresh(new Random(5));
    Pseudonyms ours = Pseudonyms.passing(new Random(6));
    Pseudonyms others = Pseudonyms.passing(new Random(7));
    assertThat(code.toString()).isEqualTo("a code");
    assertThat(code.print(ours)).hasSize(22).doesNotContain(code.letters());
    assertThat(ResidentCode.read(code.shown().toLowerCase(Locale.ROOT)).print(ours))
        .isEqualTo(code.print(ours));
    assertThat(code.print(others)).isNotEqualTo(code.print(ours));
    assertThat(ours.of("person\0" + code.letters())).isNotEqualTo(code.print(ours));
  }
}
