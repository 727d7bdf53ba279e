package org.kith.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The reviews of the story: who came, what they expected, read, wrote down, promised and told. */
final class StoryReviews {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  /** Asks, when somebody is invited, this long after the review was begun. */
  private static final long INVITED_AFTER = 2 * DAY;

  private final StoreFolder folder;
  private final Cast cast;
  private final StoryRows rows;
  private final Random random;
  private final Map<String, Object> file = StoryFile.read("reviews.yaml");
  private final Map<String, Map<String, Object>> reviews = new LinkedHashMap<>();

  StoryReviews(StoreFolder folder, Cast cast, StoryRows rows, Draws draws) {
    this.folder = folder;
    this.cast = cast;
    this.rows = rows;
    this.random = draws.stream("what the story's people expect and read");
    StoryFile.rows(file, "reviews").forEach(r -> reviews.put((String) r.get("key"), r));
  }

  /** What decisions point at. */
  void before() {
    reviews.values().forEach(this::review);
    reviews.values().forEach(this::people);
    questions();
    rows.rows("pack_context", StoryFile.rows(file, "pack_context"));
    readings();
    rows.rows("room_note", StoryFile.rows(file, "room_note"));
    rows.rows("own_level", StoryFile.rows(file, "own_level"));
  }

  /** What stands after decisions. */
  void after() {
    rows.rows("promise", StoryFile.rows(file, "promise"));
    rows.rows("followed_up", StoryFile.rows(file, "followed_up"));
    StoryFile.rows(file, "account").forEach(this::account);
    rows.rows("contest", StoryFile.rows(file, "contest"));
    for (Map<String, Object> one : StoryFile.rows(file, "learning")) {
      rows.row("learning", one, "approved", StoryRows.millis(one.get("at")));
    }
  }

  private void review(Map<String, Object> r) {
    folder.row(
        "review",
        "id",
        StoryRows.id((String) r.get("key")),
        "name",
        r.get("name"),
        "commissioner",
        cast.id((String) r.get("commissioner")),
        "purpose",
        r.get("purpose"),
        "not_for",
        r.get("not_for"),
        "place",
        r.get("place"),
        "from_wave",
        r.get("from_wave"),
        "to_wave",
        r.get("to_wave"),
        "follows",
        r.get("follows") == null ? null : StoryRows.id((String) r.get("follows")),
        "meets_on",
        r.get("meets_on"),
        "created",
        StoryRows.millis(r.get("created")),
        "before_snapshot",
        r.get("before"),
        "snapshot",
        r.get("snapshot"),
        "said_opened",
        StoryRows.millisOrNull(r.get("said_opened")),
        "said_closed",
        StoryRows.millisOrNull(r.get("said_closed")),
        "looked",
        StoryRows.millisOrNull(r.get("looked")),
        "alone_opened",
        StoryRows.millisOrNull(r.get("alone_opened")),
        "alone_closed",
        StoryRows.millisOrNull(r.get("alone_closed")),
        "published",
        StoryRows.millisOrNull(r.get("published")));
  }

  private void people(Map<String, Object> r) {
    String id = StoryRows.id((String) r.get("key"));
    for (String cycle : StoryFile.texts(r.get("cycles"))) {
      folder.row("review_cycle", "review", id, "cycle", cycle);
    }
    came(r).forEach((name, voice) -> seat(id, r, name, voice, 1));
    StoryFile.map(r.get("could_not"))
        .forEach((voice, who) -> cast.names(who).forEach(name -> seat(id, r, name, voice, 0)));
    int absent = 0;
    for (String words : StoryFile.texts(r.get("absent"))) {
      folder.row(
          "review_absent",
          "id",
          StoryRows.id("absent " + r.get("key") + " " + absent++),
          "review",
          id,
          "words",
          words,
          "at",
          StoryRows.millis(r.get("created")) + DAY + absent * MINUTE);
    }
  }

  private void seat(String id, Map<String, Object> r, String name, String voice, int came) {
    Staff one = cast.person(name);
    folder.row(
        "review_person",
        "review",
        id,
        "person",
        one.id(),
        "voice",
        voice,
        "provider",
        one.organisation() == null ? 0 : 1,
        "invited",
        StoryRows.millis(r.get("created")) + INVITED_AFTER,
        "came",
        came);
  }

  /** Who came, and in which voice. */
  private Map<String, String> came(Map<String, Object> r) {
    Map<String, String> came = new LinkedHashMap<>();
    StoryFile.map(r.get("came"))
        .forEach((voice, who) -> cast.names(who).forEach(name -> came.put(name, voice)));
    return came;
  }

  // What is expected, and read.

