package org.kith.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.dialect.Dialects;
import org.kith.lake.IngestRecord.Part;
import org.kith.lake.ProtectedLake;
import org.kith.lake.ResponseRows;
import org.kith.workspace.Workspace;

/**
 * Exports with the traps of each tool, beside the report and the rows they must give. {@code
 * -Dcases=write} writes what the code gives now; review the difference before keeping it.
 *
 * <p>A case is {@code golden/<tool>/<case>.csv} (or .tsv, .xlsx, .sav), its mapping {@code
 * <case>.yaml}, the expected text {@code <case>.txt} and, where the tool has one, {@code
 * <case>-dictionary.csv}. The first lines of the mapping say which traps it is about. Workbooks
 * come from {@link GoldenWorkbooks}, SPSS files from the syntax beside them, run in PSPP 1.6.2.
 */
class GoldenExportsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  static Stream<Path> exports() throws IOException {
    try (var files = Files.walk(GOLDEN)) {
      return files
          .filter(f -> f.toString().matches(".*\\.(csv|tsv|xlsx|sav)"))
          .filter(f -> !f.toString().endsWith("-dictionary.csv"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("exports")
  void an_export_gives_its_expected_report_and_rows(Path export, @TempDir Path folder)
      throws IOException {
    Path expected = beside(export, ".txt");
    String given = given(export, folder);
    if ("write".equals(System.getProperty("cases"))) {
      Files.writeString(expected, given);
    }
    assertThat(given).isEqualTo(Files.readString(expected));
  }

  @Test
  void every_tool_has_its_golden_exports() throws IOException {
    Map<String, Long> cases =
        exports()
            .collect(
                Collectors.groupingBy(
                    f -> f.getParent().getFileName().toString(), Collectors.counting()));
    assertThat(cases).containsOnlyKeys(Dialects.tools());
    assertThat(cases.values()).allMatch(n -> n >= 3);
  }

  private static String given(Path export, Path folder) throws IOException {
    Workspace workspace = new Workspace(folder);
    String name = export.getFileName().toString();
    Files.createDirectories(workspace.raw());
    Files.createDirectories(workspace.mappings());
    Path raw = Files.copy(export, workspace.raw().resolve(name));
    Path dictionary = beside(export, "-dictionary.csv");
    if (Files.exists(dictionary)) {
      Files.copy(dictionary, workspace.raw().resolve(dictionary.getFileName()));
    }
    Files.copy(beside(export, ".yaml"), workspace.mappings().resolve(stem(name) + ".yaml"));
    List<String> text = new ArrayList<>();
    Invented.ingest(workspace)
        .take(
            List.of(raw),
            (report, rejections, shown) -> {
              text.addAll(Reports.lines(report));
              rejections.forEach(p -> text.add("  rejected: " + p.sentence(report.file())));
            });
    Map<String, String> people = new HashMap<>();
    ProtectedLake lake = ProtectedLake.of(workspace);
    for (Part part : Invented.parts(workspace)) {
      Path file = lake.root().resolve(part.path());
      text.add("");
      text.add(part.instrument() + " " + part.wave());
      text.add(ResponseRows.heading(file));
      ResponseRows.of(file).forEach(row -> text.add(named(row, people)));
    }
    return String.join("\n", text) + "\n";
  }

  /** Pseudonyms as person-1, person-2, … in order of appearance, so that eyes can follow them. */
  private static String named(String row, Map<String, String> people) {
    int comma = row.indexOf(',');
    String person = row.substring(0, comma);
    people.putIfAbsent(person, "person-" + (people.size() + 1));
    return people.get(person) + row.substring(comma);
  }

  @Test
  void no_report_and_no_row_repeats_what_a_person_wrote(@TempDir Path folder) throws IOException {
    int seen = 0;
    for (Path export : exports().toList()) {
      Path own = folder.resolve(stem(export.getFileName().toString()) + seen++);
      String given = given(export, own);
      try (var files = Files.walk(own)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (!file.startsWith(own.resolve("raw")) && !file.startsWith(own.resolve("mappings"))) {
            given += new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
          }
        }
      }
      // Every golden export plants these as names, addresses, ids and free text.
      assertThat(given)
          .as(export.toString())
          .doesNotContainIgnoringCase("zebedee")
          .doesNotContain("@example.org")
          .doesNotContain("192.0.2.")
          .doesNotContain("51.50");
    }
    assertThat(seen).isGreaterThan(12);
  }

  private static Path beside(Path export, String ending) {
    return export.resolveSibling(stem(export.getFileName().toString()) + ending);
  }

  private static String stem(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }
}
