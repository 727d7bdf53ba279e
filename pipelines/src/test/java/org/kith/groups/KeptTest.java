package org.kith.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kith.instrument.Instrument;

/** What a run counts anew, and what it keeps. */
@ExtendWith(SharedSpark.class)
class KeptTest {
  private static final List<String> DIMENSIONS = List.of("age", "home");

  @TempDir Path folder;
  private Instrument instrument;
  private List<Path> files;

  @BeforeEach
  void write_four_waves() throws IOException {
    instrument = GroupStatisticsJobTest.instruments().get(3);
    List<Person> people = Person.several(instrument, 2_000, 4, 2, new Random(31));
    files = Person.perWave(folder, instrument, people, DIMENSIONS);
    assertThat(files).hasSize(4);
  }

  @Test
  void a_new_wave_is_all_that_is_read(SparkSession spark) throws IOException {
    List<GroupStatistics> whole = anew(spark, files);
    assertThat(count(spark, waves(3))).isEqualTo(anew(spark, files.subList(0, 3)));
    // Whoever read these now would fail.
    for (Path old : files.subList(0, 3)) {
      Files.writeString(old, "no longer answers");
    }
    assertThat(count(spark, waves(4))).isEqualTo(whole);
  }

  @Test
  void a_corrected_wave_is_all_that_is_read(SparkSession spark) throws IOException {
    count(spark, waves(4));
    Path corrected = folder.resolve("corrected.parquet");
    Files.copy(files.get(0), corrected);
    List<Path> now = List.of(corrected, files.get(1), files.get(2));
    List<GroupStatistics> whole = anew(spark, now);
    List<WaveFiles> waves = new ArrayList<>(waves(3));
    String wave = waves.get(1).wave();
    waves.set(1, new WaveFiles(wave, List.of(files.get(1).toUri()), "f".repeat(64)));
    Files.writeString(files.get(0), "no longer answers");
    assertThat(count(spark, waves)).isEqualTo(whole);
    Files.writeString(files.get(1), "no longer answers");
    waves.set(1, new WaveFiles(wave, List.of(files.get(1).toUri()), "e".repeat(64)));
    assertThatThrownBy(() -> count(spark, waves)).isInstanceOf(IOException.class);
  }

  @Test
  void what_nobody_asks_for_goes_and_what_is_damaged_is_counted_anew(SparkSession spark)
      throws IOException {
    List<GroupStatistics> whole = count(spark, waves(4));
    Kept kept = kept();
    count(spark, waves(2), kept);
    kept.sweep();
    List<Path> left = left();
    assertThat(left).hasSize(2);
    Files.writeString(left.get(0), "not sums");
    assertThat(count(spark, waves(4))).isEqualTo(whole);
    assertThat(left()).hasSize(4);
  }

  @Test
  void nothing_but_sums_is_read_back() throws IOException {
    kept().write(new java.io.File("/"), "a", "0".repeat(64));
    assertThat(kept().read(java.io.File.class, "a", "0".repeat(64))).isEmpty();
    kept().write(Tallies.none(1), "b", "0".repeat(64));
    assertThat(kept().read(Tallies.class, "b", "0".repeat(64))).isPresent();
  }

  @Test
  void people_are_followed_again_only_when_a_wave_changed(SparkSession spark) throws IOException {
    List<GroupStatistics> counted = count(spark, waves(4));
    Panel panel = PanelJob.run(spark, instrument, files, Set.of(), counted);
    assertThat(follow(spark, waves(4), counted)).isEqualTo(panel);
    for (Path old : files) {
      Files.writeString(old, "no longer answers");
    }
    assertThat(follow(spark, waves(4), counted)).isEqualTo(panel);
    List<WaveFiles> changed = new ArrayList<>(waves(4));
    changed.set(
        0, new WaveFiles(changed.get(0).wave(), List.of(files.get(0).toUri()), "f".repeat(64)));
    assertThatThrownBy(() -> follow(spark, changed, counted)).isInstanceOf(IOException.class);
  }

  private Kept kept() {
    return Kept.in(folder.resolve("counted"));
  }

  private List<Path> left() throws IOException {
    try (var all = Files.walk(folder.resolve("counted"))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** The first waves, each with its number as what its sums rest on. */
  private List<WaveFiles> waves(int how) throws IOException {
    List<WaveFiles> waves = new ArrayList<>();
    for (int w = 0; w < how; w++) {
      waves.add(
          new WaveFiles(
              wave(files.get(w)), List.of(files.get(w).toUri()), Integer.toString(w).repeat(64)));
    }
    return waves;
  }

  private static String wave(Path file) {
    return file.getParent().getFileName().toString().replace("wave=", "");
  }

  private List<GroupStatistics> count(SparkSession spark, List<WaveFiles> waves)
      throws IOException {
    return count(spark, waves, kept());
  }

  private List<GroupStatistics> count(SparkSession spark, List<WaveFiles> waves, Kept kept)
      throws IOException {
    return GroupStatisticsJob.run(spark, instrument, DIMENSIONS, waves, Set.of(), kept);
  }

  private List<GroupStatistics> anew(SparkSession spark, List<Path> some) throws IOException {
    return GroupStatisticsJob.run(spark, instrument, DIMENSIONS, some);
  }

  private Panel follow(SparkSession spark, List<WaveFiles> waves, List<GroupStatistics> counted)
      throws IOException {
    return PanelJob.run(spark, instrument, waves, Set.of(), counted, kept());
  }
}
