package org.kith.indicators;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A text of comments and tables, {@code given NAME} or {@code expect NAME}. A table's first line
 * names its columns; cells stand two or more spaces apart, so a cell may hold single ones; {@code
 * -} is empty.
 */
public final class CaseFile {
  private static final String EMPTY = "-";

  /** One table, or a line between tables when it has no name. */
  private record Block(String kind, String name, String line, List<List<String>> rows) {}

  private final List<Block> blocks = new ArrayList<>();

  /** Reads a case. */
  public static CaseFile parse(String text) {
    CaseFile file = new CaseFile();
    List<List<String>> table = List.of();
    for (String line : text.lines().toList()) {
      if (line.startsWith("  ")) {
        table.add(Arrays.asList(line.strip().split("\\s{2,}", -1)));
      } else if (line.startsWith("given ") || line.startsWith("expect ")) {
        int space = line.indexOf(' ');
        table = new ArrayList<>();
        file.blocks.add(
            new Block(line.substring(0, space), line.substring(space + 1).strip(), line, table));
      } else {
        file.blocks.add(new Block("", "", line, List.of()));
      }
    }
    return file;
  }

  /** The rows of a given table by column; none if it is not there. */
  public List<Map<String, String>> given(String name) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Block block : blocks) {
      if (block.kind.equals("given") && block.name.equals(name)) {
        List<String> header = block.rows.get(0);
        for (List<String> cells : block.rows.subList(1, block.rows.size())) {
          Map<String, String> row = new LinkedHashMap<>();
          for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), cells.get(i).equals(EMPTY) ? "" : cells.get(i));
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** The same text, with what is expected replaced by what there is. */
  public String with(Map<String, List<? extends Record>> actual) {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      text.append(block.line).append('\n');
      List<List<String>> rows = block.rows;
      if (block.kind.equals("expect")) {
        List<String> header = rows.get(0);
        rows = new ArrayList<>(List.of(header));
        for (Record row : Objects.requireNonNull(actual.get(block.name), block.name)) {
          rows.add(header.stream().map(column -> cell(row, column)).toList());
        }
      }
      write(rows, text);
    }
    return text.toString();
  }

  private static void write(List<List<String>> rows, StringBuilder text) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
        line.append("  ").append(row.get(i)).append(" ".repeat(width - row.get(i).length()));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  /** Numbers to six significant digits. */
  private static String cell(Record row, String column) {
    try {
      for (RecordComponent component : row.getClass().getRecordComponents()) {
        if (component.getName().equals(column)) {
          Object value = component.getAccessor().invoke(row);
          if (value instanceof Double number) {
            BigDecimal digits = new BigDecimal(number).round(new MathContext(6));
            return digits.signum() == 0 ? "0" : digits.stripTrailingZeros().toPlainString();
          }
          return value == null ? EMPTY : value.toString();
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(column, e);
    }
    throw new AssertionError(row.getClass().getSimpleName() + " has no column " + column);
  }
}
