package org.kith.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.lake.LakeLock;
import org.kith.lake.RecordFile;
import org.kith.reflection.SharedReflection;
import org.kith.reflection.SharedReflection.Scope;
import org.kith.reflection.SharedTeam;
import org.kith.reflection.SharedTheme;
import org.kith.resident.Consents;
import org.kith.residents.Ledger;
import org.kith.residents.Ledger.Category;
import org.kith.store.FewPeople;
import org.kith.store.RealDatabase;
import org.kith.store.Store;
import org.kith.workspace.Workspace;
import picocli.CommandLine;

/** What leaves the store for the protected lake, from either database. */
@ParameterizedClass
@EnumSource
class SharingTest {
  @Parameter RealDatabase database;
  @TempDir Path root;

  private Workspace workspace;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    workspace = new Workspace(root);
    Files.writeString(workspace.settings(), "name: Larkmoor\n");
    Files.writeString(
        workspace.organisations(),
        "organisation,name,place,place_name\nmillbrook,Millbrook,larkmoor,Larkmoor\n");
    store = database.empty().open();
    store.change(FewPeople::people);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static void reflection(
      Handle h, String id, String author, String audience, String follows, String words) {
    h.createUpdate(
            "insert into reflection (id, author, form, kind, happened, written, arrived, changed,"
                + " version, audience, team, cycle, follows, feeling) values (:id, :author,"
                + " 'short', 'reflection', '2026-11-04', 1, 2, 2, 1, :audience, :team, :cycle,"
                + " :follows, 'heavy')")
        .bind("id", id)
        .bind("author", author)
        .bind("audience", audience)
        .bind("team", audience.equals("team") ? "family-north" : null)
        .bind("cycle", audience.equals("cycle") ? "panel-waits" : null)
        .bind("follows", follows)
        .execute();
    h.execute("insert into reflection_answer values (?, 0, 'what', ?)", id, words);
    h.execute("insert into reflection_answer values (?, 1, 'so-what', 'So.')", id);
    h.execute("insert into reflection_tap values (?, 'level', 'policy')", id);
    h.execute("insert into reflection_tap values (?, 'carried', 'person')", id);
    h.execute("insert into reflection_tap values (?, 'barrier', 'threshold')", id);
  }

  private Map<String, SharedReflection> shared() throws IOException {
    Share.from(store, workspace);
    return RecordFile.read(
            workspace.reflections().resolve(Share.REFLECTIONS), SharedReflection.class)
        .stream()
        .collect(Collectors.toMap(SharedReflection::reflection, r -> r));
  }

  private SharedReflection only() throws IOException {
    assertThat(shared()).hasSize(1);
    return shared().values().iterator().next();
  }

  @Test
  void what_is_for_its_author_only_stays_in_the_store() throws IOException {
    store.change(h -> reflection(h, "r1", "ada", "me", null, "Mine."));
    assertThat(shared()).isEmpty();
  }

  @Test
  void what_a_team_or_nobody_reads_is_shared_without_its_words() throws IOException {
    store.change(
        h -> {
          reflection(h, "r1", "ada", "team", null, "For the team.");
          reflection(h, "r2", "ben", "counts", null, "For nobody.");
        });
    assertThat(shared().values())
        .hasSize(2)
        .allSatisfy(
            r -> {
              assertThat(r.scope()).isEqualTo(Scope.TAPS);
              assertThat(r.words()).isNull();
              assertThat(r.levels()).containsExactly("policy");
              assertThat(r.carried()).containsExactly("person");
              assertThat(r.barriers()).containsExactly("threshold");
              assertThat(r.feeling()).isEqualTo("heavy");
              assertThat(r.organisation()).isEqualTo("millbrook");
              assertThat(r.place()).isEqualTo("larkmoor");
              // 4 November 2026 is a Wednesday.
              assertThat(r.week()).isEqualTo("2026-11-02");
            });
  }

  @Test
  void what_a_cycle_reads_is_shared_with_its_words_scrubbed() throws IOException {
    store.change(
        h ->
            reflection(h, "r1", "ada", "cycle", null, "Rang her on 07700 900123 about the panel."));
    SharedReflection r = only();
    assertThat(r.scope()).isEqualTo(Scope.WORDS);
    assertThat(r.words())
        .contains("about the panel")
        .contains("[")
        .doesNotContain("900123")
        .endsWith("\nSo.");
  }

  @Test
  void whoever_does_not_let_the_tables_use_their_words_or_taps_shares_none_of_them()
      throws IOException {
    store.change(
        h -> {
          reflection(h, "r1", "ada", "cycle", null, "The panel again.");
          reflection(h, "r2", "ben", "cycle", "r1", "And again.");
        });
    assertThat(shared().values()).extracting(SharedReflection::scope).containsOnly(Scope.WORDS);

    say(Category.WORDS, false, null);
    assertThat(shared().values())
        .filteredOn(r -> r.scope() == Scope.TAPS)
        .singleElement()
        .satisfies(r -> assertThat(r.words()).isNull())
        .satisfies(r -> assertThat(r.barriers()).containsExactly("threshold"));

    say(Category.TAPS, false, null);
    assertThat(shared().values())
        .singleElement()
        .satisfies(r -> assertThat(r.words()).isEqualTo("And again.\nSo."))
        .satisfies(r -> assertThat(r.follows()).as("not even that it carries on").isNull());

    say(Category.TAPS, true, "2027-01-31");
    say(Category.WORDS, true, null);
    assertThat(on("2027-01-31")).hasSize(2);
    assertThat(on("2027-02-01")).as("the day is over").hasSize(1);
  }

