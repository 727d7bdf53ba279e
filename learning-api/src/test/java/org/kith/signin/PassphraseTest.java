package org.kith.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "otter kettle velvet march",
        "we ate it all", // four words, fewer than 12 characters of letters
        "twelve chars",
        "blåbær og fløte",
        "  to be or so"
      })
  void four_words_or_twelve_characters_are_enough_without_rules_for_signs(String passphrase) {
    assertThat(Passphrase.refusal(passphrase, "Asha Rahman", "asha.rahman")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "           ",
        "short one",
        "a b c d",
        "eleven char",
        "Password1234",
        "correct horse battery staple",
        "123456789012",
        "aaaaaaaaaaaaaaaa",
        "Asha Rahman!!",
        "asha.rahman1",
        "AshaRahman99"
      })
  void what_is_short_common_or_the_name_is_refused_with_words(String passphrase) {
    assertThat(Passphrase.refusal(passphrase, "Asha Rahman", "asha.rahman"))
        .hasValueSatisfying(words -> assertThat(words).endsWith("."));
  }

  @Test
  void the_hash_says_how_it_was_made_and_is_never_the_same_twice() {
    String hash = Passphrase.hash(Door.GOOD);
    // OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB (19456 KiB), t=2, p=1.
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(Passphrase.hash(Door.GOOD)).isNotEqualTo(hash);
    assertThat(Passphrase.matches(Door.GOOD, hash)).isTrue();
    assertThat(Passphrase.matches(Door.GOOD + " ", hash)).isFalse();
  }

  @Test
  void an_accent_typed_as_two_characters_is_the_same_accent() {
    assertThat(
            Passphrase.matches(
                "cafe\u0301 by the river", Passphrase.hash("caf\u00e9 by the river")))
        .isTrue();
  }
}
