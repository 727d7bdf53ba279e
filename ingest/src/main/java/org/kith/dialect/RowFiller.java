package org.kith.dialect;

/** Fills one row object cell by cell, and turns into text only what is wanted. */
final class RowFiller {
  private final boolean[] wanted;
  private final boolean[] questions;
  private final String seenUnanswered;
  private final String blank;
  private final ExportRow row;
  private boolean sawUnanswered;

  RowFiller(Layout layout, Export.Wanted wanted) {
    this.wanted = wanted.wanted();
    this.questions = wanted.questions();
    this.seenUnanswered = layout.seenUnanswered();
    this.blank = layout.blank();
    this.row = new ExportRow(layout.headings().size());
  }

  boolean sawUnanswered() {
    return sawUnanswered;
  }

  ExportRow row() {
    return row;
  }

  /** Starts the next row, whose number a spreadsheet shows. */
  void begin(int number) {
    row.begin(number);
  }

  /** The next cell, which held no quotation marks because its file has none. */
  void add(String text) {
    char[] characters = text.toCharArray();
    add(characters, 0, characters.length, true);
  }

  /** The next cell. */
  void add(char[] buffer, int offset, int length, boolean quoted) {
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
    if (is(blank, buffer, from, to - from)) {
      to = from;
    }
    if (column >= wanted.length) {
      row.overflow |= to > from;
      return;
    }
    row.filled[column] = to > from;
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
}
