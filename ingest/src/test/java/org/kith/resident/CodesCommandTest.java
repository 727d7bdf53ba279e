package org.kith.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodesCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int codes(String... args) {
    return CodesCommand.line()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void it_writes_as_many_codes_as_are_asked_for_and_keeps_nothing_else() throws IOException {
    Path slips = folder.resolve("slips.csv");
    assertThat(codes("--count", "250", "--out", slips.toString())).isZero();
    List<String> lines = Files.readAllLines(slips);
    assertThat(lines).hasSize(251).first().isEqualTo("code");
    assertThat(new HashSet<>(lines)).hasSize(251);
    assertThat(lines.subList(1, 251))
        .allSatisfy(line -> assertThat(ResidentCode.read(line).shown()).isEqualTo(line));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(slips);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(slips)))
        .isEqualTo("rw-------");
    assertThat(out.toString()).contains("Nobody keeps a record of them");
    assertThat(lines.subList(1, 251)).noneMatch(out.toString()::contains);
  }

  @Test
  void codes_that_may_be_on_slips_are_never_written_over() throws IOException {
    Path slips = Files.writeString(folder.resolve("slips.csv"), "code\nmine\n");
    assertThat(codes("--count", "3", "--out", slips.toString())).isEqualTo(2);
    assertThat(slips).hasContent("code\nmine\n");
    assertThat(err.toString()).contains("is there already");
  }

  @Test
  void a_count_that_is_none_and_a_folder_that_is_not_there_are_told() {
    assertThat(codes("--count", "0", "--out", folder.resolve("a.csv").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--count is from 1 to 1,000,000.");
    assertThat(codes("--count", "3", "--out", folder.resolve("no/a.csv").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("could not be written");
    assertThat(codes("--count", "3")).isEqualTo(2);
  }
}
