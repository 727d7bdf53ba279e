package org.kith.account;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.kith.people.Person;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.SampleReview;
import org.kith.signin.SignedIn;
import org.kith.store.Store;

/**
 * A review whose readings are open, with something in it of every kind that an account tells of.
 * Words that have to appear in every export are marked, each with a mark of its own.
 */
final class ToldReview {
  /** Words of those who saw it otherwise; none of them may be lost on any way out. */
  static final List<String> MINORITY =
      List.of(
          "mark-kept You ask if we trust each other. You never ask if we trust you.",
          "mark-reading The bus took our evenings.",
          "mark-rival It may be nothing: one odd quarter happens.",
          "mark-room-dissent I do not believe the number.",
          "mark-dissent A letter is not what keeps people out.");

  /** Words of the account that have to appear in every export. */
  static final List<String> REST =
      List.of(
          "mark-noticing Evenings are when it goes quiet.",
          "mark-apart Whether streets with a bus moved too.",
          "mark-tell We asked, and this is what we heard.",
          "mark-decision We stop asking for proof of address.",
          "mark-because Three of us were turned away.",
          "mark-seen Why we looked at it.",
          "mark-judged The office opens at six.",
          "mark-try A door that is open on Thursdays",
          "mark-promise A reply to every letter within a month.",
          "mark-rule Our own form asks for two proofs.",
          "mark-changed We took one question off.",
          "mark-absent Nobody under 25.");

  final SampleReview sample;

  private ToldReview(SampleReview sample) {
    this.sample = sample;
  }

  static ToldReview in(Store store, String snapshot) {
    ToldReview told = new ToldReview(SampleReview.at(store, Stage.TOGETHER, snapshot));
    store.change(told::fill);
    return told;
  }

  /**
   * Fills the room: 12 residents and 14 practitioners more, who said 40 to 50 and 55 to 65 before
   * they saw, and each read something alone.
   */
  List<Person> crowd(Store store) {
    List<Person> crowd = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      boolean resident = i < 12;
      String voice = resident ? "resident" : "practitioner";
      String name = "crowd-" + i;
      crowd.add(SignedIn.practitioner(store, name, null).person());
      double low = resident ? 40 : 55;
      String reading = "A reading by one of the " + voice + "s, " + i + ".";
      store.change(
          h -> {
            h.execute(
                "insert into review_person (review, person, voice, invited) values (?, ?, ?, 3)",
                id(),
                name,
                voice);
            h.execute(
                "insert into prediction values (?, ?, ?, ?, ?, ?, 'As before.', '', 15)",
                fresh(),
                sample.questions().get(0),
                name,
                voice,
                low,
                low + 10);
            h.execute(
                "insert into reading values (?, ?, ?, ?, ?, 20, 20, 1, 0)",
                fresh(),
                sample.questions().get(0),
                name,
                voice,
                reading);
          });
    }
    return crowd;
  }

  String id() {
    return sample.id();
  }

  String page() {
    return "/accounts/" + id();
  }

  /** Everybody who came, who has to answer. */
  List<SignedIn> people() {
    return sample.people();
  }

  private void fill(Handle h) {
    String question = sample.questions().get(0);
    read(h, question, sample.resident(), "resident", MINORITY.get(0), 1);
    read(h, question, sample.practitioner(), "practitioner", MINORITY.get(1), 0);
    read(h, question, sample.commissioner(), "commissioner", "Our letters went out then.", 0);
    note(h, question, "rival", MINORITY.get(2), "");
    note(h, question, "dissent", MINORITY.get(3), "");
    note(h, question, "noticing", REST.get(0), "");
    note(h, question, "apart", REST.get(1), "");
    note(h, null, "tell", REST.get(2), "The people on Ferry Lane");
    String decision = decision(h, "evidence", REST.get(3), REST.get(4));
    h.execute(
        "insert into dissent values (?, ?, ?, 'r-practitioner', 'practitioner', 30)",
        id(),
        decision,
        MINORITY.get(4));
    String seen = fresh();
    h.execute(
        "insert into evidence (id, review, kind, snapshot, figure, words, author, voice, at) values"
            + " (?, ?, 'indicator', (select snapshot from review where id = ?), ?, ?,"
            + " 'r-commissioner', 'commissioner', 31)",
        seen,
        id(),
        id(),
        SampleReview.FIGURE,
        REST.get(5));
    h.execute("insert into decision_evidence values (?, ?)", decision, seen);
    decision(h, "judgement", REST.get(6), "");
    if (h.createQuery("select count(*) from cycle where id = 'evenings'").mapTo(int.class).one()
        == 0) {
      h.execute("insert into cycle (id, name, created) values ('evenings', 'Evenings', 1)");
    }
    h.execute("insert into review_cycle values (?, 'evenings')", id());
    h.execute(
        "insert into experiment (id, cycle, title, type, hunch, surprise, held_by, starts, look_on,"
            + " state, decision, author, created, changed) values (?, 'evenings', ?, 'hypothesis',"
            + " 'People come when it is open.', 'Nobody comes.', 'the library', '2026-12-01',"
            + " '2027-03-01', 'planned', ?, 'r-commissioner', 32, 32)",
        fresh(),
        REST.get(7),
        decision);
    h.execute(
        "insert into promise values (?, ?, 'the council', 'the people on Ferry Lane', ?,"
            + " '2027-01-31', 'r-commissioner', 33)",
        fresh(),
        id(),
        REST.get(8));
    h.execute("insert into own_level values (?, 'rule', ?, 34, 1)", id(), REST.get(9));
    h.execute("insert into own_level values (?, 'changed', ?, 35, 1)", id(), REST.get(10));
    h.execute("insert into review_absent values (?, ?, ?, 36)", fresh(), id(), REST.get(11));
  }

  private static void read(
      Handle h, String question, SignedIn who, String voice, String words, int fitsNone) {
    h.execute(
        "insert into reading values (?, ?, ?, ?, ?, 20, 20, 1, ?)",
        fresh(),
        question,
        who.person().id(),
        voice,
        words,
        fitsNone);
  }

  private void note(Handle h, String question, String kind, String words, String whom) {
    h.execute(
        "insert into room_note values (?, ?, ?, ?, ?, ?, 'r-resident', 'resident', 25, 25, 1, null)",
        fresh(),
        id(),
        question,
        kind,
        words,
        whom);
  }

  private String decision(Handle h, String basis, String words, String because) {
    String decision = fresh();
    h.execute(
        "insert into decision values (?, null, ?, ?, ?, ?, '2026-12-10', 'r-commissioner', 28)",
        decision,
        id(),
        words,
        basis,
        because);
    return decision;
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }
}
