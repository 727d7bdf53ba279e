package org.kith.dialect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kith.instrument.Missing;

/** What a dialect understood of one export. */
public final class Layout {
  private final String tool;
  private final List<Heading> headings;
  private final int headerRows;
  private List<Integer> response = List.of();
  private List<Integer> dates = List.of();
  private String dateFormat = "";
  private Set<Integer> statusColumns = Set.of();
  private Status status = row -> RowStatus.COMPLETE;
  private Shown shown = (row, column) -> true;
  private boolean manyRowsEach;
  private boolean bareBlankIsNotAsked;
  private String seenUnanswered = "";
  private String blank = "";
  private Map<String, Missing> missing = Map.of();
  private String choices = "";
  private boolean choicesMayHoldSeparator;
  private Path companion;
  private final List<String> notes = new ArrayList<>();

  /** Decides a row's status from its status columns. */
  @FunctionalInterface
  public interface Status {
    /**
     * The status of one row.
     *
     * @param row of which at least the status columns are read
     */
    RowStatus of(ExportRow row);
  }

  /** Decides from a row's status columns whether the question of a column was put to the person. */
  @FunctionalInterface
  public interface Shown {
    /** Whether it was. */
    boolean of(ExportRow row, int column);
  }

  /**
   * A layout whose rows are all complete and that has no columns of the tool's own.
   *
   * @param tool its name in mappings
   * @param headings the columns, in file order
   * @param headerRows rows before the first response
   */
  Layout(String tool, List<Heading> headings, int headerRows) {
    this.tool = tool;
    this.headings = List.copyOf(headings);
    this.headerRows = headerRows;
  }

  Layout response(int... columns) {
    List<Integer> known = new ArrayList<>();
    for (int column : columns) {
      if (column >= 0) {
        known.add(column);
      }
    }
    response = List.copyOf(known);
    return this;
  }

  Layout dates(List<Integer> columns, String format) {
    dates = List.copyOf(columns);
    dateFormat = format;
    return this;
  }

  Layout status(Set<Integer> columns, Status of) {
    statusColumns = Set.copyOf(columns);
    status = of;
    return this;
  }

  Layout shown(Shown of) {
    shown = of;
    return this;
  }

  Layout manyRowsEach() {
    manyRowsEach = true;
    return this;
  }

  Layout bareBlankIsNotAsked(boolean so) {
    bareBlankIsNotAsked = so;
    return this;
  }

  Layout seenUnanswered(String cell) {
    seenUnanswered = cell;
    return this;
  }

  Layout blank(String cell) {
    blank = cell;
    return this;
  }

  Layout missing(Map<String, Missing> cells) {
    missing = Map.copyOf(cells);
    return this;
  }

  Layout choices(String separator, boolean mayBeInside) {
    choices = separator;
    choicesMayHoldSeparator = mayBeInside;
    return this;
  }

  Layout companion(Path file) {
    companion = file;
    return this;
  }

  Layout note(String sentence) {
    notes.add(sentence);
    return this;
  }

  /** The tool's name in mappings and reports. */
  public String tool() {
    return tool;
  }

  /** The columns, in file order. */
  public List<Heading> headings() {
    return headings;
  }

  /** Rows before the first response. */
  public int headerRows() {
    return headerRows;
  }

  /** Columns that together are the tool's own response id; none when it has none. */
  public List<Integer> response() {
    return response;
  }

  /**
   * Columns with the tool's own dates, to fall back on when a partial response lacks the one a
   * mapping names.
   */
  public List<Integer> dates() {
    return dates;
  }

  /** How the tool writes its dates, whatever the language or country; empty when that differs. */
  public String dateFormat() {
    return dateFormat;
  }

  /** Columns that {@link #status()} and {@link #shown()} ask for. */
  public Set<Integer> statusColumns() {
    return statusColumns;
  }

  /** What the tool says of a row. */
  public Status status() {
    return status;
  }

  /** Whether a question was put to the person of a row. */
  public Shown shown() {
    return shown;
  }

  /** Whether a person has a row per form or visit, each with a part of the columns. */
  public boolean hasManyRowsEach() {
    return manyRowsEach;
  }

  /**
   * Whether a blank without quotation marks means the question was never shown (the tool quotes all
   * it has).
   */
  public boolean bareBlankIsNotAsked() {
    return bareBlankIsNotAsked;
  }

  /**
   * The cell that marks a question seen and left blank, or empty; when a file uses it, its blanks
   * were never shown.
   */
  public String seenUnanswered() {
    return seenUnanswered;
  }

  /** A text that stands for a blank, or empty. */
  public String blank() {
    return blank;
  }

  /** Cells that mean a kind of missing in this tool, whatever the item. */
  public Map<String, Missing> missing() {
    return missing;
  }

  /** What separates ticked choices in one cell, or empty when each has its own column. */
  public String choices() {
    return choices;
  }

  /** Whether the words of a choice may hold what separates them, so that all must be listed. */
  public boolean choicesMayHoldSeparator() {
    return choicesMayHoldSeparator;
  }

  /** A file read beside the export, such as its dictionary. */
  public Optional<Path> companion() {
    return Optional.ofNullable(companion);
  }

  /** Things a reader of the report should know. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
