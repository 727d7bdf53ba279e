package org.kith.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kith.lake.IngestRecord;
import org.kith.lake.ProtectedLake;
import org.kith.lake.RowAccount;
import org.kith.published.AccountRow;
import org.kith.published.LevelRow;
import org.kith.published.MissingRow;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.published.Visibility;

/** Every row is where the generator, which knows nothing of ingest, says it belongs. */
@ExtendWith(PublishedSample.Once.class)
class AccountsTest {
  @Test
  void every_row_of_every_export_is_accounted_for_as_it_was_made(PublishedSample sample)
      throws IOException {
    Map<String, RowAccount> ingested = new TreeMap<>();
    for (IngestRecord record : ProtectedLake.of(sample.workspace()).records()) {
      ingested.put(record.file() + " " + record.tool(), record.rows());
    }
    assertThat(ingested).isEqualTo(expected(sample));
  }

  @Test
  void published_accounts_say_the_same_to_the_nearest_five(PublishedSample sample) {
    List<AccountRow> rows = sample.rows(Table.ACCOUNTS);
    int shown = 0;
    for (Truth.Account account : sample.truth().files()) {
      String source = account.file().replace(".csv", "");
      Map<String, Integer> made =
          Map.of(
              "received", account.received(),
              "accepted", account.accepted(),
              "partial", account.partial(),
              "preview_or_test", account.previewOrTest(),
              "duplicate", account.duplicate(),
              "rejected", account.rejected());
      for (AccountRow row : rows) {
        if (row.source().equals(source) && row.visibility() == Visibility.SHOWN) {
          assertThat(row.rows())
              .as("%s, %s", source, row.outcome())
              .isEqualTo(PublishedSample.toNearestFive(made.get(row.outcome())));
          shown++;
        }
      }
    }
    assertThat(shown).as("outcomes shown, of 24").isGreaterThanOrEqualTo(12);
  }

  @Test
  void as_many_people_answered_each_question_as_were_made(PublishedSample sample) {
    int checked = 0;
    for (LevelRow row : sample.rows(Table.LEVELS)) {
      boolean counted =
          sample.truth().measures().stream().anyMatch(m -> m.measure().equals(row.item()));
      if (row.scope() == Scope.ALL && counted && row.answered() != null) {
        int made =
            at(sample, row.item(), row.wave()).answered().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(row.answered())
            .as("%s in %s", row.item(), row.wave())
            .isEqualTo(PublishedSample.toNearestFive(made));
        checked++;
      }
    }
    assertThat(checked).as("seven questions, thirteen waves").isEqualTo(7 * 13);
  }

  @Test
  void the_kinds_of_missing_are_kept_apart(PublishedSample sample) {
    Map<String, Integer> shown = new TreeMap<>();
    for (MissingRow row : sample.rows(Table.MISSING)) {
      boolean known =
          sample.truth().measures().stream().anyMatch(m -> m.measure().equals(row.item()));
      if (known && row.visibility() == Visibility.SHOWN) {
        int made = at(sample, row.item(), row.wave()).kinds().getOrDefault(row.kind(), 0);
        assertThat(row.people())
            .as("%s in %s, %s", row.item(), row.wave(), row.kind())
            .isEqualTo(PublishedSample.toNearestFive(made));
        shown.merge(row.kind(), 1, Integer::sum);
      }
    }
    assertThat(shown.keySet())
        .contains(
            "answered", "excluded", "not_asked", "skipped", "declined", "dont_know", "dropped_out");
  }

  private static Truth.AtWave at(PublishedSample sample, String item, String wave) {
    return sample.measure(item).waves().stream()
        .filter(w -> w.wave().equals(wave))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, RowAccount> expected(PublishedSample sample) {
    Map<String, RowAccount> expected = new TreeMap<>();
    for (Truth.Account account : sample.truth().files()) {
      expected.put(
          account.file() + " " + account.tool(),
          new RowAccount(
              account.received(),
              account.accepted(),
              account.partial(),
              account.previewOrTest(),
              account.duplicate(),
              account.rejected()));
    }
    return expected;
  }
}
