package org.kith.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.audit.Audit;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;

/** What a store keeps and refuses, on either database. */
@ParameterizedClass
@EnumSource
class StoreTest {
  @Parameter RealDatabase database;

  private RealDatabase.Place place;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    place = database.empty();
    store = place.open();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private long count(String table) {
    return store.read(h -> h.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  private void refused(String statement) {
    assertThatThrownBy(() -> store.change(h -> h.execute(statement)))
        .isInstanceOf(JdbiException.class);
  }

  @Test
  void a_store_made_from_nothing_holds_nothing() {
    for (StoredTable table : StoredTable.ALL) {
      assertThat(count(table.name())).as(table.name()).isZero();
    }
  }

  @Test
  void opening_it_again_changes_nothing() throws IOException {
    store.change(FewPeople::everything);
    store.close();
    store = place.open();
    assertThat(count("person")).isEqualTo(3);
    assertThat(store.schema()).isEqualTo(4);
  }

  @Test
  void a_store_that_a_newer_kith_has_used_is_left_alone() throws IOException {
    store.change(
        h ->
            h.execute(
                "insert into flyway_schema_history (installed_rank, version, description, type,"
                    + " script, checksum, installed_by, execution_time, success) values (99, '7',"
                    + " 'later', 'SQL', 'V7__later.sql', 1, 'x', 1, "
                    + (database == RealDatabase.SQLITE ? "1)" : "true)")));
    if (database == RealDatabase.SQLITE) {
      // A newer Kith would have left another print.
      store.change(h -> h.execute("pragma user_version = 7"));
    }
    store.close();
    assertThatThrownBy(place::open)
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "A newer Kith has used this learning store: its tables are at number 7, and this"
                + " version knows them up to 4. Use the newer version, or restore a backup of before"
                + " into a new workspace.");
    store = database.empty().open();
  }

  @Test
  void people_come_with_their_roles_teams_and_cycles() {
    store.change(FewPeople::people);
    Person ada = new People(store).find("ada").orElseThrow();
    assertThat(ada.name()).isEqualTo("Ada Quist");
    assertThat(ada.own()).contains("millbrook");
    assertThat(ada.roles()).containsExactly(Role.PRACTITIONER);
    // Ada and Ben are in the one team and the one cycle.
    assertThat(ada.teams())
        .containsExactly(new Person.Group("family-north", "Family help north", 2));
    assertThat(ada.cycles())
        .containsExactly(new Person.Group("panel-waits", "Waiting for a panel", 2));
    Person sol = new People(store).find("sol").orElseThrow();
    assertThat(sol.own()).isEmpty();
    assertThat(sol.teams()).isEmpty();
    assertThat(new People(store).find("nobody")).isEmpty();
  }

  @Test
  void whoever_left_is_not_found() {
    store.change(FewPeople::people);
    store.change(h -> h.execute("update person set left_at = 1 where id = 'ada'"));
    assertThat(new People(store).find("ada")).isEmpty();
  }

  @Test
  void nobody_is_in_a_team_twice_or_in_one_that_is_not_there() {
    store.change(FewPeople::people);
    refused("insert into team_member values ('family-north', 'ada', 1)");
    refused("insert into team_member values ('no-such-team', 'ada', 1)");
    refused("insert into cycle_member (cycle, person, since) values ('panel-waits', 'nobody', 1)");
    assertThat(count("team_member")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from person where id = 'ada'",
        "insert into reply (id, reflection, author, kind, words, at)"
            + " values ('y9', 'no-such-reflection', 'ben', 'reply', 'x', 1)",
        "insert into session values ('t', 'nobody', 'c', 1, 1, 1)",
        "insert into person_role values ('ada', 'king')",
        "update reflection set audience = 'everybody'",
        "update reflection set kind = 'target'",
        "insert into person (id, name, created) values ('ada', 'Another', 1)",
        "insert into person (id, name, created) values ('x', null, 1)"
      })
  void what_points_nowhere_or_is_no_word_of_ours_is_refused(String statement) {
    store.change(FewPeople::everything);
    refused(statement);
  }

  @Test
  void what_hangs_on_a_reflection_goes_with_it() {
    store.change(FewPeople::everything);
    store.change(h -> h.execute("delete from reflection where id = 'r1'"));
    for (String table :
        List.of("reflection", "reflection_answer", "reflection_tap", "reply", "quotation")) {
      assertThat(count(table)).as(table).isZero();
    }
    assertThat(count("audit")).isEqualTo(1);
  }

  @Test
  void the_audit_only_grows() {
    store.change(FewPeople::everything);
    refused("update audit set person = 'ada'");
    refused("delete from audit");
    refused("delete from audit where id = 'a1'");
    if (database == RealDatabase.POSTGRESQL) {
      refused("truncate audit");
    } else {
      refused("replace into audit values ('a1', 1, 'x', 'x', 'x')");
    }
    store.change(h -> Audit.add(h, "ada", Audit.Action.SIGNED_IN, "ada", 8));
    assertThat(count("audit")).isEqualTo(2);
  }

  @Test
  void a_change_that_fails_half_way_leaves_nothing() {
    store.change(FewPeople::people);
    assertThatThrownBy(
            () ->
                store.write(
                    h -> {
                      h.execute("insert into withdrawn values ('r1', 'ada', 1)");
                      Audit.add(h, "ada", Audit.Action.REFLECTION_WITHDRAWN, "r1", 1);
                      throw new IOException("the cable");
                    }))
        .hasMessage("the cable");
    assertThat(count("withdrawn")).isZero();
    assertThat(count("audit")).isZero();
  }

  @Test
  void reading_cannot_change_anything() {
    assertThatThrownBy(
            () ->
                store.read(
                    h ->
                        h.execute(
                            "insert into cycle (id, name, created) values ('c', 'Waits', 1)")))
        .isInstanceOf(JdbiException.class);
    assertThat(count("cycle")).isZero();
  }

  @Test
  void a_read_sees_one_moment_however_much_is_written_meanwhile() {
    store.change(FewPeople::people);
    List<Long> seen =
        store.read(
            h -> {
              List<Long> counts = new ArrayList<>();
              counts.add(people(h));
              store.change(
                  g -> g.execute("insert into person (id, name, created) values ('new', 'N', 1)"));
              counts.add(people(h));
              return counts;
            });
    assertThat(seen).containsExactly(3L, 3L);
    assertThat(count("person")).isEqualTo(4);
  }

  private static long people(Handle h) {
    return h.createQuery("select count(*) from person").mapTo(Long.class).one();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "Zoë's \"day\"; drop table person; -- ' \\ % _ ? :x",
        "नमस्ते مرحبا 你好 שלום",
        "👩🏽\u200d⚕️ and e\u0301 beside é",
        "line\r\nline\ttab\u0007\u2028\ufeff"
      })
  void words_come_back_as_they_went_in(String words) {
    store.change(FewPeople::everything);
    store.change(
        h -> h.execute("update reflection_answer set words = ? where reflection = 'r1'", words));
    assertThat(words()).isEqualTo(words);
    assertThat(count("person")).isEqualTo(3);
  }

