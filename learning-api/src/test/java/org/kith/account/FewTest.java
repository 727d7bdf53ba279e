package org.kith.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kith.people.Voice;

/** Which voices an account may name. */
class FewTest {
  private static final int K = 10;

  @Test
  void a_voice_of_ten_residents_or_eleven_at_work_is_named() {
    Voicing voicing = Voicing.of(Map.of(Voice.RESIDENT, 10, Voice.MANAGER, 11), K);
    assertThat(voicing.named())
        .containsExactly(Map.entry(Voice.RESIDENT, 10), Map.entry(Voice.MANAGER, 11));
    assertThat(voicing.one(Voice.RESIDENT)).isEqualTo("a resident");
  }

  @Test
  void a_voice_of_ten_at_work_is_not_and_takes_another_with_it() {
    Voicing voicing =
        Voicing.of(Map.of(Voice.RESIDENT, 14, Voice.MANAGER, 10, Voice.PRACTITIONER, 12), K);
    // Only one would be unnamed: the smallest of the others goes with it.
    assertThat(voicing.named()).containsExactly(Map.entry(Voice.RESIDENT, 14));
    assertThat(voicing.unnamed()).containsExactly(Voice.PRACTITIONER, Voice.MANAGER);
    assertThat(voicing.one(Voice.MANAGER)).isEqualTo("somebody in the room");
  }

  @Test
  void whoever_knows_how_many_there_were_cannot_count_an_unnamed_voice() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      Map<Voice, Integer> counted = new EnumMap<>(Voice.class);
      for (Voice voice : Voice.values()) {
        counted.put(voice, random.nextInt(25));
      }
      Voicing voicing = Voicing.of(counted, K);
      voicing.named().forEach((v, n) -> assertThat(n).isGreaterThanOrEqualTo(Voicing.few(v, K)));
      int hidden = voicing.unnamed().stream().mapToInt(counted::get).sum();
      if (!voicing.named().isEmpty() && !voicing.unnamed().isEmpty()) {
        assertThat(voicing.unnamed()).as("%s", counted).hasSizeGreaterThan(1);
        assertThat(hidden).as("%s", counted).isGreaterThan(K);
      }
    }
  }

  @Test
  void nobody_at_all_is_nobody() {
    Voicing voicing = Voicing.of(Map.of(), K);
    assertThat(voicing.named()).isEmpty();
    assertThat(voicing.unnamed()).isEmpty();
  }
}
