package org.kith.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * No name, address, telephone number, token or sentence of the exports is in the lake or in a
 * report: in the bytes of every file, and in every value of every Parquet file.
 */
@ExtendWith(PublishedSample.Once.class)
class NothingLeaksTest {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d-]*");
  private static final Set<String> WORDS = new HashSet<>();
  private static final List<String> PIECES =
      List.of(
          "@example.org",
          "192.0.2.",
          "198.51.100.",
          "203.0.113.",
          "1632 960",
          "who runs the quiz",
          "brought soup",
          "the lift broke",
          "just knock",
          "HYPERLINK",
          "narrowboat",
          "Ropewalk Yard");

  static {
    People.FIRST_NAMES.forEach(n -> WORDS.add(n.toLowerCase(Locale.ROOT)));
    People.LAST_NAMES.forEach(n -> WORDS.add(n.toLowerCase(Locale.ROOT)));
    for (Site site : World.SITES) {
      for (Person person : People.of(site, new Draws(Generator.SEED))) {
        WORDS.add(person.token().toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void nothing_that_identifies_reaches_the_lake_or_the_reports(PublishedSample sample)
      throws IOException {
    Path root = sample.workspace().root();
    List<Path> files = new ArrayList<>(files(root.resolve("lake")));
    files.addAll(files(sample.workspace().reports()));
    // One part per instrument, wave and export, the published tables, and the reports.
    assertThat(files).hasSizeGreaterThan(6 * 13 + 17);
    for (Path file : files) {
      assertThat(found(file)).as(root.relativize(file).toString()).isEmpty();
    }
  }

  @Test
  void the_search_finds_what_the_exports_hold(PublishedSample sample) throws IOException {
    for (Path file : files(sample.workspace().raw())) {
      assertThat(found(file)).as(file.toString()).hasSizeGreaterThan(1000);
    }
  }

  private static Set<String> found(Path file) throws IOException {
    Set<String> found = new TreeSet<>();
    byte[] bytes = Files.readAllBytes(file);
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      search(new String(bytes, charset), found);
    }
    if (file.toString().endsWith(".parquet")) {
      StringBuilder values = new StringBuilder();
      ParquetRows.of(file).forEach(r -> r.values().forEach(v -> values.append(v).append('\n')));
      search(values.toString(), found);
    }
    return found;
  }

  private static void search(String text, Set<String> found) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String piece : PIECES) {
      if (lower.contains(piece.toLowerCase(Locale.ROOT))) {
        found.add(piece);
      }
    }
    Matcher words = WORD.matcher(lower);
    while (words.find()) {
      if (WORDS.contains(words.group())) {
        found.add(words.group());
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
