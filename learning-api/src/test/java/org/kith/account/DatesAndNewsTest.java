package org.kith.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;
import org.kith.store.Store;
import org.kith.workspace.Workspace;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Calendars and the feed, read by programs that did not write them: biweekly and a check of lines
 * by RFC 5545 for calendars, Jing with a schema of RFC 4287 for the feed.
 */
class DatesAndNewsTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static RunningServer server;
  private static AccountsToLookAt.Four accounts;

  @BeforeAll
  static void serve() throws Exception {
    String snapshot = PublishedFixture.write(folder);
    Library library = Library.open(new Workspace(folder), Viewer.NOBODY);
    server = RunningServer.of(library);
    Store store = server.store();
    accounts =
        AccountsToLookAt.in(
            store, snapshot, new Accounts(store, java.time.Clock.systemUTC(), library));
    store.change(
        h -> {
          h.execute(
              "insert into cycle_member (cycle, person, since) values ('evenings', 'r-resident', 1)");
          h.execute(
              "update review set name = ? where id = ?",
              "Evenings; “wie geht’s”, after the bus – and everything that comes with it, said\\n"
                  + " slowly enough to be folded: Ŵyr Siân 🚌",
              accounts.draft());
        });
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_calendar_has_ones_days_and_is_read_by_two_other_programs() throws Exception {
    byte[] file = bytes(accounts.people().get(2), "/calendar.ics");
    assertThat(against5545(file)).isEmpty();
    ICalendar read = Biweekly.parse(new ByteArrayInputStream(file)).first();
    assertThat(read.getVersion()).isEqualTo(ICalVersion.V2_0);
    assertThat(read.validate(ICalVersion.V2_0).isEmpty())
        .as(read.validate(ICalVersion.V2_0).toString())
        .isTrue();
    // Four reviews that meet, and four experiments of a cycle they take part in.
    assertThat(read.getEvents()).hasSize(8);
    assertThat(read.getEvents())
        .extracting(e -> e.getSummary().getValue())
        .contains("Look again: mark-try A door that is open on Thursdays")
        .anyMatch(s -> s.endsWith("slowly enough to be folded: Ŵyr Siân 🚌"));
    assertThat(read.getEvents()).allMatch(e -> !e.getDateStart().getValue().hasTime());
    assertThatCode(() -> new CalendarBuilder().build(new ByteArrayInputStream(file)).validate())
        .doesNotThrowAnyException();
    // Whoever promised has the day of it too.
    assertThat(text(bytes(accounts.people().get(0), "/calendar.ics")))
        .contains("Promised: mark-promise");
    assertThat(text(file)).doesNotContain("Promised:", "r-resident", "r-practitioner");
  }

  @Test
  void the_day_of_a_review_is_one_event_whose_id_and_bytes_stay() throws Exception {
    String address = "/reviews/" + accounts.published() + ".ics";
    byte[] file = bytes(accounts.people().get(1), address);
    assertThat(against5545(file)).isEmpty();
    assertThat(text(file))
        .contains(
            "UID:review-" + accounts.published() + "@kith\r\n",
            "DTSTART;VALUE=DATE:20261210\r\n",
            "DTSTAMP:19700101T000000Z\r\n");
    assertThat(bytes(accounts.people().get(0), address)).isEqualTo(file);
    server
        .store()
        .change(
            h ->
                h.execute(
                    "update review set meets_on = '2026-12-11', version = version + 1 where id = ?",
                    accounts.published()));
    assertThat(text(bytes(accounts.people().get(1), address)))
        .contains("UID:review-" + accounts.published() + "@kith\r\n", "20261211")
        .containsPattern("SEQUENCE:[1-9]");
  }

  @Test
  void days_are_for_those_whose_days_they_are() throws Exception {
    SignedIn other = SignedIn.practitioner(server.store(), "elsewhere", null);
    assertThat(other.get(server.port(), "/calendar.ics").body()).doesNotContain("VEVENT");
    assertThat(other.get(server.port(), "/reviews/" + accounts.draft() + ".ics").statusCode())
        .isEqualTo(404);
    assertThat(against5545(bytes(other, "/calendar.ics")))
        .containsExactly("a calendar has at least one component (3.6)");
  }

  @Test
  void the_check_of_calendars_sees_what_is_wrong() {
    String right = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n%sEND:VCALENDAR\r\n";
    String event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n%sEND:VEVENT\r\n";
    assertThat(faults(right.formatted(event.formatted("DTSTART:20260101T000000Z\r\n")))).isEmpty();
    assertThat(faults(right.formatted(event.formatted("")))).isNotEmpty();
    assertThat(faults(right.formatted(event.formatted("DTSTART:1\r\n")).replace("\r\n", "\n")))
        .isNotEmpty();
    assertThat(
            faults(
                right.formatted(
                    event.formatted("DTSTART:20260101\r\nSUMMARY:" + "a".repeat(70) + "\r\n"))))
        .isNotEmpty();
    assertThat(faults(right.formatted(event.formatted("DTSTART:20260101\r\nSUMMARY:a;b\r\n"))))
        .isNotEmpty();
  }

  @Test
  void the_feed_is_what_rfc_4287_asks_for() throws Exception {
    HttpResponse<String> answer = server.get("/learning.atom");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/atom+xml;charset=utf-8".replace(";", "; "));
    assertThat(againstSchema(answer.body())).isEmpty();
    Document feed = parsed(answer.body());
    Set<String> ids = new HashSet<>();
    var entries = feed.getElementsByTagNameNS("*", "entry");
    assertThat(entries.getLength()).isEqualTo(1);
    for (int i = 0; i < entries.getLength(); i++) {
      Element entry = (Element) entries.item(i);
      assertThat(ids.add(one(entry, "id"))).isTrue();
      assertThat(one(entry, "updated")).isEqualTo(one(entry, "published"));
      assertThat(entry.getElementsByTagNameNS("*", "link").getLength()).isEqualTo(1);
      assertThat(one(entry, "id")).matches("tag:localhost,\\d{4}-\\d\\d-\\d\\d:account/.+");
    }
    assertThat(answer.body())
        .contains("A closed door says more than a letter.", accounts.published())
        .doesNotContain(accounts.draft(), accounts.unwritten(), "r-commissioner");
  }

  @Test
  void the_feed_is_sent_again_only_when_something_is_new() throws Exception {
    HttpResponse<String> first = server.get("/learning.atom");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = server.get("/learning.atom", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(server.get("/accounts").body())
        .contains("type=\"application/atom+xml\"", "href=\"/learning.atom\"");
  }

  @Test
  void a_feed_of_nothing_is_a_feed_and_the_check_of_feeds_sees_what_is_wrong() throws Exception {
    String empty = Feed.of(List.of(), "kith.example.org", "https://kith.example.org", "");
    assertThat(againstSchema(empty)).isEmpty();
    assertThat(againstSchema(empty.replaceAll("<updated>.*?</updated>", ""))).isNotEmpty();
    assertThat(againstSchema(empty.replaceAll("<id>.*?</id>", "<id>none</id>"))).isNotEmpty();
  }

  private static byte[] bytes(SignedIn who, String address) throws Exception {
    HttpResponse<byte[]> answer =
        CLIENT.send(who.request(server.port(), address).build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
    return answer.body();
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8).replace("\r\n ", "");
  }

  private static List<String> faults(String calendar) {
    return against5545(calendar.getBytes(StandardCharsets.UTF_8));
  }

  /** What of RFC 5545 a file with days in it does not keep, line by line. */
  private static List<String> against5545(byte[] file) {
    List<String> faults = new ArrayList<>();
    String all = new String(file, StandardCharsets.UTF_8);
    if (!all.endsWith("\r\n") || all.replace("\r\n", "").matches("(?s).*[\r\n].*")) {
      faults.add("lines end in CR LF (3.1)");
    }
    for (String line : all.split("\r\n", -1)) {
      if (line.getBytes(StandardCharsets.UTF_8).length > 75) {
        faults.add("lines have at most 75 octets (3.1): " + line);
      }
    }
    List<String> open = new ArrayList<>();
    Set<String> has = new HashSet<>();
    Set<String> uids = new HashSet<>();
    int components = 0;
    for (String line : all.replaceAll("\r\n[ \t]", "").split("\r\n", -1)) {
      if (line.isEmpty()) {
        continue;
      }
      if (!line.matches("[A-Z-]+(;[A-Z-]+=[^:;,\"]+)*:.*")) {
        faults.add("a content line is a name, parameters and a value (3.1): " + line);
        continue;
      }
      String name = line.substring(0, line.indexOf(':')).split(";", -1)[0];
      String value = line.substring(line.indexOf(':') + 1);
      switch (name) {
        case "BEGIN" -> {
          open.add(value);
          components += open.size() == 2 ? 1 : 0;
          if (open.size() == 2) {
            has.clear();
          }
        }
        case "END" -> {
          if (open.isEmpty() || !open.remove(open.size() - 1).equals(value)) {
            faults.add("what begins ends (3.4): " + value);
          }
          if (value.equals("VEVENT") && !has.containsAll(Set.of("UID", "DTSTAMP", "DTSTART"))) {
            faults.add("an event has UID, DTSTAMP and DTSTART (3.6.1)");
          }
          if (value.equals("VCALENDAR") && components == 0) {
            faults.add("a calendar has at least one component (3.6)");
          }
        }
        default -> {
          if (!has.add(name)) {
            faults.add("it stands there once (3.6.1): " + name);
          }
          if (name.equals("UID") && !uids.add(value)) {
            faults.add("ids are unique (3.8.4.7): " + value);
          }
          if (name.equals("DTSTAMP") && !value.matches("\\d{8}T\\d{6}Z")) {
            faults.add("DTSTAMP is in UTC (3.8.7.2): " + value);
          }
          if (name.equals("SUMMARY")
              && value.replaceAll("\\\\[\\\\;,nN]", "").matches(".*[\\\\;,].*")) {
            faults.add("text is escaped (3.3.11): " + value);
          }
        }
      }
    }
    if (!all.startsWith("BEGIN:VCALENDAR\r\n") || !all.contains("VERSION:2.0\r\n")) {
      faults.add("a calendar begins, and says its version (3.4, 3.7.4)");
    }
    return faults;
  }

  private static String againstSchema(String feed) throws SAXException, IOException {
    StringWriter faults = new StringWriter();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(faults));
    ValidationDriver jing =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    try (var schema = DatesAndNewsTest.class.getResourceAsStream("atom-feed.rnc")) {
      assertThat(jing.loadSchema(new InputSource(schema))).as(faults.toString()).isTrue();
    }
    jing.validate(new InputSource(new StringReader(feed)));
    return faults.toString();
  }

  private static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static String one(Element in, String name) {
    var found = in.getElementsByTagNameNS("*", name);
    assertThat(found.getLength()).as(name).isEqualTo(1);
    return found.item(0).getTextContent();
  }
}
