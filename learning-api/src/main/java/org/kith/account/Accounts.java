package org.kith.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.learning.Library;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.reviews.Review;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.Reviews;
import org.kith.store.Store;

/**
 * Writing the account of a review together. Whoever leads the review writes it, version after
 * version; each version says all that it says for good, and needs an answer from everybody who
 * came. What is published never changes again.
 */
public final class Accounts {
  /** The most letters of one thing learned. */
  private static final int LEARNING_LETTERS = 600;

  private final Store store;
  private final Clock clock;
  private final Library library;
  private final Reading reading;

  /** The accounts of a store, with the numbers of a library. */
  public Accounts(Store store, Clock clock, Library library) {
    this.store = store;
    this.clock = clock;
    this.library = library;
    this.reading = new Reading(store, library);
  }

  /** Reading them. */
  public Reading reading() {
    return reading;
  }

  /**
   * What is sent to write a version.
   *
   * @param version looked at; 0 when nothing was written
   * @param learnings one a line
   * @param dataNotes one a line
   */
  public record Draft(int version, String summary, String learnings, String dataNotes) {}

  /**
   * Where an account stands, as one person in the review may see it.
   *
   * @param stage of the review
   * @param written the latest version, or what the first could start from, as version 0
   * @param asked whether this person came and has not answered the latest version
   * @param answer this person's answer to it, or null
   * @param came whether this person is down as having come; null for whoever only leads
   * @param answered whether everybody who came has answered it
   * @param moved whether something in the review was changed since it was written
   * @param seats who was invited, for whoever leads; empty for the others
   */
  public record Standing(
      Review review,
      Stage stage,
      boolean leads,
      Written written,
      boolean asked,
      Answer answer,
      Boolean came,
      boolean answered,
      boolean moved,
      List<Reviews.Participant> seats) {}

  /** An answer to a version. */
  public record Answer(boolean approves, String words) {}

  /**
   * A version that was written meanwhile, beside what was sent.
   *
   * @param kept whether what was sent is kept
   * @param now the latest version
   */
  public record Outcome(boolean kept, Written now) {

    /**
     * Goes on only if what was sent is kept.
     *
     * @throws ProblemException if somebody wrote a version meanwhile
     */
    void orConflict() {
      if (!kept) {
        throw ProblemException.of(
            Problem.Kind.CONFLICT,
            "Version %d was written since you looked. Nothing was overwritten. Read it first."
                .formatted(now.version()));
      }
    }
  }

  /**
   * Where the account of a review stands.
   *
   * @throws ProblemException if this person takes no part in it, or readings are not open yet
   */
  public Standing standing(Person me, String id) {
    return store.read(
        h -> {
          Review review = ready(Review.mine(h, id, me));
          Optional<Written> latest = Versions.latest(h, id);
          int version = latest.map(Written::version).orElse(0);
          Boolean came = came(h, id, me);
          Optional<Answer> answer =
              Versions.answer(h, id, version, me.id())
                  .map(a -> new Answer(a.approves(), a.words()));
          boolean moved =
              latest
                  .filter(w -> review.published() == null)
                  .map(w -> !Versions.material(h, review, w).equals(Gathering.of(h, review, w)))
                  .orElse(false);
          return new Standing(
              review,
              review.stage(),
              review.ledBy(me),
              latest.orElseGet(() -> start(h, review)),
              version > 0 && Boolean.TRUE.equals(came) && answer.isEmpty(),
              answer.orElse(null),
              came,
              version > 0 && !Versions.waiting(h, id, version),
              moved,
              review.ledBy(me) ? Reviews.participants(h, id) : List.of());
        });
  }

  private Written start(Handle h, Review review) {
    List<String> figures =
        Reviews.questions(h, review.id()).stream()
            .map(Reviews.Question::figure)
            .filter(f -> f != null)
            .toList();
    String notes =
        reading
            .pack(review.snapshot())
            .map(view -> String.join("\n", DataNotes.of(view, figures)))
            .orElse("");
    return new Written(0, "", List.of(), notes, "", 0);
  }

  private static Boolean came(Handle h, String review, Person me) {
    return h.createQuery("select came from review_person where review = :review and person = :me")
        .bind("review", review)
        .bind("me", me.id())
        .mapTo(Integer.class)
        .findOne()
        .map(c -> c == 1)
        .orElse(null);
  }

