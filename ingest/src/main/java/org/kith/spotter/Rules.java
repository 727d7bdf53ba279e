package org.kith.spotter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What to look for: one file, read here and by the device.
 *
 * @param sought by a regular expression, in this order; the first to claim a stretch keeps it
 * @param endings of words, and what to put in their place to come to the word itself
 * @param lists of words by name, in small letters and without accents
 */
record Rules(List<Sought> sought, List<Ending> endings, Map<String, Set<String>> lists) {
  static final Rules SHIPPED = read(text());

  /**
   * Something that has a pattern.
   *
   * @param find what it looks like; a first group is what stands in front and is not part of it
   * @param check nhs, date or none: what else must hold
   */
  record Sought(Kind kind, Pattern find, Optional<String> check) {}

  /** An ending of a word, and what stands there without it. */
  record Ending(String end, String without) {}

  /** The words of a list. */
  Set<String> list(String name) {
    return lists.get(name);
  }

  /** The file as it is, which the device gets. */
  static String text() {
    try (InputStream in = Rules.class.getResourceAsStream("rules.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The spotter's rules cannot be read.", e);
    }
  }

  private static Rules read(String text) {
    try {
      JsonNode root = JsonMapper.builder().build().readTree(text);
      List<Sought> sought = new ArrayList<>();
      for (JsonNode p : root.get("patterns")) {
        sought.add(
            new Sought(
                Kind.of(p.get("kind").asText()),
                Pattern.compile(p.get("find").asText()),
                Optional.ofNullable(p.get("check")).map(JsonNode::asText)));
      }
      List<Ending> endings = new ArrayList<>();
      for (JsonNode e : root.get("endings")) {
        endings.add(new Ending(e.get(0).asText(), e.get(1).asText()));
      }
      Map<String, Set<String>> lists = new HashMap<>();
      root.get("words")
          .properties()
          .forEach(e -> lists.put(e.getKey(), Set.of(e.getValue().asText().split(" "))));
      return new Rules(List.copyOf(sought), List.copyOf(endings), Map.copyOf(lists));
    } catch (IOException e) {
      throw new UncheckedIOException("The spotter's rules cannot be read.", e);
    }
  }
}
