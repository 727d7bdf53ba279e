package org.kith.sample;

import java.time.LocalDateTime;
import java.util.List;
import org.kith.workspace.Wave;

/**
 * A form that came back: one row of an export.
 *
 * @param person who filled it in
 * @param wave it belongs to
 * @param started when it was opened; it was handed in within the hour
 * @param minutes until it was handed in, or left
 * @param id the tool's id of the response
 * @param answers a code or a kind of missing for every question, in asked order
 * @param lastPage the last page they saw
 * @param helped those of {@link Forms#HELP} they ticked
 * @param note what they wrote at the end, or empty
 * @param outcome where the row belongs in the account
 * @param flaw what is wrong with it
 */
record Form(
    Person person,
    Wave wave,
    LocalDateTime started,
    int minutes,
    int id,
    List<Integer> answers,
    int lastPage,
    List<String> helped,
    String note,
    Outcome outcome,
    Flaw flaw) {

  Form {
    answers = List.copyOf(answers);
    helped = List.copyOf(helped);
  }

  /** Where a row belongs: the truth that ingest is held against. */
  enum Outcome {
    ACCEPTED,
    PARTIAL,
    PREVIEW_OR_TEST,
    DUPLICATE,
    REJECTED
  }

  /** Why a row cannot be read. */
  enum Flaw {
    NONE,
    /** An answer the question does not offer. */
    CODE,
    /** An organisation that is not taking part. */
    ORGANISATION,
    /** A day, or a wave, that cannot be read. */
    DAY
  }

  LocalDateTime handedIn() {
    return started.plusMinutes(minutes);
  }

  /** Whether it counts: complete, or left early, and not replaced by a later one. */
  boolean kept() {
    return outcome == Outcome.ACCEPTED || outcome == Outcome.PARTIAL;
  }

  boolean complete() {
    return lastPage == Question.LAST_PAGE;
  }

  int answer(Question question) {
    return answers.get(question.position());
  }

  Form with(Outcome outcome, Flaw flaw) {
    return new Form(
        person, wave, started, minutes, id, answers, lastPage, helped, note, outcome, flaw);
  }

  Form numbered(int id) {
    return new Form(
        person, wave, started, minutes, id, answers, lastPage, helped, note, outcome, flaw);
  }
}
