package org.kith.dialect;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kith.instrument.Missing;
import org.kith.instrument.MissingWords;
import org.kith.yaml.InvalidFileException;

/**
 * A REDCap project's data dictionary: what each field asks, and what its codes mean.
 *
 * @param file where it lies
 * @param fields by name
 */
record RedcapDictionary(Path file, Map<String, Field> fields) {
  private static final List<String> FIRST = List.of("Variable / Field Name", "field_name");

  /**
   * One field.
   *
   * @param label the words asked
   * @param labels by code
   * @param missing codes whose labels are words for a missing answer
   * @param identifier whether the project marks it as telling who a person is
   */
  record Field(
      String label, Map<String, String> labels, Map<String, Missing> missing, boolean identifier) {}

  /** Whether a file is a dictionary, by its first heading. */
  static boolean is(Path file) throws IOException {
    if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(64), StandardCharsets.UTF_8);
      String bare = text.replace("\uFEFF", "").replace("\"", "").strip();
      return FIRST.stream().anyMatch(f -> bare.startsWith(f + ",") || bare.startsWith(f + ";"));
    }
  }

  /**
   * The dictionary in the folder of an export that knows most of its fields, and at least half.
   *
   * @throws InvalidFileException if two know as many
   */
  static Optional<RedcapDictionary> beside(Path export, List<String> names) throws IOException {
    Path folder = export.toAbsolutePath().getParent();
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    RedcapDictionary best = null;
    long most = 0;
    boolean tie = false;
    for (Path file : files) {
      if (is(file)) {
        RedcapDictionary found = read(file);
        long known = found.known(names);
        boolean equal = best != null && found.fields().equals(best.fields());
        tie = (known == most && known > 0 && !equal) || (tie && known <= most);
        if (known > most) {
          most = known;
          best = found;
        }
      }
    }
    if (tie) {
      throw new InvalidFileException(
          List.of(
              export.getFileName()
                  + ": several dictionaries beside it fit equally. Leave only the one of this"
                  + " project in "
                  + folder.getFileName()
                  + "/."));
    }
    return 2 * most >= fields(names).size() ? Optional.ofNullable(best) : Optional.empty();
  }

  private static List<String> fields(List<String> names) {
    return names.stream()
        .filter(n -> !n.startsWith("redcap_") && !n.endsWith("_complete"))
        .filter(n -> !n.endsWith("_timestamp"))
        .map(n -> n.replaceFirst("___.*", ""))
        .distinct()
        .toList();
  }

  private long known(List<String> names) {
    return fields(names).stream().filter(fields::containsKey).count();
  }

  private static RedcapDictionary read(Path file) throws IOException {
    Encoding encoding = Encoding.of(file).encoding();
    Map<String, Field> fields = new LinkedHashMap<>();
    char delimiter = Sample.of(file, encoding).delimiter();
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(encoding.skip());
      String text = new String(in.readAllBytes(), encoding.charset());
      List<CsvRecord> rows = new ArrayList<>();
      try (CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .fieldSeparator(delimiter)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(text)) {
        reader.forEach(rows::add);
      }
      List<String> headings =
          rows.get(0).getFields().stream().map(RedcapDictionary::plain).toList();
      for (CsvRecord row : rows.subList(1, rows.size())) {
        fields.put(cell(row, headings, "variable field name", "field name"), field(row, headings));
      }
    } catch (CsvParseException e) {
      throw new InvalidFileException(
          List.of(
              file.getFileName()
                  + ": the dictionary's rows cannot be told apart. Download it again."));
    }
    return new RedcapDictionary(file, fields);
  }

  private static Field field(CsvRecord row, List<String> headings) {
    String type = cell(row, headings, "field type", "field type");
    String choices =
        switch (type) {
          case "yesno" -> "1, Yes | 0, No";
          case "truefalse" -> "1, True | 0, False";
          case "radio", "dropdown", "checkbox" ->
              cell(
                  row,
                  headings,
                  "choices calculations or slider labels",
                  "select choices or calculations");
          // A slider's labels and a calculation are no codes.
          default -> "";
        };
    Map<String, String> labels = labels(choices);
    Map<String, Missing> missing = new LinkedHashMap<>();
    labels.forEach((code, label) -> MissingWords.of(label).ifPresent(k -> missing.put(code, k)));
    String identifier = cell(row, headings, "identifier", "identifier");
    return new Field(
        Heading.tidy(cell(row, headings, "field label", "field label").replaceAll("<[^>]*>", " ")),
        labels,
        missing,
        identifier.equalsIgnoreCase("y"));
  }

  /** {@code 1,Always| 2 , Often |999, Refused}: spaces vary, and labels may hold commas. */
  static Map<String, String> labels(String choices) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String choice : choices.split("\\|", -1)) {
      int comma = choice.indexOf(',');
      if (comma > 0) {
        String label = choice.substring(comma + 1).replaceAll("<[^>]*>", " ");
        labels.put(choice.substring(0, comma).strip(), Heading.tidy(label));
      }
    }
    return labels;
  }

  private static String cell(CsvRecord row, List<String> headings, String shown, String raw) {
    int column = Math.max(headings.indexOf(shown), headings.indexOf(raw));
    return column < 0 || column >= row.getFieldCount() ? "" : row.getField(column).strip();
  }

  private static String plain(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
  }
}
