package org.kith.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.reflection.Audience;
import org.kith.reflections.Household;
import org.kith.signin.SignedIn;
import org.kith.themes.Codebook;
import org.kith.themes.Decisions;

class ThemesServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WAITING = "waiting-for-a-panel";

  @TempDir static Path workspace;
  static RunningServer server;
  static Household people;
  static String snapshot;

  @BeforeAll
  static void open() throws Exception {
    snapshot = PublishedFixture.write(workspace);
    server = RunningServer.of(workspace, Viewer.NOBODY);
    people = Household.in(server.store());
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static JsonNode json(String address) throws Exception {
    HttpResponse<String> answer = server.get(address);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> get(SignedIn who, String address) throws Exception {
    return who.get(server.port(), address);
  }

  private static HttpResponse<String> post(SignedIn who, String address, String... fields)
      throws Exception {
    return who.form(server.port(), address, fields);
  }

  /** As a reader sees it: without the marks of HTML. */
  private static String read(HttpResponse<String> page) {
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body()
        .replaceAll("<[^>]*>", " ")
        .replace("&#39;", "'")
        .replace('\u00a0', ' ')
        .replaceAll("\\s+", " ");
  }

  @Test
  void hidden_numbers_are_null_with_the_words_that_say_why() throws Exception {
    JsonNode money = json("/api/v1/themes/small-money-quickly");
    boolean seen = false;
    for (JsonNode quarter : money.path("quarters")) {
      if (!quarter.path("hidden").isNull()) {
        seen = true;
        assertThat(quarter.path("authors").path("people").isNull()).isTrue();
        assertThat(quarter.path("authors").path("hidden").asText()).startsWith("hidden");
        assertThat(quarter.path("percent").isNull()).isTrue();
        assertThat(quarter.path("organisations").isNull()).isTrue();
      }
    }
    assertThat(seen).isTrue();
    assertThat(money.toString()).contains("hidden, fewer than 11", "hidden, fewer than 3 org");
    JsonNode levels = json("/api/v1/levels").path("levels");
    assertThat(levels.get(2).path("answered").path("hidden").asText())
        .isEqualTo("hidden, fewer than 11");
    assertThat(json("/api/v1/loops").path("loops").get(3).path("open").isNull()).isTrue();
  }

  @Test
  void lists_stand_in_the_order_they_were_published_in_never_by_value() throws Exception {
    assertThat(json("/api/v1/themes").path("themes").findValuesAsText("name")).isSorted();
    assertThat(json("/api/v1/words?period=2025q4").path("words").findValuesAsText("phrase"))
        .containsExactly("on screen", "the panel", "waiting room");
    assertThat(json("/api/v1/barriers").path("barriers").findValuesAsText("barrier").subList(0, 3))
        .containsExactly("rule", "form", "funding");
  }

  @Test
  void an_organisation_reads_its_own_rows_and_nobody_elses() throws Exception {
    String nobody = server.get("/api/v1/cadence").body();
    assertThat(nobody).doesNotContain("millbrook").doesNotContain("alder-kitchen");
    String mine = get(people.author(), "/api/v1/cadence").body();
    assertThat(mine).contains("millbrook").doesNotContain("alder-kitchen").doesNotContain("985");
    assertThat(get(people.author(), "/api/v1/themes/" + WAITING).body()).doesNotContain("985");
    assertThat(read(get(people.author(), "/themes"))).contains("Millbrook Neighbours");
    assertThat(get(people.author(), "/themes").body()).doesNotContain("985");
  }

  @Test
  void the_first_thing_said_is_what_is_new_in_the_words_people_use() throws Exception {
    String page = read(server.get("/themes"));
    String said =
        "‘Waiting for a panel’ came up in 7 of 12 organisations this quarter, in 3 before.";
    assertThat(page.indexOf(said)).isPositive().isLessThan(page.indexOf("What has gone quiet?"));
    assertThat(page).contains("“the panel”", "‘Doorstep talk’ came up in 4 of 12 organisations");
    assertThat(page).contains("hidden, fewer than 11", "quiet periods we cannot see into");
    assertThat(read(server.get("/themes/" + WAITING))).contains(said, "(27 to 43 %)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/themes", "/themes/waiting-for-a-panel", "/themes/small-money-quickly"})
  void every_figure_has_its_question_table_file_and_permanent_link(String address)
      throws Exception {
    String page = server.get(address).body();
    int figures = page.split("<figure", -1).length - 1;
    assertThat(figures).isGreaterThan(2);
    assertThat(page.split("class=\"asks\"", -1)).hasSize(figures + 1);
    assertThat(page.split("Permanent link, snapshot " + snapshot, -1)).hasSize(figures + 1);
    var file = java.util.regex.Pattern.compile("href=\"([^\"]+\\.csv)\"").matcher(page);
    int files = 0;
    while (file.find()) {
      files++;
      assertThat(server.get(file.group(1)).statusCode()).as(file.group(1)).isEqualTo(200);
    }
    assertThat(files).isEqualTo(figures);
  }

  @Test
  void what_is_not_there_is_not_found() throws Exception {
    for (String address :
        List.of(
            "/themes/nothing",
            "/snapshots/0000-0000/themes",
            "/snapshots/" + snapshot + "/themes/nothing",
            "/snapshots/" + snapshot + "/theme-figures/nothing.csv",
            "/api/v1/themes/nothing")) {
      assertThat(server.get(address).statusCode()).as(address).isEqualTo(404);
    }
  }

  @Test
  void anybody_signed_in_names_and_only_researchers_and_stewards_decide_the_rest()
      throws Exception {
    assertThat(post(people.mate(), "/codebook/themes", "name", "Kettles <b>on</b>").statusCode())
        .isEqualTo(303);
    String page = get(people.mate(), "/codebook").body();
    assertThat(page).contains("Kettles &lt;b&gt;on&lt;/b&gt;").doesNotContain("<b>on</b>");
    assertThat(get(people.mate(), "/themes/kettles-b-on-b").body()).contains("has been named");
    String setAside = "/codebook/themes/kettles-b-on-b/set-aside";
    assertThat(post(people.mate(), setAside).statusCode()).isEqualTo(403);
    assertThat(post(people.steward(), setAside).statusCode()).isEqualTo(303);
    HttpResponse<String> again = post(people.steward(), setAside);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("That theme is not in use.");
    assertThat(server.get("/codebook").statusCode()).isEqualTo(302);
  }

  @Test
  void a_decision_needs_the_sessions_secret() throws Exception {
    HttpResponse<String> answer =
        people
            .steward()
            .send(
                people
                    .steward()
                    .request(server.port(), "/codebook/themes")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("name=Forged")));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(server.store().read(Codebook::all)).noneMatch(t -> t.name().equals("Forged"));
  }

  @Test
  void a_suggested_group_shows_only_reflections_its_reader_may_see() throws Exception {
    people.keeps(Audience.TEAM, "2025-11-03", "The boiler man came. No landlord.");
    assertThat(read(get(people.mate(), "/codebook"))).contains("The boiler man came.");
    assertThat(read(get(people.stranger(), "/codebook")))
        .contains("“boiler”", "Nothing that you may read holds these words.")
        .doesNotContain("man came");
    assertThat(post(people.steward(), "/codebook/suggestions/g-made-up/set-aside").statusCode())
        .isEqualTo(404);
    assertThat(
            post(people.stranger(), "/codebook/themes", "name", "Repairs", "suggestion", "g-77c0")
                .statusCode())
        .isEqualTo(303);
    assertThat(read(get(people.mate(), "/codebook"))).doesNotContain("“boiler”");
  }

  @Test
  void a_sentence_is_shown_when_its_author_and_a_second_reader_have_said_yes() throws Exception {
    server
        .store()
        .change(
            h ->
                h.execute(
                    "insert into theme (id, name, about, state, created)"
                        + " values ('waiting-for-a-panel', 'Waiting for a panel', '', 'named', 1)"));
    String words = "Nobody told Margaret the <i>panel</i> had met.";
    String id = people.keeps(Audience.ME, "2025-11-04", words + " I did.");
    String offer = "/reflections/" + id + "/quotations";
    assertThat(get(people.author(), "/reflections/" + id + "/quote").statusCode()).isEqualTo(200);
    assertThat(get(people.mate(), "/reflections/" + id + "/quote").statusCode()).isEqualTo(404);
    assertThat(post(people.author(), offer, "words", words, "theme", WAITING).statusCode())
        .isEqualTo(422);
    assertThat(
            post(people.author(), offer, "words", words, "theme", WAITING, "yes", "yes")
                .statusCode())
        .isEqualTo(303);
    String escaped = "the &lt;i&gt;panel&lt;/i&gt; had met.";
    assertThat(server.get("/themes/" + WAITING).body()).doesNotContain(escaped);
    assertThat(get(people.mate(), "/quotations").statusCode()).isEqualTo(403);
    String waiting = get(people.steward(), "/quotations").body();
    assertThat(waiting).contains(escaped, "<mark>Margaret</mark>").doesNotContain("Ann Author");
    String quotation = waiting.replaceAll("(?s).*/quotations/([0-9a-f-]{36})/pass.*", "$1");
    assertThat(post(people.steward(), "/quotations/" + quotation + "/pass").statusCode())
        .isEqualTo(303);
    String shown = server.get("/themes/" + WAITING).body();
    assertThat(shown).contains(escaped).doesNotContain("Ann Author").doesNotContain("<i>panel");
    assertThat(
            post(people.author(), "/quotations/" + quotation + "/take-back", "reflection", id)
                .statusCode())
        .isEqualTo(303);
    assertThat(server.get("/themes/" + WAITING).body()).doesNotContain(escaped);
  }

  @Test
  void search_answers_people_and_programs_and_escapes_what_it_shows() throws Exception {
    people.keeps(Audience.TEAM, "2025-11-05", "<img src=x onerror=alert(1)> The ferryman waited.");
    String asked = "/search?q=" + URLEncoder.encode("ferrym", StandardCharsets.UTF_8);
    String page = get(people.mate(), asked).body();
    assertThat(page).contains("<mark>ferryman</mark>", "&lt;img src=x", "by Ann Author");
    assertThat(page).doesNotContain("<img src=x");
    assertThat(read(get(people.stranger(), asked)))
        .contains("Nothing you may see holds these words.");
    JsonNode found = JSON.readTree(get(people.mate(), "/api/v1" + asked).body());
    assertThat(found.path("all").asInt()).isEqualTo(1);
    assertThat(found.path("found").get(0).path("excerpt").toString()).contains("\"marked\":true");
    assertThat(server.get(asked).statusCode()).isEqualTo(302);
    assertThat(server.get("/api/v1" + asked).statusCode()).isEqualTo(401);
    assertThat(get(people.mate(), "/api/v1/search").statusCode()).isEqualTo(400);
    String typed = "/search?q=" + URLEncoder.encode("\"><script>", StandardCharsets.UTF_8);
    assertThat(get(people.mate(), typed).body()).doesNotContain("\"><script>");
    assertThat(read(get(people.mate(), "/search?q=doorstep"))).contains("A theme, Doorstep talk");
  }

  @Test
  void a_theme_has_the_name_people_gave_it_last_and_a_permanent_page_the_one_it_had()
      throws Exception {
    server
        .store()
        .change(
            h -> {
              h.execute(
                  "insert into theme (id, name, about, state, created)"
                      + " values ('doorstep-talk', 'Doorstep talk', '', 'named', 1)");
              Decisions.rename(h, "steward", "doorstep-talk", "Hand on the door", "", 2);
            });
    assertThat(read(server.get("/themes/doorstep-talk"))).contains("‘Hand on the door’ came up");
    assertThat(read(server.get("/snapshots/" + snapshot + "/themes/doorstep-talk")))
        .contains("‘Doorstep talk’ came up")
        .doesNotContain("Hand on the door");
  }
}
