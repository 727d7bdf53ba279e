package org.kith.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The word lists that varying draws on, each a file beside this class. */
final class Words {
  /**
   * Sentences that go before or after others on the same theme.
   *
   * @param openers to begin with
   * @param closers to end with
   */
  record Halves(List<String> openers, List<String> closers) {}

  /** By theme label. */
  static final Map<String, Halves> HALVES = read("halves.json", new TypeReference<>() {});

  /** Pairs that can stand for one another. */
  static final List<List<String>> SYNONYMS = read("synonyms.json", new TypeReference<>() {});

  private static final Map<String, String> FEELINGS = new HashMap<>();

  static {
    Map<String, List<String>> listed = read("feelings.json", new TypeReference<>() {});
    listed.forEach((tap, words) -> words.forEach(word -> FEELINGS.put(word, tap)));
  }

  private Words() {}

  /** The listed feeling closest to a writer's own word, or null without one. */
  static String feeling(String word) {
    if (word != null && !FEELINGS.containsKey(word)) {
      throw new IllegalStateException("feelings.json has no place for '" + word + "'.");
    }
    return FEELINGS.get(word);
  }

  private static <T> T read(String file, TypeReference<T> type) {
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      return Generator.mapper().readValue(in, type);
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read.", e);
    }
  }
}