  private void say(Category category, boolean allowed, String until) {
    store.change(
        h ->
            Ledger.say(
                h,
                Ledger.Kind.PERSON,
                "ada",
                category,
                Consents.Audience.TABLES,
                allowed,
                until,
                LocalDate.of(2026, 11, 26)));
  }

  private List<SharedReflection> on(String day) throws IOException {
    Clock clock =
        Clock.fixed(LocalDate.parse(day).atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    return Share.from(store, workspace, clock).reflections();
  }

  @Test
  void no_id_or_name_of_the_store_is_in_the_lake() throws IOException {
    store.change(
        h -> {
          reflection(h, "the-first-id", "ada", "cycle", null, "First.");
          reflection(h, "the-second-id", "ada", "counts", "the-first-id", "Second.");
        });
    Map<String, SharedReflection> shared = shared();
    List<SharedTeam> teams =
        RecordFile.read(workspace.reflections().resolve(Share.TEAMS), SharedTeam.class);
    assertThat(shared + " " + teams)
        .doesNotContain("the-first-id")
        .doesNotContain("the-second-id")
        .doesNotContain("ada")
        .doesNotContain("Ada")
        .doesNotContain("family-north");
    assertThat(shared.values())
        .extracting(SharedReflection::author)
        .containsOnly(shared.values().iterator().next().author());
    assertThat(teams).extracting(SharedTeam::members).containsExactly(2);
    // FewPeople: the team began at 1,764,000,000 s, which is 24 November 2025 in UTC.
    assertThat(teams).extracting(SharedTeam::since).containsExactly("2025-11-24");
    assertThat(shared.values())
        .extracting(SharedReflection::team)
        .containsOnly(teams.get(0).team());
  }

  @Test
  void one_that_carries_on_from_a_private_one_does_not_say_so() throws IOException {
    store.change(
        h -> {
          reflection(h, "r1", "ada", "me", null, "Mine.");
          reflection(h, "r2", "ada", "counts", "r1", "Next.");
        });
    assertThat(only().follows()).isNull();
    store.change(h -> h.execute("update reflection set audience = 'counts' where id = 'r1'"));
    Map<String, SharedReflection> shared = shared();
    assertThat(shared.values())
        .filteredOn(r -> r.follows() != null)
        .singleElement()
        .satisfies(r -> assertThat(shared).containsKey(r.follows()));
  }

  @Test
  void themes_are_those_people_named_and_what_was_merged_counts_where_it_went() throws IOException {
    store.change(
        h -> {
          h.execute("insert into theme values ('panel', 'Panels', 'Waits.', 'named', null, 1)");
          h.execute("insert into theme values ('wait', 'Waits', '', 'merged', 'panel', 1)");
          h.execute("insert into theme values ('queue', 'Queues', '', 'merged', 'wait', 1)");
          h.execute("insert into theme values ('odd', 'Odd', '', 'set aside', null, 1)");
          reflection(h, "r1", "ada", "counts", null, "x");
          for (String theme : List.of("panel", "queue", "odd", "unheard-of")) {
            h.execute("insert into reflection_tap values ('r1', 'theme', ?)", theme);
          }
        });
    assertThat(only().themes()).containsExactly("panel");
    assertThat(RecordFile.read(workspace.reflections().resolve(Share.THEMES), SharedTheme.class))
        .containsExactly(new SharedTheme("panel", "Panels", "Waits."));
  }

  @Test
  void an_organisation_that_is_not_listed_is_told_and_counted_without() throws IOException {
    store.change(
        h -> {
          h.execute("update person set organisation = 'gone' where id = 'ada'");
          reflection(h, "r1", "ada", "counts", null, "x");
        });
    Shared shared = Share.from(store, workspace);
    assertThat(shared.unknown()).containsExactly("gone");
    assertThat(shared.reflections()).singleElement().extracting("organisation").isNull();
  }

  @Test
  void sharing_again_gives_the_same_bytes_and_what_is_withdrawn_is_gone() throws IOException {
    store.change(
        h -> {
          reflection(h, "r1", "ada", "cycle", null, "One.");
          reflection(h, "r2", "ben", "cycle", null, "Two.");
        });
    shared();
    Path file = workspace.reflections().resolve(Share.REFLECTIONS);
    byte[] before = Files.readAllBytes(file);
    shared();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    store.change(h -> h.execute("delete from reflection where id = 'r1'"));
    assertThat(only().words()).startsWith("Two.");
    try (var files = Files.list(workspace.reflections())) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(Share.REFLECTIONS, Share.TEAMS, Share.THEMES);
    }
  }

  @Test
  void an_ingest_or_run_going_on_is_not_disturbed() throws IOException {
    LakeLock lock = LakeLock.take(workspace);
    try {
      assertThatThrownBy(() -> Share.from(store, workspace))
          .hasMessageStartingWith("Another ingest or run of ");
    } finally {
      lock.close();
    }
  }

  @Test
  void the_command_shares_while_a_server_has_the_store_open() throws IOException {
    try (Store server = Store.of(workspace)) {
      server.change(FewPeople::people);
      server.change(h -> reflection(h, "r1", "ada", "cycle", null, "One."));
      CommandLine line = ShareCommand.line();
      StringWriter out = new StringWriter();
      line.setOut(new PrintWriter(out));
      assertThat(line.execute("--workspace", root.toString())).isZero();
      assertThat(out.toString().strip())
          .isEqualTo("Shared reflections in the lake: 1, 1 of them with their words.");
    }
  }
}
