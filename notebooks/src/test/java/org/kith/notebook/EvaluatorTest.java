package org.kith.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class EvaluatorTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Evaluator evaluator =
      new Evaluator(
          System.getProperty("java.class.path"),
          new PrintStream(printed, true, StandardCharsets.UTF_8),
          System.err);

  @AfterEach
  void close() {
    evaluator.close();
  }

  @Test
  void the_value_of_a_cell_is_that_of_its_last_expression() throws Exception {
    assertThat(evaluator.evaluate("int a = 2;\nint b = 3;\na * b")).contains(6);
  }

  @Test
  void names_carry_over_to_the_next_cell() throws Exception {
    assertThat(evaluator.evaluate("var a = 2;")).isEmpty();
    assertThat(evaluator.evaluate("a")).contains(2);
    assertThat(evaluator.evaluate("a = 5")).contains(5);
  }

  @Test
  void an_object_stays_the_object_it_is() throws Exception {
    Object value =
        evaluator.evaluate("import tech.tablesaw.api.*;\nTable.create(\"t\")").orElseThrow();
    assertThat(value).isInstanceOf(Table.class);
  }

  @Test
  void what_is_printed_is_printed() throws Exception {
    evaluator.evaluate("System.out.println(1 + 1);\n// and a comment to end with");
    assertThat(evaluator.evaluate("// only a comment")).isEmpty();
  }

  @Test
  void a_cell_that_does_not_compile_says_where() {
    assertThatThrownBy(() -> evaluator.evaluate("int a = 1;\nint b = missing;"))
        .isInstanceOf(Evaluator.CellException.class)
        .hasMessageContaining("cannot find symbol")
        .hasMessageContaining("int b = missing;");
  }

  @Test
  void a_cell_that_throws_says_what() {
    assertThatThrownBy(() -> evaluator.evaluate("Integer.parseInt(\"four\")"))
        .isInstanceOf(Evaluator.CellException.class)
        .hasMessage("java.lang.NumberFormatException: For input string: \"four\"");
  }

  @Test
  void a_cell_that_stops_half_way_is_refused() {
    assertThatThrownBy(() -> evaluator.evaluate("if (true) {"))
        .isInstanceOf(Evaluator.CellException.class)
        .hasMessageStartingWith("This cell stops in the middle of a statement");
  }
}
