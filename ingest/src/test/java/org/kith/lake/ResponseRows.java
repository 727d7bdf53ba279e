package org.kith.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** A table of responses as lines of text, for tests to compare: its answers, or its codes. */
public final class ResponseRows {
  private ResponseRows() {}

  /** One comma-separated line per row, in file order; an unknown group reads null. */
  public static List<String> of(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (ParquetFileReader in = ParquetFileReader.open(new LocalInputFile(file))) {
      MessageType schema = in.getFileMetaData().getSchema();
      PageReadStore pages;
      while ((pages = in.readNextRowGroup()) != null) {
        RecordReader<Group> rows =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(pages, new GroupRecordConverter(schema));
        for (long i = 0; i < pages.getRowCount(); i++) {
          Group row = rows.read();
          lines.add(
              answers(schema).map(field -> cell(row, field)).collect(Collectors.joining(",")));
        }
      }
    }
    return lines;
  }

  /** The column names. */
  public static String heading(Path file) throws IOException {
    try (ParquetFileReader in = ParquetFileReader.open(new LocalInputFile(file))) {
      return answers(in.getFileMetaData().getSchema())
          .map(Type::getName)
          .collect(Collectors.joining(","));
    }
  }

  /** The keyed print of each row's code, null where it has none, in file order. */
  public static List<String> codes(Path file) throws IOException {
    List<String> codes = new ArrayList<>();
    StoredResponses.each(file, row -> codes.add(row.rowCode()));
    return codes;
  }

  private static Stream<Type> answers(MessageType schema) {
    return schema.getFields().stream()
        .filter(f -> !Set.of(Responses.SUBMITTED, Responses.CODE).contains(f.getName()));
  }

  private static String cell(Group row, Type field) {
    return row.getFieldRepetitionCount(field.getName()) == 0
        ? "null"
        : row.getValueToString(row.getType().getFieldIndex(field.getName()), 0);
  }
}
