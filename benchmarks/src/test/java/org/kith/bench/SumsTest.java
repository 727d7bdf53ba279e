package org.kith.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.generate.GenerateCommand;
import picocli.CommandLine;

/** What is compared is the same: each engine counts a small lake, and finds the same sums. */
class SumsTest {
  @TempDir Path folder;

  /** A main method. */
  @FunctionalInterface
  private interface Main {
    void run(String[] args) throws Exception;
  }

  private static String check(Main main, Path workspace) throws Exception {
    PrintStream before = System.out;
    var said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      main.run(new String[] {workspace.toString(), "1"});
    } finally {
      System.setOut(before);
    }
    return said.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("check"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void every_engine_finds_the_same_sums() throws Exception {
    Path workspace = folder.resolve("lake");
    int code =
        new CommandLine(new GenerateCommand())
            .execute(
                "--people", "3000", "--organisations", "12", "--workspace", workspace.toString());
    assertThat(code).isZero();
    List<String> checks =
        List.of(
            check(CountsInKith::main, workspace),
            check(CountsInDuckDb::main, workspace),
            check(CountsInSparkSql::main, workspace));
    assertThat(checks.stream().distinct()).hasSize(1);
    assertThat(checks.get(0)).isNotEqualTo("check 0");
  }
}
