package org.kith.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.reflections.Receipt;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;
import org.kith.store.Store;

/** Somebody's own reflections as a file, from a real server, read by the formats' own readers. */
class PortfolioTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Words that have broken an export somewhere, each after a mark of its own. */
  private static final Map<String, String> HARD = new LinkedHashMap<>();

  static {
    HARD.put("mark-welsh", "Aeth ŵyr Siân i’r tŷ â’i ŷd.");
    HARD.put("mark-polish", "Zażółć gęślą jaźń, powiedziała Wojtuś.");
    HARD.put("mark-gaelic", "Bha an t-ùrlar fliuch; chaidh e dhachaigh gu h-òrdail.");
    HARD.put("mark-formula", "=HYPERLINK(\"http://example.org\",\"x\") and @SUM(A1) and +1-1");
    HARD.put("mark-script", "<script>alert('x')</script> & <b>not bold</b> ]]> &amp;");
    HARD.put("mark-hebrew", "שלום לכם (היום) 12 אנשים");
    HARD.put("mark-arabic", "مرحبا بكم في المركز");
    HARD.put("mark-emoji", "We laughed 😂 and 👩🏽‍🚒 came, ♥.");
    HARD.put("mark-long", "long" + "a".repeat(600) + "end");
    HARD.put("mark-control", "bell\u0007here\u001fand on");
    HARD.put("mark-lines", "first line\n\n  second, further in\n- a dash\n* a star");
    HARD.put("mark-cyrillic", "Ми пили чай. Ήταν καλά.");
  }

  @TempDir private static Path folder;
  private static RunningServer server;
  private static SignedIn author;

  @BeforeAll
  static void serve() throws Exception {
    PublishedFixture.write(folder);
    server = RunningServer.of(folder, Viewer.NOBODY);
    Store store = server.store();
    Person.Group team = SignedIn.team(store, "team-a", "The allotment team", "millbrook");
    author =
        SignedIn.as(
            store,
            new Person(
                "wren",
                "Wren Ŷnysŵen",
                null,
                "practitioner",
                Set.of(Role.PRACTITIONER),
                List.of(team),
                List.of()));
    int day = 1;
    for (Map.Entry<String, String> hard : HARD.entrySet()) {
      keep(server, author, reflection(day++, hard.getKey() + " " + hard.getValue(), "me"));
    }
    ObjectNode tried = reflection(20, "mark-tried We tried it.", "team");
    tried.put("kind", "experiment").put("team", "team-a").put("feeling", "glad");
    tried.put("follows", id(1));
    ArrayNode taps = tried.putArray("taps");
    taps.addObject().put("tap", "level").put("value", "practitioner-person");
    taps.addObject().put("tap", "barrier").put("value", "form");
    ((ArrayNode) tried.get("answers")).addObject().put("prompt", "so-what").put("words", "So.");
    keep(server, author, tried);
    SignedIn other = SignedIn.practitioner(store, "other", null);
    keep(server, other, reflection(25, "mark-other Not hers.", "me"));
    store.change(
        h ->
            h.execute(
                "insert into reply (id, reflection, author, kind, words, at) values ('r1', ?,"
                    + " 'other', 'tried', 'mark-reply It worked here too.', 1700000000000)",
                id(20)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_pdf_holds_everything_once_and_nothing_of_anybody_else() throws Exception {
    byte[] file = export("format=pdf");
    Files.write(Path.of("target", "my-reflections.pdf"), file);
    try (PDDocument pdf = Loader.loadPDF(file)) {
      String text = new PDFTextStripper().getText(pdf);
      holdsEverythingOnce(text);
      assertThat(text)
          .contains("Wren Ŷnysŵen", "Zażółć gęślą jaźń", "ŵyr Siân i’r tŷ", "h-òrdail")
          .contains("<script>alert('x')</script> & <b>not bold</b> ]]> &amp;")
          .contains("=HYPERLINK(\"http://example.org\",\"x\")")
          .contains("Ми пили чай. Ήταν καλά.")
          .contains("me and a person", "a form", "What happened?", "So what?")
          .contains("A court can ask for what is written here")
          .doesNotContain("mark-reply");
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("My reflections: Wren Ŷnysŵen");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
      assertThat(pdf.getDocumentCatalog().getDocumentOutline().children()).hasSize(14);
      assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
    }
  }

  @Test
  void a_word_file_holds_everything_once_with_headings_and_lists() throws Exception {
    byte[] file = export("format=docx&replies=yes");
    Files.write(Path.of("target", "my-reflections.docx"), file);
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
      StringBuilder text = new StringBuilder();
      word.getParagraphs().forEach(p -> text.append(p.getText()).append('\n'));
      holdsEverythingOnce(text.toString());
      HARD.forEach(
          (mark, words) -> {
            if (!mark.equals("mark-control") && !mark.equals("mark-lines")) {
              assertThat(text.toString()).contains(words);
            }
          });
      assertThat(text.toString())
          .contains("bellhereand on", "  second, further in\n- a dash\n")
          .contains("mark-reply It worked here too.", "Somebody tried it, 14 November 2023")
          .doesNotContain("other,");
      assertThat(word.getParagraphs())
          .filteredOn(p -> "Heading1".equals(p.getStyle()))
          .extracting(XWPFParagraph::getText)
          .hasSize(HARD.size() + 1)
          .startsWith("1 March 2026", "2 March 2026")
          .endsWith("20 March 2026");
      assertThat(word.getParagraphs())
          .filteredOn(p -> p.getNumID() != null)
          .extracting(XWPFParagraph::getText)
          .containsExactly("me and a person", "a form", "glad");
      assertThat(word.getParagraphs())
          .filteredOn(p -> p.getText().contains("mark-hebrew") || p.getText().startsWith("שלום"))
          .hasSize(1);
      assertThat(word.getProperties().getCoreProperties().getTitle()).contains("Wren Ŷnysŵen");
    }
  }

  @Test
  void a_json_file_goes_into_another_kith_as_it_is() throws Exception {
    JsonNode file = JSON.readTree(export("format=json"));
    assertThat(file.path("format").asText()).isEqualTo("kith-reflections");
    assertThat(file.path("reflections")).hasSize(HARD.size() + 1);
    holdsEverythingOnce(file.toString());
    try (RunningServer elsewhere = RunningServer.of(folder, Viewer.NOBODY)) {
      SignedIn.team(elsewhere.store(), "team-a", "Another name", "millbrook");
      SignedIn there = SignedIn.as(elsewhere.store(), author.person());
      for (JsonNode one : file.path("reflections")) {
        HttpResponse<String> answer =
            there.send(
                elsewhere.port(), "POST", "/api/v1/reflections", one.path("reflection").toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(JSON.readTree(answer.body()).path("receipt")).isEqualTo(one.path("receipt"));
      }
      JsonNode again = JSON.readTree(export(elsewhere, there, "format=json"));
      for (int i = 0; i < HARD.size() + 1; i++) {
        assertThat(again.path("reflections").path(i).path("reflection"))
            .isEqualTo(file.path("reflections").path(i).path("reflection"));
      }
    }
  }

  @Test
  void days_and_kinds_can_be_chosen() throws Exception {
    JsonNode days = JSON.readTree(export("format=json&from=2026-03-02&to=2026-03-03&kind="));
    assertThat(days.path("reflections").findValuesAsText("happened"))
        .containsExactly("2026-03-02", "2026-03-03");
    JsonNode tried = JSON.readTree(export("format=json&kind=experiment&from=&to="));
    assertThat(tried.path("reflections").findValuesAsText("happened"))
        .containsExactly("2026-03-20");
    try (PDDocument none = Loader.loadPDF(export("format=pdf&to=2001-01-01"))) {
      assertThat(new PDFTextStripper().getText(none)).contains("Nothing was written in these days");
    }
    for (String wrong :
        List.of(
            "",
            "format=exe",
            "format=pdf&from=yesterday",
            "format=pdf&kind=complaint",
            "format=pdf&from=2026-02-01&to=2026-01-01")) {
      assertThat(ask(server, author, wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void nobody_else_comes_in_and_the_audit_says_only_that_it_was_done() throws Exception {
    assertThat(server.get(PortfolioApi.ADDRESS + "?format=pdf").statusCode()).isEqualTo(401);
    long before = exports();
    HttpResponse<byte[]> answer = ask(server, author, "format=json");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .matches("attachment; filename=\"my-reflections-\\d{4}-\\d\\d-\\d\\d\\.json\"");
    assertThat(exports()).isEqualTo(before + 1);
    long withWords =
        server
            .store()
            .read(
                h ->
                    h.createQuery("select count(*) from audit where subject like '%mark-%'")
                        .mapTo(Long.class)
                        .one());
    assertThat(withWords).isZero();
  }

  private static long exports() throws IOException {
    return server
        .store()
        .read(
            h ->
                h.createQuery(
                        "select count(*) from audit where action = 'reflections.exported' and person ="
                            + " 'wren'")
                    .mapTo(Long.class)
                    .one());
  }

  private static void holdsEverythingOnce(String text) {
    for (String mark : HARD.keySet()) {
      assertThat(text.split(mark, -1)).as(mark).hasSize(2);
    }
    assertThat(text.split("mark-tried", -1)).hasSize(2);
    for (int day = 1; day <= HARD.size(); day++) {
      assertThat(text).contains(Receipt.of(id(day)));
    }
    assertThat(text).doesNotContain("mark-other");
  }

  private static ObjectNode reflection(int day, String words, String audience) {
    ObjectNode sent = JSON.createObjectNode();
    sent.put("id", id(day)).put("form", "short").put("written", 1_772_000_000_000L + day);
    sent.put("happened", "2026-03-%02d".formatted(day)).put("audience", audience);
    sent.putArray("answers").addObject().put("prompt", "what").put("words", words);
    return sent;
  }

  private static String id(int day) {
    return "00000000-0000-4000-8000-%012d".formatted(day);
  }

  private static void keep(RunningServer at, SignedIn who, JsonNode reflection) throws Exception {
    HttpResponse<String> answer =
        who.send(at.port(), "POST", "/api/v1/reflections", reflection.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static byte[] export(String asked) throws Exception {
    return export(server, author, asked);
  }

  private static byte[] export(RunningServer at, SignedIn who, String asked) throws Exception {
    HttpResponse<byte[]> answer = ask(at, who, asked);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static HttpResponse<byte[]> ask(RunningServer at, SignedIn who, String asked)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + at.port() + PortfolioApi.ADDRESS + "?" + asked))
            .header("Cookie", who.cookie())
            .build();
    return CLIENT.send(request, BodyHandlers.ofByteArray());
  }
}
