package org.kith.dialect;

import com.bedatadriven.spss.SpssDataFileReader;
import com.bedatadriven.spss.SpssVariable;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.kith.dialect.Heading.Book;
import org.kith.dialect.Heading.Role;
import org.kith.instrument.Missing;
import org.kith.instrument.MissingWords;
import org.kith.yaml.InvalidFileException;

/**
 * Cells of an SPSS data file. Numbers come out as SPSS shows them in full, dates as ISO dates, what
 * SPSS calls system-missing as blanks. Values that the file declares missing keep their number;
 * what kind of missing each is, its label says, or else it counts as left blank and the report says
 * so.
 */
record SpssCells(Path file, Head head) implements Cells {
  private static final int SAMPLE = 200;
  private static final int HEADER = 176;
  private static final int LAYOUT_CODE = 64;
  private static final int WEIGHT_INDEX = 76;
  private static final int DATE_AND_TIME = 22;
  private static final int WRITTEN_DATE_AND_TIME = 41;

  /** DATE, DATETIME, ADATE, JDATE, MOYR, QYR, WKYR, EDATE, SDATE, YMDHMS. */
  private static final Set<Integer> DATES =
      Set.of(20, DATE_AND_TIME, 23, 24, 28, 29, 30, 38, 39, WRITTEN_DATE_AND_TIME);

  private static final LocalDateTime EPOCH =
      LocalDateTime.of(LocalDate.of(1582, 10, 14), LocalTime.MIDNIGHT);
  private static final DateTimeFormatter WITH_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  static SpssCells of(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      SpssDataFileReader reader = open(file, in);
      List<SpssVariable> variables = variables(reader);
      List<String> notes = new ArrayList<>();
      List<Heading> headings = new ArrayList<>();
      for (SpssVariable variable : variables) {
        headings.add(heading(headings.size(), variable, notes));
      }
      weight(file, reader, notes);
      List<List<String>> rows = new ArrayList<>();
      rows.add(headings.stream().map(Heading::name).toList());
      while (rows.size() <= SAMPLE && next(file, reader, rows.size())) {
        rows.add(variables.stream().map(v -> text(reader, v)).toList());
      }
      return new SpssCells(file, new Head(rows, false, headings, notes));
    }
  }

  private static SpssDataFileReader open(Path file, InputStream in) {
    try {
      return new SpssDataFileReader(in);
    } catch (IOException | RuntimeException e) {
      throw new InvalidFileException(
          List.of(
              file.getFileName()
                  + ": the SPSS file cannot be read. Save it anew in SPSS as .sav, not compressed"
                  + " further."));
    }
  }

  /** The pieces that SPSS cuts a very long text into belong to the first of them. */
  private static List<SpssVariable> variables(SpssDataFileReader reader) {
    return reader.getVariables().stream().filter(v -> !v.isVeryLongStringSegment()).toList();
  }

  private static boolean next(Path file, SpssDataFileReader reader, int row) throws IOException {
    try {
      return reader.readNextCase();
    } catch (EOFException e) {
      if (reader.getNumCases() >= 0 && row <= reader.getNumCases()) {
        throw new InvalidFileException(
            List.of(
                "%s ends in row %d of %d: it was not copied or saved completely. Save it again."
                    .formatted(file.getFileName(), row, reader.getNumCases())));
      }
      return false;
    }
  }

  /** The header counts in pieces of eight bytes, of which a text takes several. */
  private static void weight(Path file, SpssDataFileReader reader, List<String> notes)
      throws IOException {
    ByteBuffer header;
    try (InputStream in = Files.newInputStream(file)) {
      header = ByteBuffer.wrap(in.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
    }
    int layout = header.getInt(LAYOUT_CODE);
    header.order(layout == 2 || layout == 3 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int weight = header.getInt(WEIGHT_INDEX);
    int piece = 1;
    for (SpssVariable variable : reader.getVariables()) {
      if (piece == weight) {
        String name = variable.getVariableName().strip();
        notes.add(
            "SPSS weighs this file by %s. Its weights count only with weight: %s in the mapping."
                .formatted(name, name));
      }
      piece += Math.max(1, (variable.getTypeCode() + 7) / 8);
    }
  }

  private static Heading heading(int column, SpssVariable variable, List<String> notes) {
    String name = variable.getVariableName().strip();
    Map<Double, String> labels = new TreeMap<>();
    if (variable.getValueLabels() != null) {
      labels.putAll(variable.getValueLabels());
    }
    Map<String, String> words = new LinkedHashMap<>();
    Map<String, Missing> missing = new LinkedHashMap<>();
    List<String> guessed = new ArrayList<>();
    List<Double> declared = new ArrayList<>();
    if (variable.isNumeric()) {
      labels.forEach((value, label) -> words.put(number(value), Heading.tidy(label)));
      declared.addAll(variable.getMissing());
      labels.keySet().stream().filter(variable::isMissing).forEach(declared::add);
    }
    for (double value : declared) {
      String cell = number(value);
      var kind = MissingWords.of(words.getOrDefault(cell, ""));
      missing.put(cell, kind.orElse(Missing.SKIPPED));
      if (kind.isEmpty() && !guessed.contains(cell)) {
        guessed.add(cell);
      }
    }
    if (!guessed.isEmpty()) {
      notes.add(
          "%s: the file says that %s is missing, but not why, so it counts as left blank. The mapping can say otherwise, as missing: {%s: declined}."
              .formatted(name, String.join(", ", guessed), guessed.get(0)));
    }
    String label = variable.getVariableLabel();
    return new Heading(
        column,
        name,
        List.of(),
        name,
        Role.QUESTION,
        new Book(label == null ? "" : Heading.tidy(label), words, missing, Map.of()));
  }

  @Override
  public String words() {
    return "an SPSS data file";
  }

  @Override
  public void each(RowFiller filler, LongConsumer bytesRead, Export.RowTaker taker)
      throws IOException {
    try (InputStream in =
        new BufferedInputStream(new CountedStream(Files.newInputStream(file), bytesRead))) {
      SpssDataFileReader reader = open(file, in);
      List<SpssVariable> variables = variables(reader);
      filler.begin(0);
      taker.take(filler.row());
      for (int row = 1; next(file, reader, row); row++) {
        filler.begin(row);
        variables.forEach(v -> filler.add(text(reader, v)));
        taker.take(filler.row());
      }
    }
  }

  private static String text(SpssDataFileReader reader, SpssVariable variable) {
    int index = variable.getIndex();
    if (!variable.isNumeric()) {
      String text =
          variable.isVeryLongString()
              ? reader.getVeryLongStringValue(index)
              : reader.getStringValue(index);
      return text == null ? "" : text.stripTrailing();
    }
    if (reader.isSystemMissing(index)) {
      return "";
    }
    double value = reader.getDoubleValue(index);
    int format = variable.getPrintFormat().getType();
    if (DATES.contains(format)) {
      LocalDateTime when = EPOCH.plusSeconds(Math.round(value));
      boolean time = format == DATE_AND_TIME || format == WRITTEN_DATE_AND_TIME;
      return time ? WITH_TIME.format(when) : when.toLocalDate().toString();
    }
    boolean declaredMissing = variable.isMissing(value);
    boolean named =
        !declaredMissing
            || variable.getMissing().contains(value)
            || (variable.getValueLabels() != null && variable.getValueLabels().containsKey(value));
    // One of a range of missing values of which nothing else is known.
    return named ? number(value) : "";
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : BigDecimal.valueOf(value).toPlainString();
  }
}
