package org.kith.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.workspace.Asked;
import org.kith.workspace.Workspace;
import org.kith.workspace.WorkspaceTables;

class GeneratorTest {
  private static final Path COMMITTED = Path.of("").toAbsolutePath();

  @Test
  void the_committed_files_are_the_generators_byte_for_byte(@TempDir Path folder)
      throws IOException {
    Generator.write(folder, Generator.SEED);
    Generator.writeStore(folder, Generator.SEED, SampleReflections.VARIED);
    List<Path> written = files(folder);
    // The survey's nine; the store's, which are its tables' and backup.json; and their truth.
    assertThat(written).hasSize(9 + 47 + 1);
    for (Path file : written) {
      Path committed = COMMITTED.resolve(folder.relativize(file).toString());
      assertThat(committed)
          .as("%s has drifted from the generator; README.md says how to write it again", committed)
          .hasSameBinaryContentAs(file);
    }
  }

  @Test
  void another_seed_gives_another_world(@TempDir Path folder) throws IOException {
    Generator.write(folder, Generator.SEED + 1);
    for (Tool tool : Tool.values()) {
      assertThat(Files.readAllBytes(folder.resolve("raw").resolve(tool.file())))
          .isNotEqualTo(Files.readAllBytes(COMMITTED.resolve("raw").resolve(tool.file())));
    }
  }

  @Test
  void the_workspace_stays_small() throws IOException {
    long bytes = 0;
    for (Path file : files(COMMITTED.resolve("raw"))) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThan(8_000_000);
    bytes = 0;
    for (Path file : files(COMMITTED.resolve("store"))) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThan(2_500_000);
  }

  @Test
  void the_spread_between_organisations_is_exactly_the_intended_one() {
    Draws draws = new Draws(Generator.SEED);
    for (ShareModel model : ShareModel.all(draws)) {
      // The middle wave: before the event, and where the slow change crosses nought.
      assertThat(model.between(World.WAVES.get(6)))
          .as(model.question().item())
          .isCloseTo(model.between(), within(1e-12));
    }
    assertThat(ScaleModel.of(draws).realised()).isCloseTo(0.04, within(1e-9));
  }

  @Test
  void every_row_is_accounted_for() throws IOException {
    Truth truth =
        Generator.mapper().readValue(COMMITTED.resolve("truth.json").toFile(), Truth.class);
    assertThat(truth.files()).hasSize(4);
    for (Truth.Account account : truth.files()) {
      assertThat(
              account.accepted()
                  + account.partial()
                  + account.previewOrTest()
                  + account.duplicate()
                  + account.rejected())
          .as(account.file())
          .isEqualTo(account.received());
    }
    assertThat(truth.files().stream().mapToInt(a -> a.accepted() + a.partial()).sum())
        .isEqualTo(truth.forms());
  }

  @Test
  void more_people_were_asked_than_answered() throws IOException {
    Truth truth =
        Generator.mapper().readValue(COMMITTED.resolve("truth.json").toFile(), Truth.class);
    Workspace workspace = new Workspace(COMMITTED);
    List<Asked> asked =
        WorkspaceTables.asked(
            workspace.asked(), WorkspaceTables.organisations(workspace.organisations()));
    assertThat(asked).hasSize(World.SITES.size() * World.WAVES.size());
    Truth.Measure trust = truth.measures().get(0);
    for (Asked line : asked) {
      int answered =
          trust.waves().stream()
              .filter(at -> at.wave().equals(line.wave()))
              .mapToInt(at -> at.answered().getOrDefault(line.organisation(), 0))
              .findFirst()
              .orElseThrow();
      // About a fifth answers.
      assertThat(100.0 * answered / line.people()).as("%s", line).isBetween(10.0, 40.0);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
