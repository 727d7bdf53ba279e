package org.kith.lake;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * Writes one wide table of responses: the columns of {@link Responses#FIXED}, then a text column
 * per known group, then a whole-number column per item, then what is known of the row itself.
 *
 * <p>Rows stream through; a file holds at most a few megabytes in memory. The same rows in the same
 * order give the same bytes.
 */
public final class ResponseFile implements Closeable {
  /** Small, because several may be open at once. */
  private static final long ROW_GROUP_BYTES = 4L << 20;

  private static final int PAGE_BYTES = 64 << 10;

  /**
   * The columns of a table of responses beyond the fixed ones.
   *
   * @param groups ids of the known groups, without {@link Responses#GROUP_PREFIX}
   * @param items ids of the items, in the instrument's order
   * @param weighted whether rows carry a design weight
   */
  public record Columns(List<String> groups, List<String> items, boolean weighted) {
    public Columns {
      groups = List.copyOf(groups);
      items = List.copyOf(items);
    }

    /** Columns of a table in which every person counts as one. */
    public Columns(List<String> groups, List<String> items) {
      this(groups, items, false);
    }

    MessageType schema() {
      var message = Types.buildMessage();
      for (String name : Responses.FIXED) {
        message
            .required(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(name);
      }
      for (String group : groups) {
        message
            .optional(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(Responses.GROUP_PREFIX + group);
      }
      for (String item : items) {
        message.required(PrimitiveTypeName.INT32).named(item);
      }
      message.required(PrimitiveTypeName.BOOLEAN).named(Responses.SUBMITTED);
      message
          .optional(PrimitiveTypeName.BINARY)
          .as(LogicalTypeAnnotation.stringType())
          .named(Responses.CODE);
      if (weighted) {
        message.required(PrimitiveTypeName.INT64).named(Responses.WEIGHT);
      }
      return message.named("responses");
    }
  }

  /** One person's answers; filled anew for each row. */
  private static final class Row {
    private String person;
    private String organisation;
    private List<String> groups;
    private int[] items;
    private boolean submitted;
    private String code;
    private long weight;
  }

  private final Row row = new Row();
  private final Path file;
  private final Columns columns;
  private final ParquetWriter<Row> writer;
  private long rows;

  private ResponseFile(Path file, Columns columns, ParquetWriter<Row> writer) {
    this.file = file;
    this.columns = columns;
    this.writer = writer;
  }

  /**
   * Starts a file, replacing what was there.
   *
   * @param wave id of the wave of every row
   * @param source name of the export every row came from
   * @param columns the groups and items
   * @throws IOException if it cannot be created
   */
  public static ResponseFile create(Path file, String wave, String source, Columns columns)
      throws IOException {
    return create(file, wave, source, columns, ROW_GROUP_BYTES);
  }

  /**
   * Starts a file, replacing what was there.
   *
   * @param wave id of the wave of every row
   * @param source name of the export every row came from
   * @param columns the groups and items
   * @param memory bytes to hold in memory at most, about
   * @throws IOException if it cannot be created
   */
  public static ResponseFile create(
      Path file, String wave, String source, Columns columns, long memory) throws IOException {
    Files.createDirectories(file.getParent());
    var writer =
        new Builder(new LocalOutputFile(file), columns.schema(), wave, source)
            .withConf(new PlainParquetConfiguration())
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(memory)
            .withPageSize(PAGE_BYTES)
            // Pseudonyms hardly repeat inside a wave: a dictionary would only cost memory.
            .withDictionaryEncoding(Responses.PERSON, false)
            .withDictionaryEncoding(Responses.CODE, false)
            .build();
    return new ResponseFile(file, columns, writer);
  }

  /** Adds the submitted answers of one person who holds no code. */
  public void write(String person, String organisation, List<String> groups, int[] items)
      throws IOException {
    write(person, organisation, groups, items, true, null, Responses.ONE);
  }

  /**
   * Adds one person's answers.
   *
   * @param person keyed pseudonym
   * @param organisation id
   * @param groups the known groups in column order, null where not known
   * @param items answer codes in column order, or the codes of {@link org.kith.instrument.Missing}
   * @param submitted whether the row was submitted
   * @param code keyed print of the person's code, or null
   * @param weight design weight in millionths; not written in a table without weights
   * @throws IOException if the row cannot be written
   * @throws IllegalArgumentException if it has not one value per column
   */
  public void write(
      String person,
      String organisation,
      List<String> groups,
      int[] items,
      boolean submitted,
      String code,
      long weight)
      throws IOException {
    if (groups.size() != columns.groups().size() || items.length != columns.items().size()) {
      throw new IllegalArgumentException(
          "A row has %d groups and %d items; the table has %d and %d."
              .formatted(
                  groups.size(), items.length, columns.groups().size(), columns.items().size()));
    }
    row.person = requireNonNull(person, "person");
    row.organisation = requireNonNull(organisation, "organisation");
    row.groups = groups;
    row.items = items;
    row.submitted = submitted;
    row.code = code;
    row.weight = weight;
    writer.write(row);
    rows++;
  }

  /** Rows written so far. */
  public long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    writer.close();
    StableFooter.of(file);
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final MessageType schema;
    private final String wave;
    private final String source;

    Builder(OutputFile file, MessageType schema, String wave, String source) {
      super(file);
      this.schema = schema;
      this.wave = wave;
      this.source = source;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Deprecated
    @Override
    protected WriteSupport<Row> getWriteSupport(Configuration conf) {
      return new Support(schema, wave, source);
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration conf) {
      return new Support(schema, wave, source);
    }
  }

  private static final class Support extends WriteSupport<Row> {
    private final MessageType schema;
    private final Binary wave;
    private final Binary source;
    private RecordConsumer out;

    Support(MessageType schema, String wave, String source) {
      this.schema = schema;
      this.wave = Binary.fromString(wave);
      this.source = Binary.fromString(source);
    }

    @Deprecated
    @Override
    public WriteContext init(Configuration conf) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration conf) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      out = consumer;
    }

    @Override
    public void write(Row row) {
      out.startMessage();
      text(0, Binary.fromString(row.person));
      text(1, Binary.fromString(row.organisation));
      text(2, wave);
      text(3, source);
      int field = Responses.FIXED.size();
      for (String group : row.groups) {
        if (group != null) {
          text(field, Binary.fromString(group));
        }
        field++;
      }
      for (int code : row.items) {
        String name = schema.getFieldName(field);
        out.startField(name, field);
        out.addInteger(code);
        out.endField(name, field);
        field++;
      }
      out.startField(Responses.SUBMITTED, field);
      out.addBoolean(row.submitted);
      out.endField(Responses.SUBMITTED, field);
      if (row.code != null) {
        text(field + 1, Binary.fromString(row.code));
      }
      if (field + 2 < schema.getFieldCount()) {
        out.startField(Responses.WEIGHT, field + 2);
        out.addLong(row.weight);
        out.endField(Responses.WEIGHT, field + 2);
      }
      out.endMessage();
    }

    private void text(int field, Binary value) {
      String name = schema.getFieldName(field);
      out.startField(name, field);
      out.addBinary(value);
      out.endField(name, field);
    }
  }
}
