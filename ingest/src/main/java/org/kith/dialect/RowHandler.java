package org.kith.dialect;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;

/** Fills one row object from the characters of a file. */
final class RowHandler extends CsvCallbackHandler<ExportRow> {
  private final RowFiller filler;
  private int number;
  private boolean blank;

  RowHandler(RowFiller filler) {
    this.filler = filler;
  }

  boolean blank() {
    return blank;
  }

  int number() {
    return number;
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    number++;
    filler.begin(number);
    blank = false;
  }

  @Override
  protected void addField(char[] buffer, int offset, int length, boolean quoted) {
    filler.add(buffer, offset, length, quoted);
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
    return filler.row().width;
  }

  @Override
  protected ExportRow buildRecord() {
    return filler.row();
  }
}
