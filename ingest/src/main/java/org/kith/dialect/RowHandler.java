package org.kith.dialect;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;

/** Fills one row object from the characters of a file, cell by cell, and only what is wanted. */
final class RowHandler extends CsvCallbackHandler<ExportRow> {
  private final boolean[] wanted;
  private final boolean[] questions;
  private final String seenUnanswered;
  private final ExportRow row;
  private boolean sawUnanswered;
  private boolean blank;

  RowHandler(Layout layout, Export.Wanted wanted) {
    this.wanted = wanted.wanted();
    this.questions = wanted.questions();
    this.seenUnanswered = layout.seenUnanswered();
    this.row = new ExportRow(layout.headings().size());
  }

  boolean blank() {
    return blank;
  }

  boolean sawUnanswered() {
    return sawUnanswered;
  }

  int number() {
    return row.number;
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    row.begin();
    blank = false;
  }

  @Override
  protected void addField(char[] buffer, int offset, int length, boolean quoted) {
    int column = row.width++;
    int from = offset;
    int to = offset + length;
    while (from < to && white(buffer[from])) {
      from++;
    }
    while (to > from && white(buffer[to - 1])) {
      to--;
    }
    // A spreadsheet's guard against formulas: '-oth- is -oth-.
    if (to - from >= 2 && buffer[from] == '\'' && formula(buffer[from + 1])) {
      from++;
    }
    if (column >= wanted.length) {
      row.overflow |= to > from;
      return;
    }
    if (to > from && questions[column]) {
      row.lastAnswered = column;
      sawUnanswered |= is(seenUnanswered, buffer, from, to - from);
    }
    if (wanted[column]) {
      row.set(column, to > from ? new String(buffer, from, to - from) : null, quoted);
    }
  }

  private static boolean white(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\uFEFF';
  }

  private static boolean formula(char c) {
    return c == '=' || c == '+' || c == '-' || c == '@';
  }

  private static boolean is(String text, char[] buffer, int from, int length) {
    if (text.isEmpty() || text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != buffer[from + i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  protected void setComment(char[] buffer, int offset, int length) {
    throw new IllegalStateException("Exports have no comments.");
  }

  @Override
  protected void setEmpty() {
    blank = true;
  }

  @Override
  protected RecordType getRecordType() {
    return blank ? RecordType.EMPTY : RecordType.DATA;
  }

  @Override
  protected int getFieldCount() {
    return row.width;
  }

  @Override
  protected ExportRow buildRecord() {
    return row;
  }
}
