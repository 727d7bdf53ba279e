package org.kith.published;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/**
 * What a snapshot is made of, written beside its tables as {@code manifest.json}.
 *
 * @param id eight hexadecimal digits in two groups, worked out from the tables' bytes and all that
 *     is said here but the time, the version and what else it was made from: the same inputs give
 *     the same id
 * @param made when it was first published, ISO 8601 in UTC
 * @param version of Kith that made it
 * @param workspace name of the workspace, from {@code kith.yaml}
 * @param about what the people taking part say of it, from {@code kith.yaml}
 * @param disclosure the settings numbers were hidden by
 * @param inputs the exports it rests on
 * @param until id of the last wave in it, when it was made of what was known by the end of that
 *     wave though there was more; null when it holds all there was
 * @param madeFrom what else it was made from, each with a hash, so that it can be told whether the
 *     same snapshot can still be made; null in snapshots of versions that did not say. Like the
 *     time it is no part of the id: another comment in a file makes no other snapshot
 * @param tables its tables
 */
public record Manifest(
    String id,
    String made,
    String version,
    String workspace,
    About about,
    DisclosureRules disclosure,
    List<Input> inputs,
    @JsonInclude(JsonInclude.Include.NON_NULL) String until,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<Ingredient> madeFrom,
    List<TableFile> tables) {

  @JsonCreator
  public Manifest {
    about = about == null ? About.NOTHING : about;
  }

  /** Of a snapshot that holds all there was. */
  public Manifest(
      String id,
      String made,
      String version,
      String workspace,
      About about,
      DisclosureRules disclosure,
      List<Input> inputs,
      List<TableFile> tables) {
    this(id, made, version, workspace, about, disclosure, inputs, null, null, tables);
  }

  /**
   * What every page says of the workspace.
   *
   * @param question the question this place is working on now, or empty
   * @param notUsedFor what the numbers may not be used for, or empty
   * @param invented whether every place, person and number is made up
   */
  public record About(String question, String notUsedFor, boolean invented) {
    /** Nothing said. */
    public static final About NOTHING = new About("", "", false);
  }

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The manifest as JSON, in a fixed order. */
  public String json() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A manifest holds only text and numbers.", e);
    }
  }

  /**
   * The manifest behind its JSON.
   *
   * @throws IOException if the text is not one
   */
  public static Manifest parse(String json) throws IOException {
    return JSON.readValue(json, Manifest.class);
  }

  /**
   * When a number is hidden.
   *
   * @param people k: fewer people than this are hidden
   * @param rounding counts are published to the nearest multiple of this
   * @param organisations fewest organisations in a pooled figure
   * @param staff k for those who write reflections: their colleagues know them, so more than {@code
   *     people}
   */
  public record DisclosureRules(int people, int rounding, int organisations, int staff) {}

  /**
   * An export.
   *
   * @param source its name
   * @param tool the survey tool that wrote it
   * @param sha256 hash of its bytes
   */
  public record Input(String source, String tool, String sha256) {}

  /**
   * Something beside the exports.
   *
   * @param name a file of the workspace, or in words: "answers", "instrument ons_ucla3"
   * @param sha256 hash of its bytes, or of all it says
   */
  public record Ingredient(String name, String sha256) {}

  /**
   * A table's file.
   *
   * @param name of the table
   * @param rows in it
   * @param sha256 hash of its bytes
   */
  public record TableFile(String name, int rows, String sha256) {}
}
