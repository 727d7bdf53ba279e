package org.kith.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.exports.Export.Format;
import org.kith.fixture.PublishedFixture;
import org.kith.lake.RecordFile;
import org.kith.lake.Snapshot;
import org.kith.learning.Viewer;
import org.kith.published.LevelRow;
import org.kith.published.PooledRow;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.workspace.Workspace;

class ExportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path root;

  private static Snapshot snapshot;

  @BeforeAll
  static void published() throws IOException {
    PublishedFixture.write(root);
    snapshot = Snapshot.current(new Workspace(root));
  }

  private static Export export(Viewer viewer, String... tables) throws IOException {
    return Export.of(snapshot, viewer::sees, List.of(tables));
  }

  private static String text(Export export, Format format, String path) throws IOException {
    return new String(export.files(format, false).get(path), UTF_8);
  }

  private static List<CsvRecord> records(String csv) {
    return CsvReader.builder().ofCsvRecord(csv).stream().toList();
  }

  // What is taken

  @Test
  void of_organisations_only_ones_own_rows_are_taken() throws IOException {
    Viewer millbrook = Viewer.of(PublishedFixture.MILLBROOK);
    List<LevelRow> levels =
        Sheet.of(snapshot, Table.LEVELS, millbrook::sees).rows().stream()
            .filter(row -> row.scope() == Scope.ORGANISATION)
            .toList();
    assertThat(levels).isNotEmpty().allMatch(row -> row.unit().equals("millbrook"));
    assertThat(Sheet.of(snapshot, Table.POOLED, millbrook::sees).rows())
        .isNotEmpty()
        .extracting(PooledRow::organisation)
        .containsOnly("millbrook");
    // The twin: there are other organisations' rows to be left out.
    assertThat(snapshot.read(Table.POOLED))
        .extracting(PooledRow::organisation)
        .hasSizeGreaterThan(10);
    assertThat(Sheet.of(snapshot, Table.POOLED, Viewer.NOBODY::sees).rows()).isEmpty();
    for (Sheet<?> sheet : Sheet.all(snapshot, Viewer.NOBODY::sees)) {
      for (Record row : sheet.rows()) {
        assertThat(sheet.cells(row)).as(sheet.table().name()).doesNotContain(Scope.ORGANISATION);
      }
    }
  }

  @Test
  void a_table_that_is_not_there_is_told() {
    assertThatThrownBy(() -> export(Viewer.NOBODY, "ranking"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "Snapshot " + snapshot.id() + " has no table 'ranking'. It has: places,");
  }

  // Formats read back

  @Test
  void csv_reads_back_and_a_hidden_number_is_an_empty_cell() throws IOException {
    Export export = export(Viewer.of("millbrook"));
    for (Sheet<?> sheet : Sheet.all(snapshot, Viewer.of("millbrook")::sees)) {
      List<CsvRecord> lines = records(text(export, Format.CSV, sheet.table().name() + ".csv"));
      assertThat(lines).hasSize(sheet.rows().size() + 1);
      for (int r = 0; r < sheet.rows().size(); r++) {
        List<Object> cells = sheet.cells(sheet.rows().get(r));
        for (int c = 0; c < cells.size(); c++) {
          String cell = lines.get(r + 1).getField(c);
          Object value = cells.get(c);
          if (value == null) {
            assertThat(cell).isEmpty();
          } else if (value instanceof Number number) {
            assertThat(Double.parseDouble(cell)).isEqualTo(number.doubleValue());
          } else {
            assertThat(cell).endsWith(CsvText.text(value));
          }
        }
      }
    }
    assertThat(export.files(Format.CSV, true).get("levels.csv")).startsWith(0xEF, 0xBB, 0xBF);
  }

  @Test
  void a_text_that_a_spreadsheet_would_take_for_a_formula_is_escaped_and_numbers_are_not() {
    StringBuilder line = new StringBuilder();
    CsvText.line(line, List.of("=1+1", "-x", "@a", "\tb", -5, -0.5, "a,b", "say \"so\""));
    assertThat(line).hasToString("'=1+1,'-x,'@a,'\tb,-5,-0.5,\"a,b\",\"say \"\"so\"\"\"\r\n");
  }

  @Test
  void parquet_reads_back() throws IOException {
    Path file = root.resolve("levels-again.parquet");
    Files.write(
        file, export(Viewer.of("millbrook")).files(Format.PARQUET, false).get("levels.parquet"));
    assertThat(RecordFile.read(file, LevelRow.class))
        .isEqualTo(Sheet.of(snapshot, Table.LEVELS, Viewer.of("millbrook")::sees).rows());
  }

  @Test
  void json_reads_back() throws IOException {
    JsonNode rows = JSON.readTree(text(export(Viewer.NOBODY), Format.JSON, "between.json"));
    assertThat(rows).hasSize(snapshot.read(Table.BETWEEN).size());
    assertThat(rows.get(0).has("anova_icc1")).isTrue();
  }

  @Test
  void a_workbook_reads_back() throws IOException {
    byte[] bytes = export(Viewer.of("millbrook")).bytes(Format.XLSX, false);
    Sheet<LevelRow> levels = Sheet.of(snapshot, Table.LEVELS, Viewer.of("millbrook")::sees);
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      assertThat(workbook.getFirstSheet().getName()).isEqualTo("read me");
      List<Row> rows = workbook.findSheet("levels").orElseThrow().read();
      assertThat(rows).hasSize(levels.rows().size() + 1);
      for (int r = 0; r < levels.rows().size(); r++) {
        List<Object> cells = levels.cells(levels.rows().get(r));
        for (int c = 0; c < cells.size(); c++) {
          String there = rows.get(r + 1).getCellText(c);
          Object value = cells.get(c);
          if (value instanceof Number number) {
            assertThat(Double.parseDouble(there)).isEqualTo(number.doubleValue());
          } else {
            assertThat(there).isEqualTo(value == null ? "" : value.toString());
          }
        }
      }
    }
  }

  @Test
  void the_same_snapshot_gives_the_same_bytes() throws IOException {
    for (Format format : Format.values()) {
      assertThat(export(Viewer.NOBODY).bytes(format, false))
          .as(format.id())
          .isEqualTo(export(Viewer.NOBODY).bytes(format, false));
    }
  }

  // The package

  @Test
  void the_data_package_is_valid_and_its_hashes_are_those_of_its_files() throws IOException {
    Export export = export(Viewer.NOBODY);
    Map<String, byte[]> files = export.files(Format.PACKAGE, false);
    JsonNode descriptor = JSON.readTree(files.get("datapackage.json"));
    try (InputStream schema = ExportTest.class.getResourceAsStream("tabular-data-package.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(schema).validate(descriptor))
          .isEmpty();
    }
    assertThat(descriptor.get("resources")).hasSize(Sheet.tables(snapshot).size());
    for (JsonNode resource : descriptor.get("resources")) {
      byte[] bytes = files.get(resource.get("path").asText());
      assertThat(resource.get("bytes").asInt()).isEqualTo(bytes.length);
      assertThat(resource.get("hash").asText()).isEqualTo("sha256:" + Snapshot.sha256(bytes));
      List<String> fields = new ArrayList<>();
      resource.get("schema").get("fields").forEach(f -> fields.add(f.get("name").asText()));
      assertThat(records(new String(bytes, UTF_8)).get(0).getFields()).isEqualTo(fields);
    }
    // The guard's guard: a descriptor without resources is not valid.
    try (InputStream schema = ExportTest.class.getResourceAsStream("tabular-data-package.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(VersionFlag.V4)
                  .getSchema(schema)
                  .validate(JSON.readTree("{\"name\": \"x\"}")))
          .isNotEmpty();
    }
  }

  @Test
  void the_ddi_codebook_is_valid() throws Exception {
    String ddi = text(export(Viewer.NOBODY), Format.PACKAGE, "codebook.xml");
    valid(ddi);
    assertThat(ddi).contains("<titl>").contains("qstnLit");
    assertThatThrownBy(() -> valid(ddi.replace("files=\"F-levels\"", "files=\"F-nowhere\"")))
        .hasMessageContaining("F-nowhere");
    assertThatThrownBy(() -> valid(ddi.replace("titlStmt", "title"))).hasMessageContaining("title");
  }

  private static void valid(String ddi) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(ExportTest.class.getResource("ddi-codebook-used.xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(ddi.getBytes(UTF_8))));
  }

  @Test
  void the_r_script_reads_and_labels_every_table() throws Exception {
    Path folder = written("r");
    Files.writeString(
        folder.resolve("check.R"),
        """
        source("read.R")
        stopifnot(length(kith) > 40)
        for (t in names(kith)) for (v in names(kith[[t]])) stopifnot(!is.null(attr(kith[[t]][[v]], "label")))
        stopifnot(is.numeric(kith$levels$percent), is.factor(kith$levels$visibility))
        cat("rows", nrow(kith$levels), "\\n")
        """);
    String said = run(folder, "Rscript", "check.R");
    assertThat(said)
        .contains("rows " + Sheet.of(snapshot, Table.LEVELS, Viewer.NOBODY::sees).rows().size());
  }

  @Test
  void the_syntax_runs_in_pspp() throws Exception {
    Path folder = written("spss");
    String syntax = Files.readString(folder.resolve("read.sps"));
    Files.writeString(
        folder.resolve("check.sps"),
        syntax + "\nGET FILE='data/levels.sav'.\nDESCRIPTIVES percent.\n");
    String said = run(folder, "pspp", "check.sps");
    assertThat(said).doesNotContain("error:").contains("100 × counted");
    // And back: the importer reads what SPSS saved as what was exported.
    List<LevelRow> levels = Sheet.of(snapshot, Table.LEVELS, Viewer.NOBODY::sees).rows();
    var saved = org.kith.dialect.Export.open(folder.resolve("data/levels.sav"));
    List<String> columns = saved.layout().headings().stream().map(h -> h.name()).toList();
    int percent = columns.indexOf("percent");
    int item = columns.indexOf("item");
    boolean[] all = new boolean[columns.size()];
    Arrays.fill(all, true);
    List<String> back = new ArrayList<>();
    saved.read(
        new org.kith.dialect.Export.Wanted(all, all.clone()),
        bytes -> {},
        row -> back.add(row.cell(item) + " " + row.cell(percent)));
    assertThat(back)
        .isEqualTo(
            levels.stream()
                .map(l -> l.item() + " " + (l.percent() == null ? null : plain(l.percent())))
                .toList());
    assertThat(saved.layout().headings().get(percent).book().asked()).startsWith("100 × counted");
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static Path written(String name) throws IOException {
    Path folder = root.resolve(name);
    Aside.folder(folder, export(Viewer.NOBODY).files(Format.PACKAGE, false));
    return folder;
  }

  private static String run(Path folder, String program, String file) throws Exception {
    boolean there =
        List.of(System.getenv("PATH").split(":")).stream()
            .anyMatch(p -> Files.isExecutable(Path.of(p, program)));
    String said = program + " is not installed: that it runs " + file + " was not tried";
    if (!there) {
      System.getLogger(ExportTest.class.getName()).log(System.Logger.Level.WARNING, said);
    }
    assumeTrue(there, said);
    Path log = folder.resolve(program + ".log");
    Process process =
        new ProcessBuilder(program, file)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String output = Files.readString(log);
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