  private static Review ready(Review review) {
    if (review.aloneClosed() == null) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "The account is written once everybody’s readings are open. Until then there is nothing"
              + " to tell.");
    }
    return review;
  }

  private static Review open(Review review) {
    if (ready(review).published() != null) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "This account is published, and stays as it is. What is seen differently now belongs in a"
              + " review that follows it.");
    }
    return review;
  }

  /**
   * Writes the next version. Sending the same words twice keeps them once; where somebody wrote a
   * version meanwhile, nothing is overwritten and theirs comes back.
   *
   * @throws ProblemException if somebody else leads the review, or it is too early or too late
   */
  public Outcome write(Person me, String id, Draft sent) {
    String summary = Form.needed(sent.summary(), "what was learned, in plain words", "summary");
    List<String> learnings = Gathering.lines(Form.within(sent.learnings(), "learnings"));
    for (String learning : learnings) {
      if (learning.length() > LEARNING_LETTERS) {
        throw ProblemException.of(
            Problem.Kind.NOT_ACCEPTED,
            "One thing learned takes at most %d letters. Put it in two lines."
                .formatted(LEARNING_LETTERS));
      }
    }
    String notes = Form.within(sent.dataNotes(), "data notes");
    long now = clock.millis();
    return store.write(
        h -> {
          Review review = open(Review.led(h, id, me));
          Optional<Written> latest = Versions.latest(h, id);
          int version = latest.map(Written::version).orElse(0);
          Written next = new Written(version + 1, summary, learnings, notes, me.id(), now);
          if (version == sent.version() && Versions.add(h, review, next)) {
            Audit.add(h, me.id(), Audit.Action.ACCOUNT_WRITTEN, id, now);
            return new Outcome(true, next);
          }
          Written there = latest.orElse(next);
          boolean again =
              there.version() == sent.version() + 1
                  && there.author().equals(me.id())
                  && there.summary().equals(summary)
                  && there.learnings().equals(learnings)
                  && there.dataNotes().equals(notes);
          return new Outcome(again, there);
        });
  }

  /**
   * Keeps somebody's answer to the latest version, in the place of one they gave before.
   *
   * @param version answered to
   * @param approves null when neither was chosen
   * @throws ProblemException if they did not come, if there is a newer version, or if a dissent has
   *     no words
   */
  public void answer(Person me, String id, int version, Boolean approves, String words) {
    String given = Form.within(words, "words");
    if (approves == null) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "Choose whether you approve this account or do not.");
    }
    if (!approves) {
      Form.needed(given, "what you do not agree with; it is printed with the account", "words");
    }
    long now = clock.millis();
    store.change(
        h -> {
          Review review = open(Review.mine(h, id, me));
          if (!Boolean.TRUE.equals(came(h, id, me))) {
            throw ProblemException.of(
                Problem.Kind.NOT_ACCEPTED,
                "Those who came answer. If you were there, say so on this page first.");
          }
          latest(h, review, version);
          Voice voice = Review.voice(h, id, me).orElseThrow();
          Versions.keep(
              h, id, version, me.id(), voice, new Versions.Answered(approves, given), now);
          Audit.add(h, me.id(), Audit.Action.ACCOUNT_ANSWERED, id, now);
        });
  }

  private static Written latest(Handle h, Review review, int version) {
    Written latest =
        Versions.latest(h, review.id())
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.NOT_ACCEPTED,
                        "Nothing is written yet. It needs words first."));
    if (latest.version() != version) {
      throw ProblemException.of(
          Problem.Kind.CONFLICT,
          "Version %d was written since you looked. Read it first; an answer holds for one version."
              .formatted(latest.version()));
    }
    return latest;
  }

  /**
   * Notes whether somebody came: whoever leads the review says it of anybody, and everybody says it
   * of themselves.
   *
   * @throws ProblemException if it is somebody else's to say, or nobody of that id was invited
   */
  public void attendance(Person me, String id, String person, boolean came) {
    long now = clock.millis();
    store.change(
        h -> {
          Review review = open(Review.mine(h, id, me));
          if (!person.equals(me.id())) {
            Review.led(h, review.id(), me);
          }
          int noted =
              h.createUpdate(
                      "update review_person set came = :came where review = :review and person ="
                          + " :person")
                  .bind("came", came ? 1 : 0)
                  .bind("review", id)
                  .bind("person", person)
                  .execute();
          if (noted == 0) {
            throw ProblemException.of(Problem.Kind.NOT_FOUND, "They were not invited to it.");
          }
          Audit.add(h, me.id(), Audit.Action.REVIEW_ATTENDANCE, id, now);
        });
  }

  /**
   * Publishes the latest version, for good. Publishing it again changes nothing.
   *
   * @throws ProblemException if somebody else leads the review, if not everybody who came has
   *     answered, or if something was changed since the version was written
   */
  public void publish(Person me, String id, int version) {
    long now = clock.millis();
    store.change(
        h -> {
          Review review = ready(Review.led(h, id, me));
          if (review.published() != null) {
            return;
          }
          Written latest = latest(h, review, version);
          if (Versions.came(h, id).isEmpty()) {
            throw ProblemException.of(
                Problem.Kind.NOT_ACCEPTED, "Nobody is down as having come, so nobody approved it.");
          }
          if (Versions.waiting(h, id, version)) {
            throw ProblemException.of(
                Problem.Kind.NOT_ACCEPTED,
                "Not everybody who came has answered this version yet. Those who were not there can"
                    + " be noted as not there.");
          }
          if (!Versions.material(h, review, latest).equals(Gathering.of(h, review, latest))) {
            throw ProblemException.of(
                Problem.Kind.NOT_ACCEPTED,
                "Something in the review was changed since version %d was written. Write it anew, so"
                        .formatted(version)
                    + " that everybody answers what will be published.");
          }
          h.createUpdate("update review set published = :now where id = :id and published is null")
              .bind("now", now)
              .bind("id", id)
              .execute();
          h.createUpdate(
                  "update learning set approved = :now where review = :id and approved is null")
              .bind("now", now)
              .bind("id", id)
              .execute();
          Audit.add(h, me.id(), Audit.Action.ACCOUNT_PUBLISHED, id, now);
        });
  }

  /** The library behind them. */
  Library library() {
    return library;
  }
}
