package org.kith.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kith.groups.SharedSpark;
import org.kith.lake.RecordFile;
import org.kith.lake.Snapshot;
import org.kith.patterns.Count;
import org.kith.patterns.Fact;
import org.kith.published.Manifest;
import org.kith.published.Movement;
import org.kith.published.Scope;
import org.kith.published.SuggestionRow;
import org.kith.published.Table;
import org.kith.published.ThemePeriodRow;
import org.kith.published.Visibility;
import org.kith.published.WordRow;
import org.kith.reflection.SharedReflection;
import org.kith.reflection.SharedTeam;
import org.kith.reflection.SharedTheme;
import org.kith.workspace.Workspace;
import picocli.CommandLine;

/** From shared reflections to a snapshot, and out of every table again when they are withdrawn. */
@ExtendWith(SharedSpark.class)
class SharedReflectionsTest {
  private static final List<String> ORGANISATIONS = List.of("tarn", "millbrook", "askew");
  private static final int AUTHORS = 30;
  private static final String SECRET = "The lighthouse keeper cried about the ferry.";

  @TempDir Path root;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void reflections_alone_are_published_and_leave_every_table_once_withdrawn(SparkSession spark)
      throws IOException {
    Workspace workspace = SmallWorkspace.empty(root);
    // Where nobody writes in a second place, everyone less the first would tell that.
    Files.writeString(
        workspace.organisations(),
        """
        organisation,name,place,place_name
        tarn,T,dale,D
        millbrook,M,dale,D
        askew,A,dale,D
        """);
    List<SharedReflection> all = reflections(true);
    share(workspace, all);
    assertThat(run()).as(err.toString()).isZero();

    Snapshot snapshot = Snapshot.current(workspace);
    assertThat(snapshot.manifest().tables())
        .extracting(Manifest.TableFile::name)
        .containsExactlyElementsOf(Table.ALL.stream().map(Table::name).toList());
    assertThat(snapshot.read(Table.LEVELS)).isEmpty();
    // 15 authors of each of three organisations tapped it, of 30: 45 of 90.
    ThemePeriodRow ferry = everyone(snapshot, "ferry");
    assertThat(ferry.authors()).isEqualTo(45);
    assertThat(ferry.active()).isEqualTo(90);
    assertThat(ferry.contributing()).isEqualTo(3);
    assertThat(ferry.organisations()).isEqualTo(3);
    assertThat(ferry.evenness()).isEqualTo(1.0);
    assertThat(ferry.movement()).isEqualTo(Movement.EMERGING);
    assertThat(snapshot.read(Table.WORDS))
        .extracting(WordRow::phrase)
        .contains("ferry", "lighthouse keeper", "keeper cried");
    assertThat(snapshot.read(Table.SUGGESTIONS))
        .flatExtracting(SuggestionRow::words)
        .contains("ferry");
    assertThat(exact(workspace, "ferry")).isEqualTo(45);

    share(workspace, reflections(false));
    assertThat(run()).as(err.toString()).isZero();

    Snapshot after = Snapshot.current(workspace);
    assertThat(after.id()).isNotEqualTo(snapshot.id());
    assertThat(everyone(after, "ferry").authors()).isNull();
    assertThat(everyone(after, "ferry").visibility()).isEqualTo(Visibility.FEWER_THAN_K);
    assertThat(after.read(Table.WORDS)).isEmpty();
    assertThat(after.read(Table.SUGGESTIONS))
        .flatExtracting(SuggestionRow::words)
        .doesNotContain("ferry");
    assertThat(exact(workspace, "ferry")).isZero();
    try (var files = Files.walk(workspace.protectedZone().resolve("indicators"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("lighthouse");
      }
    }
  }

  @Test
  void a_damaged_file_is_named_without_a_word_of_it(SparkSession spark) throws IOException {
    Workspace workspace = SmallWorkspace.empty(root);
    share(workspace, List.of());
    Path file = workspace.reflections().resolve("reflections.parquet");
    Files.writeString(file, SECRET.repeat(40));

    assertThat(run()).isEqualTo(1);

    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            file + " cannot be read as shared reflections. Share them from the store again.\n");
    assertThat(out.toString()).doesNotContain("lighthouse");
  }

  @Test
  void nothing_shared_any_more_is_a_snapshot_with_empty_tables(SparkSession spark)
      throws IOException {
    Workspace workspace = SmallWorkspace.empty(root);
    share(workspace, List.of());

    assertThat(run()).as(err.toString()).isZero();

    Snapshot snapshot = Snapshot.current(workspace);
    for (Table<?> table : Table.OF_REFLECTIONS) {
      if (!table.equals(Table.THEMES)) {
        assertThat(snapshot.read(table)).as(table.name()).isEmpty();
      }
    }
    assertThat(snapshot.read(Table.THEMES)).hasSize(2);
  }

  private static ThemePeriodRow everyone(Snapshot snapshot, String theme) throws IOException {
    return snapshot.read(Table.THEME_PERIODS).stream()
        .filter(r -> r.theme().equals(theme))
        .filter(r -> r.period().equals("2025q2") && r.scope() == Scope.ALL)
        .findFirst()
        .orElseThrow();
  }

  private static long exact(Workspace workspace, String theme) throws IOException {
    Path file = workspace.protectedZone().resolve("indicators/authors.parquet");
    return RecordFile.read(file, Count.class).stream()
        .filter(c -> c.fact() == Fact.THEME && c.key().equals(theme))
        .filter(c -> c.period().equals("2025q2") && c.scope() == Scope.ALL)
        .mapToLong(Count::authors)
        .sum();
  }

  /** Two quarters of three organisations; in the second, every other author writes of a ferry. */
  private static List<SharedReflection> reflections(boolean ferry) {
    List<SharedReflection> all = new ArrayList<>();
    for (String organisation : ORGANISATIONS) {
      for (int a = 0; a < AUTHORS; a++) {
        add(all, organisation, a, "2024-12-30", "kitchen", "Soup in the kitchen with neighbours.");
        add(all, organisation, a, "2025-03-31", "kitchen", "Soup in the kitchen with neighbours.");
        add(all, organisation, a, "2025-06-30", "kitchen", "Soup in the kitchen with neighbours.");
        if (ferry && a % 2 != 0) {
          add(all, organisation, a, "2025-05-05", "ferry", SECRET);
        }
      }
    }
    return all;
  }

  private static void add(
      List<SharedReflection> to,
      String organisation,
      int author,
      String week,
      String theme,
      String words) {
    to.add(
        new SharedReflection(
            "r" + to.size(),
            organisation + author,
            organisation + author % 2,
            organisation,
            "dale",
            week,
            "reflection",
            List.of("policy"),
            List.of("me"),
            List.of("rule"),
            null,
            List.of(theme),
            null,
            SharedReflection.Scope.WORDS,
            words));
  }

  private static void share(Workspace workspace, List<SharedReflection> reflections)
      throws IOException {
    Path folder = workspace.reflections();
    RecordFile.write(folder.resolve("reflections.parquet"), SharedReflection.class, reflections);
    RecordFile.write(
        folder.resolve("themes.parquet"),
        SharedTheme.class,
        List.of(new SharedTheme("ferry", "A ferry", ""), new SharedTheme("kitchen", "Soup", "")));
    RecordFile.write(
        folder.resolve("teams.parquet"),
        SharedTeam.class,
        ORGANISATIONS.stream().map(o -> new SharedTeam(o + "0", o, 12, "2024-01-01")).toList());
  }

  private int run() {
    return new CommandLine(new RunCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute("--workspace", root.toString());
  }
}
