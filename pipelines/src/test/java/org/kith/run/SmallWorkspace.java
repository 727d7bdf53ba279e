package org.kith.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.kith.instrument.Instrument;
import org.kith.instrument.InstrumentLibrary;
import org.kith.instrument.Item;
import org.kith.lake.IngestRecord;
import org.kith.lake.ProtectedLake;
import org.kith.lake.ResponseFile;
import org.kith.lake.RowAccount;
import org.kith.workspace.Workspace;

/** A workspace with five organisations in two places, two instruments and two waves. */
final class SmallWorkspace {
  static final List<String> INSTRUMENTS = List.of("cls_trust_neighbourhood", "ipip_spi_trust4");
  static final List<String> WAVES = List.of("2025q3", "2025q4");
  static final int PEOPLE = 40;

  private static final List<String> ORGANISATIONS =
      List.of("tarn", "millbrook", "askew", "fell", "beck");

  private SmallWorkspace() {}

  /** With nothing ingested. */
  static Workspace empty(Path root) throws IOException {
    Files.createDirectories(root);
    Files.writeString(
        root.resolve("kith.yaml"),
        """
        name: A small place
        question: What helps?
        invented: true
        groups:
          - {id: home, name: Home, rule: listed, values: [Owns, Rents]}
        """);
    StringBuilder organisations = new StringBuilder("organisation,name,place,place_name\n");
    for (String id : ORGANISATIONS) {
      boolean hills = id.equals("fell") || id.equals("beck");
      organisations.append(
          "%s,The %s,%s%n".formatted(id, id, hills ? "hills,The Hills" : "dale,The Dale"));
    }
    Files.writeString(root.resolve("organisations.csv"), organisations);
    Files.writeString(
        root.resolve("events.csv"), "date,scope,unit,words\n2025-08-01,all,all,A flood\n");
    return new Workspace(root);
  }

  /** With answers drawn from a seed: 40 people per organisation, wave and instrument. */
  static Workspace ingested(Path root, int seed) throws IOException {
    Workspace workspace = empty(root);
    Files.writeString(
        root.resolve("population.csv"),
        """
        place,dimension,group,residents
        dale,home,Owns,4000
        dale,home,Rents,2000
        hills,home,Owns,1000
        hills,home,Rents,3000
        """);
    ProtectedLake lake = ProtectedLake.of(workspace);
    List<IngestRecord.Part> parts = new ArrayList<>();
    Random random = new Random(seed);
    for (String id : INSTRUMENTS) {
      Instrument instrument = InstrumentLibrary.shipped().instrument(id).orElseThrow();
      List<String> items = instrument.items().stream().map(Item::id).toList();
      for (String wave : WAVES) {
        String path = "responses/%s/wave=%s/export-%d.parquet".formatted(id, wave, seed);
        try (ResponseFile out =
            ResponseFile.create(
                lake.root().resolve(path),
                wave,
                "export",
                new ResponseFile.Columns(List.of("home"), items))) {
          for (String organisation : ORGANISATIONS) {
            for (int person = 0; person < PEOPLE; person++) {
              out.write(
                  "p" + person,
                  organisation,
                  List.of(random.nextBoolean() ? "Owns" : "Rents"),
                  IntStream.range(0, items.size())
                      .map(i -> any(instrument.items().get(i), random))
                      .toArray());
            }
          }
        }
        parts.add(new IngestRecord.Part(id, wave, path, ORGANISATIONS.size() * PEOPLE));
      }
    }
    int rows = ORGANISATIONS.size() * PEOPLE * WAVES.size();
    lake.commit(
        new IngestRecord(
            "export",
            "export.csv",
            "csv",
            "%064x".formatted(seed),
            "settings",
            "test",
            new RowAccount(rows, rows, 0, 0, 0, 0),
            parts));
    return workspace;
  }

  private static int any(Item item, Random random) {
    return item.answers().get(random.nextInt(item.answers().size())).code();
  }
}
