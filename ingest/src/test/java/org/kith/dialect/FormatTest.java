package org.kith.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.yaml.InvalidFileException;

class FormatTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir Path folder;

  static Stream<Path> exports() throws IOException {
    try (var files = Files.walk(GOLDEN)) {
      return files
          .filter(f -> f.toString().matches(".*\\.(csv|tsv|xlsx|sav)"))
          .filter(f -> !f.toString().endsWith("-dictionary.csv"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("exports")
  void an_export_is_recognised_by_its_structure_alone(Path export) throws IOException {
    assertThat(Export.open(export).layout().tool())
        .isEqualTo(export.getParent().getFileName().toString());
  }

  private void refused(String name, byte[] bytes, String why) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    assertThatThrownBy(
            () ->
                Export.open(file)
                    .read(new Export.Wanted(new boolean[50], new boolean[50]), n -> {}, row -> {}))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(why);
  }

  private static byte[] text(String characters) {
    return characters.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] half(String golden) throws IOException {
    byte[] all = Files.readAllBytes(GOLDEN.resolve(golden));
    return Arrays.copyOf(all, all.length / 2);
  }

  @Test
  void what_cannot_be_read_says_what_to_do() throws IOException {
    refused("old.xlsx", text("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"), "as .xlsx");
    refused("small.sav", text("$FL3@(#) SPSS DATA FILE"), "Save it as .sav");
    refused("torn.xlsx", half("csv/workbook.xlsx"), "Download it again");
    refused("torn.sav", half("spss/labels-and-missing.sav"), "Save it");
    refused("nothing.sav", text("$FL2"), "cannot be read");
    refused("empty.xlsx", new byte[0], "is empty");
  }

  @Test
  void a_file_cut_inside_its_rows_is_not_half_an_export() throws IOException {
    byte[] all = Files.readAllBytes(GOLDEN.resolve("spss/labels-and-missing.sav"));
    refused("cut.sav", Arrays.copyOf(all, all.length - 300), "not copied or saved completely");
  }

  @Test
  void an_archive_that_is_no_workbook_is_refused() throws IOException {
    Path file = folder.resolve("other.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.write(text("no workbook"));
    }
    refused("other.xlsx", Files.readAllBytes(file), "damaged");
  }

  @Test
  void a_workbook_that_unpacks_to_more_than_any_survey_is_refused() throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    byte[] zeros = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      for (int megabytes = 0; megabytes <= 2048; megabytes++) {
        zip.write(zeros);
      }
    }
    refused("bomb.xlsx", Files.readAllBytes(file), "2 GiB");
  }
}
