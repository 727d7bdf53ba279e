package org.kith.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.access.Visitor;
import org.kith.audit.Audit;
import org.kith.people.Person;
import org.kith.reflection.Audience;
import org.kith.reflections.Household;
import org.kith.reflections.OwnReflections;
import org.kith.signin.SignedIn;
import org.kith.store.EmptyStore;
import org.kith.store.Store;

class SearchTest {
  private static final Clock CLOCK = Clock.systemUTC();

  private Store store;
  private Household people;
  private Search search;
  private OwnReflections own;

  @BeforeEach
  void open() {
    store = EmptyStore.open();
    people = Household.in(store);
    own = new OwnReflections(store, CLOCK);
    search =
        new Search(
            store,
            CLOCK,
            person -> {
              throw new FileNotFoundException("nothing is published");
            });
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Search.Answer find(SignedIn who, String words) throws Exception {
    return search.find(who.person(), words, false, 0, 20);
  }

  private static String marked(Search.Found found) {
    return found.excerpt().stream()
        .filter(Search.Piece::marked)
        .map(Search.Piece::words)
        .collect(joining("|"));
  }

  @ParameterizedTest
  @CsvSource({
    "waited,waiting",
    "wait,waiting",
    "panels,panel",
    "PANEL,panel",
    "pan,panel",
    "waiti,waiting",
    "tommy,Tommy's",
    "cafe,café",
    "\"the funding panel\",the funding panel",
    "panel café,panel|café"
  })
  void finds_words_in_any_form_at_their_beginning_and_standing_together(String asked, String marks)
      throws Exception {
    people.keeps(
        Audience.ME, "2025-03-04", "We were waiting for the funding panel in Tommy's café.");
    Search.Answer answer = find(people.author(), asked);
    assertThat(answer.all()).isEqualTo(1);
    assertThat(marked(answer.found().get(0))).isEqualTo(marks);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"panel funding\"", "panel boiler", "anel", "zzz"})
  void finds_nothing_where_words_are_missing_or_do_not_stand_together(String asked)
      throws Exception {
    people.keeps(Audience.ME, "2025-03-04", "We were waiting for the funding panel.");
    assertThat(find(people.author(), asked)).isEqualTo(new Search.Answer(0, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "((",
        "a AND",
        "NOT",
        "*",
        "words:*",
        "~",
        "[a TO",
        "\\",
        "?",
        "+-!",
        "''",
        "“",
        "/x/",
        "the",
        "  ",
        "\u0000",
        "😀",
        "' or 1=1 --",
        "<script>alert(1)</script>"
      })
  void nothing_anybody_types_is_wrong(String typed) throws Exception {
    people.keeps(Audience.ME, "2025-03-04", "We were waiting for the funding panel.");
    assertThat(find(people.author(), typed).all()).isBetween(0, 1);
    assertThat(find(people.author(), typed.repeat(300)).all()).isBetween(0, 1);
  }

  @Test
  void each_reader_finds_what_was_shared_with_them_and_a_cycle_learns_no_author_and_no_day()
      throws Exception {
    people.keeps(Audience.ME, "2025-03-04", "Lighthouse kept to myself.");
    people.keeps(Audience.COUNTS, "2025-03-04", "Lighthouse for counting.");
    people.keeps(Audience.TEAM, "2025-03-05", "Lighthouse for the team.");
    people.keeps(Audience.CYCLE, "2025-03-06", "Lighthouse for the cycle.");
    assertThat(find(people.author(), "lighthouse").all()).isEqualTo(4);
    Search.Found team = find(people.mate(), "lighthouse").found().get(0);
    assertThat(find(people.mate(), "lighthouse").all()).isEqualTo(1);
    assertThat(team.by()).isEqualTo("Ann Author");
    assertThat(team.day()).isEqualTo("2025-03-05");
    Search.Found cycle = find(people.cycleMate(), "lighthouse").found().get(0);
    assertThat(find(people.cycleMate(), "lighthouse").all()).isEqualTo(1);
    assertThat(cycle.toString()).doesNotContain("Ann").doesNotContain("millbrook");
    // 6 March 2025 is a Thursday; its week began on the 3rd.
    assertThat(cycle.day()).isEqualTo("2025-03-03");
    for (SignedIn nobody : List.of(people.colleague(), people.stranger(), people.steward())) {
      assertThat(find(nobody, "lighthouse").all()).isZero();
    }
  }

  /** An attack: whatever others write in private, nothing that a reader can observe may move. */
  @Test
  void what_a_reader_may_not_see_moves_no_hit_no_count_no_order_and_no_highlight()
      throws Exception {
    for (int i = 1; i <= 9; i++) {
      people.keeps(
          Audience.TEAM,
          "2025-03-0" + i,
          "Panel ".repeat(i) + "and the ferry waited." + (i % 2 == 0 ? " Rare heron." : ""));
    }
    List<String> questions = List.of("panel", "ferry", "heron", "pan", "\"the ferry\"", "secret");
    List<Search.Answer> before = all(questions);
    for (int i = 0; i < 60; i++) {
      people.keeps(Audience.ME, "2025-03-05", "Secret heron heron heron ferry panel number " + i);
      people.keeps(Audience.COUNTS, "2025-03-05", "Secret ferry heron " + i);
      people.keeps(Audience.CYCLE, "2025-03-05", "Panel heron secret " + i);
    }
    assertThat(all(questions)).isEqualTo(before);
    // A fresh index, made with the others' words in the store, answers the same.
    search.forget(new Visitor(people.mate().person(), ""));
    assertThat(all(questions)).isEqualTo(before);
    assertThat(search.texts()).isEqualTo(9);
  }

  private List<Search.Answer> all(List<String> questions) throws Exception {
    List<Search.Answer> answers = new java.util.ArrayList<>();
    for (String question : questions) {
      for (boolean relevance : new boolean[] {false, true}) {
        answers.add(search.find(people.mate().person(), question, relevance, 0, 20));
      }
    }
    return answers;
  }

  @Test
  void a_change_of_audience_a_withdrawal_and_a_new_word_show_in_the_very_next_answer()
      throws Exception {
    String id = people.keeps(Audience.TEAM, "2025-03-05", "Lighthouse for the team.");
    assertThat(find(people.mate(), "lighthouse").all()).isEqualTo(1);
    // Behind everybody's back: neither a version nor a time tells of it.
    audience(id, "me");
    assertThat(find(people.mate(), "lighthouse").all()).isZero();
    audience(id, "team");
    assertThat(find(people.mate(), "lighthouse").all()).isEqualTo(1);
    Person author = people.author().person();
    own.withdraw(author, id);
    assertThat(find(people.mate(), "lighthouse").all()).isZero();
    assertThat(find(people.author(), "lighthouse").all()).isZero();
    people.keeps(Audience.TEAM, "2025-03-06", "Another lighthouse.");
    assertThat(find(people.mate(), "lighthouse").all()).isEqualTo(1);
    people.leaves("team", Household.TEAM, people.mate());
    assertThat(find(people.mate(), "lighthouse").all()).isZero();
  }

  private void audience(String id, String audience) {
    store.change(h -> h.execute("update reflection set audience = ? where id = ?", audience, id));
  }

  @Test
  void excerpts_are_pieces_of_text_so_a_script_in_them_stays_words() throws Exception {
    people.keeps(Audience.ME, "2025-03-04", "<script>alert('panel')</script> & \"panel\"");
    Search.Found found = find(people.author(), "panel").found().get(0);
    assertThat(found.excerpt().stream().map(Search.Piece::words).collect(joining()))
        .startsWith("<script>alert('panel')</script>");
    assertThat(marked(found)).isEqualTo("panel|panel");
  }

  @Test
  void stands_the_latest_first_or_what_matches_more_and_comes_in_pages() throws Exception {
    for (int i = 1; i <= 9; i++) {
      people.keeps(Audience.ME, "2025-03-0" + i, "Panel " + (i == 4 ? "panel panel panel" : "x y"));
    }
    Person me = people.author().person();
    assertThat(search.find(me, "panel", false, 0, 4).found().stream().map(Search.Found::day))
        .containsExactly("2025-03-09", "2025-03-08", "2025-03-07", "2025-03-06");
    assertThat(search.find(me, "panel", false, 8, 4).found().stream().map(Search.Found::day))
        .containsExactly("2025-03-01");
    assertThat(search.find(me, "panel", true, 0, 1).found().get(0).day()).isEqualTo("2025-03-04");
    assertThat(search.find(me, "panel", true, 8, 4).all()).isEqualTo(9);
  }

  @Test
  void whoever_shares_words_can_see_that_an_excerpt_of_them_was_read() throws Exception {
    String team = people.keeps(Audience.TEAM, "2025-03-05", "Lighthouse for the team.");
    find(people.mate(), "nothing");
    assertThat(own.seen(people.author().person(), team).orElseThrow()).isEmpty();
    find(people.mate(), "lighthouse");
    find(people.author(), "lighthouse");
    assertThat(own.seen(people.author().person(), team).orElseThrow())
        .extracting(o -> o.by())
        .containsExactly("Mo Mate");
    Map<String, Integer> actions =
        store.read(
            h ->
                h
                    .createQuery(
                        "select action, count(*) from audit where subject = :id group by 1")
                    .bind("id", team)
                    .map((row, c) -> Map.entry(row.getString(1), row.getInt(2)))
                    .stream()
                    .collect(
                        java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    assertThat(actions).containsEntry(Audit.Action.REFLECTION_OPENED.id(), 1);
  }

  @Test
  void examples_are_reflections_that_hold_one_of_the_words() throws Exception {
    people.keeps(Audience.TEAM, "2025-03-05", "The boiler again.");
    people.keeps(Audience.ME, "2025-03-06", "The landlord again.");
    assertThat(search.examples(people.mate().person(), List.of("boiler", "landlord"), 3))
        .hasSize(1);
    assertThat(search.examples(people.author().person(), List.of("boiler", "landlord"), 3))
        .hasSize(2);
    assertThat(search.examples(people.stranger().person(), List.of("boiler"), 3)).isEmpty();
    assertThat(search.examples(people.author().person(), List.of(), 3)).isEmpty();
  }
}
