package org.kith.reviews;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.learning.FigureId;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.published.Indicator;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.Reviews.Question;

/**
 * What people expect before they see. Said once, and never changed or taken back; nobody reads
 * another's before all are closed, and then without a name: {@link SaidFirst}.
 */
public final class Predictions {
  private static final int ALL = 100;

  /**
   * What somebody expects of a question.
   *
   * @param id a UUID that the sender made
   * @param low the least they expect, of 100, or null
   * @param high the most, or null
   * @param words what they expect, in words
   * @param surprise what would surprise them
   */
  public record Expected(
      String id, String question, Double low, Double high, String words, String surprise) {}

  private Predictions() {}

  /** Whether a question asks for a share of 100 that can be expected. */
  public static boolean asksShare(Question question) {
    return Optional.ofNullable(question.figure())
        .flatMap(FigureId::parse)
        .filter(f -> f.indicator() == Indicator.LEVEL)
        .isPresent();
  }

  /**
   * Keeps what somebody expects, once however often it is sent.
   *
   * @return what is kept: what was said first, whatever is sent again
   * @throws ProblemException if predictions are not open, if it says nothing, or if they have said
   *     it already in other words
   */
  public static Expected say(Handle h, Review review, Person me, Expected said, long now) {
    Voice voice = Review.voice(h, review.id(), me).orElseThrow(Predictions::notInvited);
    Question question =
        Reviews.questions(h, review.id()).stream()
            .filter(q -> q.id().equals(said.question()))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.NOT_FOUND, "There is no such question in this review."));
    Optional<Expected> before = of(h, review, me, question.id());
    if (before.isPresent()) {
      return same(before.get(), said);
    }
    if (review.stage() != Stage.SAY_FIRST) {
      throw refused(
          review.stage() == Stage.PREPARE
              ? "This review is still being prepared; you will be asked what you expect."
              : "Predictions are closed; the numbers are open to some already.");
    }
    check(question, said);
    int added =
        h.createUpdate(
                "insert into prediction (id, question, person, voice, low, high, words, surprise,"
                    + " at) values (:id, :question, :me, :voice, :low, :high, :words, :surprise,"
                    + " :now) on conflict do nothing")
            .bind("id", said.id())
            .bind("question", question.id())
            .bind("me", me.id())
            .bind("voice", voice.id())
            .bind("low", said.low())
            .bind("high", said.high())
            .bind("words", said.words())
            .bind("surprise", said.surprise())
            .bind("now", now)
            .execute();
    if (added == 0) {
      return same(
          of(h, review, me, question.id())
              .orElseThrow(
                  () ->
                      ProblemException.of(
                          Problem.Kind.CONFLICT, "Open the page again and send it anew.")),
          said);
    }
    return said;
  }

  private static Expected same(Expected kept, Expected sent) {
    if (kept.id().equals(sent.id())) {
      return kept;
    }
    throw ProblemException.of(
        Problem.Kind.CONFLICT,
        "You have said what you expect of this question. It is kept as you said it first, and"
            + " nothing was changed.");
  }

  private static void check(Question question, Expected said) {
    boolean range = said.low() != null || said.high() != null;
    if (!range && said.words().isEmpty()) {
      throw refused("Say what you expect, in words or as a share. A guess will do.");
    }
    if (range && !asksShare(question)) {
      throw refused("This question has no share to expect. Say what you expect in words.");
    }
    if (range
        && (said.low() == null
            || said.high() == null
            || !(said.low() >= 0)
            || !(said.high() <= ALL)
            || said.low() > said.high())) {
      throw refused("A share lies from 0 to 100: first the least you expect, then the most.");
    }
  }

  /** What somebody said themselves, in the order of the questions. */
  public static List<Expected> mine(Handle h, Review review, Person me) {
    return h.createQuery(
            "select p.* from prediction p join review_question q on q.id = p.question where"
                + " q.review = :review and p.person = :me order by q.position")
        .bind("review", review.id())
        .bind("me", me.id())
        .map(
            (row, ctx) ->
                new Expected(
                    row.getString("id"),
                    row.getString("question"),
                    number(row.getObject("low")),
                    number(row.getObject("high")),
                    row.getString("words"),
                    row.getString("surprise")))
        .list();
  }

  private static Optional<Expected> of(Handle h, Review review, Person me, String question) {
    return mine(h, review, me).stream().filter(p -> p.question().equals(question)).findFirst();
  }

  /** Everybody's, for {@link SaidFirst} alone, which hides whose they are. */
  static List<SaidFirst.Said> all(Handle h, String review, String question) {
    return h.createQuery(
            "select p.* from prediction p join review_question q on q.id = p.question where"
                + " q.review = :review and q.id = :question order by p.id")
        .bind("review", review)
        .bind("question", question)
        .map(
            (row, ctx) ->
                new SaidFirst.Said(
                    row.getString("id"),
                    Voice.of(row.getString("voice")),
                    number(row.getObject("low")),
                    number(row.getObject("high")),
                    row.getString("words"),
                    row.getString("surprise")))
        .list();
  }

  private static Double number(Object value) {
    return value == null ? null : ((Number) value).doubleValue();
  }

  private static ProblemException notInvited() {
    return refused("Only those who take part in the review say what they expect.");
  }

  private static ProblemException refused(String why) {
    return ProblemException.of(Problem.Kind.NOT_ACCEPTED, why);
  }
}
