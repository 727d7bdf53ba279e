package org.kith.decisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.reviews.Review;
import org.kith.room.Edited;
import org.kith.room.Seat;

/**
 * What happened to what the review before said: its decisions, what was to be tried, and promises
 * both ways, each by itself. They are never counted up.
 *
 * @param before id of the review before
 * @param name of it
 * @param said everything it said, in the order it was said
 */
public record WhatHappened(String before, String name, List<Said> said) {
  /** What can have happened, in the words of the store. */
  public static final List<String> CHOICES = List.of("done", "partly", "not yet", "dropped");

  /**
   * Something that was said.
   *
   * @param kind decision, experiment or promise
   * @param words of it
   * @param who holds it or made it, and to whom, in words, or empty
   * @param due ISO day on which it was due or to be looked at, or null
   * @param happened one of {@link #CHOICES}, or null while nobody has said
   * @param told what happened, in words, or empty
   * @param version 0 while nobody has said
   */
  public record Said(
      String subject,
      String kind,
      String words,
      String who,
      String due,
      String happened,
      String told,
      int version) {
    /** Whether nobody has said yet. */
    public boolean open() {
      return happened == null;
    }
  }

  /**
   * What the review before said; empty where there was none, or where it is neither published nor
   * one that whoever asks took part in.
   */
  public static Optional<WhatHappened> of(Handle h, Seat seat) {
    Review review = seat.review();
    if (review.follows() == null) {
      return Optional.empty();
    }
    return Review.find(h, review.follows())
        .filter(
            b ->
                b.published() != null
                    || b.ledBy(seat.person())
                    || Review.voice(h, b.id(), seat.person()).isPresent())
        .map(b -> new WhatHappened(b.id(), b.name(), said(h, review.id(), b.id())));
  }

  private record Told(String happened, String words, int version) {}

  private static List<Said> said(Handle h, String review, String before) {
    Map<String, Told> told = new HashMap<>();
    h.createQuery("select * from followed_up where review = :review")
        .bind("review", review)
        .map(
            (row, ctx) ->
                Map.entry(
                    row.getString("subject"),
                    new Told(
                        row.getString("happened"), row.getString("words"), row.getInt("version"))))
        .forEach(e -> told.put(e.getKey(), e.getValue()));
    List<Said> all = new ArrayList<>();
    h.createQuery("select id, words, decided from decision where review = :b order by at, id")
        .bind("b", before)
        .map(
            (row, ctx) ->
                said("decision", row.getString("id"), row.getString("words"), "", null, told))
        .forEach(all::add);
    h.createQuery(
            "select e.id, e.title, e.held_by, e.look_on from experiment e join decision d"
                + " on d.id = e.decision where d.review = :b order by e.created, e.id")
        .bind("b", before)
        .map(
            (row, ctx) ->
                said(
                    "experiment",
                    row.getString("id"),
                    row.getString("title"),
                    row.getString("held_by"),
                    row.getString("look_on"),
                    told))
        .forEach(all::add);
    h.createQuery("select * from promise where review = :b order by at, id")
        .bind("b", before)
        .map(
            (row, ctx) ->
                said(
                    "promise",
                    row.getString("id"),
                    row.getString("words"),
                    row.getString("by_whom") + ", to " + row.getString("to_whom"),
                    row.getString("due"),
                    told))
        .forEach(all::add);
    return List.copyOf(all);
  }

  private static Said said(
      String kind, String subject, String words, String who, String due, Map<String, Told> told) {
    Told t = told.get(subject);
    return new Said(
        subject,
        kind,
        words,
        who,
        due,
        t == null ? null : t.happened(),
        t == null ? "" : t.words(),
        t == null ? 0 : t.version());
  }

  /**
   * Keeps what happened to something, or another answer in its place.
   *
   * @param version looked at, 0 while nobody had said
   * @throws ProblemException if the review before said no such thing, or nothing is told
   */
  public static Edited<Said> tell(
      Handle h, Seat seat, String subject, String happened, String words, int version, long now) {
    if (seat.review().published() != null) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "The account of this review is published, and stays as it is.");
    }
    Said asked = one(h, seat, subject);
    String choice = Form.choice(happened, "happened", CHOICES);
    String told = Form.needed(words, "what happened", "words");
    Update change =
        version == 0
            ? h.createUpdate(
                    "insert into followed_up (id, review, subject, kind, happened, words, author,"
                        + " at) values (:id, :review, :subject, :kind, :happened, :words, :me,"
                        + " :now) on conflict (review, subject) do nothing")
                .bind("id", UUID.randomUUID().toString())
                .bind("kind", asked.kind())
            : h.createUpdate(
                    "update followed_up set happened = :happened, words = :words, author = :me,"
                        + " at = :now, version = version + 1"
                        + " where review = :review and subject = :subject and version = :version")
                .bind("version", version);
    change
        .bind("review", seat.review().id())
        .bind("subject", subject)
        .bind("happened", choice)
        .bind("words", told)
        .bind("me", seat.person().id())
        .bind("now", now)
        .execute();
    Said kept = one(h, seat, subject);
    boolean same = told.equals(kept.told()) && choice.equals(kept.happened());
    return new Edited<>(same, kept);
  }

  private static Said one(Handle h, Seat seat, String subject) {
    return of(h, seat).stream()
        .flatMap(w -> w.said().stream())
        .filter(s -> s.subject().equals(subject))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.NOT_FOUND, "The review before said nothing of that id."));
  }
}
