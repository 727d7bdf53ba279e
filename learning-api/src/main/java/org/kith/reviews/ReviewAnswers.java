package org.kith.reviews;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.kith.api.PublicAnswer;
import org.kith.http.Says;
import org.kith.learning.View;
import org.kith.people.Person;
import org.kith.people.Voice;

/** What programs are told of reviews. */
final class ReviewAnswers {
  private ReviewAnswers() {}

  /** A list. */
  @Says("Reviews one takes part in, the next first.")
  record ReviewList(@Says("The reviews.") List<ReviewShort> reviews) {}

  /** One of a list. */
  @Says("A review, in short.")
  record ReviewShort(
      @Says("Its id.") String id,
      @Says("What it is called.") String name,
      @Says("prepare, say-first, providers-look, look, read-alone, together or published.")
          String stage,
      @Says(value = "The day it meets, or null.", nullable = true) String meetsOn,
      @Says("What it asks of you now.") String now) {}

  /** A review. */
  @Says("Where a review is and what it is about.")
  record ReviewAnswer(
      @Says("Its id.") String id,
      @Says("What it is called.") String name,
      @Says("Goes up with every change of what it is.") int version,
      @Says("prepare, say-first, providers-look, look, read-alone, together or published.")
          String stage,
      @Says("What it asks of you now.") String now,
      @Says("Whether you prepare it.") boolean leads,
      @Says(value = "The voice in which you take part, or null.", nullable = true) String voice,
      @Says("What it is for.") String purpose,
      @Says("What it will not be used for.") String notFor,
      @Says(value = "Id of its place, or null for every place.", nullable = true) String place,
      @Says(value = "Id of the first wave it is about, or null.", nullable = true) String fromWave,
      @Says(value = "Id of the last, or null; null too while it is sealed.", nullable = true)
          String toWave,
      @Says(value = "Id of the review before it, or null.", nullable = true) String follows,
      @Says(value = "The day it meets, or null.", nullable = true) String meetsOn,
      @Says("The learning cycles it is about.") List<ReviewCycle> cycles,
      @Says("Those who take part, by name; their voices for whoever prepares it.")
          List<ReviewSeat> people,
      @Says("Voices that are not in the room.") List<AbsentVoice> absent,
      @Says("What the room is asked, in asked order.") List<RoomQuestion> questions,
      @Says(value = "The snapshot that is read until everybody looks, or null.", nullable = true)
          String beforeSnapshot,
      @Says(value = "The pack's snapshot; null while it is sealed.", nullable = true)
          String snapshot,
      @Says("What is missing before it can be opened.") List<String> missing) {}

  /** A cycle. */
  @Says("A learning cycle that a review is about.")
  record ReviewCycle(
      @Says("Its id.") String id,
      @Says("Its name.") String name,
      @Says("Its scale.") String scale) {}

  /** Somebody. */
  @Says("Somebody who takes part in a review.")
  record ReviewSeat(
      @Says("Their id.") String person,
      @Says("Their name.") String name,
      @Says(value = "Their voice, for whoever prepares it; otherwise null.", nullable = true)
          String voice,
      @Says(
              value = "Whether they look first, for whoever prepares it; otherwise null.",
              nullable = true)
          Boolean provider,
      @Says("Whether they came; false when they were invited and could not.") boolean came) {}

  /** A voice. */
  @Says("A voice that is not in the room.")
  record AbsentVoice(@Says("Its id.") String id, @Says("Whose.") String words) {}

  /** A question. */
  @Says("A question for the room.")
  record RoomQuestion(
      @Says("Its id.") String id,
      @Says("1 for the first.") int position,
      @Says("Its words.") String words,
      @Says(
              value =
                  "Address of the indicator beside it, or null. While the pack is sealed its wave is"
                      + " latest.",
              nullable = true)
          String figure) {}

  /** Made of what is in the store. */
  static final class Prepared {
    private Prepared() {}

    static ReviewAnswer answer(Handle h, Review review, Person me, View readable) {
      boolean leads = review.ledBy(me);
      boolean sealed = review.saidOpened() != null && review.looked() == null;
      return new ReviewAnswer(
          review.id(),
          review.name(),
          review.version(),
          review.stage().id(),
          Now.of(h, review, me).words(),
          leads,
          Review.voice(h, review.id(), me).map(Voice::id).orElse(null),
          review.purpose(),
          review.notFor(),
          review.place(),
          known(review.fromWave(), readable, sealed),
          known(review.toWave(), readable, sealed),
          review.follows(),
          review.meetsOn(),
          Reviews.cycles(h, review.id()).stream()
              .map(c -> new ReviewCycle(c.id(), c.name(), c.scale().id()))
              .toList(),
          Reviews.participants(h, review.id()).stream()
              .sorted(Comparator.comparing(p -> p.name().toLowerCase(Locale.ROOT)))
              .map(
                  p ->
                      new ReviewSeat(
                          p.person(),
                          p.name(),
                          leads ? p.voice().id() : null,
                          leads ? p.provider() : null,
                          p.came()))
              .toList(),
          Reviews.absent(h, review.id()).stream()
              .map(a -> new AbsentVoice(a.id(), a.words()))
              .toList(),
          Reviews.questions(h, review.id()).stream()
              .map(q -> Packs.shown(review, q, readable))
              .map(q -> new RoomQuestion(q.id(), q.position(), q.words(), q.figure()))
              .toList(),
          review.beforeSnapshot(),
          sealed ? null : review.snapshot(),
          Preparing.missing(h, review));
    }

