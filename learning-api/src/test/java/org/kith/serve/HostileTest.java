package org.kith.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.kith.access.Doors;
import org.kith.access.Doors.Door;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.reflection.Audience;
import org.kith.serve.Example.About;
import org.kith.serve.Walker.Relation;
import org.kith.signin.SignedIn;

/** Every door, knocked at by somebody who means harm. */
class HostileTest {
  private static final Walker STEWARD = new Walker(Role.STEWARD, Relation.AUTHOR);
  private static final Walker RESEARCHER = new Walker(Role.RESEARCHER, Relation.AUTHOR);
  private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

  /** What breaks out of a statement, a page, a header, a path or a template. */
  private static final List<String> HOSTILE =
      List.of(
          "'; delete from person; --",
          "\" or 1=1 --",
          "x' union select hash from credential --",
          "%' escape '",
          SCRIPT,
          "${7*7}@{7*7}",
          "../../../../etc/passwd",
          "a\r\nSet-Cookie: kith-session=theirs",
          "\u0000",
          "\ud83e\udd26\u200f\u202e",
          "x".repeat(3_000));

  /** Names that addresses of this server read after a question mark. */
  private static final List<String> ASKED =
      List.of(
          "next",
          "show",
          "year",
          "theme",
          "audience",
          "q",
          "page",
          "order",
          "form",
          "follows",
          "wave",
          "place",
          "item",
          "from",
          "offset",
          "limit",
          "snapshot",
          "kind",
          "state");

  @TempDir static Path workspace;
  static House house;

