package org.kith.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kith.http.Json;

/**
 * What an account is made of, as it stood when a version of it was written. It is kept with that
 * version, so that what people approve cannot become something else. Voices stand here as ids;
 * which of them may be named is decided when it is shown.
 *
 * @param place id, or null for everywhere
 * @param fromWave id, or null
 * @param toWave id, or null
 * @param snapshot the evidence pack's, or null
 * @param notes what the room wrote down of no question in particular
 */
record Material(
    String review,
    String title,
    String purpose,
    String notFor,
    String place,
    String fromWave,
    String toWave,
    String meetsOn,
    String snapshot,
    String summary,
    List<String> learnings,
    List<String> dataNotes,
    List<String> cycles,
    List<String> absent,
    List<Asked> questions,
    List<Noted> notes,
    List<Decided> decisions,
    List<Account.Experiment> experiments,
    List<Account.Promise> promises,
    List<Account.Level> level,
    List<Account.Happened> happened) {

  /** Words under a voice's id. */
  record Heard(String voice, String words, boolean fitsNone) {}

  /**
   * A question, and what was read in it. What was expected is found by its id: it never changes.
   */
  record Asked(
      String id,
      int position,
      String words,
      String figure,
      List<Heard> readings,
      List<Noted> notes) {}

  /**
   * What the room wrote down.
   *
   * @param kind noticing, rival, apart, dissent or tell
   * @param voice of a dissent, else empty
   */
  record Noted(String kind, String words, String whom, String voice) {}

  /** A decision, what it rests on, and who did not agree. */
  record Decided(
      String words,
      String basis,
      String because,
      String day,
      List<Account.Seen> evidence,
      List<Heard> dissents) {}

  /** As it is kept. */
  String json() {
    return new String(Json.of(this), StandardCharsets.UTF_8);
  }

  static Material parse(String json) {
    try {
      return Json.MAPPER.readValue(json, Material.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An account is kept as it was written by this class.", e);
    }
  }
}
