package org.kith.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.access.Doors.Door;
import org.kith.people.Role;
import org.kith.reviews.Review.Stage;
import org.kith.serve.Walker.Relation;

/**
 * Before readings are opened nobody finds a word of another's at any door: every role, every
 * relation, pages and API, whatever is sent, errors, exports, search and logs too.
 */
class ReadingsAttackTest {
  private static final Walker LEADER = new Walker(Role.REVIEWER, Relation.AUTHOR);
  private static final Pattern COUNTED = Pattern.compile("\\d+ of \\d+ have written");

  @TempDir static Path workspace;
  static House house;
  static Map<String, String> review;

  /** A word of each who wrote that stands nowhere else, and what else tells of their reading. */
  static final Map<Walker, List<String>> SECRETS = new HashMap<>();

  @BeforeAll
  static void write() throws IOException {
    house = House.of(workspace);
    review = house.freshReview(LEADER, Stage.READ_ALONE);
    for (Walker walker : House.walkers()) {
      if (invited(walker)) {
        String id = UUID.randomUUID().toString();
        String word = "zirkon" + walker.id().replace("-", "");
        HttpResponse<String> kept =
            house.send(
                walker,
                "PUT",
                "/api/v1/reviews/%s/my-readings/%s"
                    .formatted(review.get("id"), review.get("question")),
                "{\"id\": \"%s\", \"words\": \"I read %s in it.\", \"version\": 0}"
                    .formatted(id, word),
                true);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        SECRETS.put(walker, List.of(word, id));
      }
    }
    assertThat(SECRETS).as("who wrote").hasSize(8);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static boolean invited(Walker walker) {
    return walker.signedIn()
        && (walker.relation() == Relation.AUTHOR || walker.relation() == Relation.CYCLE_MATE);
  }

  /** A door that ends the time of reading alone, for whoever leads the review. */
  private static boolean opens(Door door) {
    return door.path().endsWith("/readings/open")
        || door.path().endsWith("/advance")
        || door.path().endsWith("/stage");
  }

  private static boolean change(Door door) {
    return !door.method().name().equals("GET");
  }

  /** Secrets of others that somebody found, and at which door. */
  private static List<String> found(Walker walker, Door door, String text) {
    List<String> found = new ArrayList<>();
    SECRETS.forEach(
        (other, secrets) -> {
          if (!other.equals(walker) && secrets.stream().anyMatch(text::contains)) {
            found.add(walker + " at " + door.method() + " " + door.path() + ": " + other);
          }
        });
    return found;
  }

  /** A door that nobody wrote an example for is knocked at with nothing in hand. */
  private static Example example(Door door) {
    try {
      return Examples.of(door);
    } catch (AssertionError none) {
      return Example.of(Example.About.NOTHING);
    }
  }

  private static List<String> walk(Walker walker, boolean changes, Set<String> tried) {
    List<String> found = new ArrayList<>();
    for (Door door : house.server.doors()) {
      boolean ends = opens(door) && walker.equals(LEADER);
      if (change(door) != changes || ends || door.path().contains("sign-out")) {
        continue;
      }
      Example example = example(door);
      String address = Examples.address(door, example, house, review);
      String asked = door.path().equals("/search") ? address + "?q=zirkon" : address;
      HttpResponse<String> answer =
          house.send(walker, door.method().name(), asked, Examples.body(example), example.json());
      tried.add(door.method() + " " + door.path());
      String text = answer.headers().map() + answer.body();
      found.addAll(found(walker, door, text));
      assertThat(COUNTED.matcher(text).find()).as(walker + " at " + door.path()).isFalse();
    }
    return found;
  }

  @Test
  void nobody_finds_a_word_of_another_s_reading_before_all_are_opened() {
    Set<String> tried = new HashSet<>();
    List<String> found = new ArrayList<>();
    try (Ear ear = new Ear()) {
      for (Walker walker : House.walkers()) {
        found.addAll(walk(walker, false, tried));
      }
      for (Walker walker : House.walkers()) {
        found.addAll(walk(walker, true, tried));
      }
      assertThat(ear.heard).isNotEmpty().noneMatch(l -> l.contains("zirkon"));
    }
    assertThat(found).isEmpty();
    assertThat(tried)
        .as("doors tried")
        .contains(
            "GET /reviews/{id}/read",
            "GET /reviews/{id}/together",
            "GET /api/v1/reviews/{id}/readings",
            "PUT /api/v1/reviews/{id}/my-readings/{question}/fits-none",
            "GET /search");
    assertThat(audit()).as("the audit").noneMatch(l -> l.contains("zirkon"));
    // One's own is still there, as it was written or as one changed it oneself.
    assertThat(closed()).as("still not opened").isNull();
    opened_by_the_same_walk();
  }

  private static List<String> audit() {
    return house
        .server
        .store()
        .read(
            h ->
                h.createQuery("select action || ' ' || subject from audit")
                    .mapTo(String.class)
                    .list());
  }

  private static Long closed() {
    return house
        .server
        .store()
        .read(
            h ->
                h.createQuery("select alone_closed from review where id = :id")
                    .bind("id", review.get("id"))
                    .map(
                        (row, ctx) ->
                            row.getObject(1) == null ? null : Long.valueOf(row.getLong(1)))
                    .findFirst()
                    .orElse(null));
  }

  /** Guard of the guard: with nothing to hold them back, the same walk finds the words. */
  private static void opened_by_the_same_walk() {
    house
        .server
        .store()
        .change(
            h -> h.execute("update review set alone_closed = 1 where id = ?", review.get("id")));
    for (Walker walker : House.walkers()) {
      List<String> found = walk(walker, false, new HashSet<>());
      if (invited(walker)) {
        assertThat(found)
            .as(walker + " in the review")
            .anyMatch(f -> f.contains("/together"))
            .anyMatch(f -> f.contains("/api/v1/reviews/{id}/readings"));
      } else {
        assertThat(found).as(walker + " outside").isEmpty();
      }
    }
  }
}
