package org.kith.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.access.Visitor;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.store.RealDatabase;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/** Accounts on either database. */
class AccountsInTheStoreTest {
  @TempDir private static Path folder;
  private static String snapshot;
  private static Library library;

  @BeforeAll
  static void publish() throws IOException {
    snapshot = PublishedFixture.write(folder);
    library = Library.open(new Workspace(folder), Viewer.NOBODY);
  }

  @ParameterizedTest
  @EnumSource
  void an_account_is_written_answered_published_and_read(RealDatabase database) throws IOException {
    try (Store store = database.empty().open()) {
      Clock clock = Clock.fixed(Instant.parse("2026-12-15T10:00:00Z"), ZoneOffset.UTC);
      Accounts accounts = new Accounts(store, clock, library);
      AccountsToLookAt.Four four = AccountsToLookAt.in(store, snapshot, accounts);
      Account account = accounts.reading().open(four.published(), Visitor.UNKNOWN);
      assertThat(account.published()).isEqualTo("2026-12-15");
      assertThat(account.learnings()).hasSize(2);
      assertThat(account.dissents())
          .extracting(Account.Answer::words)
          .containsExactly("I was not heard.");
      assertThat(account.remarks()).hasSize(1);
      assertThat(account.contested()).hasSize(1);
      assertThat(account.questions().get(0).kept()).containsExactly(ToldReview.MINORITY.get(0));
      assertThat(account.decisions()).hasSize(2);
      assertThat(accounts.reading().published()).hasSize(1);
      // An answer given again stands in the place of the first.
      var resident = four.people().get(2).person();
      accounts.answer(resident, four.draft(), 1, false, "Not yet.");
      accounts.answer(resident, four.draft(), 1, true, "");
      assertThat(accounts.standing(resident, four.draft()).answer().approves()).isTrue();
      assertThat(accounts.standing(resident, four.draft()).answered()).isFalse();
      assertThat(accounts.standing(resident, four.draft()).moved()).isFalse();
      var leader = four.people().get(0).person();
      assertThat(accounts.standing(leader, four.unwritten()).written().dataNotes())
          .contains("1,180\u00a0people answered: everyone taking part, Autumn 2025.")
          .contains("Numbers that fewer than 10 people are behind are hidden");
      store.read(
          h -> {
            assertThat(Dates.of(h, leader)).hasSize(8);
            return null;
          });
    }
  }
}
