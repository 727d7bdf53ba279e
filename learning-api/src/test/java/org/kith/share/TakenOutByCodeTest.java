package org.kith.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.jerolba.carpet.CarpetReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.BuiltPipelines;
import org.kith.ingest.IngestCommand;
import org.kith.lake.ProtectedLake;
import org.kith.lake.RowAccount;
import org.kith.lake.Snapshot;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.protect.Pseudonyms;
import org.kith.published.AccountRow;
import org.kith.published.Table;
import org.kith.published.Visibility;
import org.kith.resident.ResidentCode;
import org.kith.serve.Server;
import org.kith.store.Store;
import org.kith.workspace.Workspace;
import picocli.CommandLine;

/**
 * The whole way, with the real ingest, server, store and pipelines: somebody answers with a code on
 * a slip, is counted, posts the code to take the answers out, and after the next run is in no
 * table. Another one only wants not to be counted, and comes back.
 */
class TakenOutByCodeTest {
  private static final List<String> ORGANISATIONS =
      List.of("tarn", "millbrook", "askew", "fell", "beck");
  private static final int PEOPLE = 30;

  /** The rows of these two, of 2026q2 and 2026q3, at Millbrook. */
  private static final ResidentCode ADA = ResidentCode.read("QH2S-2JRJ-7VNB-S208");

  private static final ResidentCode BEN = ResidentCode.read("DS4Y-V4PX-JZ1H-4ZF0");

  @TempDir Path root;
  private Workspace workspace;

  @Test
  void from_the_code_on_a_slip_to_tables_without_the_person() throws Exception {
    workspace = workspace();
    ingest();
    Pseudonyms key = Pseudonyms.open(workspace.key(), true, new Random());
    String ada = key.of("person\0millbrook-0");
    String ben = key.of("person\0millbrook-1");
    try (Store store = Store.of(workspace)) {
      run(store);
      Snapshot before = Snapshot.current(workspace);
      Map<String, Long> counted = counted();
      List<String> elsewhere = elsewhere();
      assertThat(counted).containsEntry("millbrook 2026q2", 30L).containsEntry("beck 2026q3", 30L);
      assertThat(lake()).anySatisfy((file, text) -> assertThat(text).contains(ada));
      assertThat(accountRows(before)).noneMatch(r -> r.outcome().equals("withdrawn"));

      try (Server server = server(store)) {
        String page = post(server, "/from-you/mine", "code", ADA.shown());
        assertThat(page)
            .contains("Take my answers out")
            .doesNotContain("Your answers are taken out");
        page = post(server, "/from-you/take-out", "code", ADA.shown());
        assertThat(page).contains("It cannot be undone").contains("name=\"sure\"");
        assertThat(count(store, "withdrawal")).as("it asks once more").isZero();
        page = post(server, "/from-you/take-out", "code", ADA.letters(), "sure", "yes");
        assertThat(page).contains("Your answers are taken out");
        post(server, "/from-you/uses", "code", BEN.shown(), "tables", "no", "research", "yes");
      }
      String said = share();
      assertThat(said)
          .contains("Taken out of the lake, because those who answered asked for it: 2 rows")
          .contains("raw/slips.csv still holds what was taken out, in rows 32, 182.")
          .doesNotContain(ADA.shown(), ADA.letters(), ada);
      BuiltPipelines.run(root);

      // Ada is out, Ben is kept and not counted; all others are counted as before.
      RowAccount account = ProtectedLake.of(workspace).record("slips").orElseThrow().rows();
      assertThat(account).isEqualTo(new RowAccount(300, 298, 0, 0, 0, 2, 0));
      Map<String, Long> after = new TreeMap<>(counted);
      after.put("millbrook 2026q2", 28L);
      after.put("millbrook 2026q3", 28L);
      assertThat(counted()).isEqualTo(after);
      assertThat(elsewhere()).hasSizeGreaterThan(30).isEqualTo(elsewhere);
      String print = ADA.print(key);
      assertThat(lake())
          .hasSizeGreaterThan(10)
          .allSatisfy((file, text) -> assertThat(text).as(file).doesNotContain(ada, print))
          .anySatisfy((file, text) -> assertThat(text).contains(ben));
      // What the lake knows of a code is in no table that is published, nor in a report.
      assertThat(lake().keySet()).anyMatch(file -> file.startsWith("lake/published/"));
      lake()
          .forEach(
              (file, text) -> {
                if (file.startsWith("lake/published/")) {
                  assertThat(text).as(file).doesNotContain(BEN.print(key), ben, "row_code");
                }
              });
      assertThat(Files.readString(workspace.reports().resolve("slips.json")))
          .doesNotContain(BEN.shown(), BEN.letters(), BEN.print(key));
      Snapshot now = Snapshot.current(workspace);
      assertThat(now.id()).isNotEqualTo(before.id());
      assertThat(accountRows(now))
          .contains(
              new AccountRow("slips", "csv", "withdrawn", null, Visibility.FEWER_THAN_K),
              new AccountRow("all", "all", "held_out", null, Visibility.FEWER_THAN_K));
      assertThat(before.tampered()).as("what was published stays").isEmpty();

      // Reading the export again, by another mapping, keeps it so; Ben comes back when he says so.
      Files.writeString(root.resolve("mappings/slips.yaml"), mapping() + "# read again\n");
      ingest();
      try (Server server = server(store)) {
        post(server, "/from-you/uses", "code", BEN.shown(), "tables", "yes", "research", "yes");
        assertThat(post(server, "/from-you/mine", "code", ADA.shown()))
            .contains("Your answers are taken out");
      }
      run(store);
      assertThat(ProtectedLake.of(workspace).record("slips").orElseThrow().rows())
          .isEqualTo(account);
      after.put("millbrook 2026q2", 29L);
      after.put("millbrook 2026q3", 29L);
      assertThat(counted()).isEqualTo(after);
      assertThat(accountRows(Snapshot.current(workspace)))
          .noneMatch(r -> r.outcome().equals("held_out"));
    }
  }

