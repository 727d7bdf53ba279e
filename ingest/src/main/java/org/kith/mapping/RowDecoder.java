package org.kith.mapping;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.kith.dialect.ExportRow;
import org.kith.dialect.RowStatus;
import org.kith.instrument.Missing;
import org.kith.resident.ResidentCode;
import org.kith.workspace.Wave;

/**
 * Turns rows of an export into codes, known groups, a wave and an organisation, or into the reasons
 * why it cannot. Not safe for use by several threads.
 */
public final class RowDecoder {
  /** What a spreadsheet makes of a long number. */
  private static final Pattern ROUNDED = Pattern.compile("-?\\d([.,]\\d+)?[eE]\\+?\\d+");

  private final Binding binding;
  private final boolean blankIsNotAsked;
  private final WaveReader waves;
  private final Wave constantWave;
  private final Decoded out;
  private final Map<String, Long> unknownGroups = new TreeMap<>();

  /**
   * @param blankIsNotAsked whether this file marks questions seen and left blank, so that a blank
   *     was never shown
   */
  public RowDecoder(Binding binding, boolean blankIsNotAsked) {
    this.binding = binding;
    this.blankIsNotAsked = blankIsNotAsked;
    String format = binding.mapping.wave().format();
    this.waves = new WaveReader(format.isEmpty() ? binding.layout.dateFormat() : format);
    String constant = binding.mapping.wave().constant();
    this.constantWave = constant.isEmpty() ? null : Wave.of(constant);
    this.out =
        new Decoded(
            binding.groups.size(),
            binding.instruments.stream().mapToInt(i -> i.items().size()).toArray());
  }

  /** Cells per group id that its rule did not know, of the rows decoded so far. */
  public Map<String, Long> unknownGroups() {
    return unknownGroups;
  }

  /**
   * What a row says. Previews, tests and discarded responses are not looked into.
   *
   * @return valid until the next row
   */
  public Decoded decode(ExportRow row) {
    out.begin(row.number());
    out.status = binding.layout.status().of(row);
    if (out.status == RowStatus.PREVIEW_OR_TEST) {
      return out;
    }
    if (out.status == RowStatus.DISCARDED) {
      problem(-1, "the survey tool marks this response as spam or not approved.");
      return out;
    }
    if (row.overflows()) {
      problem(
          -1,
          "it has %d cells, the headings %d; a cell holds a delimiter without quotation marks. Export it again."
              .formatted(row.width(), binding.layout.headings().size()));
      return out;
    }
    ids(row);
    organisation(row);
    wave(row);
    weight(row);
    groups(row);
    items(row);
    return out;
  }

  private void ids(ExportRow row) {
    out.response = response(row);
    out.person = id(row, binding.person);
    String code = binding.code < 0 ? null : row.cell(binding.code);
    if (code != null) {
      try {
        out.code = ResidentCode.read(code);
      } catch (ResidentCode.NotACodeException e) {
        // Copying a slip wrongly must not cost anybody their answers.
        out.codeUnreadable = true;
      }
    }
  }

  /** One id, whatever number of columns it stands in. */
  private String response(ExportRow row) {
    if (binding.response.size() < 2) {
      return binding.response.isEmpty() ? null : id(row, binding.response.get(0));
    }
    StringBuilder joined = new StringBuilder();
    for (int column : binding.response) {
      joined.append(id(row, column)).append('\0');
    }
    return joined.toString();
  }

  private String id(ExportRow row, int column) {
    String id = column < 0 ? null : row.cell(column);
    // Most ids hold no e at all, and looking for one is much quicker.
    boolean mayBe = id != null && (id.indexOf('E') > 0 || id.indexOf('e') > 0);
    if (mayBe && ROUNDED.matcher(id).matches()) {
      problem(
          column,
          "a spreadsheet has rounded this id, so different people may look the same. Export again"
              + " and do not open the file in a spreadsheet before.");
    }
    return id;
  }

  private void organisation(ExportRow row) {
    var source = binding.mapping.organisation();
    if (!source.constant().isEmpty()) {
      out.organisation = source.constant();
      return;
    }
    String cell = row.cell(binding.organisation);
    if (cell == null) {
      problem(binding.organisation, "no organisation is given.");
      return;
    }
    String id = source.values().getOrDefault(cell, cell);
    if (!binding.organisations.contains(id)) {
      problem(
          binding.organisation,
          "%s is not an organisation. Add it to organisations.csv, or to organisation: values in %s."
              .formatted(ItemCodes.said("", cell), binding.mapping.file()));
      return;
    }
    out.organisation = id;
  }