  @BeforeAll
  static void open() throws IOException {
    house = House.of(workspace);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  /** One who may come in at a door. */
  private static Walker admitted(Door door) {
    Set<Role> roles = EnumSet.copyOf(door.entry().roles());
    return roles.contains(Role.STEWARD)
        ? STEWARD
        : roles.contains(Role.RESEARCHER)
            ? RESEARCHER
            : new Walker(roles.iterator().next(), Relation.AUTHOR);
  }

  private static Map<String, String> thing(Walker walker, Example example) {
    return switch (example.about()) {
      case NOTHING -> Map.of();
      case TEAM -> Map.of("id", House.TEAM);
      case CYCLE -> Map.of("id", House.CYCLE);
      case REFLECTION, REPLY ->
          Map.of("id", house.reflection(walker, Audience.ME), "reply", "none");
      case REVIEW, LED_REVIEW -> house.review(walker, example.stage());
    };
  }

  private static boolean change(Door door) {
    return !door.method().name().equals("GET");
  }

  @TestFactory
  Stream<DynamicTest> no_change_is_taken_that_was_not_sent_from_a_page_of_this_server() {
    return house.server.doors().stream()
        .filter(HostileTest::change)
        .map(d -> DynamicTest.dynamicTest(d.method().name() + " " + d.path(), () -> forge(d)));
  }

  private static void forge(Door door) {
    Walker walker = admitted(door);
    Example example = Examples.of(door);
    String address = Examples.address(door, example, house, thing(walker, example));
    String csrf = house.of(walker).csrf();
    List<HttpRequest.Builder> forged =
        List.of(
            request(walker, address, example),
            request(walker, address, example).header(Doors.CSRF_HEADER, ""),
            request(walker, address, example)
                .header(Doors.CSRF_HEADER, house.of(other(walker)).csrf()),
            request(walker, address, example)
                .header(Doors.CSRF_HEADER, csrf)
                .header("Sec-Fetch-Site", "cross-site"),
            request(walker, address, example)
                .header(Doors.CSRF_HEADER, csrf)
                .header("Sec-Fetch-Site", "same-site"),
            request(walker, address, example)
                .header(Doors.CSRF_HEADER, csrf)
                .header("Origin", "https://elsewhere.example"),
            request(walker, address, example)
                .header("Origin", "null")
                .header("Sec-Fetch-Site", "cross-site"));
    for (int i = 0; i < forged.size(); i++) {
      HttpResponse<String> answer =
          house.send(forged.get(i), door.method().name(), Examples.body(example));
      assertThat(answer.statusCode()).as("forgery %d", i).isEqualTo(403);
      assertThat(answer.body()).as("forgery %d", i).contains("not-from-here");
    }
  }

  private static Walker other(Walker walker) {
    return new Walker(walker.role(), Relation.TEAM_MATE);
  }

  private static HttpRequest.Builder request(Walker walker, String address, Example example) {
    return House.typed(house.request(walker, address), example.json());
  }

  @TestFactory
  Stream<DynamicTest> nothing_typed_breaks_out_of_where_it_belongs() {
    return house.server.doors().stream()
        .filter(d -> !d.path().startsWith("/static/") && !d.path().contains("sign-out"))
        .map(d -> DynamicTest.dynamicTest(d.method().name() + " " + d.path(), () -> inject(d)));
  }

  private static void inject(Door door) {
    Walker walker = admitted(door);
    Example example = Examples.of(door);
    int people = people();
    List<String[]> tries = new ArrayList<>();
    String right = Examples.address(door, example, house, thing(walker, example));
    for (String hostile : HOSTILE) {
      if (door.path().contains("{")) {
        tries.add(new String[] {door.path().replaceAll("\\{[a-z]+}", encoded(hostile)), ""});
      }
      if (change(door) && !example.body().isEmpty()) {
        tries.add(
            new String[] {right, example.json() ? json(example, hostile) : form(example, hostile)});
      }
    }
    if (!change(door)) {
      for (String hostile : HOSTILE.subList(0, 10)) {
        StringBuilder query = new StringBuilder("?");
        ASKED.forEach(n -> query.append(n).append('=').append(encoded(hostile)).append('&'));
        tries.add(new String[] {right + query, ""});
        if (door.path().startsWith("/api/")) {
          for (String name : ASKED) {
            tries.add(new String[] {right + "?" + name + "=" + encoded(hostile), ""});
          }
        }
      }
    }
    for (String[] one : tries) {
      HttpResponse<String> answer =
          house.send(walker, door.method().name(), one[0], one[1], example.json());
      assertThat(answer.statusCode()).as(one[0] + " " + one[1]).isLessThan(500);
      assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.contains("theirs"));
      assertThat(String.join("\n", answer.headers().allValues("Location"))).doesNotContain("\r");
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        assertThat(answer.body())
            .as(one[0])
            .doesNotContain("<script>alert", "<img src=x", "$argon2id", "root:x:");
      }
    }
    assertThat(people()).isGreaterThanOrEqualTo(people);
  }

  private static int people() {
    return house
        .server
        .store()
        .<Integer, RuntimeException>read(
            h -> h.createQuery("select count(*) from person").mapTo(Integer.class).one());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String form(Example example, String hostile) {
    return String.join(
        "&",
        Arrays.stream(example.body().split("&", -1))
            .map(f -> f.substring(0, f.indexOf('=') + 1) + encoded(hostile))
            .toList());
  }

  /** Every text in the JSON becomes the hostile one. */
  private static String json(Example example, String hostile) {
    String text =
        hostile
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\r", "\\r")
            .replace("\n", "\\n")
            .replace("\u0000", "\\u0000");
    return example
        .body()
        .replaceAll(": *\"[^\"]*\"", ": \"" + Matcher.quoteReplacement(text) + "\"");
  }

  @Test
  void a_name_that_is_a_script_is_shown_as_text_on_every_page() {
    Person.Group team = SignedIn.team(house.server.store(), "scripted", SCRIPT, "millbrook");
    Person.Group cycle = SignedIn.cycle(house.server.store(), "scripted", SCRIPT);
    SignedIn scripted =
        SignedIn.as(
            house.server.store(),
            new Person(
                "scripted",
                SCRIPT,
                "millbrook",
                SCRIPT,
                EnumSet.allOf(Role.class),
                List.of(team),
                List.of(cycle)));
    Walker walker = new Walker(Role.STEWARD, Relation.SAME_ORGANISATION);
    house.signIn(walker, scripted);
    int shown = 0;
    for (Door door : house.server.doors()) {
      Example example = Examples.of(door);
      if (!change(door) && !door.path().startsWith("/static/")) {
        Map<String, String> thing =
            example.about() == About.NOTHING
                ? Map.of("person", "scripted")
                : Map.of("id", example.about() == About.REFLECTION ? "none" : "scripted");
        HttpResponse<String> page =
            house.get(walker, Examples.address(door, example, house, thing));
        if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
          assertThat(page.body()).as(door.path()).doesNotContain("<script>alert", "<img src=x");
          shown += page.body().contains("&lt;script&gt;alert(1)") ? 1 : 0;
        }
      }
    }
    assertThat(shown).as("pages that show the name").isGreaterThan(3);
  }
}
