package org.kith.published;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kith.published.Codebook.Column;

class CodebookTest {
  @Test
  void every_table_and_column_is_described_and_nothing_else_is() {
    assertThat(Table.ALL).hasSizeGreaterThan(40);
    int columns = 0;
    for (Table<?> table : Table.ALL) {
      assertThat(Codebook.text(table)).as(table.name()).isNotBlank();
      for (Column column : Codebook.columns(table)) {
        columns++;
        assertThat(column.text())
            .as("%s.%s has no text in codebook.tsv", table.name(), column.name())
            .isNotBlank()
            .endsWith(".")
            .doesNotContain("{@", "<", "\t");
      }
    }
    assertThat(Codebook.described()).isEqualTo(Table.ALL.size() + columns);
  }
}
