package org.kith.residents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.protect.Pseudonyms;
import org.kith.resident.ResidentCode;
import org.kith.serve.Server;
import org.kith.signin.SignedIn;
import org.kith.store.RealDatabase;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/**
 * Somebody uses everything that a code opens, from a browser that also has a session. Afterwards no
 * table, log, header or address holds the code, and what is kept of it has no value in common with
 * anything that knows of a device, a person or a time finer than a day.
 */
@ParameterizedClass
@EnumSource
class UnlinkableTest {
  private static final ResidentCode CODE = ResidentCode.read("QH2S-2JRJ-7VNB-S208");

  /** One letter is wrong, so that it fails. */
  private static final String WRONG = "QH2S-2JRJ-7VNB-S209";

  /** No word of ours. */
  private static final String MARKER = "zirkonmarrow";

  /** The tables of residents, and what in them is a value of its own. */
  private static final Map<String, List<String>> THEIRS =
      Map.of(
          "withdrawal", List.of("print"),
          "contest", List.of("id", "words"),
          "consent", List.of("id", "subject"));

  /** What belongs to one code may stand in both of its own tables. */
  private static final Set<String> OF_A_CODE = Set.of("withdrawal", "consent");

  @Parameter RealDatabase database;
  @TempDir Path root;

  private final List<HttpResponse<String>> answers = new ArrayList<>();

  private static final class Ear extends AbstractAppender implements AutoCloseable {
    final List<String> heard = new CopyOnWriteArrayList<>();
    private final Level before;

    Ear() {
      super("code-ear", null, null, false, Property.EMPTY_ARRAY);
      start();
      LoggerContext context = LoggerContext.getContext(false);
      before = context.getRootLogger().getLevel();
      context.getRootLogger().setLevel(Level.DEBUG);
      context.getRootLogger().addAppender(this);
    }

    @Override
    public void append(LogEvent event) {
      heard.add(event.getMessage().getFormattedMessage() + event.getThrown());
    }

    @Override
    public void close() {
      LoggerContext.getContext(false).getRootLogger().removeAppender(this);
      LoggerContext.getContext(false).getRootLogger().setLevel(before);
      stop();
    }
  }

