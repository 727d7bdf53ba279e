package org.kith.reflections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;

/** What somebody writes is shown as written, and does nothing, wherever it is shown. */
class StoredScriptTest {
  @TempDir static Path workspace;
  private static RunningServer server;
  private static Mischief mischief;

  @BeforeAll
  static void start() throws Exception {
    PublishedFixture.write(workspace);
    server = RunningServer.of(workspace, Viewer.NOBODY);
    mischief = Mischief.in(server.store());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Stream<SignedIn> readers() {
    return Stream.of(mischief.author(), mischief.mate());
  }

  @Test
  void every_page_shows_the_words_and_makes_no_markup_of_them() throws Exception {
    for (SignedIn who : readers().toList()) {
      for (String path : mischief.pages(who)) {
        HttpResponse<String> page = who.get(server.port(), path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.body())
            .as(path)
            .doesNotContain("<script", "<img", "<svg onload", "<iframe", "<a href=\"javascript:")
            .doesNotContainPattern("(?i)<[^>]*\\son\\w+\\s*=")
            .doesNotContain("49;", "{{49}}");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
            .startsWith("default-src 'none'")
            .doesNotContain("unsafe")
            .doesNotContain("script-src");
      }
    }
  }

  @Test
  void every_field_is_shown_somewhere_escaped() throws Exception {
    StringBuilder all = new StringBuilder();
    for (SignedIn who : readers().toList()) {
      for (String path : mischief.pages(who)) {
        all.append(who.get(server.port(), path).body());
      }
    }
    for (String field : Mischief.FIELDS) {
      assertThat(all.toString())
          .as(field)
          .containsPattern("&lt;script(>|&gt;)window\\.hit=('|&#39;)" + field + "('|&#39;)");
    }
  }

  @Test
  void json_is_json_and_browsers_are_told_not_to_guess() throws Exception {
    for (SignedIn who : readers().toList()) {
      for (String path : mischief.addresses(who)) {
        HttpResponse<String> answer = who.get(server.port(), path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
            .startsWith("application/json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        List<String> texts = new ArrayList<>();
        new ObjectMapper()
            .readTree(answer.body())
            .findValues("words")
            .forEach(w -> texts.add(w.asText()));
        assertThat(String.join("", texts)).as(path).contains(Mischief.of("answer"));
      }
    }
  }

  @Test
  void no_id_tap_or_day_can_hold_markup() throws Exception {
    String bad = "\\\"><script>window.hit='id'</script>";
    String good = mischief.id();
    String put =
        "{\"version\":1,\"form\":\"FORM\",\"happened\":\"DAY\",\"feeling\":\"FEEL\","
            + "\"answers\":[{\"prompt\":\"PROMPT\",\"words\":\"w\"}],"
            + "\"taps\":[{\"tap\":\"level\",\"value\":\"TAP\"}],\"follows\":FOLLOWS}";
    for (String field : List.of("FORM", "DAY", "FEEL", "PROMPT", "TAP", "FOLLOWS")) {
      String json =
          put.replace(field, field.equals("FOLLOWS") ? "\"" + bad + "\"" : bad)
              .replace("FORM", "short")
              .replace("DAY", "2026-11-02")
              .replace("FEEL", "moved")
              .replace("PROMPT", "what")
              .replace("TAP", "policy")
              .replace("FOLLOWS", "null");
      HttpResponse<String> answer =
          mischief.author().send(server.port(), "PUT", "/api/v1/reflections/" + good, json);
      assertThat(answer.statusCode()).as(field).isEqualTo(422);
      assertThat(answer.body()).doesNotContain("script");
    }
    HttpResponse<String> reply =
        mischief
            .mate()
            .send(
                server.port(),
                "POST",
                "/api/v1/reflections/" + good + "/replies",
                "{\"id\":\"" + bad + "\",\"kind\":\"reply\",\"words\":\"w\"}");
    assertThat(reply.statusCode()).isEqualTo(422);
    assertThat(reply.body()).doesNotContain("script");
    HttpResponse<String> filter =
        mischief
            .author()
            .get(server.port(), "/reflections?theme=%22%3E%3Cscript%3Ex&year=%3Cb%3E&from=%3Cb%3E");
    assertThat(filter.body()).doesNotContain("<script", "<b>&");
  }

  @Test
  void mischief_in_a_form_that_is_refused_comes_back_as_text() throws Exception {
    HttpResponse<String> page =
        mischief
            .author()
            .form(
                server.port(),
                "/reflections/" + mischief.id() + "/edit",
                "version",
                "\"><script>",
                "happened",
                "\"><script>x</script>",
                "answer.what",
                "</textarea><script>x</script>",
                "answer.\"><script>x",
                "y",
                "level",
                "\"><script>x</script>");
    assertThat(page.statusCode()).isIn(409, 422);
    assertThat(page.body()).doesNotContain("<script").doesNotContain("</textarea><");
    HttpResponse<String> reply =
        mischief
            .mate()
            .form(
                server.port(),
                "/reflections/" + mischief.id() + "/replies",
                "id",
                "\"><script>x</script>",
                "kind",
                "\"><script>x</script>",
                "words",
                "</textarea><script>x</script>");
    assertThat(reply.statusCode()).isEqualTo(422);
    assertThat(reply.body()).doesNotContain("<script").doesNotContain("</textarea><");
  }
}
