package org.kith.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kith.instrument.Instrument;
import org.kith.lake.IngestRecord;
import org.kith.lake.Snapshot;
import org.kith.published.Manifest.Ingredient;
import org.kith.workspace.Workspace;

/**
 * What a snapshot is made from beside the exports, each with a hash.
 *
 * <p>Answers have one hash for all exports together: one for each would say from which export
 * somebody took theirs out. The names of the answers' files carry the hash of what is in them, so
 * the files are not read.
 */
final class Ingredients {
  static final String ANSWERS = "answers";
  static final String READING = "how the exports were read";
  static final String HELD_OUT = "who is held out";
  static final String REFLECTIONS = "shared reflections";
  static final String INSTRUMENT = "instrument ";

  private Ingredients() {}

  static List<Ingredient> of(
      Workspace workspace, List<Instrument> answered, List<IngestRecord> records, HeldOut heldOut)
      throws IOException {
    List<Ingredient> all = new ArrayList<>();
    for (String name :
        List.of("kith.yaml", "organisations.csv", "events.csv", "population.csv", "asked.csv")) {
      Path file = workspace.root().resolve(name);
      if (Files.exists(file)) {
        all.add(new Ingredient(name, Snapshot.sha256(file)));
      }
    }
    for (Instrument instrument : answered) {
      all.add(new Ingredient(INSTRUMENT + instrument.id(), hash(Stream.of(instrument.toString()))));
    }
    all.add(
        new Ingredient(READING, hash(records.stream().map(r -> r.source() + " " + r.settings()))));
    all.add(
        new Ingredient(
            ANSWERS,
            hash(
                records.stream()
                    .flatMap(r -> r.parts().stream())
                    .map(part -> part.path() + " " + part.rows()))));
    all.add(new Ingredient(HELD_OUT, hash(heldOut.people().stream().sorted())));
    List<String> shared = new ArrayList<>();
    for (String name : List.of("reflections.parquet", "themes.parquet", "teams.parquet")) {
      Path file = workspace.reflections().resolve(name);
      if (Files.exists(file)) {
        shared.add(name + " " + Snapshot.sha256(file));
      }
    }
    all.add(new Ingredient(REFLECTIONS, hash(shared.stream())));
    return all;
  }

  static String hash(Stream<String> lines) {
    return Snapshot.sha256(String.join("\n", lines.toList()).getBytes(UTF_8));
  }
}
