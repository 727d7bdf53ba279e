package org.kith.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;

class ServerTest {
  private static final String LEVEL =
      "/api/v1/indicators/level.cls_trust_neighbourhood.STrust.2025q4.organisation.";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path workspace;
  static RunningServer millbrook;

  @BeforeAll
  static void start() throws IOException {
    PublishedFixture.write(workspace);
    millbrook = RunningServer.of(workspace, Viewer.of("millbrook"));
  }

  @AfterAll
  static void stop() {
    millbrook.close();
  }

  @Test
  void an_organisation_reads_its_own_indicator_with_everything_beside_it() throws Exception {
    JsonNode level = JSON.readTree(millbrook.get(LEVEL + "millbrook").body());
    assertThat(level.path("n").path("people").asInt()).isPositive();
    assertThat(level.at("/figure/interval/low").asDouble())
        .isLessThan(level.at("/figure/percent").asDouble());
    assertThat(level.path("question").asText()).isEqualTo("What would people here say about it?");
    assertThat(level.path("misleads").asText()).startsWith("The interval tells how far");
    assertThat(level.path("snapshot").asText()).matches("[0-9a-f]{4}-[0-9a-f]{4}");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/nope,                                      404, There is nothing at this address",
    "/api/v1/nope,                                   404, There is nothing at this address",
    "/api/v1/indicators/level,                       404, That is not the address of an indicator",
    "/api/v1/instruments/no_such,                    404, This snapshot has no such instrument",
    "/api/v1/indicators?wave=2025q4&wave=2025q3,     400, \"Give 'wave' once, not twice.\"",
    "/api/v1/indicators?Wave=2025q4,                 400, This address has no parameter 'Wave'",
    "/api/v1/indicators?kind=ranking,                400, 'kind' must be one of distribution",
    "/api/v1/indicators?snapshot=..%2F..%2Fetc,      400, 'snapshot' must be like 7f3a-91c2",
    "/api/v1/places?snapshot=0000-0000,              404, There is no such snapshot",
    "/api/v1/indicators?organisation=dyers-hall,     403, You are here as millbrook",
    "/api/v1/indicators?organisation=no-such,        403, You are here as millbrook"
  })
  void what_cannot_be_answered_is_a_problem_that_says_what_to_do(
      String address, int status, String detail) throws Exception {
    HttpResponse<String> answer = millbrook.get(address);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asText()).startsWith(detail.replace("\"", ""));
    assertThat(problem.path("incident").asText()).matches("[0-9a-f]{8}");
    assertThat(problem.path("instance").asText())
        .isEqualTo("urn:kith:incident:" + problem.path("incident").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void only_get_and_head_are_answered(String method) throws Exception {
    HttpResponse<String> answer = millbrook.ask(method, "/api/v1/places");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void head_answers_as_get_does_without_the_body() throws Exception {
    HttpResponse<String> head = millbrook.ask("HEAD", "/api/v1/places");
    HttpResponse<String> get = millbrook.get("/api/v1/places");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
    assertThat(head.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void what_a_browser_still_has_is_not_sent_again_unless_the_viewer_or_snapshot_is_another()
      throws Exception {
    String tag = millbrook.get("/api/v1/places").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = millbrook.get("/api/v1/places", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    try (RunningServer nobody = RunningServer.of(workspace, Viewer.NOBODY)) {
      assertThat(nobody.get("/api/v1/places", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_new_snapshot_is_served_without_a_restart_and_the_one_before_by_its_id(@TempDir Path other)
      throws Exception {
    String first = PublishedFixture.write(other);
    try (RunningServer server = RunningServer.of(other, Viewer.of("millbrook"))) {
      String before = server.get(LEVEL + "millbrook").body();
      String second = PublishedFixture.write(other, 7);
      assertThat(JSON.readTree(server.get("/health").body()).path("snapshot").asText())
          .isEqualTo(second);
      assertThat(server.get(LEVEL + "millbrook").body()).contains(second).isNotEqualTo(before);
      assertThat(server.get(LEVEL + "millbrook?snapshot=" + first).body()).isEqualTo(before);
      assertThat(server.get("/api/v1/snapshots").body()).contains(first).contains(second);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/constructs/trust", "/api", "/static/knot.svg", "/health"})
  void pages_and_health_answer_head_too(String address) throws Exception {
    HttpResponse<String> head = millbrook.ask("HEAD", address);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Type"))
        .isEqualTo(millbrook.get(address).headers().firstValue("Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/constructs/trust", "/about-this-data", "/api"})
  void a_page_a_browser_still_has_is_not_sent_again_unless_it_would_say_something_else(
      String address) throws Exception {
    String tag = millbrook.get(address).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = millbrook.get(address, "If-None-Match", "\"x\", " + tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    try (RunningServer nobody = RunningServer.of(workspace, Viewer.NOBODY)) {
      assertThat(nobody.get(address, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_connection_is_kept_for_long_answers_of_unknown_length() throws IOException {
    String request = "GET /api/v1/indicators?wave=2025q4 HTTP/1.1\r\nHost: localhost\r\n";
    try (Socket socket = new Socket("127.0.0.1", millbrook.port())) {
      for (String last : new String[] {"", "", "Connection: close\r\n"}) {
        socket.getOutputStream().write((request + last + "\r\n").getBytes(UTF_8));
      }
      String answers = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(4);
      assertThat(answers.split("Connection: close", -1)).hasSize(2);
      assertThat(answers).endsWith("]}");
    }
  }

  @Test
  void long_answers_are_compressed_for_those_who_can_read_it() throws Exception {
    HttpResponse<String> answer = millbrook.get("/api/v1/indicators", "Accept-Encoding", "gzip");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.headers().allValues("Vary")).anyMatch(v -> v.contains("Accept-Encoding"));
  }

  @Test
  void every_answer_tells_browsers_to_trust_nothing_else() throws Exception {
    for (String address : new String[] {"/", "/api", "/api/v1/places", "/nope", "/health"}) {
      var headers = millbrook.get(address).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(address)
          .contains("default-src 'none'")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe-inline");
      assertThat(headers.firstValue("X-Content-Type-Options")).as(address).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).as(address).isPresent();
      assertThat(headers.firstValue("Server")).as(address).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/places HTTP/1.1\r\nHost: elsewhere.example\r\n",
        "GET /api/v1/places HTTP/1.1\r\nHost: 127.0.0.1.elsewhere.example:7070\r\n",
        "GET http://elsewhere.example/api/v1/places HTTP/1.1\r\nHost: elsewhere.example\r\n"
      })
  void it_does_not_answer_under_a_name_that_only_points_here(String request) throws IOException {
    assertThat(raw(request)).startsWith("HTTP/1.1 421").doesNotContain("Larkmoor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/..%2f..%2fetc/passwd HTTP/1.1\r\nHost: localhost\r\n",
        "GET /static/../../kith.yaml HTTP/1.1\r\nHost: localhost\r\n",
        "GET /static/ HTTP/1.1\r\nHost: localhost\r\n",
        "GET /a/..;/b HTTP/1.1\r\nHost: localhost\r\n",
        "GET /%00 HTTP/1.1\r\nHost: localhost\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\n",
        "NONSENSE\r\n"
      })
  void odd_requests_get_a_problem_and_nothing_of_the_programs_inside(String request)
      throws IOException {
    assertThat(raw(request))
        .containsPattern("HTTP/1.1 4\\d\\d")
        .doesNotContain("Exception")
        .doesNotContain("at org.")
        .doesNotContainIgnoringCase("jetty");
  }

  @Test
  void tables_for_spreadsheets_are_utf_8_and_carry_the_question() throws Exception {
    HttpResponse<String> csv = millbrook.get(LEVEL + "millbrook?format=csv");
    assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    assertThat(csv.body())
        .startsWith("\uFEFFsnapshot,id,title,")
        .contains("Millbrook Neighbours")
        .contains("What would people here say about it?");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", millbrook.port())) {
      socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