    /** A wave that only the pack has is not named while it is sealed. */
    private static String known(String wave, View readable, boolean sealed) {
      return sealed && readable.waves().stream().noneMatch(w -> w.wave().equals(wave))
          ? null
          : wave;
    }
  }

  /** Predictions. */
  @Says("What you expect, and once predictions are closed what everybody did, without names.")
  record Said(
      @Says("Whether predictions can be made now.") boolean open,
      @Says("Your own.") List<OwnPrediction> yours,
      @Says("Everybody's by question; empty before predictions are closed.")
          List<QuestionSaid> questions) {}

  /** One's own. */
  @Says("What you expect of a question.")
  record OwnPrediction(
      @Says("Its id.") String id,
      @Says("Id of the question.") String question,
      @Says("The least, of 100, or null.") Double low,
      @Says("The most, or null.") Double high,
      @Says("In words.") String words,
      @Says("What would surprise you.") String surprise) {
    static OwnPrediction of(Predictions.Expected e) {
      return new OwnPrediction(e.id(), e.question(), e.low(), e.high(), e.words(), e.surprise());
    }
  }

  /** Of a question. */
  @Says("What was said first of a question.")
  record QuestionSaid(
      @Says("Id of the question.") String question,
      @Says("Fewer than this in a heap are not shown.") int fewest,
      @Says("From the least to the most, or empty where they are too few.") List<SaidHeap> heaps,
      @Says("Words, by voice where enough people spoke in it.") List<VoiceSaid> words) {
    static QuestionSaid of(String question, SaidFirst first) {
      return new QuestionSaid(
          question,
          first.fewest(),
          first.heaps().stream().map(h -> new SaidHeap(h.from(), h.to(), h.people())).toList(),
          first.sayings().stream()
              .map(
                  s ->
                      new VoiceSaid(
                          s.voice(),
                          s.said().stream()
                              .map(w -> new SaidWords(w.words(), w.surprise()))
                              .toList()))
              .toList());
    }
  }

  /** A heap. */
  @Says("People who expected about the same.")
  record SaidHeap(
      @Says("The middle of what they expected lies from here, of 100.") int from,
      @Says("Up to here.") int to,
      @Says("How many.") int people) {}

  /** Of a voice. */
  @Says("What people of one voice said.")
  record VoiceSaid(
      @Says("The voice, or empty where it may not be named.") String voice,
      @Says("In no order.") List<SaidWords> said) {}

  /** Words. */
  @Says("One person's words.")
  record SaidWords(
      @Says("What they expected.") String words,
      @Says("What would surprise them.") String surprise) {}

  /** The pack. */
  @Says("The evidence pack of a review.")
  record PackAnswer(
      @Says("Its snapshot.") String snapshot,
      @Says("Whether only those who provide can read it yet.") boolean first,
      @Says("The questions, each with its indicator.") List<PackQuestion> questions,
      @Says("What those who looked first added.") List<PackNote> notes) {}

  /** A question of it. */
  @Says("A question with what came.")
  record PackQuestion(
      @Says("Its id.") String question,
      @Says("Its words.") String words,
      @Says(
              value =
                  "The indicator's answer, as /api/v1/indicators/{id} gives it, as a text of JSON;"
                      + " null where there is none.",
              nullable = true)
          String indicator) {}

  /** A note. */
  @Says("What somebody added who looked first.")
  record PackNote(
      @Says("Its id.") String id,
      @Says(value = "Id of the question, or null for the pack as a whole.", nullable = true)
          String question,
      @Says("Its words.") String words,
      @Says("The voice it was said in.") String voice,
      @Says("Whether it is yours.") boolean yours) {
    static PackNote of(PackContext.Note n) {
      return new PackNote(n.id(), n.question(), n.words(), n.voice().id(), n.yours());
    }
  }

  /** The indicator of a question, byte for byte as the API gives it to this person. */
  static String indicator(View pack, Reviews.Question question) {
    return Packs.figure(pack, question)
        .flatMap(f -> PublicAnswer.indicator(pack, f.text()))
        .map(b -> new String(b, StandardCharsets.UTF_8))
        .orElse(null);
  }
}
