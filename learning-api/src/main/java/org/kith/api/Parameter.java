package org.kith.api;

import java.util.List;

/**
 * Something an address takes. The same object checks the request and is written into the OpenAPI
 * document, so the two cannot disagree.
 *
 * @param name as written in the address
 * @param inPath whether it is part of the path, and so always needed, or of the query
 * @param about what it does, one sentence
 * @param pattern a regular expression the whole value matches
 * @param choices the only values it can have; empty for any that match
 * @param example a value that works in the sample workspace
 */
record Parameter(
    String name,
    boolean inPath,
    String about,
    String pattern,
    List<String> choices,
    String example) {

  private static final String WORD = "[A-Za-z0-9][A-Za-z0-9_.-]{0,199}";

  Parameter {
    choices = List.copyOf(choices);
  }

  static Parameter path(String name, String about, String example) {
    return new Parameter(name, true, about, WORD, List.of(), example);
  }

  static Parameter query(String name, String about, String example) {
    return new Parameter(name, false, about, WORD, List.of(), example);
  }

  static Parameter number(String name, String about, String example) {
    return new Parameter(name, false, about, "[0-9]{1,6}", List.of(), example);
  }

  static Parameter choice(String name, String about, List<String> choices) {
    return new Parameter(name, false, about, WORD, choices, choices.get(0));
  }

  /** Whether a value is one it can have. */
  boolean takes(String value) {
    return choices.isEmpty() ? value.matches(pattern) : choices.contains(value);
  }

  /** What it can be, to follow "must be". */
  String form() {
    return choices.isEmpty() ? "like " + example : "one of " + String.join(", ", choices);
  }
}
