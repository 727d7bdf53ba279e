package org.kith.account;

import java.util.List;
import org.kith.people.Person;
import org.kith.signin.SignedIn;
import org.kith.store.Store;

/** Accounts at each of their stages, for tests that look at them. */
public final class AccountsToLookAt {
  private AccountsToLookAt() {}

  /**
   * Four reviews.
   *
   * @param unwritten its account is not begun
   * @param draft its account has a version that one person has answered
   * @param walked the same, for a test that goes on with it
   * @param published its account is published
   * @param people who came to all of them, whoever leads first
   */
  public record Four(
      String unwritten, String draft, String walked, String published, List<SignedIn> people) {}

  /** Puts them in a store. */
  public static Four in(Store store, String snapshot, Accounts accounts) {
    ToldReview unwritten = ToldReview.in(store, snapshot);
    ToldReview draft = ToldReview.in(store, snapshot);
    ToldReview walked = ToldReview.in(store, snapshot);
    ToldReview published = ToldReview.in(store, snapshot);
    write(accounts, draft);
    accounts.answer(draft.people().get(1).person(), draft.id(), 1, true, "");
    write(accounts, walked);
    accounts.answer(walked.people().get(1).person(), walked.id(), 1, true, "");
    List<Person> crowd = published.crowd(store);
    write(accounts, published);
    crowd.forEach(p -> accounts.answer(p, published.id(), 1, true, ""));
    accounts.answer(published.people().get(0).person(), published.id(), 1, true, "");
    accounts.answer(
        published.people().get(1).person(), published.id(), 1, true, "We would do it again.");
    accounts.answer(
        published.people().get(2).person(), published.id(), 1, false, "I was not heard.");
    accounts.publish(published.people().get(0).person(), published.id(), 1);
    store.change(
        h ->
            h.execute(
                "insert into contest values ('c-look', ?, null, 'It was never about the bus. It was"
                    + " the street light.', '2026-12-20', 'shown', null, '')",
                published.id()));
    return new Four(unwritten.id(), draft.id(), walked.id(), published.id(), draft.people());
  }

  private static void write(Accounts accounts, ToldReview told) {
    accounts.write(
        told.people().get(0).person(),
        told.id(),
        new Accounts.Draft(
            0,
            "Fewer people said “many” this autumn. We had expected more. We looked at it from four"
                + " sides and did not find one reason.\nWhat we agree on is that evenings have"
                + " become quiet, and that our own form stands in a door.",
            "A closed door says more than a letter.\nAsk in the evening if you ask about evenings.",
            "1,180 people answered: everyone taking part, Autumn 2025.\nNobody under 25 was asked."));
  }
}
