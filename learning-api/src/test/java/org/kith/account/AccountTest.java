package org.kith.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;
import org.kith.store.Store;
import org.kith.words.Judging;

/** The account of a review: written, answered, published, and read in every form there is. */
class AccountTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String SUMMARY = "mark-summary We met, we looked, and evenings are quiet.";
  private static final String LEARNED = "mark-learned A closed door says more than a letter.";
  private static final String NOTED = "mark-noted Nobody under 25 was asked.";

  /** One published account as everybody reads it, made once, because files take their time. */
  private static List<String> exports;

  @TempDir private static Path folder;
  private static RunningServer server;
  private static Store store;
  private static String snapshot;

  @BeforeAll
  static void serve() throws Exception {
    snapshot = PublishedFixture.write(folder);
    server = RunningServer.of(folder, Viewer.NOBODY);
    store = server.store();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_minority_reading_and_every_dissent_are_in_every_export() throws Exception {
    for (String text : exports()) {
      assertThat(text).contains(ToldReview.MINORITY).contains("mark-not-so I was not heard.");
      assertThat(text).contains(ToldReview.REST).contains(SUMMARY, LEARNED, NOTED);
      assertThat(text)
          .contains(snapshot)
          .contains("Contracts, payment, or comparing organisations");
    }
  }

  @Test
  void nobody_is_named_in_any_export_and_few_have_no_voice_either() throws Exception {
    for (String text : exports()) {
      // Three people came, one of each voice: no voice can be named without naming its person.
      assertThat(text)
          .doesNotContain("r-commissioner", "r-practitioner", "r-resident")
          .doesNotContain("a resident", "a practitioner", "a commissioner")
          .contains("Voices too few to name", "somebody in the room")
          .contains("What we expected is hidden");
    }
  }

  @Test
  void in_a_full_room_voices_are_named_and_what_was_said_is_heaped_beside_what_came()
      throws Exception {
    ToldReview told = ToldReview.in(store, snapshot);
    var crowd = told.crowd(store);
    assertThat(write(told, 0)).isEqualTo(303);
    Accounts accounts =
        new Accounts(
            store,
            java.time.Clock.systemUTC(),
            org.kith.learning.Library.open(
                new org.kith.workspace.Workspace(folder), Viewer.NOBODY));
    crowd.forEach(p -> accounts.answer(p, told.id(), 1, true, ""));
    for (int i = 0; i < 3; i++) {
      assertThat(answer(told, i, 1, "yes", "")).isEqualTo(303);
    }
    assertThat(publish(told, 1)).isEqualTo(303);
    String page = server.get(told.page()).body();
    // 15 practitioners are named. The one commissioner may not stand alone without a voice, so the
    // 13 residents, the fewer of the others, stand there too.
    assertThat(read(page))
        .contains("Practitioners, 15", "Voices too few to name", "a practitioner")
        .doesNotContain("Residents, 13", "Commissioners, 1");
    assertThat(page).contains("came-chart");
    assertThat(everyExport(told))
        .allSatisfy(t -> assertThat(t).contains("of us said under", "or more"));
    try (XWPFDocument word =
        new XWPFDocument(new ByteArrayInputStream(bytes(told.page() + ".docx", null)))) {
      assertThat(word.getAllPictures()).hasSize(2);
    }
  }

  @Test
  void no_export_passes_judgement() throws Exception {
    ToldReview told = published();
    for (String text : exports()) {
      assertThat(Judging.in(text)).isEmpty();
    }
    for (String page : List.of(tell(told, 0), tell(ToldReview.in(store, snapshot), 0))) {
      assertThat(Judging.in(read(page))).isEmpty();
    }
  }

  @Test
  void nothing_of_a_draft_is_read_by_anybody_outside() throws Exception {
    ToldReview told = ToldReview.in(store, snapshot);
    write(told, 0);
    SignedIn outside = SignedIn.practitioner(store, "outside", "millbrook");
    String[] addresses = {
      told.page(),
      told.page() + ".pdf",
      told.page() + ".docx",
      "/api/v1" + told.page(),
      "/reviews/" + told.id() + "/tell",
      "/reviews/" + told.id() + ".ics",
      "/api/v1/reviews/" + told.id() + "/account"
    };
    for (String address : addresses) {
      for (int who = 0; who < 2; who++) {
        HttpResponse<String> answer =
            who == 0 ? server.get(address) : outside.get(server.port(), address);
        assertThat(answer.statusCode()).as(address).isIn(302, 401, 404);
        assertThat(answer.body()).as(address).doesNotContain("mark-", "Autumn learning review");
      }
    }
    for (String list : List.of("/accounts", "/api/v1/accounts", "/learning.atom")) {
      assertThat(server.get(list).body()).as(list).doesNotContain(told.id());
    }
    // The twin: those who take part read it, and are told that it is a draft.
    for (SignedIn one : told.people()) {
      assertThat(one.get(server.port(), told.page()).body())
          .contains("mark-summary", "mark-kept", "Draft, version 1");
    }
    byte[] pdf = bytes(told.page() + ".pdf", told.people().get(2));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains("Draft, version 1", "mark-kept");
    }
  }

  @Test
  void it_is_published_only_when_everybody_who_came_has_answered_the_latest_version()
      throws Exception {
    ToldReview told = ToldReview.in(store, snapshot);
    assertThat(publish(told, 1)).isEqualTo(422);
    assertThat(write(told, 0)).isEqualTo(303);
    assertThat(publish(told, 1)).isEqualTo(422);
    assertThat(answer(told, 0, 1, "yes", "")).isEqualTo(303);
    assertThat(answer(told, 1, 1, "yes", "")).isEqualTo(303);
    assertThat(publish(told, 1)).isEqualTo(422);
    // Not to agree needs words, and words are then enough.
    assertThat(answer(told, 2, 1, "no", "")).isEqualTo(422);
    assertThat(answer(told, 2, 1, "no", "I was not heard.")).isEqualTo(303);
    // Only whoever leads it publishes, and only the version that was looked at.
    assertThat(form(told, 1, "/publish", "version", "1")).isEqualTo(403);
    assertThat(publish(told, 2)).isEqualTo(409);
    // A new version needs new answers from everybody.
    assertThat(write(told, 1)).isEqualTo(303);
    assertThat(publish(told, 2)).isEqualTo(422);
    assertThat(answer(told, 0, 1, "yes", "")).isEqualTo(409);
    for (int i = 0; i < 3; i++) {
      assertThat(answer(told, i, 2, "yes", "")).isEqualTo(303);
    }
    assertThat(publish(told, 2)).isEqualTo(303);
  }

  @Test
  void whoever_was_not_there_is_not_asked_and_says_so_themselves_if_they_were() throws Exception {
    ToldReview told = ToldReview.in(store, snapshot);
    write(told, 0);
    assertThat(attendance(told, 1, "r-resident", "no")).isEqualTo(403);
    assertThat(attendance(told, 0, "r-resident", "no")).isEqualTo(303);
    assertThat(answer(told, 2, 1, "yes", "")).isEqualTo(422);
    assertThat(attendance(told, 2, "r-resident", "yes")).isEqualTo(303);
    assertThat(answer(told, 2, 1, "yes", "")).isEqualTo(303);
    assertThat(attendance(told, 0, "r-resident", "no")).isEqualTo(303);
    answer(told, 0, 1, "yes", "");
    answer(told, 1, 1, "yes", "");
    assertThat(publish(told, 1)).isEqualTo(303);
    assertThat(server.get(told.page()).body())
        .contains("Residents who were invited and could not come");
  }

  @Test
  void who_has_answered_is_told_to_nobody() throws Exception {
    ToldReview told = ToldReview.in(store, snapshot);
    write(told, 0);
    String before = tell(told, 0);
    answer(told, 2, 1, "yes", "");
    assertThat(tell(told, 0)).isEqualTo(before).contains("Nobody sees who has");
    assertThat(tell(told, 1)).contains("You are asked");
    assertThat(tell(told, 2)).contains("Your answer to version 1");
  }

  @Test
  void after_publishing_nothing_of_it_changes() throws Exception {
    ToldReview told = published();
    List<String> before = everyExport(told);
    assertThat(write(told, 1)).isEqualTo(422);
    assertThat(answer(told, 1, 1, "no", "mark-late")).isEqualTo(422);
    assertThat(attendance(told, 0, "r-resident", "no")).isEqualTo(422);
    assertThat(publish(told, 1)).isEqualTo(303);
    // Even what is changed in the store behind it does not reach it.
    store.change(
        h -> {
          h.execute("update reading set words = 'mark-late'");
          h.execute("update decision set words = 'mark-late' where review = ?", told.id());
          h.execute("delete from dissent");
          h.execute("update review set purpose = 'mark-late' where id = ?", told.id());
        });
    assertThat(everyExport(told)).isEqualTo(before);
    List<Long> approved =
        store.read(
            h ->
                h.createQuery("select approved from learning where review = :id")
                    .bind("id", told.id())
                    .mapTo(Long.class)
                    .list());
    assertThat(approved).hasSize(2).doesNotContainNull();
  }

  @Test
  void what_is_approved_cannot_become_something_else_before_it_is_published() throws Exception {
    ToldReview told = ToldReview.in(store, snapshot);
    write(told, 0);
    for (int i = 0; i < 3; i++) {
      answer(told, i, 1, "yes", "");
    }
    store.change(
        h ->
            h.execute(
                "update decision set words = 'mark-slipped in' where review = ? and basis ="
                    + " 'judgement'",
                told.id()));
    assertThat(told.people().get(1).get(server.port(), told.page()).body())
        .contains("mark-judged")
        .doesNotContain("mark-slipped");
    assertThat(publish(told, 1)).isEqualTo(422);
    assertThat(tell(told, 0)).contains("Something in the review was changed");
    write(told, 1);
    assertThat(told.people().get(1).get(server.port(), told.page()).body())
        .contains("mark-slipped in");
  }

  @Test
  void two_who_write_a_version_at_once_see_both_and_sending_twice_keeps_it_once() throws Exception {
    ToldReview told = ToldReview.in(store, snapshot);
    assertThat(write(told, 0)).isEqualTo(303);
    assertThat(write(told, 0)).isEqualTo(303);
    HttpResponse<String> other =
        told.people()
            .get(0)
            .form(
                server.port(),
                "/reviews/" + told.id() + "/tell",
                "version",
                "0",
                "summary",
                "mark-other Words of another window.",
                "learnings",
                "",
                "data_notes",
                "");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("mark-other", "mark-summary", "Nothing was overwritten");
    assertThat(standing(told, 0).path("version").asInt()).isEqualTo(1);
  }

  @Test
  void the_api_does_all_that_the_page_does() throws Exception {
    ToldReview told = ToldReview.in(store, snapshot);
    String root = "/api/v1/reviews/" + told.id() + "/account";
    SignedIn leader = told.people().get(0);
    assertThat(
            leader
                .send(
                    server.port(),
                    "POST",
                    root,
                    "{\"version\":0,\"summary\":\"S.\",\"learnings\":\"L.\",\"notes\":\"N.\"}")
                .statusCode())
        .isEqualTo(200);
    for (SignedIn one : told.people()) {
      assertThat(JSON.readTree(one.get(server.port(), root).body()).path("asked").asBoolean())
          .isTrue();
      one.send(
          server.port(),
          "POST",
          root + "/answer",
          "{\"version\":1,\"approves\":true,\"words\":\"\"}");
    }
    leader.send(
        server.port(), "POST", root + "/attendance", "{\"person\":\"r-resident\",\"came\":true}");
    JsonNode last =
        JSON.readTree(
            leader.send(server.port(), "POST", root + "/publish", "{\"version\":1}").body());
    assertThat(last.path("published").asBoolean()).isTrue();
    assertThat(
            JSON.readTree(server.get("/api/v1/accounts").body())
                .path("accounts")
                .get(0)
                .path("href")
                .asText())
        .isEqualTo(told.page());
  }

  @Test
  void what_residents_say_stands_beside_it_once_it_is_shown() throws Exception {
    ToldReview told = published();
    store.change(
        h -> {
          h.execute(
              "insert into contest values ('c1', ?, null, 'mark-shown It was raining.',"
                  + " '2026-12-20', 'shown', null, '')",
              told.id());
          h.execute(
              "insert into contest values ('c2', ?, null, 'mark-waiting Not read yet.',"
                  + " '2026-12-20', 'waiting', null, '')",
              told.id());
        });
    for (String text : everyExport(told)) {
      assertThat(text).contains("mark-shown It was raining.").doesNotContain("mark-waiting");
    }
  }

  @Test
  void an_organisations_own_figure_is_left_out_with_a_sentence() throws Exception {
    ToldReview told = ToldReview.in(store, snapshot);
    store.change(
        h ->
            h.execute(
                "update review_question set figure ="
                    + " 'level.cls_trust_neighbourhood.STrust.2025q4.organisation.millbrook' where"
                    + " id = ?",
                told.sample.questions().get(0)));
    publishAll(told);
    // Millbrook's own people read the same as everybody else.
    SignedIn theirs = told.people().get(1);
    for (String page :
        List.of(server.get(told.page()).body(), theirs.get(server.port(), told.page()).body())) {
      assertThat(read(page)).contains(read(Paper.OWN));
      assertThat(page).doesNotContain("class=\"fig\"");
    }
  }

  @Test
  void the_files_have_what_a_screen_reader_needs() throws Exception {
    ToldReview told = published();
    byte[] pdf = bytes(told.page() + ".pdf", null);
    Files.write(Path.of("target", "account.pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Autumn learning review");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getDocumentOutline().children())
          .hasSizeGreaterThan(6);
    }
    assertThat(alternatives(pdf)).anyMatch(a -> a.startsWith("Chart: "));
    byte[] docx = bytes(told.page() + ".docx", null);
    Files.write(Path.of("target", "account.docx"), docx);
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
      assertThat(word.getAllPictures()).hasSize(1);
      assertThat(word.getTables()).hasSize(1);
      assertThat(word.getDocument().xmlText()).contains("descr=\"Chart: ");
    }
  }

  private static List<String> alternatives(byte[] pdf) throws Exception {
    List<String> found = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var parts =
          new ArrayList<Object>(document.getDocumentCatalog().getStructureTreeRoot().getKids());
      while (!parts.isEmpty()) {
        Object part = parts.remove(0);
        if (part
            instanceof
            org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement e) {
          parts.addAll(e.getKids());
          if (e.getAlternateDescription() != null) {
            found.add(e.getAlternateDescription());
          }
        }
      }
    }
    return found;
  }

  private static List<String> exports() throws Exception {
    if (exports == null) {
      exports = everyExport(published());
    }
    return exports;
  }

  private static ToldReview published() throws Exception {
    ToldReview told = ToldReview.in(store, snapshot);
    publishAll(told);
    return told;
  }

  private static void publishAll(ToldReview told) throws Exception {
    assertThat(write(told, 0)).isEqualTo(303);
    assertThat(answer(told, 0, 1, "yes", "")).isEqualTo(303);
    assertThat(answer(told, 1, 1, "yes", "mark-adds And thank you.")).isEqualTo(303);
    assertThat(answer(told, 2, 1, "no", "mark-not-so I was not heard.")).isEqualTo(303);
    assertThat(publish(told, 1)).isEqualTo(303);
  }

  /** Page, JSON, PDF and Word, each as one reads it. */
  private static List<String> everyExport(ToldReview told) throws Exception {
    byte[] pdf = bytes(told.page() + ".pdf", null);
    byte[] docx = bytes(told.page() + ".docx", null);
    StringBuilder word = new StringBuilder();
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      document.getParagraphs().forEach(p -> word.append(p.getText()).append('\n'));
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return List.of(
          read(server.get(told.page()).body()),
          server.get("/api/v1" + told.page()).body(),
          new PDFTextStripper().getText(document).replaceAll("\\s+", " "),
          word.toString());
    }
  }

  /** A page as one reads it, without its tags. */
  private static String read(String html) {
    return html.replaceAll("(?s)<(script|style|svg).*?</\\1>|<[^>]*>", "")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ");
  }

  private static byte[] bytes(String address, SignedIn who) throws Exception {
    HttpRequest.Builder request =
        who == null
            ? HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address))
            : who.request(server.port(), address);
    HttpResponse<byte[]> answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return answer.body();
  }

  private static String tell(ToldReview told, int who) throws Exception {
    return told.people().get(who).get(server.port(), "/reviews/" + told.id() + "/tell").body();
  }

  private static JsonNode standing(ToldReview told, int who) throws Exception {
    return JSON.readTree(
        told.people()
            .get(who)
            .get(server.port(), "/api/v1/reviews/" + told.id() + "/account")
            .body());
  }

  private static int write(ToldReview told, int version) throws Exception {
    return form(
        told,
        0,
        "",
        "version",
        "" + version,
        "summary",
        SUMMARY,
        "learnings",
        LEARNED + "\n\nmark-second Ask in the evening.\n",
        "data_notes",
        NOTED);
  }

  private static int answer(ToldReview told, int who, int version, String approves, String words)
      throws Exception {
    return form(
        told, who, "/answer", "version", "" + version, "approves", approves, "words", words);
  }

  private static int attendance(ToldReview told, int who, String person, String came)
      throws Exception {
    return form(told, who, "/attendance", "person", person, "came", came);
  }

  private static int publish(ToldReview told, int version) throws Exception {
    return form(told, 0, "/publish", "version", "" + version);
  }

  private static int form(ToldReview told, int who, String path, String... fields)
      throws Exception {
    return told.people()
        .get(who)
        .form(server.port(), "/reviews/" + told.id() + "/tell" + path, fields)
        .statusCode();
  }
}
