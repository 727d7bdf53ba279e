package org.kith.pages.account;

import java.util.List;
import org.kith.account.Accounts;
import org.kith.account.Written;
import org.kith.pages.Frame;
import org.kith.pages.reviews.ReviewTop;
import org.kith.reviews.Reviews;

/**
 * Where the account of a review is written, answered and published.
 *
 * @param version the latest; 0 while nothing is written
 * @param invited whether the reader has a seat
 * @param came whether they are down as having come
 * @param theirs a version that was written meanwhile, or null
 * @param problem what could not be done, or empty
 */
public record TellPage(
    Frame frame,
    ReviewTop top,
    String id,
    boolean leads,
    boolean published,
    int version,
    boolean asked,
    boolean everybody,
    boolean moved,
    boolean invited,
    boolean came,
    Accounts.Answer answer,
    String words,
    String summary,
    String learnings,
    String dataNotes,
    List<Reviews.Participant> seats,
    Written theirs,
    String problem) {

  static TellPage of(Frame frame, Accounts.Standing s) {
    Written written = s.written();
    return new TellPage(
        frame,
        ReviewTop.of(s.review(), ReviewTop.Page.TELL),
        s.review().id(),
        s.leads(),
        s.review().published() != null,
        written.version(),
        s.asked(),
        s.answered(),
        s.moved(),
        s.came() != null,
        Boolean.TRUE.equals(s.came()),
        s.answer(),
        s.answer() == null ? "" : s.answer().words(),
        written.summary(),
        String.join("\n", written.learnings()),
        written.dataNotes(),
        s.seats(),
        null,
        "");
  }

  /** The same page with what somebody typed, beside what was written meanwhile. */
  TellPage with(Accounts.Draft typed, Written theirs, String problem) {
    return new TellPage(
        frame,
        top,
        id,
        leads,
        published,
        version,
        asked,
        everybody,
        moved,
        invited,
        came,
        answer,
        words,
        typed.summary(),
        typed.learnings(),
        typed.dataNotes(),
        seats,
        theirs,
        problem);
  }

  /** The same page with an answer that could not be kept. */
  TellPage with(Boolean approves, String typed, String problem) {
    return new TellPage(
        frame,
        top,
        id,
        leads,
        published,
        version,
        asked,
        everybody,
        moved,
        invited,
        came,
        approves == null ? answer : new Accounts.Answer(approves, typed),
        typed,
        summary,
        learnings,
        dataNotes,
        seats,
        theirs,
        problem);
  }

  /** Whether the reader has answered this version. */
  public boolean answered() {
    return answer != null && !asked;
  }

  /** Whether this is what the reader chose. */
  public boolean chose(String choice) {
    return answer != null && answer.approves() == choice.equals("yes");
  }

  /** Whether it can be published now. */
  public boolean ready() {
    return everybody && !moved;
  }

  /** Who is still asked, as far as it may be said. */
  public String waiting() {
    return everybody
        ? "Everybody who came has answered it."
        : "Not everybody who came has answered it yet. Nobody sees who has.";
  }

  /** What this page is for. */
  public String lead() {
    return published
        ? "Everybody who came approved it, or has their words in it."
        : "One account in plain words, with every reading, dissent and promise in it. It is"
            + " published when everybody who came has answered: approved it, or said with what they"
            + " do not agree.";
  }
}
