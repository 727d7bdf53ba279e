package org.kith.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.kith.instrument.Missing;
import org.kith.lake.IngestRecord;
import org.kith.lake.ProtectedLake;
import org.kith.lake.ResponseFile;
import org.kith.lake.RowAccount;
import org.kith.workspace.Workspace;

/**
 * A workspace whose lake is filled: one instrument of eight items with five answers, the fourth of
 * them asking the other way round; people in organisations that differ, of whom one in ten answers
 * in all waves and the others in one. The same numbers give the same bytes, whatever the number of
 * cores.
 *
 * <p>A person's level is their organisation's, their age band's and their own, and it grows a
 * little from wave to wave; an answer is that level with noise, rounded to an answer. One answer in
 * thirty is left blank, and one person in a hundred stops before the end.
 */
final class LargeLake {
  private static final String INSTRUMENT = "eight_statements";
  private static final List<String> ITEMS =
      IntStream.rangeClosed(1, 8).mapToObj(i -> "q" + i).toList();
  private static final int TURNED = 3;
  private static final List<String> DIMENSIONS = List.of("age", "home");
  private static final List<String> AGES =
      List.of("16 to 34", "35 to 54", "55 to 74", "75 and over");
  private static final List<String> HOMES = List.of("Owns", "Rents");
  private static final int LAST_YEAR = 2025;
  private static final int PEOPLE_AT_ONCE = 500_000;
  private static final int PLACES = 40;
  private static final long SEED = 20261126;

  // In answers, of which there are five.
  private static final double ORGANISATION_SD = 0.35;
  private static final double PERSON_SD = 0.7;
  private static final double NOISE_SD = 0.9;
  private static final double GROWTH = 0.05;
  private static final double GROWTH_SD = 0.15;

  private final Path root;
  private final int people;
  private final String[] organisations;
  private final double[] levels;
  private final List<String> waves;
  private final boolean followed;

  LargeLake(Path root, int people, int organisations, int waves, boolean followed) {
    this.root = root;
    this.followed = followed;
    this.waves = quarters(waves);
    this.people = people;
    this.organisations = new String[organisations];
    Arrays.setAll(this.organisations, o -> "org-%05d".formatted(o));
    this.levels = new double[organisations];
    SplittableRandom random = new SplittableRandom(SEED);
    Arrays.setAll(levels, o -> ORGANISATION_SD * random.nextGaussian());
  }

  /** So many quarters, of which the last is always the same. */
  private static List<String> quarters(int waves) {
    List<String> quarters = new ArrayList<>();
    for (int back = waves - 1; back >= 0; back--) {
      int quarter = LAST_YEAR * 4 + 3 - back;
      quarters.add("%dq%d".formatted(quarter / 4, quarter % 4 + 1));
    }
    return quarters;
  }

