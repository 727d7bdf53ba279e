package org.kith.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kith.dialect.RowStatus;
import org.kith.instrument.Missing;
import org.kith.lake.Responses;
import org.kith.resident.ResidentCode;
import org.kith.workspace.Wave;

/** What one row of an export says. The same object is filled anew for each row. */
public final class Decoded {
  int row;
  RowStatus status;
  String person;
  String response;
  ResidentCode code;
  boolean codeUnreadable;
  String organisation;
  Wave wave;
  long weight;
  final String[] groups;
  final int[][] items;
  final List<Problem> problems = new ArrayList<>();

  Decoded(int groups, int[] itemsPerInstrument) {
    this.groups = new String[groups];
    this.items = new int[itemsPerInstrument.length][];
    for (int i = 0; i < items.length; i++) {
      items[i] = new int[itemsPerInstrument[i]];
    }
  }

  /** The row's number as a spreadsheet shows it. */
  public int row() {
    return row;
  }

  /** What the tool says of the response. */
  public RowStatus status() {
    return status;
  }

  /** The person's raw id, or null when the row has none; never to be stored. */
  public String person() {
    return person;
  }

  /** The response's raw id, or null when the export has none; never to be stored. */
  public String response() {
    return response;
  }

  /** The code that the person holds, or null when the row has none that can be read. */
  public ResidentCode code() {
    return code;
  }

  /** Whether the row has something in the place of a code that is none. */
  public boolean codeUnreadable() {
    return codeUnreadable;
  }

  /** The organisation's id; not null when there are no problems. */
  public String organisation() {
    return organisation;
  }

  /** The wave; not null when there are no problems. */
  public Wave wave() {
    return wave;
  }

  /** The design weight in millionths: {@link Responses#ONE} when the export has none. */
  public long weight() {
    return weight;
  }

  /** The known groups in the binding's order, null where not known. */
  public List<String> groups() {
    return Arrays.asList(groups);
  }

  /** Item codes of one of the binding's instruments. */
  public int[] items(int instrument) {
    return items[instrument];
  }

  /** Whether one of the binding's instruments was put to the person at all. */
  public boolean asks(int instrument) {
    for (int code : items[instrument]) {
      if (code != Missing.NOT_ASKED.code()) {
        return true;
      }
    }
    return false;
  }

  /** Whether any was. */
  public boolean asksAnything() {
    for (int i = 0; i < items.length; i++) {
      if (asks(i)) {
        return true;
      }
    }
    return false;
  }

  /** Leaves an instrument out, as if it had not been asked. */
  public void drop(int instrument) {
    Arrays.fill(items[instrument], Missing.NOT_ASKED.code());
  }

  /** Why the row is refused; empty when it is not. */
  public List<Problem> problems() {
    return problems;
  }

  void begin(int number) {
    row = number;
    status = RowStatus.COMPLETE;
    person = null;
    response = null;
    code = null;
    codeUnreadable = false;
    organisation = null;
    wave = null;
    weight = Responses.ONE;
    problems.clear();
  }
}
