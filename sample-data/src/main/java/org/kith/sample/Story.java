package org.kith.sample;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One whole story in the sample's store: cycles at four scales that are about the same evenings,
 * what was tried, what was sent up and came back, and the reviews it was talked of in. It is
 * written in the files beside this class and invented like everything here.
 */
final class Story {
  private final StoreFolder folder;
  private final Cast cast;
  private final StoryRows rows;

  private Story(StoreFolder folder, Cast cast) {
    this.folder = folder;
    this.cast = cast;
    this.rows = new StoryRows(folder, cast);
  }

  /** Adds everything that stands after people and cycles. */
  static void into(StoreFolder folder, Cast cast, Draws draws) {
    Story story = new Story(folder, cast);
    story.purposes();
    story.rows.rows("cycle_entry", StoryFile.rows(StoryFile.read("entries.yaml"), "cycle_entry"));
    story.experiments();
    story.ties();
    new StoryBehaviours(folder, cast, draws).add();
    Map<String, Object> evidence = StoryFile.read("evidence.yaml");
    StoryReviews reviews = new StoryReviews(folder, cast, story.rows, draws);
    reviews.before();
    story.decisions(evidence);
    story.evidence(evidence);
    story.changes(evidence);
    reviews.after();
  }

  /** What a cycle is, beside its name: its scale, where it is of, and who keeps it going. */
  static Map<String, Object> about(String cycle) {
    return StoryFile.rows(StoryFile.read("cycles.yaml"), "older").stream()
        .filter(c -> c.get("id").equals(cycle))
        .findFirst()
        .orElse(Map.of());
  }

  /** Those of the story itself. */
  static List<Map<String, Object>> cycles() {
    return StoryFile.rows(StoryFile.read("cycles.yaml"), "cycles");
  }

  /** Who takes part in a cycle because of the story, by name in the cast. */
  static Set<String> members(Cast cast, String cycle) {
    Set<String> members = new LinkedHashSet<>();
    cycles().stream()
        .filter(c -> c.get("id").equals(cycle))
        .forEach(c -> members.addAll(cast.names(c.get("members"))));
    members.addAll(
        cast.names(StoryFile.map(StoryFile.read("cycles.yaml").get("joined")).get(cycle)));
    return members;
  }

  private void purposes() {
    Map<String, Integer> versions = new LinkedHashMap<>();
    for (Map<String, Object> p : StoryFile.rows(StoryFile.read("cycles.yaml"), "purposes")) {
      String cycle = (String) p.get("cycle");
      int version = versions.merge(cycle, 1, Integer::sum);
      long at = StoryRows.millis(p.get("at"));
      folder.row(
          "purpose",
          "cycle",
          cycle,
          "version",
          version,
          "words",
          p.get("words"),
          "author",
          cast.id((String) p.get("by")),
          "at",
          at);
      for (String name : cast.names(p.get("agreed"))) {
        voice(cycle, version, name, null, at);
      }
      StoryFile.map(p.get("dissents"))
          .forEach((name, words) -> voice(cycle, version, name, (String) words, at));
    }
  }

  private void voice(String cycle, int version, String name, String dissent, long at) {
    folder.row(
        "purpose_voice",
        "cycle",
        cycle,
        "version",
        version,
        "person",
        cast.id(name),
        "agrees",
        dissent == null ? 1 : 0,
        "words",
        dissent,
        "at",
        at,
        "voice",
        cast.voice(name));
  }

  private void experiments() {
    Map<String, Object> file = StoryFile.read("experiments.yaml");
    List<Map<String, Object>> all = StoryFile.rows(file, "experiment");
    rows.rows("experiment", all);
    rows.rows("experiment_note", StoryFile.rows(file, "experiment_note"));
    for (Map<String, Object> one : all) {
      for (Object mark : StoryFile.list(one.get("marks"))) {
        List<String> parts = StoryFile.texts(mark);
        folder.row(
            "experiment_mark",
            "experiment",
            StoryRows.id((String) one.get("key")),
            "instrument",
            parts.get(0),
            "measure",
            parts.get(1),
            "scope",
            parts.get(2),
            "unit",
            parts.get(3));
      }
    }
  }

  private void ties() {
    Map<String, Object> file = StoryFile.read("ties.yaml");
    rows.rows("tie", StoryFile.rows(file, "tie"));
    rows.rows("tie_reply", StoryFile.rows(file, "tie_reply"));
  }

  private void decisions(Map<String, Object> file) {
    for (Map<String, Object> given : StoryFile.rows(file, "decision")) {
      Map<String, Object> row = new LinkedHashMap<>(given);
      boolean judgement = given.containsKey("judgement");
      row.put("basis", judgement ? "judgement" : "evidence");
      row.put("because", judgement ? given.get("judgement") : "");
      row.put("decided", StoryRows.day(given.get("at")));
      row.remove("judgement");
      rows.row("decision", row);
    }
    rows.rows("dissent", StoryFile.rows(file, "dissent"));
  }

  private void evidence(Map<String, Object> file) {
    List<Map<String, Object>> all = StoryFile.rows(file, "evidence");
    rows.rows("evidence", all);
    for (Map<String, Object> one : all) {
      Map<String, Object> attached = StoryFile.map(one.get("file"));
      if (!attached.isEmpty()) {
        byte[] text = ((String) attached.get("text")).getBytes(StandardCharsets.UTF_8);
        folder.row(
            "evidence_file",
            "evidence",
            StoryRows.id((String) one.get("key")),
            "name",
            attached.get("name"),
            "type",
            attached.get("type"),
            "base64",
            Base64.getEncoder().encodeToString(text));
      }
    }
  }

  private void changes(Map<String, Object> file) {
    for (Map<String, Object> decision : StoryFile.rows(file, "decision")) {
      for (String evidence : StoryFile.texts(decision.get("rests"))) {
        folder.row(
            "decision_evidence",
            "decision",
            StoryRows.id((String) decision.get("key")),
            "evidence",
            StoryRows.id(evidence));
      }
    }
    rows.rows("change_made", StoryFile.rows(file, "change_made"));
  }
}