  /**
   * Writes it.
   *
   * @param written told the number of rows now and then
   * @return how many rows
   * @throws IOException if it cannot be written
   */
  long write(LongConsumer written) throws IOException {
    Files.createDirectories(root.resolve("instruments"));
    Files.writeString(root.resolve("kith.yaml"), SETTINGS);
    Files.writeString(root.resolve("instruments").resolve(INSTRUMENT + ".yaml"), instrument());
    StringBuilder lines = new StringBuilder("organisation,name,place,place_name\n");
    for (int o = 0; o < organisations.length; o++) {
      int place = o % PLACES;
      lines.append(
          "%s,Organisation %d,place-%02d,Place %d\n".formatted(organisations[o], o, place, place));
    }
    Files.writeString(root.resolve("organisations.csv"), lines);
    AtomicLong rows = new AtomicLong();
    int shards = (people + PEOPLE_AT_ONCE - 1) / PEOPLE_AT_ONCE;
    try {
      List<IngestRecord> records =
          IntStream.range(0, shards)
              .parallel()
              .mapToObj(
                  shard -> {
                    IngestRecord record = shard(shard);
                    written.accept(rows.addAndGet(record.rows().received()));
                    return record;
                  })
              .toList();
      ProtectedLake lake = ProtectedLake.of(new Workspace(root));
      for (IngestRecord record : records) {
        lake.commit(record);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return rows.get();
  }

  private IngestRecord shard(int shard) {
    String source = "generated-%04d".formatted(shard);
    List<IngestRecord.Part> parts = new ArrayList<>();
    long all = 0;
    for (int wave = 0; wave < waves.size(); wave++) {
      String id = waves.get(wave);
      String path = "responses/%s/wave=%s/%s.parquet".formatted(INSTRUMENT, id, source);
      try {
        long rows = wave(root.resolve("lake/protected").resolve(path), source, shard, wave);
        parts.add(new IngestRecord.Part(INSTRUMENT, id, path, Math.toIntExact(rows)));
        all += rows;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new IngestRecord(
        source,
        source + ".csv",
        "csv",
        "%064x".formatted((long) people * organisations.length + shard),
        "generated",
        "generated",
        new RowAccount(all, all, 0, 0, 0, 0),
        parts);
  }

  private long wave(Path file, String source, int shard, int wave) throws IOException {
    var columns = new ResponseFile.Columns(DIMENSIONS, ITEMS);
    try (ResponseFile out = ResponseFile.create(file, waves.get(wave), source, columns)) {
      int[] answers = new int[ITEMS.size()];
      int last = Math.min(people, (shard + 1) * PEOPLE_AT_ONCE);
      for (int person = shard * PEOPLE_AT_ONCE; person < last; person++) {
        SplittableRandom own = new SplittableRandom(SEED + 31L * person);
        int only = own.nextInt(10 * waves.size());
        // One in ten answers every time if people are followed, the others once.
        boolean always = followed && only < waves.size();
        if (!always && only % waves.size() != wave) {
          continue;
        }
        String pseudonym = pseudonym(own.nextLong(), own.nextLong());
        double size = own.nextDouble();
        // Some organisations are much larger than others.
        int organisation = (int) (levels.length * size * Math.sqrt(size));
        int age = own.nextInt(25);
        int home = own.nextInt(20);
        double level = 3.1 + levels[organisation] + 0.1 * (age % AGES.size());
        level += PERSON_SD * own.nextGaussian() + wave * (GROWTH + GROWTH_SD * own.nextGaussian());
        answer(level, new SplittableRandom(own.nextLong() + wave), answers);
        // One in twenty-five tells no age, one in twenty not how they live.
        out.write(
            pseudonym,
            organisations[organisation],
            Arrays.asList(
                age == 24 ? null : AGES.get(age % AGES.size()),
                home == 19 ? null : HOMES.get(home % 5 < 3 ? 0 : 1)),
            answers);
      }
      return out.rows();
    }
  }

  /** As long as the pseudonyms of an ingest. */
  private static String pseudonym(long a, long b) {
    byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES).putLong(a).putLong(b).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void answer(double level, SplittableRandom random, int[] answers) {
    int stops = random.nextInt(100) == 0 ? random.nextInt(answers.length) : answers.length;
    for (int i = 0; i < answers.length; i++) {
      long code = Math.max(1, Math.min(5, Math.round(level + NOISE_SD * random.nextGaussian())));
      answers[i] = (int) (i == TURNED ? 6 - code : code);
      if (i >= stops) {
        answers[i] = Missing.DROPPED_OUT.code();
      } else if (random.nextInt(30) == 0) {
        answers[i] = Missing.SKIPPED.code();
      }
    }
  }

  private static String instrument() {
    StringBuilder yaml = new StringBuilder(HEAD);
    for (int i = 0; i < ITEMS.size(); i++) {
      yaml.append("  - id: ").append(ITEMS.get(i)).append('\n');
      yaml.append("    wording: Statement ").append(i + 1).append(".\n");
      if (i == TURNED) {
        yaml.append("    reversed: true\n");
      }
      yaml.append("    counted: ").append(i == TURNED ? "[1, 2]" : "[4, 5]").append('\n');
      yaml.append("    counted_as: agreed with statement ").append(i + 1).append('\n');
    }
    return yaml.toString();
  }

  private static final String SETTINGS =
      """
      name: A large lake
      question: What does it take to count this many people?
      invented: true
      groups:
        - {id: age, name: Age, rule: bands, bands: [16, 35, 55, 75]}
        - {id: home, name: Home, rule: listed, values: [Owns, Rents]}
      """;

  private static final String HEAD =
      """
      id: eight_statements
      name: Eight made-up statements
      construct: belonging
      licence: CC0
      source: made up, to measure with
      wording_evidence: seen in the source
      scoring:
        method: mean
        min_answered: 4
        range: [1, 5]
        higher_is: more belonging
      answers:
        - {code: 1, label: Not at all, brief: not at all}
        - {code: 2, label: Not much, brief: not much}
        - {code: 3, label: In part, brief: in part}
        - {code: 4, label: Mostly, brief: mostly}
        - {code: 5, label: Fully, brief: fully}
      items:
      """;
}
