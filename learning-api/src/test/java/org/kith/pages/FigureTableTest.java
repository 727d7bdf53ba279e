package org.kith.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.pages.FigureTable.Cell;

class FigureTableTest {

  @Test
  void the_file_holds_what_the_page_shows_and_a_hidden_number_stays_words() {
    FigureTable table =
        new FigureTable(
            "Answers",
            List.of("Answer", "People, to the nearest 5"),
            List.of(
                List.of(Cell.words("Many, or most"), Cell.number(35)),
                List.of(Cell.words("None"), Cell.hidden("hidden, fewer than 10"))));
    // RFC 4180: a comma puts a field in quotation marks.
    assertThat(table.csv())
        .isEqualTo(
            "Answer,\"People, to the nearest 5\"\r\n\"Many, or most\",35\r\nNone,\"hidden, fewer than"
                + " 10\"\r\n");
  }

  @Test
  void words_that_a_spreadsheet_would_run_are_made_harmless() {
    FigureTable table =
        new FigureTable(
            "x", List.of("Answer", "n"), List.of(List.of(Cell.words("=1+1"), Cell.number(-3))));
    assertThat(table.csv()).isEqualTo("Answer,n\r\n'=1+1,-3\r\n");
  }

  @Test
  void a_column_stands_right_when_any_of_its_cells_is_a_number() {
    FigureTable table =
        new FigureTable(
            "x",
            List.of("Answer", "n"),
            List.of(
                List.of(Cell.words("None"), Cell.hidden("hidden")),
                List.of(Cell.words("Some"), Cell.number(5))));
    assertThat(table.number(1)).isTrue();
    assertThat(table.number(0)).isFalse();
  }
}
