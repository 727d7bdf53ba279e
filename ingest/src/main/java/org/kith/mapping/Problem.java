package org.kith.mapping;

/**
 * Why a row was refused.
 *
 * @param row its number as a spreadsheet shows it
 * @param column the heading, or empty when the row as a whole is wrong
 * @param reason what is wrong and what to do, without anything a person may have written
 */
public record Problem(int row, String column, String reason) {

  /** The sentence for people, beginning with the file. */
  public String sentence(String fileName) {
    String where = column.isEmpty() ? "" : ", column \"" + column + "\"";
    return fileName + ", row " + row + where + ": " + reason;
  }
}
