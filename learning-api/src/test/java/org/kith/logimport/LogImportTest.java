package org.kith.logimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.prompts.Known;
import org.kith.prompts.Prompts;
import org.kith.signin.SignedIn;
import org.kith.store.EmptyStore;
import org.kith.store.Store;

/** Logs as people keep them, with what goes wrong in them, into a real store. */
class LogImportTest {
  private static final String LOG =
      """
      Date,What happened?,So what?,What got in the way?,Audience,Name
      25/11/2025,"Sat with her, an hour.",Nothing to fix.,a form; money,everyone,Ann
      2025-11-26,Rang 07700 900417 twice.,,,everyone,Ann
      27 Nov 2025,,,,everyone,Ann
      the other day,Bus again.,,,everyone,Ann
      28.11.25,Bus again.,,the weather,everyone,Ann
      """;

  private Store store;
  private LogImport imports;
  private Person ann;

  @BeforeEach
  void open() {
    store = EmptyStore.open();
    Clock clock = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    Known.remember(store, Prompts.shipped(), 0);
    imports = new LogImport(store, Prompts.shipped(), clock);
    ann = SignedIn.practitioner(store, "ann", "millbrook").person();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Sheet csv(String text) {
    return SheetFile.read("log.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private LogImport.Report bring(Sheet sheet) {
    return imports.bring(sheet, Meaning.proposed(sheet, Prompts.shipped()), ann);
  }

  private List<String> stored(String what) {
    return store.read(h -> h.createQuery(what).mapTo(String.class).list());
  }

  private static byte[] xlsx(Consumer<Worksheet> fill) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      fill.accept(book.newWorksheet("Log"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void headings_say_what_columns_are_and_names_are_left_out() {
    assertThat(Meaning.proposed(csv(LOG), Prompts.shipped()).columns())
        .containsExactly("day", "prompt:what", "prompt:so-what", "barrier", "leave", "leave");
  }

  @Test
  void every_row_is_accounted_for_with_what_to_do() {
    LogImport.Report report = bring(csv(LOG));
    assertThat(report.rows()).isEqualTo(5);
    assertThat(report.kept() + report.before() + report.withdrawn() + report.refused().size())
        .isEqualTo(report.rows());
    assertThat(report.refused().stream().map(r -> r.row() + " " + r.column()))
        .containsExactly("4 So what?", "5 Date", "6 What got in the way?");
    assertThat(report.refused().get(1).reason()).contains("25/11/2026");
    // The telephone number in row 3.
    assertThat(report.flags()).isEqualTo(1);
  }

  @Test
  void every_row_lands_private_whatever_the_file_says() {
    bring(csv(LOG));
    assertThat(stored("select distinct audience || ' ' || author from reflection"))
        .containsExactly("me ann");
    assertThat(stored("select happened from reflection order by happened"))
        .containsExactly("2025-11-25", "2025-11-26");
    assertThat(stored("select value from reflection_tap order by value"))
        .containsExactly("form", "funding");
  }

  @Test
  void the_same_file_twice_and_the_same_row_twice_keep_nothing_twice() {
    bring(csv(LOG));
    assertThat(bring(csv(LOG)))
        .extracting(LogImport.Report::kept, LogImport.Report::before)
        .containsExactly(0, 2);
    LogImport.Report twice = bring(csv("Date,What\n1/2/2025,Again.\n1/2/2025,Again.\n"));
    assertThat(twice)
        .extracting(LogImport.Report::kept, LogImport.Report::before)
        .containsExactly(1, 1);
    assertThat(stored("select id from reflection")).hasSize(3);
  }

  @Test
  void the_same_row_of_two_people_is_two_reflections() {
    bring(csv(LOG));
    Person bob = SignedIn.practitioner(store, "bob", "millbrook").person();
    Sheet sheet = csv(LOG);
    assertThat(imports.bring(sheet, Meaning.proposed(sheet, Prompts.shipped()), bob).kept())
        .isEqualTo(2);
  }

  @Test
  void the_audit_says_that_a_log_came_in_and_nothing_of_what_it_says() {
    Sheet sheet = csv(LOG);
    bring(sheet);
    assertThat(stored("select subject from audit where action = 'reflections.imported'"))
        .containsExactly(sheet.hash());
  }

  @Test
  void what_cannot_all_be_kept_is_not_kept_at_all() {
    Sheet sheet = csv("Date,What\n1/2/2025,One.\n2/2/2025,Two.\n");
    Prompts more = Prompts.shipped();
    store.change(h -> h.execute("delete from known_word where value = 'what'"));
    assertThatThrownBy(
            () ->
                new LogImport(store, more, Clock.systemUTC())
                    .bring(sheet, Meaning.proposed(sheet, more), ann))
        .isInstanceOf(ProblemException.class);
    assertThat(stored("select id from reflection")).isEmpty();
  }

  @Test
  void utf8_with_a_mark_and_windows_1252_read_as_they_were_written() {
    String text = "Date;What happened?\n1/2/2025;Siân’s café, £20\n";
    Sheet marked = csv("\uFEFF" + text);
    Sheet windows = SheetFile.read("log.csv", text.getBytes(Charset.forName("windows-1252")));
    assertThat(marked.headings()).containsExactly("Date", "What happened?");
    assertThat(windows.lines()).isEqualTo(marked.lines());
    assertThat(windows.lines().get(0).cells().get(1).words()).isEqualTo("Siân’s café, £20");
  }

  @Test
  void a_workbook_gives_its_dates_and_its_formulas_are_not_worked_out() {
    byte[] bytes =
        xlsx(
            sheet -> {
              sheet.value(0, 0, "Date");
              sheet.value(0, 1, "What happened?");
              sheet.value(1, 0, LocalDate.of(2025, 3, 9));
              sheet.style(1, 0).format("dd/mm/yyyy").set();
              sheet.value(1, 1, "Peeled onions.");
              sheet.value(2, 0, 45726);
              sheet.value(2, 1, "Serial day.");
              sheet.value(3, 0, "10/3/2025");
              sheet.formula(3, 1, "HYPERLINK(\"http://192.0.2.1/\",\"x\")");
            });
    LogImport.Report report = bring(SheetFile.read("log.xlsx", bytes));
    assertThat(report.kept()).isEqualTo(2);
    assertThat(report.refused())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.row()).isEqualTo(4);
              assertThat(r.column()).isEqualTo("What happened?");
              assertThat(r.reason()).contains("formula", "Paste it as a value");
            });
    // Excel's day 45726 is 10 March 2025.
    assertThat(stored("select happened from reflection order by happened"))
        .containsExactly("2025-03-09", "2025-03-10");
  }

  @Test
  void a_small_file_that_unpacks_to_a_large_one_is_not_opened() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThat(out.size()).isLessThan(SheetFile.MOST_BYTES);
    assertThatThrownBy(() -> SheetFile.read("bomb.xlsx", out.toByteArray()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("bomb.xlsx")
        .hasMessageContaining("unpacks");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | empty",
        "'Date,What\n' | no rows",
        "'Date,What\n1/2/2025,\"never closed' | quotation mark",
        "'Date,What\n1/2/2025,a,b' | row 2 has more cells",
        "'PK\u0003\u0004 not a zip' | not a workbook",
      })
  void a_file_that_is_no_log_says_what_to_do(String text, String words) {
    assertThatThrownBy(() -> SheetFile.read("x.csv", text.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("x.csv")
        .hasMessageContaining(words);
  }

  @Test
  void columns_that_cannot_be_right_are_told_before_anything_is_kept() {
    Sheet sheet = csv(LOG);
    List<String> twice = List.of("day", "day", "leave", "leave", "leave", "leave");
    assertThat(new Meaning(twice).problem(sheet, Prompts.shipped()))
        .get()
        .asString()
        .contains("What happened?", "the same");
    List<String> mixed =
        List.of("day", "prompt:what", "prompt:analysis", "leave", "leave", "leave");
    assertThat(new Meaning(mixed).problem(sheet, Prompts.shipped()))
        .get()
        .asString()
        .contains("one form");
    List<String> none = List.of("leave", "prompt:what", "leave", "leave", "leave", "leave");
    assertThat(new Meaning(none).problem(sheet, Prompts.shipped()))
        .get()
        .asString()
        .contains("which column has the day");
  }
}