  @Test
  void long_words_come_back_whole() {
    store.change(FewPeople::everything);
    String words = "Ünd dann ☂ ".repeat(20_000);
    store.change(h -> h.execute("update reflection_answer set words = ?", words));
    assertThat(words()).isEqualTo(words);
  }

  private String words() {
    return store.read(
        h -> h.createQuery("select words from reflection_answer").mapTo(String.class).one());
  }

  @Test
  void times_keep_their_milliseconds() {
    store.change(FewPeople::people);
    assertThat(
            store.<Long, RuntimeException>read(
                h ->
                    h.createQuery("select created from person where id = 'ada'")
                        .mapTo(Long.class)
                        .one()))
        .isEqualTo(FewPeople.THEN);
  }

  @Test
  void a_failed_statement_says_nothing_of_what_was_bound_to_it() {
    store.change(FewPeople::everything);
    assertThatThrownBy(
            () ->
                store.change(
                    h ->
                        h.createUpdate(
                                "insert into reflection_answer values ('r1', 0, 'what', :words)")
                            .bind("words", "marrow-fifty")
                            .execute()))
        .isInstanceOf(JdbiException.class)
        .satisfies(
            e -> {
              for (Throwable t = e; t != null; t = t.getCause()) {
                assertThat(t.toString()).doesNotContain("marrow");
              }
            });
  }

  @Test
  void many_who_write_at_once_all_get_through() throws Exception {
    store.change(FewPeople::people);
    int writers = 12;
    int each = 25;
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        String id = "w" + w + "-";
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  for (int i = 0; i < each; i++) {
                    String key = id + i;
                    store.change(h -> h.execute("insert into withdrawn values (?, 'ada', 1)", key));
                    assertThat(count("withdrawn")).isPositive();
                  }
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> one : all) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(count("withdrawn")).isEqualTo((long) writers * each);
  }

  @Test
  void two_stores_on_one_database_see_each_others_changes() throws IOException {
    try (Store other = place.open()) {
      other.change(
          h -> h.execute("insert into cycle (id, name, created) values ('c', 'Waits', 1)"));
      assertThat(count("cycle")).isEqualTo(1);
      store.change(
          h -> h.execute("insert into cycle (id, name, created) values ('d', 'Panels', 1)"));
      assertThat(
              other.<Long, RuntimeException>read(
                  h -> h.createQuery("select count(*) from cycle").mapTo(Long.class).one()))
          .isEqualTo(2);
    }
  }
}