  private void run(Store store) throws Exception {
    Share.from(store, workspace);
    BuiltPipelines.run(root);
  }

  private String share() {
    StringWriter out = new StringWriter();
    assertThat(
            ShareCommand.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute("--workspace", root.toString()))
        .as(out.toString())
        .isZero();
    return out.toString();
  }

  private void ingest() {
    StringWriter out = new StringWriter();
    assertThat(
            new CommandLine(new IngestCommand())
                .setOut(new PrintWriter(out))
                .execute("--workspace", root.toString()))
        .as(out.toString())
        .isZero();
  }

  private Server server(Store store) throws IOException {
    return Server.start(
        Library.open(workspace, Viewer.NOBODY), store, "127.0.0.1", 0, "0.1.0", () -> "00000000");
  }

  private static String post(Server server, String address, String... fields) throws Exception {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&").append(fields[i]).append('=');
      form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form.toString()))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static int count(Store store, String table) {
    return store.read(
        h -> h.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }

  private static List<AccountRow> accountRows(Snapshot snapshot) throws IOException {
    return snapshot.read(Table.ACCOUNTS);
  }

  /** Exact numbers of people per organisation and wave, from the protected zone. */
  private Map<String, Long> counted() throws IOException {
    Map<String, Long> counted = new TreeMap<>();
    for (Map<?, ?> row : statistics()) {
      if (String.valueOf(row.get("kind")).equals("PEOPLE")) {
        counted.put(row.get("organisation") + " " + row.get("wave"), (Long) row.get("people"));
      }
    }
    return counted;
  }

  /** Every exact number of the organisations that nobody left. */
  private List<String> elsewhere() throws IOException {
    return statistics().stream()
        .filter(row -> !"millbrook".equals(row.get("organisation")))
        .map(Object::toString)
        .toList();
  }

  private List<Map<?, ?>> statistics() throws IOException {
    List<Map<?, ?>> rows = new ArrayList<>();
    Path folder = workspace.protectedZone().resolve("group-statistics");
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        new CarpetReader<>(new LocalInputFile(file), Map.class).toList().forEach(rows::add);
      }
    }
    return rows;
  }

  /** Every file of the lake but the list of those who are out, and all that can be read in it. */
  private Map<String, String> lake() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (var files = Files.walk(root.resolve("lake"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("residents/withdrawn.parquet")) {
          String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
          if (file.toString().endsWith(".parquet")) {
            text += new CarpetReader<>(new LocalInputFile(file), Map.class).toList();
          }
          texts.put(root.relativize(file).toString().replace('\\', '/'), text);
        }
      }
    }
    return texts;
  }

  private static String mapping() {
    return """
    match: "slips*.csv"
    organisation: {column: org}
    wave: {column: wave}
    person: {column: who}
    code: slip
    items:
      - {instrument: cls_trust_neighbourhood, item: STrust, column: trust}
    """;
  }

  /** Five organisations in two places; thirty people each, who answer in two waves. */
  private Workspace workspace() throws IOException {
    Workspace workspace = new Workspace(root);
    Files.writeString(workspace.settings(), "name: A small place\ninvented: true\n");
    StringBuilder organisations = new StringBuilder("organisation,name,place,place_name\n");
    StringBuilder rows = new StringBuilder("who,org,wave,slip,trust\n");
    Random random = new Random(5);
    for (String wave : List.of("2026q2", "2026q3")) {
      for (String id : ORGANISATIONS) {
        boolean hills = id.equals("fell") || id.equals("beck");
        if (wave.equals("2026q2")) {
          organisations.append(
              "%s,The %s,%s%n".formatted(id, id, hills ? "hills,The Hills" : "dale,The Dale"));
        }
        for (int person = 0; person < PEOPLE; person++) {
          // The slips came with the second wave.
          boolean slip = wave.equals("2026q3") && id.equals("millbrook") && person < 2;
          rows.append(
              "%s-%d,%s,%s,%s,%d%n"
                  .formatted(
                      id,
                      person,
                      id,
                      wave,
                      slip ? (person == 0 ? ADA : BEN).shown() : "",
                      1 + random.nextInt(4)));
        }
      }
    }
    Files.writeString(workspace.organisations(), organisations);
    Files.createDirectories(workspace.raw());
    Files.createDirectories(workspace.mappings());
    Files.writeString(workspace.raw().resolve("slips.csv"), rows);
    Files.writeString(workspace.mappings().resolve("slips.yaml"), mapping());
    return workspace;
  }
}
