package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.published.Indicator;
import org.kith.published.Signal;
import org.kith.published.Visibility;

/** No page passes judgement: the words that do are kept out of every template and sentence. */
class NeutralWordsTest {

  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  @Test
  void templates_pass_no_judgement() throws IOException {
    List<Path> templates = files(Path.of("src/main/jte"), ".jte");
    assertThat(templates).hasSizeGreaterThan(8);
    for (Path template : templates) {
      // Names of Java and HTML are not words for people.
      String words = Files.readString(template).replaceAll("(?s)<[^>]*>|\\$\\{[^}]*}|@\\w+.*", " ");
      assertThat(Judging.in(words)).as(template.toString()).isEmpty();
    }
  }

  @Test
  void sentences_in_the_code_of_pages_words_and_charts_pass_no_judgement() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String folder :
        List.of(
            "account",
            "behaviours",
            "charts",
            "cycles",
            "decisions",
            "documents",
            "evidence",
            "memory",
            "pages",
            "residents",
            "reviews",
            "room",
            "ties",
            "words")) {
      sources.addAll(files(Path.of("src/main/java/org/kith", folder), ".java"));
    }
    assertThat(sources).hasSizeGreaterThan(20);
    for (Path source : sources) {
      Matcher text = TEXT.matcher(Files.readString(source));
      while (text.find()) {
        assertThat(Judging.in(text.group(1))).as(source + ": " + text.group(1)).isEmpty();
      }
    }
  }

  @Test
  void what_indicators_and_signals_say_passes_no_judgement() {
    for (Indicator indicator : Indicator.values()) {
      assertThat(Judging.in(indicator.title() + indicator.question() + indicator.misleads()))
          .isEmpty();
    }
    for (Signal signal : Signal.values()) {
      assertThat(Judging.in(signal.words())).isEmpty();
    }
    for (Visibility visibility : Visibility.values()) {
      assertThat(Judging.in(visibility.words(10))).isEmpty();
    }
  }

  @Test
  void the_check_sees_a_judging_word() {
    assertThat(Judging.in("Millbrook is the best and underperforming in compliance"))
        .containsExactly("best", "underperforming", "compliance");
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }
}