  private void questions() {
    Map<Object, Integer> positions = new HashMap<>();
    for (Map<String, Object> q : StoryFile.rows(file, "questions")) {
      String id = StoryRows.id((String) q.get("key"));
      folder.row(
          "review_question",
          "id",
          id,
          "review",
          StoryRows.id((String) q.get("review")),
          "position",
          positions.merge(q.get("review"), 1, Integer::sum),
          "words",
          q.get("words"),
          "figure",
          q.get("figure"));
      predictions(q, id);
    }
  }

  private void predictions(Map<String, Object> q, String id) {
    Map<String, Object> review = reviews.get((String) q.get("review"));
    Map<String, String> came = came(review);
    List<String> order = new ArrayList<>(came.keySet());
    Collections.shuffle(order, random);
    List<String> surprises = StoryFile.texts(q.get("surprises"));
    int at = 0;
    for (Object heap : StoryFile.list(q.get("heaps"))) {
      List<Object> parts = StoryFile.list(heap);
      for (int i = 0; i < (int) parts.get(2); i++) {
        String surprise = i % 2 == 0 ? Draws.oneOf(random, surprises) : null;
        String name = order.get(at++);
        prediction(review, id, name, came.get(name), parts.get(0), parts.get(1), null, surprise);
      }
    }
    StoryFile.map(q.get("expected"))
        .forEach(
            (name, words) -> prediction(review, id, name, came.get(name), null, null, words, null));
  }

  private void prediction(
      Map<String, Object> review,
      String question,
      String name,
      String voice,
      Object low,
      Object high,
      Object words,
      String surprise) {
    folder.row(
        "prediction",
        "id",
        StoryRows.id("prediction " + question + " " + name),
        "question",
        question,
        "person",
        cast.id(name),
        "voice",
        voice,
        "low",
        low,
        "high",
        high,
        "words",
        words,
        "surprise",
        surprise,
        "at",
        between(review, "said_opened", "said_closed"));
  }

  private void readings() {
    Map<String, Object> readings = StoryFile.read("readings.yaml");
    for (Map<String, Object> q : StoryFile.rows(file, "questions")) {
      Map<String, Object> review = reviews.get((String) q.get("review"));
      StoryFile.map(readings.get((String) q.get("key")))
          .forEach(
              (voice, said) -> {
                List<String> names = cast.names(StoryFile.map(review.get("came")).get(voice));
                List<String> words = StoryFile.texts(said);
                for (int i = 0; i < words.size(); i++) {
                  reading(q, review, names.get(i), voice, words.get(i));
                }
              });
    }
  }

  private void reading(
      Map<String, Object> q, Map<String, Object> review, String name, String voice, String said) {
    long at = between(review, "alone_opened", "alone_closed");
    boolean none = said.startsWith("* ");
    folder.row(
        "reading",
        "id",
        StoryRows.id("reading " + q.get("key") + " " + name),
        "question",
        StoryRows.id((String) q.get("key")),
        "person",
        cast.id(name),
        "voice",
        voice,
        "words",
        none ? said.substring(2) : said,
        "at",
        at,
        "changed",
        at,
        "fits_none",
        none ? 1 : null);
  }

  private long between(Map<String, Object> review, String from, String to) {
    long first = StoryRows.millis(review.get(from));
    long minutes = (StoryRows.millis(review.get(to)) - first) / MINUTE;
    return first + random.nextInt((int) minutes) * MINUTE;
  }

  // What is told.

  private void account(Map<String, Object> a) {
    Map<String, Object> review = reviews.get((String) a.get("review"));
    String id = StoryRows.id((String) a.get("review"));
    long at = StoryRows.millis(a.get("at"));
    folder.row(
        "account",
        "review",
        id,
        "version",
        1,
        "summary",
        a.get("summary"),
        "data_notes",
        a.get("data_notes"),
        "author",
        cast.id((String) review.get("commissioner")),
        "at",
        at);
    Map<String, Object> dissents = StoryFile.map(a.get("dissents"));
    Map<String, Object> remarks = StoryFile.map(a.get("remarks"));
    long published = StoryRows.millis(review.get("published"));
    came(review)
        .forEach(
            (name, voice) ->
                folder.row(
                    "account_voice",
                    "review",
                    id,
                    "version",
                    1,
                    "person",
                    cast.id(name),
                    "approves",
                    dissents.containsKey(name) ? 0 : 1,
                    "words",
                    dissents.getOrDefault(name, remarks.get(name)),
                    "voice",
                    voice,
                    "at",
                    at + random.nextInt((int) ((published - at) / MINUTE)) * MINUTE));
    int position = 1;
    for (String words : StoryFile.texts(a.get("learnings"))) {
      folder.row(
          "learning",
          "id",
          StoryRows.id("learning " + a.get("review") + " " + position),
          "review",
          id,
          "words",
          words,
          "position",
          position++,
          "at",
          at,
          "approved",
          published);
    }
  }
}
