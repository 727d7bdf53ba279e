package org.kith.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.search.Query;

/** Looks for words in a handful of texts, in any of their English forms. Keeps nothing. */
public final class Matching {
  private Matching() {}

  /** Those in which each word asked for is, in the order they were given. */
  public static <T> List<T> all(List<T> texts, Function<T, String> words, String asked) {
    return find(texts, words, Question.all(asked), false, texts.size());
  }

  /** Those that have some of the words, those with more or rarer ones of them first. */
  public static <T> List<T> some(
      List<T> texts, Function<T, String> words, String asked, int most) {
    List<String> telling =
        Arrays.stream(asked.toLowerCase(java.util.Locale.UK).split("[^\\p{L}\\p{N}'’]+", -1))
            .filter(w -> w.length() > 2 && !EnglishAnalyzer.getDefaultStopSet().contains(w))
            .distinct()
            .toList();
    return find(texts, words, Question.any(telling), true, most);
  }

  private static <T> List<T> find(
      List<T> texts, Function<T, String> words, Query query, boolean relevance, int most) {
    if (texts.isEmpty()) {
      return List.of();
    }
    List<Text> indexed = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String place = "%08d".formatted(i);
      indexed.add(new Text(place, Text.Kind.PHRASE, "", words.apply(texts.get(i)), "", "", ""));
    }
    return Index.of(indexed).find(query, relevance, 0, most).hits().stream()
        .map(hit -> texts.get(Integer.parseInt(hit.text().id())))
        .toList();
  }
}
