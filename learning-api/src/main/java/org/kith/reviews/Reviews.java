package org.kith.reviews;

import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.cycles.Scale;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.reviews.Review.Stage;

/** Learning reviews in the store: started, who takes part, what is asked, and how they move on. */
public final class Reviews {
  /**
   * Somebody who takes part.
   *
   * @param organisation id, or null for none
   * @param provider whether they look first, correct it and add context
   * @param came whether they came, or were invited and could not
   */
  public record Participant(
      String person,
      String name,
      String organisation,
      Voice voice,
      boolean provider,
      boolean came) {}

  /**
   * What the room is asked.
   *
   * @param position 1, 2, 3 …
   * @param figure address of an indicator in the pack, or null
   */
  public record Question(String id, int position, String words, String figure) {}

  /** A voice that is not in the room. */
  public record Absent(String id, String words) {}

  /** A learning cycle that it is about. */
  public record Cycle(String id, String name, Scale scale) {}

  /** A review that follows another opens with what happened to what was said, as question 0. */
  private static final String OPENS_WITH =
      ", showing = case when follows is null then 1 else 0 end";

  private Reviews() {}

  /**
   * Starts preparing a review, once however often it is sent. Whoever starts it leads it and takes
   * part as a commissioner.
   *
   * @param id a UUID that the sender made
   * @throws ProblemException if the id is somebody else's review
   */
  public static Review create(Handle h, Person me, String id, String name, long now) {
    int added =
        h.createUpdate(
                "insert into review (id, name, commissioner, created) values (:id, :name, :me,"
                    + " :now) on conflict (id) do nothing")
            .bind("id", id)
            .bind("name", name)
            .bind("me", me.id())
            .bind("now", now)
            .execute();
    if (added == 0) {
      return Review.find(h, id)
          .filter(r -> r.ledBy(me))
          .orElseThrow(
              () ->
                  ProblemException.of(
                      Problem.Kind.CONFLICT, "Open the page again and send it anew."));
    }
    seat(h, id, me.id(), Voice.COMMISSIONER, false, now);
    Audit.add(h, me.id(), Audit.Action.REVIEW_STARTED, id, now);
    return Review.find(h, id).orElseThrow();
  }

  /** Gives somebody a seat, or changes in which voice they have it. */
  static void seat(
      Handle h, String review, String person, Voice voice, boolean provider, long now) {
    h.createUpdate(
            "insert into review_person (review, person, voice, provider, invited) values (:review,"
                + " :person, :voice, :provider, :now) on conflict (review, person) do update set"
                + " voice = :voice, provider = :provider")
        .bind("review", review)
        .bind("person", person)
        .bind("voice", voice.id())
        .bind("provider", provider ? 1 : 0)
        .bind("now", now)
        .execute();
  }

  /**
   * The reviews somebody takes part in or leads: those that go on first, by the day they meet,
   * those without a day after them; then those published, the latest first.
   */
  public static List<Review> of(Handle h, Person me) {
    return h.createQuery(
            "select r.* from review r where r.commissioner = :me or exists (select 1 from"
                + " review_person p where p.review = r.id and p.person = :me) order by case when"
                + " r.published is null then 0 else 1 end, r.published desc, case when r.meets_on"
                + " is null then 1 else 0 end, r.meets_on, r.created, r.id")
        .bind("me", me.id())
        .map((row, ctx) -> Review.of(row))
        .list();
  }

  /** Those who take part, by voice and then by name. */
  public static List<Participant> participants(Handle h, String review) {
    return h
        .createQuery(
            "select p.person, n.name, n.organisation, p.voice, p.provider, p.came from"
                + " review_person p join person n on n.id = p.person where p.review = :review order"
                + " by lower(n.name), n.id")
        .bind("review", review)
        .map(
            (row, ctx) ->
                new Participant(
                    row.getString("person"),
                    row.getString("name"),
                    row.getString("organisation"),
                    Voice.of(row.getString("voice")),
                    row.getInt("provider") == 1,
                    row.getInt("came") == 1))
        .stream()
        .sorted(Comparator.comparing(Participant::voice))
        .toList();
  }

