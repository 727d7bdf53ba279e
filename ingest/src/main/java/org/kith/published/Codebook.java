package org.kith.published;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What every column of every published table means, in the words that go with the data wherever
 * they go: {@code codebook.tsv} beside this class. A test walks all records, so that none is
 * missing.
 */
public final class Codebook {
  private static final String RESOURCE = "codebook.tsv";
  private static final Map<String, String> TEXTS = read();

  private Codebook() {}

  /** The kinds of value. */
  public enum Type {
    TEXT,
    WHOLE,
    NUMBER,
    YES_NO,
    /** Several texts. */
    TEXTS
  }

  /**
   * A column.
   *
   * @param name as files have it: in snake case
   * @param type of its values
   * @param text what it means
   * @param values the texts it can hold, where they are few and known; otherwise empty
   * @param required whether every row has a value
   */
  public record Column(String name, Type type, String text, List<String> values, boolean required) {
    public Column {
      values = List.copyOf(values);
    }
  }

  /** What a table holds. */
  public static String text(Table<?> table) {
    return TEXTS.get(table.name() + ".");
  }

  /** The columns of a table, in the order of its record. */
  public static List<Column> columns(Table<?> table) {
    return Arrays.stream(table.row().getRecordComponents()).map(c -> column(table, c)).toList();
  }

  private static Column column(Table<?> table, RecordComponent component) {
    Class<?> type = component.getType();
    String name = snake(component.getName());
    List<String> values =
        type.isEnum()
            ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
            : List.of();
    // Texts that name a thing are always there; numbers can be hidden.
    boolean required = type.isPrimitive() || type.isEnum() || type == String.class;
    return new Column(name, typeOf(type), TEXTS.get(table.name() + "." + name), values, required);
  }

  private static Type typeOf(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return Type.WHOLE;
    }
    if (type == double.class || type == Double.class) {
      return Type.NUMBER;
    }
    if (type == boolean.class || type == Boolean.class) {
      return Type.YES_NO;
    }
    return List.class.isAssignableFrom(type) ? Type.TEXTS : Type.TEXT;
  }

  /** A record's name for a component as files have it. */
  public static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /** How many tables and columns are described. */
  static int described() {
    return TEXTS.size();
  }

  private static Map<String, String> read() {
    try (InputStream in = Objects.requireNonNull(Codebook.class.getResourceAsStream(RESOURCE));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split("\t", 3))
          .collect(
              Collectors.toMap(
                  cells -> cells[0] + "." + cells[1], c -> c[2], (a, b) -> b, HashMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
