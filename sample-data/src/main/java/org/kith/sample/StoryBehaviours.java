package org.kith.sample;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Where the story's people see how the system around them behaves. */
final class StoryBehaviours {
  private static final long MINUTE = 60_000;
  private static final int ANSWERED_WITHIN = 12 * 24 * 60;
  private static final double SPREAD = 1.5;
  private static final int MOST = 10;

  private final StoreFolder folder;
  private final Cast cast;
  private final Random random;

  StoryBehaviours(StoreFolder folder, Cast cast, Draws draws) {
    this.folder = folder;
    this.cast = cast;
    this.random = draws.stream("how the story's people see the system");
  }

  void add() {
    List<Map<String, Object>> rounds = StoryFile.rows(StoryFile.read("behaviours.yaml"), "rounds");
    for (Map<String, Object> r : rounds) {
      folder.row(
          "behaviour_round",
          "id",
          StoryRows.id((String) r.get("key")),
          "cycle",
          r.get("cycle"),
          "opened",
          StoryRows.millis(r.get("opened")),
          "closed",
          StoryRows.millisOrNull(r.get("closed")));
    }
    for (Map<String, Object> r : rounds) {
      for (String name : cast.names(r.get("who"))) {
        answers(r, name);
      }
    }
  }

  private void answers(Map<String, Object> round, String name) {
    int within = round.get("closed") == null ? ANSWERED_WITHIN / 2 : ANSWERED_WITHIN;
    long at = StoryRows.millis(round.get("opened")) + random.nextInt(within) * MINUTE;
    String voice = cast.voice(name);
    Map<String, Object> words = StoryFile.map(StoryFile.map(round.get("words")).get(name));
    StoryFile.map(round.get("seen"))
        .forEach(
            (behaviour, about) -> {
              int centre = (int) StoryFile.map(about).get(voice);
              int seen = (int) Math.round(centre + random.nextGaussian() * SPREAD);
              folder.row(
                  "behaviour_answer",
                  "round",
                  StoryRows.id((String) round.get("key")),
                  "behaviour",
                  behaviour,
                  "person",
                  cast.id(name),
                  "voice",
                  voice,
                  "seen",
                  Math.max(1, Math.min(MOST, seen)),
                  "words",
                  words.get(behaviour),
                  "at",
                  at);
            });
  }
}
