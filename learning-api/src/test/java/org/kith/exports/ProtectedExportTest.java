package org.kith.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.lake.IngestRecord;
import org.kith.lake.ProtectedLake;
import org.kith.lake.ResponseFile;
import org.kith.lake.RowAccount;
import org.kith.resident.Consents;
import org.kith.resident.Consents.Consent;
import org.kith.workspace.Workspace;

class ProtectedExportTest {
  private static final String INSTRUMENT = "cls_trust_neighbourhood";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
  private static final ProtectedExport.Why WHY =
      new ProtectedExport.Why("Dr Fenn", "Does trust\tgrow?\nA thesis");

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void aLake() throws IOException {
    workspace = new Workspace(folder.resolve("place"));
    Files.createDirectories(workspace.root());
    Files.writeString(
        workspace.settings(),
        """
        name: A place
        invented: true
        groups:
          - {id: home, name: Home, rule: listed, values: ["Owns, outright", Rents]}
        """);
    Files.writeString(
        workspace.organisations(), "organisation,name,place,place_name\nmill,Mill,dale,The Dale\n");
    ProtectedLake lake = ProtectedLake.of(workspace);
    String path = "responses/" + INSTRUMENT + "/wave=2025q4/a-1.parquet";
    var columns = new ResponseFile.Columns(List.of("home"), List.of("STrust"), true);
    try (ResponseFile out =
        ResponseFile.create(lake.root().resolve(path), "2025q4", "a", columns)) {
      out.write("ann", "mill", List.of("Owns, outright"), new int[] {1}, true, null, 750_000);
      out.write("bob", "mill", Arrays.asList((String) null), new int[] {-3}, false, "b", 1_250_000);
      out.write("cat", "mill", List.of("Rents"), new int[] {4}, true, "c", 1_000_000);
    }
    lake.commit(
        new IngestRecord(
            "a",
            "a.csv",
            "csv",
            "0",
            "0",
            "test",
            new RowAccount(3, 2, 1, 0, 0, 0),
            List.of(new IngestRecord.Part(INSTRUMENT, "2025q4", path, 3))));
  }

  private ProtectedExport export(int seed) {
    return new ProtectedExport(workspace, CLOCK, new Random(seed));
  }

  private static String rows(Path exported) throws IOException {
    return Files.readString(exported.resolve("data/" + INSTRUMENT + ".csv"));
  }

  @Test
  void rows_have_what_was_answered_and_pseudonyms_of_this_export_alone() throws IOException {
    Path first = export(1).take(Path.of("first"), WHY).folder();
    Path second = export(2).take(Path.of("second"), WHY).folder();
    assertThat(first)
        .isEqualTo(workspace.protectedZone().resolve("exports/first").toAbsolutePath());
    assertThat(rows(first).lines())
        .hasSize(4)
        .first()
        .isEqualTo("person,organisation,wave,group_home,STrust,submitted,weight");
    assertThat(rows(first))
        .contains(",mill,2025q4,\"Owns, outright\",1,true,0.75")
        .contains(",mill,2025q4,,-3,false,1.25");
    assertThat(rows(first)).doesNotContain("ann", "bob", "cat");
    List<String> people = rows(first).lines().skip(1).map(l -> l.substring(0, 16)).toList();
    assertThat(people).doesNotHaveDuplicates();
    assertThat(rows(second)).doesNotContain(people);
  }

  @Test
  void whoever_refused_research_is_not_in_it_and_a_few_are_not_counted() throws IOException {
    Consents.of(List.of(new Consent("c", "research", false, null)), LocalDate.EPOCH)
        .write(workspace);
    ProtectedExport.Taken taken = export(1).take(Path.of("first"), WHY);
    assertThat(rows(taken.folder()).lines()).hasSize(3);
    assertThat(rows(taken.folder())).doesNotContain("Rents");
    assertThat(taken.heldOut()).isEqualTo("fewer than 10");
  }

  @Test
  void its_conditions_are_in_it_and_it_is_logged_before_it_is_there() throws IOException {
    Path folder = export(1).take(Path.of("first"), WHY).folder();
    assertThat(folder.resolve("CONDITIONS.txt"))
        .content()
        .contains("Do not try to find out who somebody is")
        .contains("Researcher: Dr Fenn")
        .contains("Taken: 2026-03-01");
    assertThat(workspace.protectedZone().resolve("exports.log"))
        .content()
        .isEqualTo(
            "2026-03-01T09:00:00Z\tDr Fenn\tDoes trust grow? A thesis\texports/first\t3 rows"
                + System.lineSeparator());
    assertThatThrownBy(() -> export(1).take(Path.of("../up"), WHY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Files.readAllLines(workspace.protectedZone().resolve("exports.log"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "../x", "a/../../x", "../exports-not/x", "/tmp/x", "a/../../../x"})
  void it_goes_nowhere_but_beside_the_lake(String to) throws IOException {
    Map<String, Long> before = files();
    assertThatThrownBy(() -> export(1).take(Path.of(to), WHY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void it_follows_no_link() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Path exports = Files.createDirectories(workspace.protectedZone().resolve("exports"));
    Files.createSymbolicLink(exports.resolve("link"), outside);
    for (String to : List.of("link", "link/inside")) {
      assertThatThrownBy(() -> export(1).take(Path.of(to), WHY))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("link");
    }
    assertThat(outside).isEmptyDirectory();
  }

  private Map<String, Long> files() throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (var all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        sizes.put(file.toString(), Files.size(file));
      }
    }
    return sizes;
  }

  @Test
  void the_command_asks_who_what_for_and_whether_the_conditions_are_kept() throws IOException {
    assertThat(said(2, "--to", "first", "--protected")).contains("--researcher and --purpose");
    String[] named = {"--to", "first", "--protected", "--researcher", "Fenn", "--purpose", "Why"};
    assertThat(said(1, named)).contains("Conditions of this export", "--accept-conditions");
    assertThat(workspace.protectedZone().resolve("exports")).doesNotExist();
    String[] all = Arrays.copyOf(named, named.length + 1);
    all[named.length] = "--accept-conditions";
    assertThat(said(0, all)).contains("Nobody said that research may not use their answers.");
    assertThat(workspace.protectedZone().resolve("exports/first/CONDITIONS.txt")).exists();
  }

  private String said(int code, String... arguments) {
    StringWriter said = new StringWriter();
    var line = ExportCommand.line();
    line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--workspace";
    all[arguments.length + 1] = workspace.root().toString();
    assertThat(line.execute(all)).isEqualTo(code);
    return said.toString();
  }
}
