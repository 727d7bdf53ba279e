package org.kith.dialect;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The beginning of a file, split into cells by the delimiter that splits it most evenly.
 *
 * @param delimiter comma, semicolon, tab or bar
 * @param head its first rows
 */
record Sample(char delimiter, Head head) {
  private static final int BYTES = 1 << 19;
  private static final int ROWS = 200;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  static Sample of(Path file, Encoding encoding) throws IOException {
    String text;
    boolean whole;
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(encoding.skip());
      byte[] bytes = in.readNBytes(BYTES);
      whole = bytes.length < BYTES;
      text = decode(bytes, encoding.charset());
    }
    char best = ',';
    Evenness evenness = new Evenness(0, 0);
    List<List<String>> rows = split(text, best, whole);
    for (char delimiter : DELIMITERS) {
      List<List<String>> candidate = split(text, delimiter, whole);
      Evenness found = Evenness.of(candidate);
      if (found.beats(evenness)) {
        best = delimiter;
        evenness = found;
        rows = candidate;
      }
    }
    return new Sample(best, new Head(rows, allQuoted(text, best)));
  }

  private static String decode(byte[] bytes, Charset charset) {
    return new String(bytes, charset);
  }

  private static List<List<String>> split(String text, char delimiter, boolean whole) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord row : reader) {
        rows.add(row.getFields());
        if (rows.size() > ROWS) {
          break;
        }
      }
    } catch (CsvParseException | IOException e) {
      return rows;
    }
    // The last row of a cut text is cut too.
    if (rows.size() > ROWS || (!whole && rows.size() > 1)) {
      rows.remove(rows.size() - 1);
    }
    return rows;
  }

  private static boolean allQuoted(String text, char delimiter) {
    boolean inside = false;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        inside = !inside;
        quoted = true;
      } else if (!inside && (c == delimiter || c == '\n' || c == '\r')) {
        if (!quoted) {
          return false;
        }
        if (c != delimiter) {
          return true;
        }
        quoted = false;
      } else if (!inside && c > ' ' && c != '\uFEFF') {
        return false;
      }
    }
    return quoted;
  }

  /**
   * How evenly rows are split: the share of rows with the commonest number of cells, and that
   * number.
   */
  private record Evenness(double share, int cells) {
    static Evenness of(List<List<String>> rows) {
      Map<Integer, Integer> counts = new HashMap<>();
      rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
      int most = 0;
      int cells = 0;
      for (var count : counts.entrySet()) {
        boolean wider = count.getValue() == most && count.getKey() > cells;
        if (count.getValue() > most || wider) {
          most = count.getValue();
          cells = count.getKey();
        }
      }
      // One cell a row is no split at all.
      return cells < 2 ? new Evenness(0, cells) : new Evenness((double) most / rows.size(), cells);
    }

    boolean beats(Evenness other) {
      return share > other.share || (share == other.share && cells > other.cells);
    }
  }
}
