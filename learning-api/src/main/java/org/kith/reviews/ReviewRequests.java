package org.kith.reviews;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.kith.http.Form;
import org.kith.http.Says;

/** What programs send about reviews. */
final class ReviewRequests {
  private ReviewRequests() {}

  /** A review to start. */
  @Says("A review to start.")
  record ReviewSent(
      @Says("A UUID that the sender makes, so that sending twice keeps it once.") String id,
      @Says("What it is called.") String name) {}

  /** What a review is. */
  @Says("What a review is.")
  record PlanSent(
      @Says("The version looked at.") int version,
      @Says("What it is called.") String name,
      @Says("What it is for.") String purpose,
      @Says("What it will not be used for; only added to once somebody is invited.")
          @JsonProperty("not_for")
          String notFor,
      @Says(value = "Id of a place, or null for every place.", nullable = true) String place,
      @Says(value = "Id of the first wave it is about, or null.", nullable = true)
          @JsonProperty("from_wave")
          String fromWave,
      @Says(value = "Id of the last, or null.", nullable = true) @JsonProperty("to_wave")
          String toWave,
      @Says(value = "Id of the review before it, or null.", nullable = true) String follows,
      @Says(value = "The day it meets, ISO 8601, or null.", nullable = true)
          @JsonProperty("meets_on")
          String meetsOn,
      @Says("Ids of the learning cycles it is about.") List<String> cycles) {

    Preparing.Plan plan() {
      return new Preparing.Plan(
          Form.within(name, "name"),
          Form.within(purpose, "purpose"),
          Form.within(notFor, "not_for"),
          place,
          fromWave,
          toWave,
          follows,
          Form.day(meetsOn, "meets_on"),
          cycles == null ? List.of() : cycles);
    }
  }

  /** In which voice somebody takes part. */
  @Says("In which voice somebody takes part.")
  record SeatSent(
      @Says("resident, practitioner, manager, leader, commissioner or policy.") String voice,
      @Says("Whether they belong to a provider: look first and add context.") boolean provider) {}

  /** Whether somebody came. */
  @Says("Whether somebody came, or was invited and could not.")
  record CameSent(@Says("Whether they came.") boolean came) {}

  /** A voice that is missing. */
  @Says("A voice that is not in the room.")
  record AbsentSent(
      @Says("A UUID that the sender makes.") String id, @Says("Whose voice.") String words) {}

  /** A question. */
  @Says("What the room is asked.")
  record QuestionSent(
      @Says("The question.") String words,
      @Says(
              value =
                  "Address of an indicator, whose wave can be latest: the latest of the pack. Or"
                      + " null.",
              nullable = true)
          String figure,
      @Says(value = "1 for the first; null to add it last or leave it.", nullable = true)
          Integer position) {}

  /** A snapshot for the pack. */
  @Says("Which snapshot the pack is.")
  record PackFrozen(
      @Says("The version looked at.") int version,
      @Says(value = "Its id, or null for the one that is published next.", nullable = true)
          String snapshot) {}

  /** A stage. */
  @Says("Where a review goes next.")
  record StageSent(@Says("say-first, providers-look, look or read-alone.") String stage) {}

  /** A prediction. */
  @Says("What somebody expects of a question.")
  record ExpectedSent(
      @Says("A UUID that the sender makes, so that sending twice keeps it once.") String id,
      @Says("Id of the question.") String question,
      @Says("The least they expect, of 100; null without a share.") Double low,
      @Says("The most they expect; null without a share.") Double high,
      @Says(value = "What they expect, in words.", nullable = true) String words,
      @Says(value = "What would surprise them.", nullable = true) String surprise) {}

  /** Context. */
  @Says("What a number leaves out.")
  record ContextSent(
      @Says("A UUID that the sender makes.") String id,
      @Says(value = "Id of the question, or null for the pack as a whole.", nullable = true)
          String question,
      @Says("What everybody should know who reads it.") String words) {}
}
