package org.kith.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.sample.CommittedRows.count;
import static org.kith.sample.CommittedRows.rows;
import static org.kith.sample.CommittedRows.text;
import static org.kith.sample.CommittedRows.time;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reviews of the story, and how its people see their system. */
class ReviewsOfTheStoryTest {
  /** k of {@code kith.yaml}, and one more among those at work. */
  private static final int PEOPLE = 10;

  private static final int STAFF = 11;

  @Test
  void two_reviews_a_quarter_apart_are_told_and_a_third_is_being_prepared() throws IOException {
    List<JsonNode> reviews = rows("review");
    assertThat(reviews).hasSize(3);
    JsonNode summer = reviews.get(0);
    JsonNode autumn = reviews.get(1);
    JsonNode winter = reviews.get(2);
    assertThat(
            ChronoUnit.DAYS.between(
                LocalDate.parse(text(summer, "meets_on")),
                LocalDate.parse(text(autumn, "meets_on"))))
        .isBetween(84L, 105L);
    assertThat(text(autumn, "follows")).isEqualTo(text(summer, "id"));
    assertThat(text(winter, "follows")).isEqualTo(text(autumn, "id"));
    assertThat(text(summer, "snapshot")).isEqualTo("until " + PublishedSample.EARLIER);
    assertThat(text(autumn, "before_snapshot")).isEqualTo("until " + PublishedSample.EARLIER);
    assertThat(text(autumn, "snapshot")).isEqualTo("all");
    assertThat(winter.has("said_opened")).isFalse();
    assertThat(text(winter, "commissioner")).isEqualTo(Staffing.REVIEWER.id());
    for (JsonNode review : List.of(summer, autumn)) {
      List<Long> steps =
          Stream.of(
                  "created",
                  "said_opened",
                  "said_closed",
                  "looked",
                  "alone_opened",
                  "alone_closed",
                  "published")
              .map(step -> time(review, step))
              .toList();
      assertThat(steps).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void what_was_said_is_followed_up_and_promises_go_both_ways() throws IOException {
    String summer = text(rows("review").get(0), "id");
    Set<String> said = new HashSet<>();
    Set<String> decisions = new HashSet<>();
    for (JsonNode d : rows("decision")) {
      if (summer.equals(d.path("review").asText())) {
        decisions.add(text(d, "id"));
      }
    }
    said.addAll(decisions);
    rows("experiment").stream()
        .filter(e -> decisions.contains(e.path("decision").asText()))
        .forEach(e -> said.add(text(e, "id")));
    rows("promise").stream()
        .filter(p -> text(p, "review").equals(summer))
        .forEach(p -> said.add(text(p, "id")));
    assertThat(rows("followed_up").stream().map(f -> text(f, "subject")).toList())
        .containsExactlyInAnyOrderElementsOf(said);
    assertThat(rows("promise")).extracting(p -> text(p, "by_whom")).contains("Larkmoor Council");
    assertThat(rows("promise")).anyMatch(p -> text(p, "by_whom").startsWith("Residents"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void enough_of_every_voice_came_for_it_to_be_named(int which) throws IOException {
    String review = text(rows("review").get(which), "id");
    Map<String, Long> came =
        count(
            rows("review_person").stream()
                .filter(p -> text(p, "review").equals(review) && p.get("came").asInt() == 1)
                .toList(),
            p -> text(p, "voice"));
    assertThat(came.values().stream().mapToLong(n -> n).sum()).isGreaterThanOrEqualTo(40);
    enough(came);
    Map<String, Long> answered =
        count(
            rows("account_voice").stream().filter(a -> text(a, "review").equals(review)).toList(),
            a -> text(a, "approves"));
    assertThat(answered.get("0")).isEqualTo(1);
    assertThat(answered.get("1") + 1).isEqualTo(came.values().stream().mapToLong(n -> n).sum());
  }

  @Test
  void heaps_of_what_was_expected_are_large_enough() throws IOException {
    for (JsonNode question : rows("review_question")) {
      Map<String, Long> heaps =
          count(
              rows("prediction").stream()
                  .filter(p -> text(p, "question").equals(text(question, "id")) && p.has("low"))
                  .toList(),
              p -> text(p, "low") + " to " + text(p, "high"));
      assertThat(heaps.values()).allMatch(n -> n >= STAFF);
    }
    assertThat(rows("prediction"))
        .extracting(p -> text(p, "question") + " " + text(p, "person"))
        .doesNotHaveDuplicates();
  }

  @Test
  void the_autumns_first_question_has_readings_of_every_voice_and_some_that_fit_none()
      throws IOException {
    String autumn = text(rows("review").get(1), "id");
    String question =
        rows("review_question").stream()
            .filter(q -> text(q, "review").equals(autumn))
            .findFirst()
            .map(q -> text(q, "id"))
            .orElseThrow();
    List<JsonNode> readings =
        rows("reading").stream().filter(r -> text(r, "question").equals(question)).toList();
    enough(count(readings, r -> text(r, "voice")));
    assertThat(readings.stream().filter(r -> r.has("fits_none"))).hasSize(2);
    assertThat(rows("reading")).extracting(r -> text(r, "words")).doesNotHaveDuplicates();
  }

  @Test
  void enough_answered_how_they_see_the_system_and_another_round_is_open() throws IOException {
    List<JsonNode> rounds = rows("behaviour_round");
    assertThat(rounds.get(0).has("closed")).isTrue();
    assertThat(rounds.get(1).has("closed")).isFalse();
    List<JsonNode> answers =
        rows("behaviour_answer").stream()
            .filter(a -> text(a, "round").equals(text(rounds.get(0), "id")))
            .toList();
    Map<String, List<JsonNode>> nine =
        answers.stream().collect(Collectors.groupingBy(a -> text(a, "behaviour")));
    assertThat(nine).hasSize(9);
    nine.values().forEach(of -> enough(count(of, a -> text(a, "voice"))));
    assertThat(answers).allMatch(a -> a.get("seen").asInt() >= 1 && a.get("seen").asInt() <= 10);
  }

  private static void enough(Map<String, Long> byVoice) {
    assertThat(byVoice).containsOnlyKeys("resident", "practitioner", "manager", "commissioner");
    byVoice.forEach(
        (voice, n) ->
            assertThat(n)
                .as(voice)
                .isGreaterThanOrEqualTo(voice.equals("resident") ? PEOPLE : STAFF));
  }
}
