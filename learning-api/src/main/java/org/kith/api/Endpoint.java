package org.kith.api;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.kith.learning.Library;
import org.kith.learning.View;

/**
 * One address of the API: what it takes, what it answers, and the method that decides.
 *
 * @param path below {@code /api/v1}, with parameters in braces
 * @param name of the operation, for programs that are generated from the document
 * @param summary a few words
 * @param about what one should know before using it
 * @param parameters its own; {@code snapshot} is added to all
 * @param answer the record it answers with
 * @param csv whether {@code format=csv} gives it as a table
 * @param decision the method that decides
 */
record Endpoint<T extends Record>(
    String path,
    String name,
    String summary,
    String about,
    List<Parameter> parameters,
    Class<T> answer,
    boolean csv,
    Decision<T> decision) {

  private static final Parameter SNAPSHOT =
      new Parameter(
          "snapshot",
          false,
          "Id of an earlier snapshot. Without it, the one in use.",
          "[0-9a-f]{4}-[0-9a-f]{4}",
          List.of(),
          "7f3a-91c2");
  private static final Parameter FORMAT =
      Parameter.choice(
          "format", "As JSON, or as a table for a spreadsheet.", List.of("json", "csv"));

  /** Answers a checked request from what the viewer may see. */
  @FunctionalInterface
  interface Decision<T> {
    /**
     * Answers.
     *
     * @throws ProblemException if there is no answer
     * @throws IOException if a snapshot cannot be read
     */
    T answer(Library library, View view, Asked asked) throws IOException;
  }

  Endpoint {
    Stream<Parameter> shared = csv ? Stream.of(SNAPSHOT, FORMAT) : Stream.of(SNAPSHOT);
    parameters = Stream.concat(parameters.stream(), shared).toList();
  }

  /** An address that answers JSON. */
  static <T extends Record> Endpoint<T> of(
      String path,
      String name,
      String summary,
      String about,
      List<Parameter> parameters,
      Class<T> answer,
      Decision<T> decision) {
    return new Endpoint<>(path, name, summary, about, parameters, answer, false, decision);
  }

  /** The whole path. */
  String address() {
    return Api.ROOT + path;
  }
}
