package org.kith.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.people.Voice;

/** Which readings stand under which label, and what cannot be worked out from it. */
class RivalsTest {
  private static final int K = 10;

  private static List<Reading> readings(Map<Voice, Integer> people) {
    List<Reading> all = new ArrayList<>();
    people.forEach(
        (voice, count) -> {
          for (int i = 0; i < count; i++) {
            String id = voice.id() + i;
            all.add(new Reading(id, id, voice, "As " + id, false));
          }
        });
    return all;
  }

  private static Rivals of(Map<Voice, Integer> people) {
    return Rivals.of(readings(people), "resident0", K);
  }

  private static List<String> labels(Rivals rivals) {
    return rivals.columns().stream().map(Rivals.Column::label).toList();
  }

  @Test
  void a_voice_is_named_from_ten_residents_and_from_eleven_who_work() {
    assertThat(labels(of(Map.of(Voice.RESIDENT, 10, Voice.PRACTITIONER, 11))))
        .containsExactly("Residents", "Practitioners");
    assertThat(labels(of(Map.of(Voice.RESIDENT, 9, Voice.PRACTITIONER, 11))))
        .containsExactly(Rivals.UNNAMED);
    assertThat(labels(of(Map.of(Voice.RESIDENT, 10, Voice.PRACTITIONER, 10))))
        .containsExactly(Rivals.UNNAMED);
  }

  @Test
  void one_voice_too_small_takes_a_second_with_it() {
    Rivals rivals = of(Map.of(Voice.RESIDENT, 30, Voice.MANAGER, 12, Voice.PRACTITIONER, 10));
    assertThat(labels(rivals)).containsExactly("Residents", Rivals.UNNAMED);
    // Twelve managers and ten practitioners.
    assertThat(rivals.columns().get(1).said()).hasSize(22);
    assertThat(rivals.columns().get(1).wrote()).isNull();
  }

  @Test
  void no_hidden_voice_is_worked_out_from_what_is_shown_however_many_came() {
    Random random = new Random(7);
    int hidden = 0;
    for (int run = 0; run < 2_000; run++) {
      Map<Voice, Integer> people = new EnumMap<>(Voice.class);
      for (Voice voice : Voice.values()) {
        int count = random.nextInt(16);
        if (count > 0) {
          people.put(voice, count);
        }
      }
      Rivals rivals = of(people);
      List<String> labels = labels(rivals);
      List<Voice> unnamed =
          people.keySet().stream().filter(v -> !labels.contains(v.many())).toList();
      people.forEach(
          (voice, count) -> {
            if (labels.contains(voice.many())) {
              assertThat(count)
                  .as("" + people)
                  .isGreaterThanOrEqualTo(voice == Voice.RESIDENT ? K : K + 1);
            }
          });
      boolean all = unnamed.size() == people.size();
      if (!unnamed.isEmpty() && !all) {
        hidden++;
        int together = unnamed.stream().mapToInt(people::get).sum();
        assertThat(unnamed).as("" + people).hasSizeGreaterThan(1);
        assertThat(together).as("" + people).isGreaterThanOrEqualTo(K);
      }
      assertThat(words(rivals)).as("all are kept").hasSize(readings(people).size());
    }
    assertThat(hidden).as("rooms in which some were hidden").isGreaterThan(200);
  }

  private static List<String> words(Rivals rivals) {
    return Stream.concat(
            rivals.columns().stream().flatMap(c -> c.said().stream()), rivals.kept().stream())
        .map(Rivals.Said::words)
        .toList();
  }

  @Test
  void what_fits_none_stands_apart_and_under_no_voice() {
    List<Reading> readings = readings(Map.of(Voice.RESIDENT, 12, Voice.MANAGER, 2));
    readings.set(0, apart(readings.get(0)));
    readings.set(13, apart(readings.get(13)));
    Rivals rivals = Rivals.of(readings, "resident0", K);
    assertThat(rivals.kept()).hasSize(2);
    assertThat(words(rivals)).hasSize(14);
  }

  private static Reading apart(Reading r) {
    return new Reading(r.id(), r.person(), r.voice(), r.words(), true);
  }

  @Test
  void one_s_own_is_told_to_oneself_only() {
    Rivals mine = of(Map.of(Voice.RESIDENT, 12));
    assertThat(mine.columns().get(0).said().stream().filter(Rivals.Said::yours)).hasSize(1);
    Rivals everybodys = Rivals.of(readings(Map.of(Voice.RESIDENT, 12)), "", K);
    assertThat(everybodys.columns().get(0).said()).noneMatch(Rivals.Said::yours);
  }

  @Test
  void who_has_written_is_a_number_only_where_it_hides_both_sides() {
    assertThat(Readings.standing(20, 40, 11)).isEqualTo("20 of 40 have written.");
    assertThat(Readings.standing(11, 22, 11)).isEqualTo("11 of 22 have written.");
    for (int written : new int[] {0, 1, 10, 30, 35, 39}) {
      assertThat(Readings.standing(written, 40, 11))
          .as("%d of 40", written)
          .isEqualTo("Not everybody has written yet.");
    }
    assertThat(Readings.standing(40, 40, 11)).isEqualTo("Everybody has written.");
    assertThat(Readings.standing(0, 0, 11)).isEqualTo("Not everybody has written yet.");
  }
}
