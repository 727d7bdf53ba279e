package org.kith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.instrument.Instrument;
import org.kith.instrument.InstrumentLibrary;
import org.kith.lake.IngestRecord;
import org.kith.lake.ProtectedLake;
import org.kith.lake.ResponseRows;
import org.kith.workspace.Workspace;
import org.kith.workspace.WorkspaceTables;
import picocli.CommandLine;

class GenerateCommandTest {
  @TempDir Path folder;

  private String said(int code, Path workspace, String... arguments) {
    StringWriter said = new StringWriter();
    CommandLine line = new CommandLine(new GenerateCommand());
    line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--workspace";
    all[arguments.length + 1] = workspace.toString();
    assertThat(line.execute(all)).isEqualTo(code);
    return said.toString();
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Arrays.toString(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  @Test
  void the_same_numbers_give_the_same_bytes() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    assertThat(said(0, one, "--people", "2000", "--organisations", "7"))
        .contains("responses of 2,000 people around 7 organisations");
    said(0, two, "--people", "2000", "--organisations", "7");
    assertThat(files(one)).isEqualTo(files(two));
  }

  @Test
  void everybody_answers_once_or_in_every_wave() throws IOException {
    Path root = folder.resolve("one");
    said(0, root, "--people", "3000", "--organisations", "5");
    Workspace workspace = new Workspace(root);
    assertThat(WorkspaceTables.organisations(workspace.organisations())).hasSize(5);
    Instrument instrument =
        InstrumentLibrary.with(workspace.instruments())
            .instrument("eight_statements")
            .orElseThrow();
    assertThat(instrument.items()).hasSize(8);
    ProtectedLake lake = ProtectedLake.of(workspace);
    Map<String, Integer> waves = new HashMap<>();
    Set<String> organisations = new HashSet<>();
    for (IngestRecord record : lake.records()) {
      for (IngestRecord.Part part : record.parts()) {
        List<String> rows = ResponseRows.of(lake.root().resolve(part.path()));
        assertThat(rows).hasSize(part.rows());
        for (String row : rows) {
          waves.merge(row.split(",", -1)[0], 1, Integer::sum);
          organisations.add(row.split(",", -1)[1]);
        }
      }
    }
    assertThat(waves).hasSize(3000);
    assertThat(Set.copyOf(waves.values())).containsExactlyInAnyOrder(1, 3);
    // One in ten, by its seed.
    assertThat(waves.values().stream().filter(n -> n == 3).count()).isBetween(240L, 360L);
    assertThat(organisations).hasSize(5);
  }

  @Test
  void nothing_is_written_over_and_numbers_are_checked() throws IOException {
    Files.writeString(folder.resolve("kith.yaml"), "name: Mine\n");
    assertThat(said(2, folder, "--people", "10")).contains("is not empty");
    assertThat(said(2, folder.resolve("new"), "--people", "0")).contains("--people must be from 1");
    assertThat(folder.resolve("new")).doesNotExist();
  }
}
