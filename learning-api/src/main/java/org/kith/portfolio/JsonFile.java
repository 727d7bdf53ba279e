package org.kith.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.kith.portfolio.Portfolio.Entry;
import org.kith.reflections.Reflection;

/**
 * A portfolio as JSON. What is in the reflection of each is what {@code POST /api/v1/reflections}
 * takes, so that it can be brought into another Kith.
 *
 * @param format always {@code kith-reflections}
 * @param version of this shape; 1 so far
 * @param about plain words on what may be done with it
 * @param made ISO 8601 time
 * @param author who wrote it
 * @param from first day asked for, or left out
 * @param to last day asked for, or left out
 */
record JsonFile(
    String format,
    int version,
    String about,
    String made,
    String author,
    String from,
    String to,
    List<One> reflections) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /**
   * One, with what Kith adds to it.
   *
   * @param kept ISO 8601 time it was kept
   */
  record One(Sent reflection, String receipt, String kept, List<Back> replies) {}

  /** As a device sends it. */
  record Sent(
      String id,
      String form,
      String kind,
      String happened,
      long written,
      List<Reflection.Answer> answers,
      List<Reflection.Tap> taps,
      String feeling,
      String audience,
      String team,
      String cycle,
      String follows,
      boolean quotable) {}

  /** A reply, without who gave it. */
  record Back(String kind, String words, String at) {}

  static byte[] of(Portfolio portfolio) throws IOException {
    return JSON.writeValueAsBytes(
        new JsonFile(
            "kith-reflections",
            1,
            Portfolio.USE + " " + Portfolio.COURT,
            portfolio.made().toString(),
            portfolio.name(),
            portfolio.from() == null ? null : portfolio.from().toString(),
            portfolio.to() == null ? null : portfolio.to().toString(),
            portfolio.entries().stream().map(JsonFile::one).toList()));
  }

  private static One one(Entry entry) {
    Reflection r = entry.reflection();
    return new One(
        new Sent(
            r.id(),
            r.form(),
            r.kind().id(),
            r.happened(),
            r.written(),
            r.answers(),
            r.taps(),
            r.feeling(),
            r.audience().id(),
            r.team(),
            r.cycle(),
            r.follows(),
            r.quotable()),
        entry.receipt(),
        Instant.ofEpochMilli(entry.arrived()).toString(),
        entry.replies().stream()
            .map(
                b ->
                    new Back(
                        b.tried() ? "tried" : "reply",
                        b.words(),
                        Instant.ofEpochMilli(b.at()).toString()))
            .toList());
  }
}
