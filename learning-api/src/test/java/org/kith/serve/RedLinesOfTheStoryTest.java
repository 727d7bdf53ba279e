package org.kith.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.lake.Snapshot;
import org.kith.learning.Viewer;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.published.OrganisationRow;
import org.kith.published.Table;
import org.kith.signin.SignedIn;
import org.kith.store.Store;
import org.kith.words.Judging;
import org.kith.workspace.Workspace;

/**
 * The red lines on every page, answer and file of learning cycles, reviews, accounts and the
 * memory, as those who take part in the sample's story and as anybody find them: no number beside
 * another organisation's name, none beside a person's, no word that judges, and no other order than
 * the page's own.
 */
class RedLinesOfTheStoryTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 400;
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?s)<(tr|li|p|text|title|figcaption|dd|td|option|label|h[1-4]|span|div)\\b[^>]*>"
              + "((?:(?!<(?:tr|li|p|figcaption|dd|td|option|label|h[1-4]|div)\\b).)*?)</\\1>");

  /** Days, years, waits and addresses are no value of anybody's. */
  private static final Pattern NO_VALUE =
      Pattern.compile(
          "\\d{1,2} (January|February|March|April|May|June|July|August|September|October|November"
              + "|December)|\\b20\\d\\d(-\\d\\d){0,2}\\b|\\b\\d+ days?\\b"
              + "|\\b\\d+ people take part\\b|[0-9a-f]{4}-[0-9a-f]{4}|\\d\\d:\\d\\d|&#\\d+;");

  /** A number that says how many or how much. */
  private static final Pattern NUMBER = Pattern.compile("\\d+([.,]\\d+)?");

  @TempDir static Path folder;
  private static RunningServer server;
  private static List<OrganisationRow> organisations;
  private static List<String> names;
  private static String reflections;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @BeforeAll
  static void serve() throws IOException {
    SampleWithStory.in(folder);
    Workspace workspace = new Workspace(folder);
    server =
        RunningServer.of(
            org.kith.learning.Library.open(workspace, Viewer.NOBODY),
            Store.of(workspace),
            Server.Stand.here("127.0.0.1", 0));
    organisations = Snapshot.current(workspace).read(Table.ORGANISATIONS);
    List<String> words =
        server
            .store()
            .read(
                h ->
                    h.createQuery("select words from reflection_answer")
                        .mapTo(String.class)
                        .list());
    reflections = String.join("\n", words).replaceAll("\\s+", " ");
    names =
        server
            .store()
            .read(h -> h.createQuery("select name from person").mapTo(String.class).list());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  /** Everything somebody can reach by following links, by address. */
  private Map<String, String> walk(String person) throws IOException, InterruptedException {
    SignedIn who = person.isEmpty() ? null : signedIn(person);
    Map<String, String> pages = new LinkedHashMap<>();
    Deque<String> open =
        new ArrayDeque<>(
            List.of("/cycles", "/reviews", "/accounts", "/learning", "/inbox", "/from-you", "/"));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty() && seen.size() < MOST) {
      String address = open.poll();
      if (!seen.add(address) || !ours(address)) {
        continue;
      }
      HttpResponse<byte[]> answer = get(who, address);
      if (answer.statusCode() != 200) {
        continue;
      }
      String text = text(answer);
      pages.put(address, text);
      if (html(answer)) {
        Matcher link = LINK.matcher(text);
        while (link.find()) {
          open.add(link.group(1).replace("&amp;", "&"));
        }
      }
    }
    return pages;
  }

  /** Figures, themes and reflections have walks of their own. */
  private static boolean ours(String address) {
    return address.equals("/")
        || address.matches(
            "(/api/v1)?/(cycles|reviews|accounts|learning|inbox|stewardship|from-you|evidence"
                + "|contests|calendar)\\b.*");
  }

  private static SignedIn signedIn(String person) {
    Person found = new People(server.store()).find(person).orElseThrow();
    return SignedIn.as(server.store(), found);
  }

  private static HttpResponse<byte[]> get(SignedIn who, String address)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address));
    if (who != null) {
      request.header("Cookie", who.cookie());
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static boolean html(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").contains("html");
  }

  private static String text(HttpResponse<byte[]> answer) throws IOException {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.contains("pdf")) {
      try (var pdf = Loader.loadPDF(answer.body())) {
        return new PDFTextStripper().getText(pdf);
      }
    }
    if (type.contains("wordprocessingml")) {
      try (var word = new XWPFDocument(new ByteArrayInputStream(answer.body()));
          var extractor = new XWPFWordExtractor(word)) {
        return extractor.getText();
      }
    }
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** The smallest parts of a page or file, without marks. */
  private static List<String> parts(String text) throws IOException {
    List<String> parts = new ArrayList<>();
    if (text.startsWith("{")) {
      objects(JSON.readTree(text), parts);
      return parts;
    }
    if (!text.contains("<html")) {
      text.lines().forEach(parts::add);
      return parts;
    }
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      parts.add(block.group(2).replaceAll("<[^>]*>", " "));
    }
    return parts;
  }

  /** What stands in one object of an answer, without the objects inside it. */
  private static void objects(JsonNode node, List<String> parts) {
    StringBuilder own = new StringBuilder();
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        objects(child, parts);
      } else if (node.isArray()) {
        parts.add(child.asText());
      } else {
        // Words may say how many of what; beside them only a number of its own tells a value.
        own.append(child.asText()).append('\n');
      }
    }
    parts.add(own.toString());
  }

  /** Parts in which a number stands beside one of these names. */
  private static Set<String> beside(Map<String, String> pages, List<String> names)
      throws IOException {
    Set<String> found = new TreeSet<>();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      for (String part : parts(page.getValue())) {
        for (String name : names) {
          if (part.contains(name)
              && NUMBER.matcher(NO_VALUE.matcher(part).replaceAll(" ")).find()) {
            found.add(page.getKey() + ": " + part.strip().replaceAll("\\s+", " "));
          }
        }
      }
    }
    return found;
  }

  /** Whether a part is words of a reflection, or the beginning of some: they are their author's. */
  private static boolean reflected(String part) {
    String words = part.replaceAll("&#39;", "'").replaceAll("&#34;", "\"").strip();
    words = words.replaceAll("^[“‘\"]+|[”’\"…]+$", "").strip().replaceAll("\\s*…$", "");
    String found = words.replaceAll("\\s+", " ");
    return found.length() > 20 && reflections.contains(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "wren-oatcastle", "idris-fernlight", "saoirse-pebblewick", "amadou-quillmere"})
  void no_number_stands_beside_a_name_and_nothing_judges(String person) throws Exception {
    Map<String, String> pages = walk(person);
    assertThat(pages.size()).as("pages read").isGreaterThan(person.isEmpty() ? 8 : 15);
    String own =
        person.isEmpty()
            ? null
            : new People(server.store()).find(person).orElseThrow().organisation();
    List<String> others =
        organisations.stream()
            .filter(o -> !o.organisation().equals(own))
            .map(OrganisationRow::name)
            .toList();
    assertThat(beside(pages, others)).as("beside another organisation").isEmpty();
    assertThat(beside(pages, names)).as("beside a person").isEmpty();
    Map<String, List<String>> judging = new TreeMap<>();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      List<String> ours = parts(page.getValue()).stream().filter(p -> !reflected(p)).toList();
      List<String> found = Judging.in(String.join("\n", ours));
      if (!found.isEmpty()) {
        judging.put(page.getKey(), found);
      }
    }
    assertThat(judging).isEmpty();
  }

  @Test
  void no_page_takes_an_order_from_its_address() throws Exception {
    SignedIn who = signedIn("idris-fernlight");
    int tried = 0;
    for (String address : walk("idris-fernlight").keySet()) {
      HttpResponse<byte[]> plain = get(who, address);
      if (!html(plain)) {
        continue;
      }
      String mark = address.contains("?") ? "&" : "?";
      for (String order : List.of("sort=value&order=desc", "orderBy=answers", "rank=1&by=score")) {
        assertThat(same(text(get(who, address + mark + order))))
            .as(address + mark + order)
            .isEqualTo(same(text(plain)));
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(60);
  }

  /** A page without what is fresh each time: ids of forms, and the address it was asked by. */
  private static String same(String page) {
    return page.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
        .replaceAll("(sort=value|order=desc|orderBy=answers|rank=1|by=score)", "")
        .replaceAll("[?&](amp;)*", "");
  }

  /** Guard of the guard: what crosses a line is seen. */
  @Test
  void what_crosses_a_line_is_seen() throws IOException {
    Map<String, String> pages =
        Map.of(
            "/x",
            "<html><li>Copper Lane Kitchen <b>41 %</b></li><p>Wren Oatcastle wrote 7</p>"
                + "<p>Wren Oatcastle, 3 May 2026</p></html>");
    assertThat(beside(pages, List.of("Copper Lane Kitchen"))).hasSize(1);
    assertThat(beside(pages, List.of("Wren Oatcastle")))
        .containsExactly("/x: Wren Oatcastle wrote 7");
    assertThat(Judging.in("the best")).isNotEmpty();
  }
}
