package org.kith.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.access.Doors.Door;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Library;
import org.kith.learning.NoSeal;
import org.kith.learning.Viewer;
import org.kith.people.Role;
import org.kith.reviews.Review.Stage;
import org.kith.serve.Example.About;
import org.kith.serve.Walker.Relation;
import org.kith.workspace.Workspace;

/**
 * While predictions are open, everybody tries every address for what only the new snapshot has, and
 * for what others expect: signed out, in every role and relation, as whoever leads the review and
 * as those who provide; by the list, by guessed ids, and by what a cache would tell.
 */
class SealAttackTest {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+\\.[0-9]{3,}");
  private static final Walker LEADS = new Walker(Role.REVIEWER, Relation.AUTHOR);

  @TempDir Path folder;
  private String first;
  private String second;
  private House house;
  private Map<String, String> review;
  private final Map<String, String> expected = new LinkedHashMap<>();
  private Set<String> secrets;

  @BeforeEach
  void publishTwice() throws IOException {
    first = PublishedFixture.write(folder);
    second = PublishedFixture.later(folder);
    secrets = secrets();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void open(Library library, Stage stage) {
    house = House.of(first, library);
    review = house.freshReview(LEADS, stage, second);
    for (Walker walker : House.walkers()) {
      if (walker.signedIn() && takesPart(walker)) {
        String words = "token " + UUID.randomUUID();
        expected.put(walker.id(), words);
        house
            .server
            .store()
            .change(
                h ->
                    h.execute(
                        "insert into prediction values (?, ?, ?, 'manager', 31, 47, ?, '', 1)",
                        UUID.randomUUID().toString(),
                        review.get("question"),
                        walker.id(),
                        words));
      }
    }
  }

  private static boolean takesPart(Walker walker) {
    return walker.relation() == Relation.AUTHOR || walker.relation() == Relation.CYCLE_MATE;
  }

  /** What is in answers about the new snapshot, and in none about the one before it. */
  private Set<String> secrets() throws IOException {
    Set<String> found =
        new LinkedHashSet<>(
            List.of(second, PublishedFixture.LATER_WAVE, "Winter 2026", "2026-02-22", "14 rounds"));
    try (RunningServer open =
        RunningServer.of(Library.open(new Workspace(folder), Viewer.of("millbrook")))) {
      Set<String> before = numbers(open, first, "all");
      before.addAll(asNobody());
      for (String number : numbers(open, second, PublishedFixture.LATER_WAVE)) {
        if (!before.contains(number)) {
          found.add(number);
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(found.size()).as("what only the new snapshot has").isGreaterThan(30);
    return found;
  }

  /** Others without names are other numbers to somebody who is none of the organisations. */
  private Set<String> asNobody() throws IOException, InterruptedException {
    try (RunningServer open =
        RunningServer.of(Library.open(new Workspace(folder), Viewer.NOBODY))) {
      return numbers(open, first, "all");
    }
  }

  private static Set<String> numbers(RunningServer server, String snapshot, String wave)
      throws IOException, InterruptedException {
    Set<String> numbers = new LinkedHashSet<>();
    int offset = 0;
    String body;
    do {
      body =
          server
              .get(
                  "/api/v1/indicators?limit=500&offset=%d&wave=%s&snapshot=%s"
                      .formatted(offset, wave, snapshot))
              .body();
      Matcher m = NUMBER.matcher(body);
      while (m.find()) {
        numbers.add(m.group());
      }
      offset += 500;
    } while (body.contains("\"next\":\"/"));
    return numbers;
  }

  /** What somebody found who should not have, with where. */
  private List<String> walk(List<Walker> walkers, Set<String> theirs) {
    List<String> found = new ArrayList<>();
    for (Door door : house.server.doors()) {
      if (!door.method().name().equals("GET") || door.path().startsWith("/static/")) {
        continue;
      }
      for (Walker walker : walkers) {
        boolean opened = takesPart(walker) && walker.signedIn() && theirs.contains(door.path());
        for (String address : addresses(door, walker)) {
          HttpResponse<String> answer = house.get(walker, address);
          String said = answer.headers().map() + answer.body();
          if (!opened) {
            // What is asked for may be said back.
            Set<String> numbers = numbers(said);
            secrets.stream()
                .filter(secret -> says(said, numbers, secret) && !address.contains(secret))
                .findFirst()
                .ifPresent(
                    s ->
                        found.add(walker + " at " + address + ": " + s + " in " + around(said, s)));
          }
          expected.forEach(
              (who, words) -> {
                boolean own = walker.signedIn() && walker.id().equals(who);
                if (!own && said.contains(words) && !opened) {
                  found.add(walker + " at " + address + ": what " + who + " expects");
                }
              });
        }
      }
    }
    return found;
  }

  private static Set<String> numbers(String said) {
    return NUMBER.matcher(said).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /** A number counts as a whole: 0.088 is not found in 0.0886 or in -0.088. */
  private static boolean says(String said, Set<String> numbers, String secret) {
    return NUMBER.matcher(secret).matches() ? numbers.contains(secret) : said.contains(secret);
  }

  private static String around(String said, String secret) {
    int at = said.indexOf(secret);
    return said.substring(Math.max(0, at - 80), Math.min(said.length(), at + 40));
  }

  private List<String> addresses(Door door, Walker walker) {
    Example example = Examples.of(door);
    Map<String, String> thing = new LinkedHashMap<>(Map.of("snapshot", first));
    if (example.about() == About.CYCLE) {
      thing.put("id", House.CYCLE);
    } else if (example.about() == About.TEAM) {
      thing.put("id", House.TEAM);
    } else {
      thing.putAll(review);
    }
    String plain = Examples.address(door, example, house, thing);
    List<String> all = new ArrayList<>(List.of(plain));
    boolean everyones = door.entry().anyone();
    if (everyones && (!walker.signedIn() || walker.relation() == Relation.AUTHOR)) {
      thing.put("snapshot", second);
      all.add(Examples.address(door, example, house, thing));
      all.add(plain + "?snapshot=" + second);
      all.add(plain + "?wave=" + PublishedFixture.LATER_WAVE);
      all.add(
          plain + "?wave=" + PublishedFixture.LATER_WAVE + "&snapshot=" + second + "&format=csv");
    }
    if (door.path().equals("/api/v1/indicators/{id}")) {
      all.clear();
      for (String kind : List.of("level", "distribution", "over-time")) {
        String wave = kind.equals("over-time") ? "-" : PublishedFixture.LATER_WAVE;
        String id = kind + ".cls_trust_neighbourhood.STrust." + wave + ".all.all";
        all.add("/api/v1/indicators/" + id);
        all.add("/api/v1/indicators/" + id + "?snapshot=" + second);
      }
    }
    if (door.path().contains("/constructs/{construct}")) {
      all.replaceAll(a -> a.replace("/none", "/trust"));
    }
    return all.stream().distinct().toList();
  }

  @Test
  void while_predictions_are_open_nobody_finds_anything_new_anywhere() throws IOException {
    open(Library.open(new Workspace(folder), Viewer.NOBODY), Stage.SAY_FIRST);
    assertThat(walk(House.walkers(), Set.of())).isEmpty();
    assertThat(probes()).isEmpty();
  }

  @Test
  void then_those_who_provide_find_it_in_the_pack_alone() throws IOException {
    open(Library.open(new Workspace(folder), Viewer.NOBODY), Stage.PROVIDERS_LOOK);
    assertThat(
            walk(
                House.walkers(),
                Set.of(
                    "/reviews/{id}/look",
                    "/api/v1/reviews/{id}/pack",
                    "/api/v1/reviews/{id}/predictions")))
        .isEmpty();
    assertThat(house.get(LEADS, "/api/v1/reviews/" + review.get("id") + "/pack").body())
        .as("the door that is open to them")
        .contains(second);
  }

  /** The twin: without the seal, the same walk finds it. */
  @Test
  void without_the_seal_the_same_walk_finds_the_new_numbers() throws IOException {
    open(NoSeal.open(new Workspace(folder), Viewer.NOBODY), Stage.SAY_FIRST);
    List<String> found = walk(List.of(Walker.SIGNED_OUT, LEADS), Set.of());
    assertThat(found).anyMatch(f -> f.contains("signed-out at /constructs"));
    assertThat(found).anyMatch(f -> f.contains("reviewer-author at /api/v1/indicators/"));
    assertThat(found.size()).isGreaterThan(20);
    assertThat(probes()).isNotEmpty();
  }

  /** Caches that would tell that somebody else has seen something newer. */
  private List<String> probes() {
    List<String> found = new ArrayList<>();
    for (Walker walker : List.of(Walker.SIGNED_OUT, LEADS)) {
      for (String address :
          List.of("/api/v1/waves", "/api/v1/snapshots", "/api/v1/waves?snapshot=" + second)) {
        for (String viewer : List.of("all", "millbrook")) {
          HttpRequest.Builder request =
              house
                  .request(walker, address)
                  .header("If-None-Match", "W/\"" + second + "." + viewer + ".0.1.0\"");
          HttpResponse<String> answer = house.send(request, "GET", "");
          if (answer.statusCode() == 304) {
            found.add(walker + " at " + address);
          }
          if (address.endsWith(second) && answer.statusCode() != 404) {
            found.add(walker + " at " + address + " finds that it is there");
          }
        }
      }
      HttpResponse<String> never = house.get(walker, "/api/v1/waves?snapshot=0000-0000");
      HttpResponse<String> sealed = house.get(walker, "/api/v1/waves?snapshot=" + second);
      if (!plain(never).equals(plain(sealed))) {
        found.add(walker + " can tell what is sealed from what is not there");
      }
    }
    return found;
  }

  private static String plain(HttpResponse<String> answer) {
    return answer.statusCode()
        + answer.body().replaceAll("[0-9a-f]{4}-[0-9a-f]{4}", "ID").replaceAll("[0-9a-f]{8}", "N");
  }

  @Test
  void a_second_prediction_changes_nothing() throws IOException {
    open(Library.open(new Workspace(folder), Viewer.NOBODY), Stage.SAY_FIRST);
    String api = "/api/v1/reviews/" + review.get("id") + "/predictions";
    HttpResponse<String> again =
        house.send(
            LEADS,
            "POST",
            api,
            "{\"id\": \"%s\", \"question\": \"%s\", \"low\": 1, \"high\": 2, \"words\": \"I know.\"}"
                .formatted(UUID.randomUUID(), review.get("question")),
            true);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("kept as you said it first");
    HttpResponse<String> page =
        house.send(
            LEADS,
            "POST",
            "/reviews/" + review.get("id") + "/say",
            "id=%s&question=%s&low=1&high=2&words=I+know.&surprise="
                .formatted(UUID.randomUUID(), review.get("question")),
            false);
    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(house.get(LEADS, api).body())
        .contains(expected.get(LEADS.id()), "31.0", "47.0")
        .doesNotContain("I know.");
  }
}