  /** Whether whoever leads a review no longer takes part here, so that nobody can move it on. */
  public static boolean leaderless(Handle h, Review review) {
    return People.find(h, review.commissioner()).isEmpty();
  }

  /**
   * Takes over a review whose leader has left, so that it, and what it seals, does not stay as it
   * is for ever.
   *
   * @param me somebody who takes part in it and may prepare reviews
   * @throws ProblemException if whoever leads it is still here
   */
  public static Review takeOver(Handle h, Review review, Person me, long now) {
    if (review.ledBy(me)) {
      return review;
    }
    if (!leaderless(h, review)) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "Whoever prepared this review is still here.");
    }
    h.createUpdate("update review set commissioner = :me where id = :id")
        .bind("me", me.id())
        .bind("id", review.id())
        .execute();
    Audit.add(h, me.id(), Audit.Action.REVIEW_TAKEN_OVER, review.id(), now);
    return Review.find(h, review.id()).orElseThrow();
  }

  /** Whether somebody takes part for a provider. */
  public static boolean provider(Handle h, String review, Person person) {
    return participants(h, review).stream()
        .anyMatch(p -> p.person().equals(person.id()) && p.provider());
  }

  /** What the room is asked, in asked order. */
  public static List<Question> questions(Handle h, String review) {
    return h.createQuery(
            "select id, position, words, figure from review_question where review = :review order"
                + " by position")
        .bind("review", review)
        .map(
            (row, ctx) ->
                new Question(
                    row.getString("id"),
                    row.getInt("position"),
                    row.getString("words"),
                    row.getString("figure")))
        .list();
  }

  /** The voices that are not in the room, in the order they were noted. */
  public static List<Absent> absent(Handle h, String review) {
    return h.createQuery(
            "select id, words from review_absent where review = :review order by at, id")
        .bind("review", review)
        .map((row, ctx) -> new Absent(row.getString("id"), row.getString("words")))
        .list();
  }

  /** The learning cycles it is about, by name. */
  public static List<Cycle> cycles(Handle h, String review) {
    return h.createQuery(
            "select c.id, c.name, c.scale from review_cycle r join cycle c on c.id = r.cycle where"
                + " r.review = :review order by lower(c.name), c.id")
        .bind("review", review)
        .map(
            (row, ctx) ->
                new Cycle(
                    row.getString("id"), row.getString("name"), Scale.of(row.getString("scale"))))
        .list();
  }

  /**
   * Moves a review on by one stage; one that is there already, or further, is left as it is. It
   * never goes back. Whoever calls this knows that the one who asks may: {@link Review#led}.
   *
   * @throws ProblemException if something has to come first; the message says what
   */
  public static Review advance(Handle h, Review review, Stage to, String by, long now) {
    if (!to.after(review.stage())) {
      return review;
    }
    if (review.stage().next().filter(to::equals).isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "A review goes one step at a time; this one is at “%s”.".formatted(review.stage().id()));
    }
    if (to == Stage.SAY_FIRST) {
      Preparing.readyToOpen(h, review);
    }
    int moved =
        h.createUpdate(
                "update review set %s = :now%s where id = :id and %s is null"
                    .formatted(to.column(), to == Stage.TOGETHER ? OPENS_WITH : "", to.column()))
            .bind("now", now)
            .bind("id", review.id())
            .execute();
    if (moved == 1) {
      Audit.add(
          h,
          by,
          to == Stage.TOGETHER ? Audit.Action.READINGS_OPENED : Audit.Action.REVIEW_MOVED_ON,
          review.id(),
          now);
    }
    return Review.find(h, review.id()).orElseThrow();
  }
}
