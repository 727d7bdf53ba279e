package org.kith.patterns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words that hold sentences together and say little alone: ours, in {@code stop_words.txt}. A
 * phrase neither begins nor ends with one; inside a phrase they stay, as in "waiting for a panel".
 */
public final class StopWords {
  private StopWords() {}

  /** The English ones, lower case. */
  public static Set<String> english() {
    try (InputStream in = StopWords.class.getResourceAsStream("stop_words.txt")) {
      String text = new String(Objects.requireNonNull(in, "stop_words.txt").readAllBytes(), UTF_8);
      return new TreeSet<>(Set.of(text.strip().split("\\s+", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
