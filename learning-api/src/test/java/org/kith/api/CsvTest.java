package org.kith.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd", "-2+3", "-", "@SUM(A1)", "\tx", "=A1", "-1,5"})
  void what_a_spreadsheet_would_work_out_is_made_text(String value) {
    assertThat(Csv.cell(value).replaceFirst("^\"", "")).startsWith("'" + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-3", "-0.5", "12", "0", "97.25", "1.0E-5", "-1.2E-5", "2025q4", "all"})
  void numbers_stay_numbers_also_below_zero(String value) {
    assertThat(Csv.cell(value)).isEqualTo(value);
  }

  @Test
  void a_formula_in_a_cell_that_needs_quotes_is_made_text_inside_them() {
    assertThat(Csv.cell("=HYPERLINK(\"x\",\"y\")"))
        .isEqualTo("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    assertThat(Csv.cell("\rx")).isEqualTo("\"'\rx\"");
  }

  @Test
  void quotes_are_doubled_and_separators_quoted() {
    assertThat(Csv.cell("a, \"b\"")).isEqualTo("\"a, \"\"b\"\"\"");
    assertThat(Csv.cell("a; b")).isEqualTo("\"a; b\"");
    assertThat(Csv.cell("two\nlines")).isEqualTo("\"two\nlines\"");
  }
}
