package org.kith.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How well suggested groups agree with what a reader labelled.
 *
 * <p>{@code SuggestionsBenchmark FILE…}, each a file of labelled reflections, one JSON object a
 * line with {@code what}, {@code so_what}, {@code now_what}, {@code organisation} and {@code
 * themes}. Reflections without a theme are grouped too, and count as errors where they are put
 * beside each other only in that the group's precision falls.
 */
public final class SuggestionsBenchmark {
  private SuggestionsBenchmark() {}

  /** A reflection, and what a reader said it speaks of. */
  private record Labelled(Writing writing, Set<String> themes) {}

  public static void main(String[] args) throws IOException {
    for (String file : args) {
      List<Labelled> labelled = read(Path.of(file));
      for (int rank : new int[] {10, 25, 50}) {
        for (int wanted : new int[] {13, 16, 25}) {
          System.out.printf("%s rank %d, %d groups: ", Path.of(file).getFileName(), rank, wanted);
          report(labelled, Suggestions.groups(writings(labelled), rank, wanted));
        }
      }
      System.out.println(
          "offered: " + Suggestions.of(writings(labelled), 11, 3).size() + " with k = 11");
    }
  }

  private static List<Writing> writings(List<Labelled> labelled) {
    return labelled.stream().map(Labelled::writing).toList();
  }

  private static void report(List<Labelled> labelled, List<List<Writing>> groups) {
    IdentityHashMap<Writing, Set<String>> themes = new IdentityHashMap<>();
    labelled.forEach(l -> themes.put(l.writing(), l.themes()));
    IdentityHashMap<Writing, Integer> group = new IdentityHashMap<>();
    for (int g = 0; g < groups.size(); g++) {
      for (Writing writing : groups.get(g)) {
        group.put(writing, g);
      }
    }
    long both = 0;
    long grouped = 0;
    long same = 0;
    List<Labelled> with = labelled.stream().filter(l -> !l.themes().isEmpty()).toList();
    for (int i = 0; i < with.size(); i++) {
      for (int j = 0; j < i; j++) {
        Set<String> common = new HashSet<>(with.get(i).themes());
        common.retainAll(with.get(j).themes());
        Integer one = group.get(with.get(i).writing());
        boolean together = one != null && one.equals(group.get(with.get(j).writing()));
        same += common.isEmpty() ? 0 : 1;
        grouped += together ? 1 : 0;
        both += together && !common.isEmpty() ? 1 : 0;
      }
    }
    double precision = grouped == 0 ? 0 : (double) both / grouped;
    double recall = (double) both / same;
    System.out.printf(
        "pairs precision %.2f, recall %.2f, F1 %.2f; ",
        precision, recall, both == 0 ? 0 : 2 * precision * recall / (precision + recall));
    best(labelled, groups, themes);
  }

  /** For each theme the group that holds it best, by F1, over all reflections. */
  private static void best(
      List<Labelled> labelled,
      List<List<Writing>> groups,
      IdentityHashMap<Writing, Set<String>> themes) {
    Map<String, Integer> sizes = new HashMap<>();
    labelled.forEach(l -> l.themes().forEach(t -> sizes.merge(t, 1, Integer::sum)));
    double precision = 0;
    double recall = 0;
    for (Map.Entry<String, Integer> theme : sizes.entrySet()) {
      double bestF1 = -1;
      double p = 0;
      double r = 0;
      for (List<Writing> group : groups) {
        double hits = group.stream().filter(w -> themes.get(w).contains(theme.getKey())).count();
        double f1 = 2 * hits / (group.size() + theme.getValue());
        if (f1 > bestF1) {
          bestF1 = f1;
          p = hits / group.size();
          r = hits / theme.getValue();
        }
      }
      precision += p;
      recall += r;
    }
    System.out.printf(
        "best group of a theme: precision %.2f, recall %.2f%n",
        precision / sizes.size(), recall / sizes.size());
  }

  private static List<Labelled> read(Path file) throws IOException {
    Set<String> stop = StopWords.english();
    List<Labelled> labelled = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode row = new ObjectMapper().readTree(line);
      String text =
          row.get("what").asText()
              + "\n"
              + row.get("so_what").asText()
              + "\n"
              + row.get("now_what").asText();
      List<String> words =
          Arrays.stream(text.toLowerCase(Locale.UK).replace('’', '\'').split("[^\\p{L}'-]+", -1))
              .filter(w -> !w.isEmpty() && !stop.contains(w))
              .toList();
      Set<String> themes = new HashSet<>();
      row.get("themes").forEach(t -> themes.add(t.asText()));
      labelled.add(
          new Labelled(
              new Writing(row.get("id").asText(), row.get("organisation").asText(), words),
              themes));
    }
    return labelled;
  }
}
