package org.kith.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.jerolba.carpet.CarpetReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.BuiltPipelines;
import org.kith.fixture.PublishedFixture;
import org.kith.instrument.Instrument;
import org.kith.instrument.InstrumentLibrary;
import org.kith.instrument.Item;
import org.kith.lake.IngestRecord;
import org.kith.lake.ProtectedLake;
import org.kith.lake.RecordFile;
import org.kith.lake.ResponseFile;
import org.kith.lake.RowAccount;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.reflection.SharedReflection;
import org.kith.serve.Server;
import org.kith.signin.SignedIn;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/**
 * The whole way, with the real server, store and pipelines: somebody shares a reflection, it is
 * counted, they withdraw it, and after the next run no file of the lake holds a trace of it.
 */
class WithdrawnTest {
  private static final List<String> ORGANISATIONS =
      List.of("tarn", "millbrook", "askew", "fell", "beck");
  private static final String INSTRUMENT = "cls_trust_neighbourhood";
  private static final String WAVE = "2026q3";
  private static final int OTHERS = 40;

  /** A word that only she writes. */
  private static final String WORD = "zirkonmarrow";

  @TempDir Path root;
  @TempDir Path elsewhere;

  @Test
  void withdrawn_reflections_leave_every_table_at_the_next_run() throws Exception {
    Workspace workspace = workspace();
    PublishedFixture.write(elsewhere);
    String id = UUID.randomUUID().toString();
    try (Store store = Store.of(workspace);
        Server server =
            Server.start(
                Library.open(new Workspace(elsewhere), Viewer.NOBODY),
                store,
                "127.0.0.1",
                0,
                "0.1.0",
                () -> "00000000")) {
      Person.Group cycle = SignedIn.cycle(store, "panel-waits", "Waiting for a panel");
      for (int i = 0; i < OTHERS; i++) {
        SignedIn other = person(store, "other-" + i, ORGANISATIONS.get(i % 5), cycle);
        keep(other, server, UUID.randomUUID().toString(), "We waited for the panel again.");
      }
      SignedIn ada = person(store, "ada", "millbrook", cycle);
      keep(ada, server, id, "The panel again, " + WORD + ".");

      Share.from(store, workspace);
      BuiltPipelines.run(root);
      SharedReflection hers =
          reflections(workspace).stream()
              .filter(r -> r.words().contains(WORD))
              .findFirst()
              .orElseThrow();
      Map<String, String> before = files();
      assertThat(before.keySet())
          .contains(
              "lake/protected/reflections/reflections.parquet",
              "lake/protected/reflections/teams.parquet",
              "lake/protected/reflections/themes.parquet");
      assertThat(before.keySet()).anyMatch(f -> f.startsWith("lake/published/"));
      assertThat(before.get("lake/protected/reflections/reflections.parquet"))
          .contains(WORD, hers.author(), hers.reflection());

      assertThat(ada.send(server.port(), "DELETE", "/api/v1/reflections/" + id, null).statusCode())
          .isBetween(200, 204);
      Share.from(store, workspace);
      BuiltPipelines.run(root);

      assertThat(reflections(workspace)).hasSize(OTHERS);
      Set<String> traces = Set.of(WORD, hers.author(), hers.reflection(), id);
      assertThat(files())
          .hasSizeGreaterThan(10)
          .allSatisfy(
              (file, text) ->
                  assertThat(text).as(file).doesNotContain(traces.toArray(String[]::new)));
    }
  }

  private static SignedIn person(Store store, String id, String organisation, Person.Group cycle) {
    return SignedIn.as(
        store,
        new Person(id, id, organisation, "", Set.of(Role.PRACTITIONER), List.of(), List.of(cycle)));
  }

  private static void keep(SignedIn who, Server server, String id, String words)
      throws IOException, InterruptedException {
    String json =
        """
        {"id": "%s", "form": "short", "happened": "2026-08-05", "written": 1,
         "audience": "cycle", "cycle": "panel-waits",
         "answers": [{"prompt": "what", "words": "%s"}],
         "taps": [{"tap": "level", "value": "policy"}]}
        """
            .formatted(id, words);
    assertThat(who.send(server.port(), "POST", "/api/v1/reflections", json).statusCode())
        .isEqualTo(201);
  }

  private static List<SharedReflection> reflections(Workspace workspace) throws IOException {
    return RecordFile.read(
        workspace.reflections().resolve(Share.REFLECTIONS), SharedReflection.class);
  }

  /** Every file of the lake and all that can be read in it. */
  private Map<String, String> files() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (var files = Files.walk(root.resolve("lake"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (file.toString().endsWith(".parquet")) {
          text += new CarpetReader<>(new LocalInputFile(file), Map.class).toList();
        }
        texts.put(root.relativize(file).toString().replace('\\', '/'), text);
      }
    }
    return texts;
  }

  /** Five organisations in two places, with answers of forty people each to one instrument. */
  private Workspace workspace() throws IOException {
    Workspace workspace = new Workspace(root);
    Files.writeString(workspace.settings(), "name: A small place\ninvented: true\n");
    StringBuilder organisations = new StringBuilder("organisation,name,place,place_name\n");
    for (String id : ORGANISATIONS) {
      boolean hills = id.equals("fell") || id.equals("beck");
      organisations.append(
          "%s,The %s,%s%n".formatted(id, id, hills ? "hills,The Hills" : "dale,The Dale"));
    }
    Files.writeString(workspace.organisations(), organisations);
    ProtectedLake lake = ProtectedLake.of(workspace);
    Instrument instrument = InstrumentLibrary.shipped().instrument(INSTRUMENT).orElseThrow();
    List<String> items = instrument.items().stream().map(Item::id).toList();
    String path = "responses/%s/wave=%s/export.parquet".formatted(INSTRUMENT, WAVE);
    Random random = new Random(5);
    int people = 40;
    try (ResponseFile out =
        ResponseFile.create(
            lake.root().resolve(path),
            WAVE,
            "export",
            new ResponseFile.Columns(List.of(), items))) {
      for (String organisation : ORGANISATIONS) {
        for (int person = 0; person < people; person++) {
          out.write(
              "p" + person,
              organisation,
              List.of(),
              IntStream.range(0, items.size())
                  .map(
                      i -> {
                        var answers = instrument.items().get(i).answers();
                        return answers.get(random.nextInt(answers.size())).code();
                      })
                  .toArray());
        }
      }
    }
    int rows = ORGANISATIONS.size() * people;
    lake.commit(
        new IngestRecord(
            "export",
            "export.csv",
            "csv",
            "%064x".formatted(1),
            "settings",
            "test",
            new RowAccount(rows, rows, 0, 0, 0, 0),
            List.of(new IngestRecord.Part(INSTRUMENT, WAVE, path, rows))));
    // The key that an ingest would have made.
    org.kith.protect.Pseudonyms.open(workspace.key(), false, random);
    return workspace;
  }
}