  @Test
  void nothing_that_is_kept_joins_a_code_to_a_device_or_a_time() throws Exception {
    PublishedFixture.write(root);
    Workspace workspace = new Workspace(root);
    Pseudonyms key = Pseudonyms.open(workspace.key(), false, new Random(1));
    try (Ear ear = new Ear();
        Store store = database.empty().open()) {
      SignedIn somebody = SignedIn.practitioner(store, "ada", "millbrook");
      try (Server server =
          Server.start(
              Library.open(workspace, Viewer.NOBODY),
              store,
              "127.0.0.1",
              0,
              "0.1.0",
              () -> "00000000")) {
        everything(server.port(), somebody);
      }

      Map<String, List<Map<String, String>>> tables = tables(store);
      assertThat(tables.get("withdrawal"))
          .containsExactly(Map.of("print", CODE.print(key), "day", today()));
      assertThat(tables.get("contest")).hasSize(2);
      assertThat(tables.get("consent")).hasSizeGreaterThanOrEqualTo(2);
      assertThat(tables.get("session")).as("the one before, and no other").hasSize(1);
      assertThat(tables.toString())
          .doesNotContainIgnoringCase(CODE.letters(), CODE.shown(), WRONG)
          .doesNotContain("127.0.0.1", "curl", "Mozilla");
      assertThat(ear.heard).as("something was logged").isNotEmpty();
      assertThat(ear.heard)
          .noneMatch(line -> holdsCode(line) || line.contains(MARKER))
          .noneMatch(line -> line.contains(CODE.print(key)));
      assertThat(joins(tables)).isEmpty();
      assertThat(finerThanADay(tables)).isEmpty();

      // The twins: a print beside a word, and a moment, would have been found.
      store.change(
          h ->
              h.execute(
                  "insert into contest values (?, null, null, 'x', ?, 'waiting', null, '')",
                  CODE.print(key),
                  today()));
      assertThat(joins(tables(store))).contains("contest id is in consent, withdrawal");
      store.change(h -> h.execute("update contest set day = '2026-11-26T10:00:00'"));
      assertThat(finerThanADay(tables(store))).isNotEmpty();
    }
    assertThat(answers).hasSizeGreaterThan(12);
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.headers().map().toString()).satisfies(UnlinkableTest::noCode);
              assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
              assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
              assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
              assertThat(answer.body()).doesNotContain("href=\"/from-you?", "127.0.0.1");
            });
    assertThat(answers).extracting(HttpResponse::statusCode).contains(200, 422, 403);
  }

  @Test
  void a_print_cannot_be_worked_out_without_the_key() {
    Pseudonyms ours = Pseudonyms.passing(new Random(1));
    Pseudonyms others = Pseudonyms.passing(new Random(2));
    assertThat(CODE.print(ours)).isEqualTo(CODE.print(ours)).isNotEqualTo(CODE.print(others));
  }

  private void everything(int port, SignedIn somebody) throws Exception {
    String code = CODE.shown();
    for (SignedIn who : new SignedIn[] {null, somebody}) {
      send(port, who, "/from-you/mine", "code=" + code);
      send(port, who, "/from-you/mine", "code=" + WRONG);
      send(
          port,
          who,
          "/from-you/not-so",
          "code=" + code + "&id=" + UUID.randomUUID() + "&words=It+was+not+" + MARKER);
      send(port, who, "/from-you/not-so", "code=" + code + "&id=none&words=" + MARKER);
      send(port, who, "/from-you/uses", "code=" + code + "&tables=no&research=yes");
      send(
          port,
          who,
          "/from-you/uses",
          "code=" + code + "&tables=until&tables_until=2101-01-01&research=no&research_until=");
      send(port, who, "/from-you/uses", "code=" + code + "&tables=" + MARKER);
    }
    send(port, null, "/from-you/take-out", "code=" + code);
    send(port, null, "/from-you/take-out", "code=" + code + "&sure=yes");
    // From a page elsewhere, which is refused.
    answers.add(
        HttpClient.newHttpClient()
            .send(
                request(port, "/from-you/take-out", "code=" + code)
                    .header("Sec-Fetch-Site", "cross-site")
                    .build(),
                BodyHandlers.ofString()));
  }

  private void send(int port, SignedIn who, String address, String form)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(port, address, who == null ? form : form + "&csrf=" + who.csrf());
    if (who != null) {
      request.header("Cookie", who.cookie());
    }
    answers.add(HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()));
  }

  private static HttpRequest.Builder request(int port, String address, String form) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("User-Agent", "Mozilla/5.0")
        .POST(BodyPublishers.ofString(form));
  }

  private static boolean holdsCode(String text) {
    String plain = text.toUpperCase(Locale.ROOT).replace("-", "");
    return plain.contains(CODE.letters()) || plain.contains(WRONG.replace("-", ""));
  }

  private static void noCode(String text) {
    assertThat(holdsCode(text)).isFalse();
  }

  private static String today() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }

  /** Every row of every table, as text. */
  private static Map<String, List<Map<String, String>>> tables(Store store) throws Exception {
    return store.read(
        h -> {
          Set<String> names = new HashSet<>();
          try (ResultSet found =
              h.getConnection().getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
              names.add(found.getString("TABLE_NAME"));
            }
          }
          Map<String, List<Map<String, String>>> tables = new TreeMap<>();
          for (String name : names) {
            if (!name.startsWith("sqlite_") && !name.startsWith("flyway")) {
              tables.put(
                  name,
                  h.createQuery("select * from " + name)
                      .map(
                          (row, ctx) -> {
                            Map<String, String> cells = new TreeMap<>();
                            var about = row.getMetaData();
                            for (int i = 1; i <= about.getColumnCount(); i++) {
                              if (row.getString(i) != null) {
                                cells.put(about.getColumnLabel(i), row.getString(i));
                              }
                            }
                            return cells;
                          })
                      .list());
            }
          }
          return tables;
        });
  }

  /** Values of the residents' tables that occur in another one. */
  private static List<String> joins(Map<String, List<Map<String, String>>> tables) {
    List<String> joins = new ArrayList<>();
    new TreeMap<>(THEIRS)
        .forEach(
            (table, columns) -> {
              for (Map<String, String> row : tables.get(table)) {
                for (String column : columns) {
                  List<String> elsewhere =
                      tables.keySet().stream()
                          .filter(other -> !other.equals(table))
                          .filter(other -> !OF_A_CODE.containsAll(List.of(table, other)))
                          .filter(
                              other ->
                                  tables.get(other).stream()
                                      .anyMatch(r -> r.containsValue(row.get(column))))
                          .toList();
                  if (!elsewhere.isEmpty()) {
                    joins.add(table + " " + column + " is in " + String.join(", ", elsewhere));
                  }
                }
              }
            });
    return joins;
  }

  /** Values that could be a moment: a day with a time, or milliseconds. */
  private static List<String> finerThanADay(Map<String, List<Map<String, String>>> tables) {
    return THEIRS.keySet().stream()
        .flatMap(table -> tables.get(table).stream())
        .flatMap(row -> row.values().stream())
        .filter(value -> value.matches("\\d{6,}|.*\\d:\\d.*|\\d{4}-\\d{2}-\\d{2}.+"))
        .toList();
  }
}
