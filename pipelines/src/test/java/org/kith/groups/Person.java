package org.kith.groups;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;
import org.kith.lake.ResponseFile;

/**
 * A made-up response.
 *
 * @param groups per dimension, null where not known
 * @param answers per item
 */
record Person(String organisation, String wave, List<String> groups, List<Integer> answers) {

  /** People with answers of every kind, missing ones included, drawn at random. */
  static List<Person> several(
      Instrument instrument, int people, int organisations, int dimensions, Random random) {
    return IntStream.range(0, people)
        .mapToObj(
            i -> {
              List<String> groups = new ArrayList<>(Collections.nCopies(dimensions, null));
              for (int d = 0; d < dimensions; d++) {
                groups.set(d, random.nextInt(4) == 0 ? null : "group " + random.nextInt(3));
              }
              List<Integer> answers = instrument.items().stream().map(q -> any(q, random)).toList();
              return new Person(
                  "org" + random.nextInt(organisations),
                  "2025q" + (1 + random.nextInt(4)),
                  groups,
                  answers);
            })
        .toList();
  }

  private static int any(Item item, Random random) {
    if (random.nextInt(5) == 0) {
      return -1 - random.nextInt(Missing.values().length);
    }
    List<Answer> answers = item.answers();
    return answers.get(random.nextInt(answers.size())).code();
  }

  /** One organisation in one wave. */
  Rematch.Group group() {
    return new Rematch.Group(organisation, wave);
  }

  /** Groups of which some may not be known. */
  static List<String> groups(String... groups) {
    return Arrays.asList(groups);
  }

  /** One file per wave, as the lake has them. */
  static List<Path> perWave(
      Path folder, Instrument instrument, List<Person> people, List<String> dimensions)
      throws IOException {
    List<String> items = instrument.items().stream().map(Item::id).toList();
    List<Path> files = new ArrayList<>();
    for (var wave : people.stream().collect(Collectors.groupingBy(Person::wave)).entrySet()) {
      Path file = folder.resolve("wave=" + wave.getKey()).resolve("part.parquet");
      files.add(write(file, wave.getValue(), dimensions, items));
    }
    return files;
  }

  /** Writes people as the lake holds them, with the first so many groups and items only. */
  static Path write(Path file, List<Person> people, List<String> dimensions, List<String> items)
      throws IOException {
    return write(file, people, dimensions, items, "someone");
  }

  /** The same under a pseudonym. */
  static Path write(
      Path file, List<Person> people, List<String> dimensions, List<String> items, String pseudonym)
      throws IOException {
    return write(file, people, dimensions, items, pseudonym, "test");
  }

  /** The same from an export. */
  static Path write(
      Path file,
      List<Person> people,
      List<String> dimensions,
      List<String> items,
      String pseudonym,
      String source)
      throws IOException {
    ResponseFile out = null;
    try {
      for (Person person : people) {
        if (out == null) {
          out =
              ResponseFile.create(
                  file, person.wave, source, new ResponseFile.Columns(dimensions, items));
        }
        out.write(
            pseudonym,
            person.organisation,
            person.groups.subList(0, dimensions.size()),
            person.answers.stream().limit(items.size()).mapToInt(Integer::intValue).toArray());
      }
    } finally {
      if (out != null) {
        out.close();
      }
    }
    return file;
  }
}
