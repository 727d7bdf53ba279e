package org.kith.residents;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.published.ConstructRow;
import org.kith.resident.Consents.Audience;
import org.kith.store.Store;

/**
 * What somebody who answered a survey can see and do: without a code read what was learned, with
 * one say that it was not so, say who may use their answers, and take them out.
 */
public final class FromYou {
  private final Store store;
  private final Clock clock;
  private final Codes codes;
  private final Supplier<List<ConstructRow>> constructs;
  private final Pace pace;

  /**
   * @param constructs what is published of answers, which one can speak to
   */
  public FromYou(Store store, Clock clock, Codes codes, Supplier<List<ConstructRow>> constructs) {
    this.store = store;
    this.clock = clock;
    this.codes = codes;
    this.constructs = constructs;
    this.pace = new Pace(clock);
  }

  /**
   * What belongs to a code, as far as the store knows.
   *
   * @param takenOut ISO day on which the answers were taken out, or null
   * @param uses who may use them now
   * @param history what was said of that, the first first
   */
  public record Mine(String takenOut, List<Ledger.Line> uses, List<Ledger.Line> history) {}

  /**
   * What one can speak to.
   *
   * @param about its address
   * @param name for people
   */
  public record Subject(String about, String name) {}

  /** What was learned, for anybody. */
  public List<Learned> learned() {
    return store.read(Learned::all);
  }

  /** Accounts and constructs to speak to, accounts first, each by name. */
  public List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    learned().forEach(l -> subjects.add(new Subject("/accounts/" + l.review(), l.name())));
    constructs
        .get()
        .forEach(c -> subjects.add(new Subject("/constructs/" + c.construct(), c.name())));
    return subjects;
  }

  /** What somebody says of one audience. */
  public record Use(Audience audience, boolean allowed, String until) {}

  /**
   * Opens what belongs to a code.
   *
   * @param code as somebody wrote it
   * @throws org.kith.resident.ResidentCode.NotACodeException if it is none
   * @throws ProblemException if codes cannot be opened here
   */
  public Slip open(String code) {
    return new Slip(codes.print(code));
  }

  /** What can be done with a code that was opened. */
  public final class Slip {
    private final String print;

    private Slip(String print) {
      this.print = print;
    }

    /** What belongs to it. */
    public Mine mine() {
      return store.read(
          h ->
              new Mine(
                  Withdrawals.day(h, print).orElse(null),
                  Ledger.now(h, Ledger.Kind.RESIDENT, print),
                  Ledger.history(h, Ledger.Kind.RESIDENT, print)));
    }

    /**
     * Says who may use the answers.
     *
     * @throws ProblemException if they were taken out, if a day is over, or if too much is sent
     */
    public void use(List<Use> uses) {
      pace.step();
      store.change(
          h -> {
            if (Withdrawals.day(h, print).isPresent()) {
              throw ProblemException.of(
                  Problem.Kind.GONE, "Your answers were taken out, so nobody uses them any more.");
            }
            for (Use use : uses) {
              Ledger.say(
                  h,
                  Ledger.Kind.RESIDENT,
                  print,
                  Ledger.Category.ANSWERS,
                  use.audience(),
                  use.allowed(),
                  use.until(),
                  today());
            }
          });
    }

    /** Takes the answers out, for good. */
    public void takeOut() {
      pace.step();
      store.change(h -> Withdrawals.add(h, print, today().toString()));
    }

    /**
     * Says that it was not so. The code opened the door, and is not kept beside what is said.
     *
     * @param id made by the page, so that sending twice keeps it once
     * @param about address of one of the {@link #subjects}, or empty or null for all of it
     */
    public void notSo(String id, String about, String words) {
      String to = about == null ? "" : about;
      if (!to.isEmpty() && subjects().stream().noneMatch(s -> s.about().equals(to))) {
        throw ProblemException.of(
            Problem.Kind.NOT_ACCEPTED, "Choose what you speak of from the list.");
      }
      pace.step();
      store.change(h -> Contests.add(h, id, to, words, today().toString()));
    }
  }

  /** The day it is. Nothing finer is ever kept of what is sent here. */
  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }
}
