package org.kith.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kith.people.Voice;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.SaidFirst.Heap;
import org.kith.reviews.SaidFirst.Said;
import org.kith.reviews.SaidFirst.Sayings;
import org.kith.store.EmptyStore;
import org.kith.store.Store;

/** What was said first is shown in heaps and voices that are large enough to hide in. */
class SaidFirstTest {
  private static final int K = 10;

  private static List<Said> said(Voice voice, double low, double high, int people) {
    return IntStream.range(0, people)
        .mapToObj(
            i -> new Said(UUID.randomUUID().toString(), voice, low, high, "words " + voice, ""))
        .toList();
  }

  private static List<Said> all(List<List<Said>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  @Test
  void heaps_are_as_in_the_drawing_of_a_review() {
    // 10, 12, 15 and 11 people around 37.5, 42.5, 47.5 and 52.5, as in the drawing; here all
    // are residents, so that ten may be told.
    SaidFirst first =
        SaidFirst.of(
            all(
                List.of(
                    said(Voice.RESIDENT, 35, 40, 10),
                    said(Voice.RESIDENT, 40, 45, 12),
                    said(Voice.RESIDENT, 45, 50, 15),
                    said(Voice.RESIDENT, 50, 55, 11))),
            K);
    assertThat(first.heaps())
        .containsExactly(
            new Heap(0, 40, 10), new Heap(40, 45, 12), new Heap(45, 50, 15), new Heap(50, 100, 11));
    assertThat(first.heaps().stream().map(Heap::words))
        .containsExactly("under 40", "40 to 45", "45 to 50", "50 or more");
    assertThat(first.heaps().stream().map(Heap::at)).containsExactly(37.5, 42.5, 47.5, 52.5);
    assertThat(first.ranges()).isEqualTo(48);
  }

  @Test
  void of_people_who_work_eleven_are_needed() {
    assertThat(SaidFirst.of(said(Voice.MANAGER, 35, 40, 10), K).ranges()).isNull();
    assertThat(SaidFirst.of(said(Voice.MANAGER, 35, 40, 11), K).ranges()).isEqualTo(11);
    assertThat(SaidFirst.of(said(Voice.RESIDENT, 35, 40, 10), K).ranges()).isEqualTo(10);
    assertThat(SaidFirst.of(said(Voice.RESIDENT, 35, 40, 9), K).ranges()).isNull();
  }

  @Test
  void whoever_would_be_alone_is_in_a_heap_with_others() {
    Random random = new Random(20261126);
    for (int i = 0; i < 2_000; i++) {
      List<Said> people = new ArrayList<>();
      int n = random.nextInt(70);
      for (int p = 0; p < n; p++) {
        double low = random.nextInt(101);
        double high = low + random.nextInt(101 - (int) low);
        people.addAll(said(List.of(Voice.values()).get(random.nextInt(6)), low, high, 1));
      }
      SaidFirst first = SaidFirst.of(people, K);
      assertThat(first.heaps()).allMatch(h -> h.people() >= first.fewest());
      if (!first.heaps().isEmpty()) {
        assertThat(first.heaps().stream().mapToInt(Heap::people).sum()).isEqualTo(n);
        assertThat(first.heaps().size()).isGreaterThan(1);
      }
    }
  }

  @Test
  void a_voice_of_few_stands_over_nothing_and_is_never_the_only_one() {
    Random random = new Random(20261126);
    for (int i = 0; i < 2_000; i++) {
      List<Said> people = new ArrayList<>();
      for (Voice voice : Voice.values()) {
        people.addAll(said(voice, 1, 2, random.nextInt(16)));
      }
      Collections.shuffle(people, random);
      List<Sayings> sayings = SaidFirst.of(people, K).sayings();
      for (Sayings one : sayings) {
        if (!one.voice().isEmpty()) {
          assertThat(one.said().size()).isGreaterThanOrEqualTo(K);
          assertThat(one.said().stream().map(SaidFirst.Saying::words).distinct()).hasSize(1);
        } else if (sayings.size() > 1) {
          assertThat(one.said().size()).isGreaterThanOrEqualTo(K);
          assertThat(one.said().stream().map(SaidFirst.Saying::words).distinct().count())
              .isGreaterThan(1);
        }
      }
      assertThat(sayings.stream().mapToInt(s -> s.said().size()).sum()).isEqualTo(people.size());
    }
  }

  @Test
  void three_managers_among_many_residents_take_a_second_voice_with_them() {
    List<Sayings> sayings =
        SaidFirst.of(
                all(
                    List.of(
                        said(Voice.RESIDENT, 1, 2, 14),
                        said(Voice.PRACTITIONER, 1, 2, 12),
                        said(Voice.MANAGER, 1, 2, 3))),
                K)
            .sayings();
    assertThat(sayings.stream().map(Sayings::voice)).containsExactly("Residents", "");
    assertThat(sayings.get(1).said()).hasSize(15);
  }

  @Test
  void nothing_of_it_can_be_read_while_predictions_are_open() {
    try (Store store = EmptyStore.open()) {
      SampleReview open = SampleReview.at(store, Stage.SAY_FIRST, "7f3a-91c2");
      Review review = SampleReview.now(store, open.id());
      assertThatThrownBy(
              () ->
                  store.<SaidFirst, RuntimeException>read(
                      h -> SaidFirst.of(h, review, open.questions().get(0), K)))
          .hasMessageContaining("once predictions are closed");
      SampleReview closed = SampleReview.at(store, Stage.PROVIDERS_LOOK, "7f3a-91c2");
      SaidFirst first =
          store.read(
              h ->
                  SaidFirst.of(
                      h, SampleReview.now(store, closed.id()), closed.questions().get(0), K));
      assertThat(first.people()).isEqualTo(3);
      assertThat(first.ranges()).isNull();
      assertThat(first.sayings().get(0).voice()).isEmpty();
      assertThat(first.sayings().get(0).said()).hasSize(3);
    }
  }
}
