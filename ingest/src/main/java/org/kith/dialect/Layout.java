package org.kith.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.kith.instrument.Missing;

/**
 * What a dialect understood of one export.
 *
 * @param tool limesurvey, qualtrics, kobotoolbox or csv
 * @param headings the columns, in file order
 * @param headerRows rows before the first response
 * @param response column of the tool's own response id, or -1
 * @param dates columns with the tool's own dates, to fall back on when a partial response lacks the
 *     one a mapping names
 * @param statusColumns columns that {@code status} asks for
 * @param status what the tool says of a row, given a look at its status columns (null for a blank)
 * @param bareBlankIsNotAsked whether a blank without quotation marks means the question was never
 *     shown (the tool quotes all it has)
 * @param seenUnanswered the cell that marks a question seen and left blank, or empty; when a file
 *     uses it, its blanks were never shown
 * @param missing cells that mean a kind of missing in this tool, whatever the item
 * @param choices what separates ticked choices in one cell, or empty when each has its own column
 * @param notes things a reader of the report should know
 */
public record Layout(
    String tool,
    List<Heading> headings,
    int headerRows,
    int response,
    List<Integer> dates,
    Set<Integer> statusColumns,
    Status status,
    boolean bareBlankIsNotAsked,
    String seenUnanswered,
    Map<String, Missing> missing,
    String choices,
    List<String> notes) {

  /** Decides a row's status from its status columns. */
  @FunctionalInterface
  public interface Status {
    /**
     * The status of one row.
     *
     * @param cells the text of a status column, or null when it is blank
     */
    RowStatus of(IntFunction<String> cells);
  }

  public Layout {
    headings = List.copyOf(headings);
    dates = List.copyOf(dates);
    statusColumns = Set.copyOf(statusColumns);
    missing = Map.copyOf(missing);
    notes = List.copyOf(notes);
  }

  /** A layout whose rows are all complete and that has no columns of the tool's own. */
  static Layout plain(String tool, List<Heading> headings, int headerRows) {
    return new Layout(
        tool,
        headings,
        headerRows,
        -1,
        List.of(),
        Set.of(),
        cells -> RowStatus.COMPLETE,
        false,
        "",
        Map.of(),
        "",
        List.of());
  }
}