  private void wave(ExportRow row) {
    if (constantWave != null) {
      out.wave = constantWave;
      return;
    }
    String cell = row.cell(binding.wave);
    if (cell == null && binding.waveOtherwise >= 0) {
      cell = row.cell(binding.waveOtherwise);
    }
    if (cell == null && out.status == RowStatus.PARTIAL) {
      cell = ownDate(row);
    }
    if (cell == null) {
      problem(
          binding.wave,
          "there is no date, so no wave. Name another column as wave: else in %s, or a constant wave."
              .formatted(binding.mapping.file()));
      return;
    }
    if (cell.startsWith("1980-01-01")) {
      problem(
          binding.wave,
          "the date is 1980-01-01: the survey's date stamps were off. Set wave: {constant: …} in %s."
              .formatted(binding.mapping.file()));
      return;
    }
    String meant = binding.mapping.wave().values().getOrDefault(cell, cell);
    out.wave = waves.of(meant);
    if (out.wave == null) {
      problem(
          binding.wave,
          "this is not a wave like 2025q4 nor a date%s. Set wave: format in %s."
              .formatted(
                  binding.mapping.wave().format().isEmpty()
                      ? " like 2025-10-31"
                      : " written as " + binding.mapping.wave().format(),
                  binding.mapping.file()));
    }
  }

  /** The tool's own date, for a response that was never submitted. */
  private String ownDate(ExportRow row) {
    for (int column : binding.layout.dates()) {
      if (row.cell(column) != null) {
        return row.cell(column);
      }
    }
    return null;
  }

  private void weight(ExportRow row) {
    if (binding.weight < 0) {
      return;
    }
    String cell = row.cell(binding.weight);
    out.weight = cell == null ? Weights.NONE : Weights.of(cell);
    if (out.weight == Weights.NONE) {
      problem(
          binding.weight,
          "%s is not a weight; it must be a number above 0 and at most %,d. Fix the export, or remove weight from %s."
              .formatted(
                  cell == null ? "a blank" : ItemCodes.said("", cell),
                  Weights.MOST,
                  binding.mapping.file()));
    }
  }

  private void groups(ExportRow row) {
    for (Binding.BoundGroup group : binding.fromGroups) {
      String cell = row.cell(group.column());
      String known = null;
      if (cell != null) {
        known = group.rule().apply(group.values().getOrDefault(cell, cell));
        if (known == null && !binding.missing().containsKey(cell)) {
          unknownGroups.merge(binding.groups.get(group.position()).id(), 1L, Long::sum);
        }
      }
      out.groups[group.position()] = known;
    }
  }

  private void items(ExportRow row) {
    for (int[] codes : out.items) {
      Arrays.fill(codes, Missing.NOT_ASKED.code());
    }
    for (Binding.BoundItem item : binding.items) {
      String cell = row.cell(item.column());
      int code;
      if (!binding.layout.shown().of(row, item.column())) {
        code = Missing.NOT_ASKED.code();
      } else {
        code = cell == null ? blank(row, item) : item.codes().of(cell);
      }
      if (code == ItemCodes.UNKNOWN) {
        problem(item.column(), item.codes().refusal(cell, binding.mapping.file()));
      } else {
        out.items[item.instrument()][item.position()] = code;
      }
    }
  }

  private int blank(ExportRow row, Binding.BoundItem item) {
    if (item.codes().blankIsNotTicked() && anyOf(item, row)) {
      return 0;
    }
    if (out.status == RowStatus.PARTIAL && item.starts() > row.lastAnswered()) {
      return Missing.DROPPED_OUT.code();
    }
    if (blankIsNotAsked || (binding.layout.bareBlankIsNotAsked() && row.bareBlank(item.column()))) {
      return Missing.NOT_ASKED.code();
    }
    return item.codes().blank();
  }

  /** Whether some choice of the same question was ticked. */
  private boolean anyOf(Binding.BoundItem item, ExportRow row) {
    String question = binding.layout.headings().get(item.starts()).question();
    for (int i = item.starts(); i < binding.layout.headings().size(); i++) {
      if (!binding.layout.headings().get(i).question().equals(question)) {
        return false;
      }
      if (row.filled(i)) {
        return true;
      }
    }
    return false;
  }

  private void problem(int column, String reason) {
    String heading = column < 0 ? "" : binding.layout.headings().get(column).name();
    out.problems.add(new Problem(out.row, heading, reason));
  }
}
