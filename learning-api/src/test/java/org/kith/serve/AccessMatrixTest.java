package org.kith.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.kith.access.Doors.Door;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.reflection.Audience;
import org.kith.serve.Example.About;
import org.kith.serve.Walker.Relation;
import org.kith.signin.SignedIn;

/**
 * Every role, at every door, in every relation to the author of what is behind it: admitted or
 * refused as {@code docs/access-matrix.md} says, and a stranger is told what they would be told of
 * a thing that is not there.
 */
class AccessMatrixTest {
  private static final Path PUBLISHED = Path.of("docs", "access-matrix.md");

  @TempDir static Path workspace;
  static House house;

  @BeforeAll
  static void open() throws IOException {
    house = House.of(workspace);
    for (Walker walker : House.walkers()) {
      if (walker.signedIn()) {
        house.reflection(House.author(walker), Audience.ME);
      }
    }
    add("bystander");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static void add(String id) {
    house
        .server
        .store()
        .change(
            h -> {
              h.execute("update person set left_at = null where id = ?", id);
              if (People.find(h, id).isEmpty()) {
                People.add(
                    h,
                    new Person(
                        id, id, "millbrook", "", Set.of(Role.PRACTITIONER), List.of(), List.of()),
                    0);
              }
            });
  }

  /** Who may come in, and of what, as the published matrix has it. */
  private record Line(String who, String whose) {
    boolean admits(Walker walker) {
      return who.equals("anyone")
          || (walker.signedIn() && List.of(who.split(", ", -1)).contains(walker.role().id()));
    }
  }

  private static String key(Door door) {
    return door.method().name() + " " + door.path();
  }

  private static String matrix() {
    String lines =
        house.server.doors().stream()
            .map(
                d ->
                    "| %s | `%s` | %s | %s |\n"
                        .formatted(
                            d.method().name(),
                            d.path(),
                            d.entry().anyone() ? "anyone" : d.entry().names(),
                            d.entry().whose().words()))
            .collect(Collectors.joining());
    return """
        # Who may see and change what

        Made from the list that the server goes by, and tried by a test: every role, at every
        address, as the author, a team mate, somebody of the same learning cycle, a stranger of the
        same organisation and one of another. What is not somebody's is answered as if it were not
        there. The server shows the same list at `/who-may-see-what`.

        | Method | Address | Who | Of what |
        |---|---|---|---|
        """
        + lines;
  }

  private static Map<String, Line> published() throws IOException {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (String line : Files.readString(PUBLISHED, UTF_8).lines().toList()) {
      String[] cells = line.split(" *\\| *", -1);
      if (cells.length == 6 && cells[2].startsWith("`")) {
        lines.put(cells[1] + " " + cells[2].replace("`", ""), new Line(cells[3], cells[4]));
      }
    }
    return lines;
  }

  @Test
  void the_published_matrix_is_the_list_that_the_server_goes_by() throws IOException {
    if ("write".equals(System.getProperty("cases"))) {
      Files.createDirectories(PUBLISHED.getParent());
      Files.writeString(PUBLISHED, matrix(), UTF_8);
    }
    assertThat(Files.readString(PUBLISHED, UTF_8))
        .as("Run with -Dcases=write and read the difference")
        .isEqualTo(matrix());
  }

  @TestFactory
  Stream<DynamicTest> every_door_admits_whom_the_published_matrix_says() throws IOException {
    Map<String, Line> lines = published();
    return house.server.doors().stream()
        .map(door -> DynamicTest.dynamicTest(key(door), () -> tryDoor(door, lines.get(key(door)))));
  }

  private static void tryDoor(Door door, Line line) {
    assertThat(line).as("%s is not in %s", key(door), PUBLISHED).isNotNull();
    Example example = Examples.of(door);
    for (Walker walker : walkers(line)) {
      for (Audience audience : audiences(example)) {
        tryAs(walker, door, line, example, audience);
      }
    }
  }

  /** Where anyone may come in, one of each role is enough. */
  private static List<Walker> walkers(Line line) {
    return House.walkers().stream()
        .filter(
            w -> !line.who().equals("anyone") || !w.signedIn() || w.relation() == Relation.AUTHOR)
        .toList();
  }

  private static List<Audience> audiences(Example example) {
    return example.about() == About.REFLECTION
        ? Arrays.asList(Audience.values())
        : List.of(Audience.ME);
  }

  private static void tryAs(
      Walker walker, Door door, Line line, Example example, Audience audience) {
    add("leaver");
    String what = walker + " at " + key(door) + " of " + audience;
    HttpResponse<String> answer =
        knock(walker, door, example, thing(walker, door, example, audience));
    if (line.who().equals("anyone")) {
      assertThat(answer.statusCode()).as(what).isLessThan(500).isNotEqualTo(403);
    } else if (!walker.signedIn()) {
      assertSentToSignIn(door, answer, what);
    } else if (!line.admits(walker)) {
      assertThat(answer.statusCode()).as(what).isEqualTo(403);
      assertThat(answer.body()).as(what).contains("This is open to: " + line.who());
    } else if (example.about() == About.LED_REVIEW && walker.relation() == Relation.CYCLE_MATE) {
      assertThat(answer.statusCode()).as(what).isEqualTo(403);
    } else if (Example.may(walker.relation(), line.whose(), example.about(), audience)) {
      assertThat(answer.statusCode())
          .as(what)
          .isLessThan(500)
          .isNotIn(401, 403, 405, example.missing() ? 0 : 404);
    } else {
      assertThat(answer.statusCode()).as(what).isEqualTo(404);
      HttpResponse<String> missing = knock(walker, door, example, nothingThere());
      assertThat(plain(answer)).as(what).isEqualTo(plain(missing));
    }
    signInAgain(walker, door);
  }

  private static void assertSentToSignIn(Door door, HttpResponse<String> answer, String what) {
    boolean page = door.method().name().equals("GET") && !door.path().startsWith("/api/");
    assertThat(answer.statusCode()).as(what).isEqualTo(page ? 302 : 401);
    if (page) {
      assertThat(answer.headers().firstValue("Location").orElse(""))
          .as(what)
          .startsWith("/sign-in?next=%2F");
    }
  }

  private static HttpResponse<String> knock(
      Walker walker, Door door, Example example, Map<String, String> thing) {
    return house.send(
        walker,
        door.method().name(),
        Examples.address(door, example, house, thing),
        Examples.body(example),
        example.json());
  }

  private static Map<String, String> thing(
      Walker walker, Door door, Example example, Audience audience) {
    Walker author = House.author(walker);
    return switch (example.about()) {
      case NOTHING -> Map.of();
      case TEAM -> Map.of("id", House.TEAM);
      case CYCLE -> Map.of("id", House.CYCLE);
      case REFLECTION ->
          Map.of(
              "id",
              door.method().name().equals("GET")
                  ? house.reflection(author, audience)
                  : house.freshReflection(author, audience));
      case REPLY -> reply(author);
      case REVIEW, LED_REVIEW ->
          door.method().name().equals("GET")
              ? house.review(author, example.stage())
              : house.freshReview(author, example.stage());
    };
  }

  private static Map<String, String> reply(Walker author) {
    String reflection = house.freshReflection(author, Audience.TEAM);
    String reply = UUID.randomUUID().toString();
    HttpResponse<String> answer =
        house.send(
            author,
            "POST",
            "/api/v1/reflections/" + reflection + "/replies",
            "{\"id\": \"" + reply + "\", \"kind\": \"reply\", \"words\": \"Yes.\"}",
            true);
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return Map.of("id", reflection, "reply", reply);
  }

  private static Map<String, String> nothingThere() {
    String none = UUID.randomUUID().toString();
    return Map.of(
        "id", none, "reply", none, "question", none, "person", "r-resident", "absent", none);
  }

  /**
   * An answer without what differs each time: numbers of incidents, ids and the session's secret.
   */
  private static String plain(HttpResponse<String> answer) {
    return answer.statusCode()
        + answer
            .body()
            .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
            .replaceAll("\\b[0-9a-f]{8}\\b", "INCIDENT");
  }

  /** Whoever signed out at a door is let in again for the next one. */
  private static void signInAgain(Walker walker, Door door) {
    if (walker.signedIn() && (door.path().contains("sign-out") || door.path().equals("/sign-in"))) {
      house.signIn(walker, SignedIn.as(house.server.store(), house.of(walker).person()));
    }
  }
}
