package org.kith.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.http.ProblemException;
import org.kith.reviews.Predictions.Expected;
import org.kith.reviews.Review.Stage;
import org.kith.store.RealDatabase;
import org.kith.store.Store;

/** What somebody expects is said once, in its time, and stays. */
class PredictionsTest {

  private static Expected expected(String question, Double low, Double high, String words) {
    return new Expected(UUID.randomUUID().toString(), question, low, high, words, "");
  }

  private static Expected say(Store store, SampleReview sample, Expected said) {
    return store.write(
        h ->
            Predictions.say(
                h, SampleReview.now(store, sample.id()), sample.resident().person(), said, 20));
  }

  private static List<Expected> mine(Store store, SampleReview sample) {
    return store.read(
        h -> Predictions.mine(h, SampleReview.now(store, sample.id()), sample.resident().person()));
  }

  @ParameterizedTest
  @EnumSource
  void a_second_one_changes_nothing_and_is_told_so(RealDatabase database) throws IOException {
    try (Store store = database.empty().open()) {
      SampleReview sample = SampleReview.at(store, Stage.SAY_FIRST, "7f3a-91c2");
      Expected first = expected(sample.questions().get(0), 40.0, 50.0, "About as before.");
      assertThat(say(store, sample, first)).isEqualTo(first);
      assertThat(say(store, sample, first)).as("sent twice").isEqualTo(first);
      Expected other = expected(sample.questions().get(0), 0.0, 5.0, "I was told it fell.");
      assertThatThrownBy(() -> say(store, sample, other))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("kept as you said it first");
      assertThat(mine(store, sample)).containsExactly(first);
      assertThatThrownBy(
              () -> store.change(h -> h.execute("update prediction set words = 'otherwise'")))
          .isInstanceOf(RuntimeException.class);
      assertThatThrownBy(() -> store.change(h -> h.execute("delete from prediction")))
          .isInstanceOf(RuntimeException.class);
      assertThat(mine(store, sample)).containsExactly(first);
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_can_be_said_neither_before_nor_after_its_time(RealDatabase database) throws IOException {
    try (Store store = database.empty().open()) {
      SampleReview early = SampleReview.at(store, Stage.PREPARE, "7f3a-91c2");
      assertThatThrownBy(
              () -> say(store, early, expected(early.questions().get(1), null, null, "Much.")))
          .hasMessageContaining("still being prepared");
      SampleReview late = SampleReview.at(store, Stage.SAY_FIRST, "7f3a-91c2");
      store.change(
          h ->
              Reviews.advance(
                  h,
                  SampleReview.now(store, late.id()),
                  Stage.PROVIDERS_LOOK,
                  "r-commissioner",
                  9));
      assertThatThrownBy(
              () -> say(store, late, expected(late.questions().get(1), null, null, "Much.")))
          .hasMessageContaining("closed");
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_says_something_and_a_share_lies_between_0_and_100(RealDatabase database)
      throws IOException {
    try (Store store = database.empty().open()) {
      SampleReview sample = SampleReview.at(store, Stage.SAY_FIRST, "7f3a-91c2");
      String share = sample.questions().get(0);
      String words = sample.questions().get(1);
      for (Expected wrong :
          List.of(
              expected(share, null, null, ""),
              expected(share, 50.0, 40.0, ""),
              expected(share, 50.0, null, ""),
              expected(share, -1.0, 40.0, ""),
              expected(share, 1.0, 101.0, ""),
              expected(share, Double.NaN, 40.0, ""),
              expected(words, 1.0, 10.0, "A share of nothing."),
              expected(UUID.randomUUID().toString(), null, null, "Of nothing."))) {
        assertThatThrownBy(() -> say(store, sample, wrong)).isInstanceOf(ProblemException.class);
      }
      assertThat(mine(store, sample)).isEmpty();
    }
  }
}
