package org.kith.groups;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftleft;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;

/**
 * A person's answers in as few whole numbers as they fit into, because what is sorted by person
 * travels. Each item takes as many bits as its codes need; a code the item does not offer comes out
 * as one that is not offered.
 */
final class PackedAnswers implements Serializable {
  /** Makes the least code, which stands for one that is not offered, 0. */
  private static final int SHIFT = Missing.values().length + 1;

  private static final int BITS = 63;

  private final String[] items;
  private final int[] most;
  private final int[] number;
  private final int[] from;
  private final int numbers;

  private PackedAnswers(String[] items, int[] most, int[] number, int[] from, int numbers) {
    this.items = items;
    this.most = most;
    this.number = number;
    this.from = from;
    this.numbers = numbers;
  }

  static PackedAnswers of(Instrument instrument) {
    int n = instrument.items().size();
    int[] most = new int[n];
    int[] number = new int[n];
    int[] from = new int[n];
    int numbers = 0;
    int used = BITS;
    for (int i = 0; i < n; i++) {
      most[i] =
          1
              + instrument.items().get(i).answers().stream()
                  .mapToInt(Answer::code)
                  .max()
                  .orElseThrow();
      int bits = bits(most[i]);
      if (used + bits > BITS) {
        numbers++;
        used = 0;
      }
      number[i] = numbers - 1;
      from[i] = used;
      used += bits;
    }
    String[] items = instrument.items().stream().map(Item::id).toArray(String[]::new);
    return new PackedAnswers(items, most, number, from, numbers);
  }

  private static int bits(int most) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(most + SHIFT);
  }

  /** The columns that answers are packed into. */
  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < numbers; c++) {
      Column packed = null;
      for (int i = 0; i < items.length; i++) {
        if (number[i] == c) {
          Column code = coalesce(col(items[i]), lit(Missing.NOT_ASKED.code()));
          Column kept = least(greatest(code, lit(-SHIFT)), lit(most[i])).plus(lit(SHIFT));
          Column moved = shiftleft(kept.cast("long"), from[i]);
          packed = packed == null ? moved : packed.bitwiseOR(moved);
        }
      }
      columns.add(packed.as(name(c)));
    }
    return columns;
  }

  /** The columns' names. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int c = 0; c < numbers; c++) {
      names.add(name(c));
    }
    return names;
  }

  private static String name(int column) {
    return "answers " + column;
  }

  /** Finds the answers of a row whose packed columns start here. */
  void unpack(InternalRow row, int start, int[] answers) {
    for (int i = 0; i < items.length; i++) {
      long packed = row.getLong(start + number[i]) >>> from[i];
      answers[i] = (int) (packed & ((1L << bits(most[i])) - 1)) - SHIFT;
    }
  }
}
