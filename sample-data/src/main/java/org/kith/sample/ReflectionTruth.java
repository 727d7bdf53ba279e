package org.kith.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is true of the sample's reflections, for tests to hold published tables against: {@code
 * reflections-truth.json}. Only what is shared counts, and an author counts once.
 *
 * @param about what this file is
 * @param seed it was drawn from
 * @param written how many somebody wrote
 * @param varied how many were varied from those
 * @param authors how many people shared anything
 * @param active distinct authors by quarter
 * @param moves what was made to move, and when
 * @param themes by theme
 */
record ReflectionTruth(
    String about,
    long seed,
    int written,
    int varied,
    int authors,
    Map<String, Integer> active,
    List<Planted.Move> moves,
    List<OfTheme> themes) {

  private static final String ABOUT =
      "What is true of the invented reflections in store/, counted before anything is rounded or"
          + " hidden: distinct authors who shared one and tapped the theme.";

  /**
   * One theme.
   *
   * @param label in the labelled reflections
   * @param theme id in the store
   * @param periods distinct authors, and their organisations, by quarter
   * @param organisations distinct authors over all quarters, by organisation
   */
  record OfTheme(
      String label,
      String theme,
      String name,
      Map<String, AtPeriod> periods,
      Map<String, Integer> organisations) {}

  /** Distinct authors in a quarter, and of how many organisations. */
  record AtPeriod(int authors, int organisations) {}

  static ReflectionTruth of(long seed, List<SampleReflection> reflections) {
    List<SampleReflection> shared = reflections.stream().filter(SampleReflection::shared).toList();
    Map<String, List<SampleReflection>> byPeriod =
        shared.stream()
            .collect(
                Collectors.groupingBy(SampleReflection::period, TreeMap::new, Collectors.toList()));
    Map<String, Integer> active = new LinkedHashMap<>();
    byPeriod.forEach((period, those) -> active.put(period, authors(those)));
    List<OfTheme> themes = new ArrayList<>();
    for (Codebook.Theme theme : Codebook.THEMES) {
      themes.add(ofTheme(theme, shared, active.keySet()));
    }
    int varied = (int) reflections.stream().filter(SampleReflection::varied).count();
    return new ReflectionTruth(
        ABOUT,
        seed,
        reflections.size() - varied,
        varied,
        authors(shared),
        active,
        Planted.MOVES,
        themes);
  }

  private static OfTheme ofTheme(
      Codebook.Theme theme, List<SampleReflection> shared, Collection<String> all) {
    List<SampleReflection> tapped =
        shared.stream().filter(r -> r.themes().contains(theme.label())).toList();
    Map<String, AtPeriod> periods = new LinkedHashMap<>();
    for (String period : all) {
      List<SampleReflection> then = tapped.stream().filter(r -> r.period().equals(period)).toList();
      periods.put(period, new AtPeriod(authors(then), organisations(then).size()));
    }
    Map<String, Integer> organisations = new LinkedHashMap<>();
    for (String organisation : organisations(tapped)) {
      organisations.put(
          organisation,
          authors(
              tapped.stream()
                  .filter(r -> organisation.equals(r.author().organisation()))
                  .toList()));
    }
    return new OfTheme(theme.label(), theme.id(), theme.name(), periods, organisations);
  }

  private static int authors(List<SampleReflection> reflections) {
    return (int) reflections.stream().map(SampleReflection::author).distinct().count();
  }

  private static Set<String> organisations(List<SampleReflection> reflections) {
    return reflections.stream()
        .map(r -> r.author().organisation())
        .filter(o -> o != null)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
