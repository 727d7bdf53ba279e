package org.kith.workspace;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.kith.yaml.InvalidFileException;
import org.kith.yaml.YamlText;

/**
 * A small table somebody keeps by hand, as a spreadsheet saves it: UTF-8, a row of headings, commas
 * or semicolons. It is read to its end, so that all that is wrong is told at once. Rows are
 * numbered as in a spreadsheet: the headings are row 1.
 */
final class CsvSheet {
  private final String name;
  private final List<String> columns;
  private final List<String> problems = new ArrayList<>();

  private CsvSheet(String name, List<String> columns) {
    this.name = name;
    this.columns = columns;
  }

  /**
   * Reads a table.
   *
   * @param columns its headings, in any order; no others are allowed
   * @param reader makes something of a row; what it makes of a row with a mistake is thrown away
   * @throws InvalidFileException with all that is wrong
   */
  static <T> List<T> read(Path file, List<String> columns, Function<Row, T> reader) {
    String name = String.valueOf(file.getFileName());
    return new CsvSheet(name, columns).rows(YamlText.text(file, name), reader);
  }

  private <T> List<T> rows(String text, Function<Row, T> reader) {
    List<T> result = new ArrayList<>();
    int number = 0;
    List<String> headings = List.of();
    try (CsvReader<CsvRecord> records = records(text)) {
      for (CsvRecord record : records) {
        number++;
        List<String> fields = record.getFields().stream().map(String::strip).toList();
        boolean blank = fields.size() == 1 && fields.get(0).isEmpty();
        if (number == 1) {
          headings = fields;
          checkHeadings(headings);
        } else if (!blank && fields.size() != headings.size()) {
          problem(
              number,
              "has %d cells, but there are %d headings; check its commas and quotation marks."
                  .formatted(fields.size(), headings.size()));
        } else if (!blank) {
          new Row(this, number, headings, fields).build(reader).ifPresent(result::add);
        }
      }
    } catch (CsvParseException e) {
      problem(number + 1, "cannot be read as CSV: check its quotation marks.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (number == 0) {
      problem(1, "is missing; write the headings " + String.join(",", columns) + ".");
    }
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
    return List.copyOf(result);
  }

  private static CsvReader<CsvRecord> records(String text) {
    String withoutBom = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String first = withoutBom.lines().findFirst().orElse("");
    // Where the decimal sign is a comma, spreadsheets save with semicolons.
    char separator = first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(withoutBom);
  }

  private void checkHeadings(List<String> headings) {
    for (String column : columns) {
      if (!headings.contains(column)) {
        problem(1, "has no heading \"" + column + "\"; needed: " + String.join(",", columns) + ".");
      }
    }
    for (String heading : headings) {
      if (!columns.contains(heading)) {
        problem(
            1,
            "has the heading \"%s\", which is not known; known: %s."
                .formatted(heading, String.join(",", columns)));
      } else if (headings.indexOf(heading) != headings.lastIndexOf(heading)) {
        problem(1, "has the heading \"" + heading + "\" twice; keep one.");
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems.stream().distinct().toList());
    }
  }

  private void problem(int row, String words) {
    problems.add(name + ", row " + row + " " + words);
  }

  /** One row; what is wrong with a cell is noted, and a stand-in is given back. */
  static final class Row {
    private final CsvSheet sheet;
    private final int number;
    private final List<String> headings;
    private final List<String> fields;
    private final int problemsBefore;

    private Row(CsvSheet sheet, int number, List<String> headings, List<String> fields) {
      this.sheet = sheet;
      this.number = number;
      this.headings = headings;
      this.fields = fields;
      this.problemsBefore = sheet.problems.size();
    }

    /** Its number, as a spreadsheet shows it. */
    int number() {
      return number;
    }

    /** Text that must be there. */
    String text(String column) {
      String text = textOrEmpty(column);
      if (text.isEmpty()) {
        problem(column, "is empty; write something.");
      }
      return text;
    }

    /** Text that may be missing. */
    String textOrEmpty(String column) {
      return fields.get(headings.indexOf(column));
    }

    /** An id in file names and addresses. */
    String id(String column) {
      String id = text(column);
      if (!id.isEmpty() && !id.matches("[a-z0-9][a-z0-9_-]*")) {
        problem(column, "is \"" + id + "\"; use lower-case letters, digits, - and _.");
      }
      return id;
    }

    /** A whole number, 0 or more. */
    long count(String column) {
      String text = text(column);
      if (text.matches("\\d{1,12}")) {
        return Long.parseLong(text);
      }
      if (!text.isEmpty()) {
        problem(column, "is \"" + text + "\"; write a whole number in digits only, such as 1200.");
      }
      return 0;
    }

    /** A day. */
    LocalDate day(String column) {
      String text = text(column);
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        if (!text.isEmpty()) {
          problem(column, "is \"" + text + "\"; write a day like 2025-10-01.");
        }
        return LocalDate.EPOCH;
      }
    }

    /** One of an enum's names in lower case. */
    <E extends Enum<E>> E word(String column, Class<E> type) {
      String word = text(column);
      List<String> known = new ArrayList<>();
      for (E constant : type.getEnumConstants()) {
        known.add(constant.name().toLowerCase(Locale.ROOT));
        if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
          return constant;
        }
      }
      if (!word.isEmpty()) {
        problem(column, "is \"" + word + "\"; write one of " + String.join(", ", known) + ".");
      }
      return type.getEnumConstants()[0];
    }

    /** Notes what is wrong with a cell and what to do. */
    void problem(String column, String words) {
      sheet.problems.add(
          "%s, row %d, column \"%s\": %s".formatted(sheet.name, number, column, words));
    }

    /** Whether nothing has been noted about this row. */
    boolean sound() {
      return sheet.problems.size() == problemsBefore;
    }

    private <T> Optional<T> build(Function<Row, T> reader) {
      T result = reader.apply(this);
      return sound() ? Optional.of(result) : Optional.empty();
    }
  }
}
