package org.kith.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kith.published.Movement;
import org.kith.published.Scope;
import org.kith.published.SuggestionRow;
import org.kith.published.Table;
import org.kith.published.ThemePeriodRow;
import org.kith.published.Visibility;
import org.kith.published.WordRow;
import org.kith.sample.Planted.Move;

/** What was planted in the sample's reflections can be found in what was published. */
@ExtendWith(PublishedSample.Once.class)
class ReflectionStoriesTest {

  @Test
  void every_theme_is_counted_as_it_was_tapped(PublishedSample sample) throws IOException {
    ReflectionTruth truth = truth();
    int shown = 0;
    for (ReflectionTruth.OfTheme theme : truth.themes()) {
      for (ThemePeriodRow row : everybody(sample, theme.theme())) {
        if (row.visibility() == Visibility.SHOWN) {
          shown++;
          int authors = theme.periods().get(row.period()).authors();
          assertThat(row.authors())
              .as("%s in %s", theme.name(), row.period())
              .isEqualTo(PublishedSample.toNearestFive(authors));
        }
      }
    }
    // Ten themes that come up in every quarter with about fifteen authors each, of whom eleven
    // have to be there; and the two that move.
    assertThat(shown).isGreaterThan(80);
  }

  @Test
  void the_bus_emerges_and_the_screen_fades(PublishedSample sample) throws IOException {
    Set<Move> found = moves(sample);
    Set<Move> planted = new HashSet<>(Planted.MOVES);
    Set<Move> both = new HashSet<>(found);
    both.retainAll(planted);
    double recall = (double) both.size() / planted.size();
    double precision = found.isEmpty() ? 0 : (double) both.size() / found.size();
    report(
        "movements of themes: planted %s, found %s; precision %.2f, recall %.2f"
            .formatted(planted, found, precision, recall));
    assertThat(found).contains(new Move("T11", "2025q3", Movement.EMERGING));
    assertThat(found).anyMatch(m -> m.theme().equals("T12") && m.movement() == Movement.FADING);
    // What ended by 2025q1 was down to ten authors by then: from hidden to hidden nothing is told.
    assertThat(recall).isGreaterThanOrEqualTo(2 / 3.0);
    // Twelve changes of quarter, each with one false alarm in 20: one can be expected here or
    // there.
    assertThat(precision).isGreaterThanOrEqualTo(0.5);
  }

  @Test
  void what_two_organisations_alone_speak_of_is_not_shown_for_everybody(PublishedSample sample) {
    assertThat(everybody(sample, "damp-first"))
        .isNotEmpty()
        .allMatch(r -> r.visibility() != Visibility.SHOWN && r.authors() == null);
  }

  @Test
  void the_words_of_the_bus_are_new_when_it_stops(PublishedSample sample) {
    List<WordRow> words =
        sample.rows(Table.WORDS).stream().filter(r -> r.period().equals("2025q3")).toList();
    report("words newly said in 2025q3: " + words.stream().map(WordRow::phrase).toList());
    assertThat(words)
        .anyMatch(r -> r.phrase().contains("bus") && r.movement() == Movement.EMERGING);
  }

  /**
   * A suggested group is held to be about the theme that most of the reflections with two or more
   * of its words are labelled with. Precision: the share of those that are. Recall: the share of
   * the themes with enough words to be found that some group is about.
   */
  @Test
  void suggested_groups_are_about_what_people_labelled(PublishedSample sample) {
    List<SampleReflection> spoken =
        StoreOfSampleTest.reflections(Generator.SEED, SampleReflections.VARIED).stream()
            .filter(r -> r.audience().equals("cycle"))
            .toList();
    Set<String> found = new HashSet<>();
    List<Double> precisions = new ArrayList<>();
    for (SuggestionRow group : sample.rows(Table.SUGGESTIONS)) {
      Map<String, Integer> labels = new HashMap<>();
      int members = 0;
      for (SampleReflection r : spoken) {
        if (!r.theme().isEmpty() && words(r, group.words()) >= 2) {
          members++;
          r.themes().forEach(t -> labels.merge(t, 1, Integer::sum));
        }
      }
      if (members > 0) {
        var most = labels.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        found.add(most.getKey());
        precisions.add((double) most.getValue() / members);
        report(
            "suggested: %s, about %s in %d of %d"
                .formatted(group.words(), most.getKey(), most.getValue(), members));
      }
    }
    double precision = precisions.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double recall = found.size() / 13.0;
    report(
        "suggested groups: %d, themes met %s; precision %.2f, recall %.2f"
            .formatted(precisions.size(), found, precision, recall));
    assertThat(precisions).isNotEmpty();
    // The words were varied from 240 texts, so they keep company more than people's own would.
    assertThat(precision).isGreaterThanOrEqualTo(0.75);
    assertThat(recall).isGreaterThanOrEqualTo(0.75);
  }

  private static long words(SampleReflection r, List<String> words) {
    String text =
        r.answers().stream()
            .map(a -> a.words().toLowerCase(Locale.ROOT))
            .reduce("", (a, b) -> a + " " + b);
    return words.stream().filter(w -> text.contains(w)).count();
  }

  private static Set<Move> moves(PublishedSample sample) {
    Set<Move> moves = new HashSet<>();
    for (Codebook.Theme theme : Codebook.THEMES) {
      for (ThemePeriodRow row : everybody(sample, theme.id())) {
        if (row.movement() != null && row.movement() != Movement.STEADY) {
          moves.add(new Move(theme.label(), row.period(), row.movement()));
        }
      }
    }
    return moves;
  }

  private static List<ThemePeriodRow> everybody(PublishedSample sample, String theme) {
    return sample.rows(Table.THEME_PERIODS).stream()
        .filter(r -> r.scope() == Scope.ALL && r.theme().equals(theme))
        .toList();
  }

  private static ReflectionTruth truth() throws IOException {
    return Generator.mapper()
        .readValue(Path.of("reflections-truth.json").toFile(), ReflectionTruth.class);
  }

  /** What was found, for people to read: {@code target/reflections-found.txt}. */
  private static synchronized void report(String line) {
    try {
      Path file = Path.of("target", "reflections-found.txt");
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
