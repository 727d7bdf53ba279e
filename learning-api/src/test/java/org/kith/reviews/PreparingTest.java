package org.kith.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.http.ClashException;
import org.kith.http.ProblemException;
import org.kith.people.Voice;
import org.kith.reviews.Review.Stage;
import org.kith.store.RealDatabase;
import org.kith.store.Store;

/** A review is prepared in any order, except where the order protects people. */
class PreparingTest {

  @ParameterizedTest
  @EnumSource
  void it_goes_through_every_stage_once_and_never_back(RealDatabase database) throws IOException {
    try (Store store = database.empty().open()) {
      for (Stage stage : Stage.values()) {
        SampleReview sample = SampleReview.at(store, stage, "7f3a-91c2");
        assertThat(SampleReview.now(store, sample.id()).stage()).isEqualTo(stage);
      }
      SampleReview sample = SampleReview.at(store, Stage.LOOK, "7f3a-91c2");
      Review review = SampleReview.now(store, sample.id());
      store.change(h -> Reviews.advance(h, review, Stage.SAY_FIRST, "r-commissioner", 99));
      assertThat(SampleReview.now(store, sample.id())).isEqualTo(review);
      assertThatThrownBy(
              () ->
                  store.change(
                      h -> Reviews.advance(h, review, Stage.TOGETHER, "r-commissioner", 99)))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("one step at a time");
    }
  }

  @ParameterizedTest
  @EnumSource
  void questions_stand_in_the_order_they_are_given(RealDatabase database) throws IOException {
    try (Store store = database.empty().open()) {
      SampleReview sample = SampleReview.at(store, Stage.PREPARE, "7f3a-91c2");
      Review review = SampleReview.now(store, sample.id());
      String third = UUID.randomUUID().toString();
      store.change(
          h -> {
            Asking.ask(h, review, third, "And who is missing?", null);
            Asking.ask(h, review, third, "And who is missing?", null);
            Asking.askOtherwise(h, review, third, "Who is missing?", null, 1);
            Asking.doNotAsk(h, review, sample.questions().get(0));
          });
      List<Reviews.Question> asked = store.read(h -> Reviews.questions(h, review.id()));
      assertThat(asked)
          .containsExactly(
              new Reviews.Question(third, 1, "Who is missing?", null),
              new Reviews.Question(
                  sample.questions().get(1), 2, "What would make an evening easier?", null));
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobody_is_invited_before_it_says_what_it_is_not_for(RealDatabase database)
      throws IOException {
    try (Store store = database.empty().open()) {
      SampleReview sample = SampleReview.at(store, Stage.PREPARE, "7f3a-91c2");
      String id = UUID.randomUUID().toString();
      Review bare =
          store.write(h -> Reviews.create(h, sample.commissioner().person(), id, "Winter", 5));
      assertThatThrownBy(
              () ->
                  store.change(
                      h ->
                          Preparing.invite(
                              h,
                              sample.commissioner().person(),
                              bare,
                              "r-resident",
                              Voice.RESIDENT,
                              false,
                              6)))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("what it will not be used for");
      List<String> missing = store.read(h -> Preparing.missing(h, bare));
      assertThat(missing)
          .containsExactly(
              "write what it is for",
              "write what it will not be used for",
              "invite somebody",
              "write a question for the room",
              "freeze the pack");
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_was_promised_to_those_invited_is_only_added_to(RealDatabase database)
      throws IOException {
    try (Store store = database.empty().open()) {
      SampleReview sample = SampleReview.at(store, Stage.PREPARE, "7f3a-91c2");
      Review review = SampleReview.now(store, sample.id());
      assertThatThrownBy(() -> change(store, sample, review, "Comparing organisations."))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("You can add to what it will not be used for");
      change(store, sample, review, SampleReview.NOT_FOR + " Nor the next tender.");
      assertThat(SampleReview.now(store, sample.id()).notFor()).endsWith("Nor the next tender.");
      assertThatThrownBy(
              () -> change(store, sample, review, SampleReview.NOT_FOR + " Nor anything else."))
          .isInstanceOf(ClashException.class)
          .hasMessageContaining("Nothing was written over");
    }
  }

  private static void change(Store store, SampleReview sample, Review review, String notFor) {
    store.change(
        h ->
            Preparing.change(
                h,
                sample.commissioner().person(),
                review,
                review.version(),
                new Preparing.Plan(
                    review.name(),
                    review.purpose(),
                    notFor,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of()),
                9));
  }

  @ParameterizedTest
  @EnumSource
  void a_review_whose_leader_has_left_can_be_taken_over(RealDatabase database) throws IOException {
    try (Store store = database.empty().open()) {
      SampleReview sample = SampleReview.at(store, Stage.SAY_FIRST, "7f3a-91c2");
      Review review = SampleReview.now(store, sample.id());
      assertThatThrownBy(
              () -> store.change(h -> Reviews.takeOver(h, review, sample.resident().person(), 30)))
          .hasMessageContaining("still here");
      store.change(
          h -> {
            h.execute("update person set left_at = 29 where id = ?", review.commissioner());
            Reviews.takeOver(h, review, sample.resident().person(), 30);
          });
      assertThat(SampleReview.now(store, sample.id()).ledBy(sample.resident().person())).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void once_predictions_are_open_what_they_are_about_stays(RealDatabase database)
      throws IOException {
    try (Store store = database.empty().open()) {
      SampleReview sample = SampleReview.at(store, Stage.SAY_FIRST, "7f3a-91c2");
      Review review = SampleReview.now(store, sample.id());
      assertThatThrownBy(
              () -> store.change(h -> Asking.doNotAsk(h, review, sample.questions().get(0))))
          .hasMessageContaining("no longer changes");
      assertThatThrownBy(
              () -> store.change(h -> Preparing.pack(h, review, review.version(), "a", "b")))
          .hasMessageContaining("no longer changes");
      assertThatThrownBy(
              () ->
                  store.change(
                      h ->
                          Preparing.takeOff(
                              h, sample.commissioner().person(), review, "r-resident", 9)))
          .hasMessageContaining("no longer changes");
    }
  }
}
