package org.kith.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.kith.documents.Letters;
import org.kith.reviews.Review;

/** Gathers what a review left in the store into what its account is made of. */
final class Gathering {
  private final Handle h;
  private final Review review;

  private Gathering(Handle h, Review review) {
    this.h = h;
    this.review = review;
  }

  /** What stands in the store now, with the words of a version of the account. */
  static Material of(Handle h, Review review, Written words) {
    return new Gathering(h, review).material(words);
  }

  private Material material(Written words) {
    return new Material(
        review.id(),
        printable(review.name()),
        printable(review.purpose()),
        printable(review.notFor()),
        review.place(),
        review.fromWave(),
        review.toWave(),
        review.meetsOn(),
        review.snapshot(),
        printable(words.summary()),
        words.learnings().stream().map(Gathering::printable).toList(),
        lines(printable(words.dataNotes())),
        texts(
            "select c.name from review_cycle r join cycle c on c.id = r.cycle where r.review ="
                + " :review order by lower(c.name), c.id"),
        texts("select words from review_absent where review = :review order by at, id"),
        questions(),
        notes(null),
        decisions(),
        experiments(),
        promises(),
        level(),
        happened(h, review.id()));
  }

  static List<String> lines(String words) {
    return words.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  static String printable(String words) {
    return words == null ? "" : Letters.printable(words);
  }

  private List<String> texts(String sql) {
    return h.createQuery(sql).bind("review", review.id()).mapTo(String.class).list().stream()
        .map(Gathering::printable)
        .toList();
  }

  private List<Material.Asked> questions() {
    return h.createQuery("select * from review_question where review = :review order by position")
        .bind("review", review.id())
        .map(
            (row, ctx) -> {
              String id = row.getString("id");
              return new Material.Asked(
                  id,
                  row.getInt("position"),
                  printable(row.getString("words")),
                  row.getString("figure"),
                  readings(id),
                  notes(id));
            })
        .list();
  }

  /** By their ids, which are drawn by lot: the order says nothing of who wrote first. */
  private List<Material.Heard> readings(String question) {
    return h.createQuery(
            "select voice, words, fits_none from reading where question = :question order by id")
        .bind("question", question)
        .map(
            (row, ctx) ->
                new Material.Heard(
                    row.getString("voice"),
                    printable(row.getString("words")),
                    row.getInt("fits_none") == 1))
        .list();
  }

  private List<Material.Noted> notes(String question) {
    return h.createQuery(
            "select kind, words, whom, voice from room_note where review = :review and taken_off is"
                + " null and coalesce(question, '') = :question order by at, id")
        .bind("review", review.id())
        .bind("question", question == null ? "" : question)
        .map(
            (row, ctx) ->
                new Material.Noted(
                    row.getString("kind"),
                    printable(row.getString("words")),
                    printable(row.getString("whom")),
                    row.getString("kind").equals("dissent") ? row.getString("voice") : ""))
        .list();
  }

  private List<Material.Decided> decisions() {
    return h.createQuery("select * from decision where review = :review order by at, id")
        .bind("review", review.id())
        .map(
            (row, ctx) -> {
              String id = row.getString("id");
              return new Material.Decided(
                  printable(row.getString("words")),
                  row.getString("basis"),
                  printable(row.getString("because")),
                  row.getString("decided"),
                  evidence(id),
                  dissents(id));
            })
        .list();
  }

  /**
   * What a decision was made on. Words of a reflection stay where its author shared it; of a file
   * only why it was looked at is told.
   */
  private List<Account.Seen> evidence(String decision) {
    return h.createQuery(
            "select e.* from decision_evidence d join evidence e on e.id = d.evidence where"
                + " d.decision = :decision order by e.at, e.id")
        .bind("decision", decision)
        .map(
            (row, ctx) ->
                new Account.Seen(
                    row.getString("kind"),
                    row.getString("kind").equals("reflection")
                        ? ""
                        : printable(row.getString("words")),
                    row.getString("figure"),
                    row.getString("snapshot"),
                    row.getString("address")))
        .list();
  }

  private List<Material.Heard> dissents(String decision) {
    return h.createQuery("select voice, words from dissent where decision = :decision order by id")
        .bind("decision", decision)
        .map(
            (row, ctx) ->
                new Material.Heard(
                    row.getString("voice"), printable(row.getString("words")), false))
        .list();
  }

  private List<Account.Experiment> experiments() {
    return h.createQuery(
            "select e.* from experiment e join decision d on d.id = e.decision where d.review ="
                + " :review order by e.created, e.id")
        .bind("review", review.id())
        .map(
            (row, ctx) ->
                new Account.Experiment(
                    printable(row.getString("title")),
                    printable(row.getString("hunch")),
                    printable(row.getString("surprise")),
                    printable(row.getString("held_by")),
                    row.getString("look_on")))
        .list();
  }

  private List<Account.Promise> promises() {
    return h.createQuery("select * from promise where review = :review order by at, id")
        .bind("review", review.id())
        .map(
            (row, ctx) ->
                new Account.Promise(
                    printable(row.getString("by_whom")),
                    printable(row.getString("to_whom")),
                    printable(row.getString("words")),
                    row.getString("due")))
        .list();
  }

  private List<Account.Level> level() {
    List<Account.Level> all = new ArrayList<>();
    for (String kind : List.of("rule", "form", "funding", "changed")) {
      h.createQuery("select words from own_level where review = :review and kind = :kind")
          .bind("review", review.id())
          .bind("kind", kind)
          .mapTo(String.class)
          .findOne()
          .map(Gathering::printable)
          .filter(w -> !w.isBlank())
          .ifPresent(w -> all.add(new Account.Level(kind, w)));
    }
    return List.copyOf(all);
  }

  private static final Map<String, String> SUBJECTS =
      Map.of(
          "decision", "select words from decision where id = :id",
          "experiment", "select title from experiment where id = :id",
          "promise", "select words from promise where id = :id");

  /** What a review found had come of what was said before it. */
  static List<Account.Happened> happened(Handle h, String review) {
    return h.createQuery("select * from followed_up where review = :review order by at, id")
        .bind("review", review)
        .map(
            (row, ctx) ->
                new Account.Happened(
                    row.getString("kind"),
                    h.createQuery(SUBJECTS.get(row.getString("kind")))
                        .bind("id", row.getString("subject"))
                        .mapTo(String.class)
                        .findOne()
                        .map(Gathering::printable)
                        .orElse(""),
                    row.getString("happened"),
                    printable(row.getString("words"))))
        .list();
  }
}
