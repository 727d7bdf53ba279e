package org.kith.ingest;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.kith.dialect.RowStatus;
import org.kith.mapping.Binding;
import org.kith.mapping.Decoded;

/**
 * Which rows of an export another row replaces. Each response counts once, and each person once in
 * a wave; where a person has a row per form or visit, once for each instrument in a wave.
 */
final class Claims {
  private static final int RESPONSE = 1;
  private static final int PERSON = 2;

  private final Duplicates rows = new Duplicates();
  private final List<Duplicates> byInstrument;

  Claims(Binding binding) {
    byInstrument =
        binding.manyRowsEach()
            ? Stream.generate(Duplicates::new).limit(binding.instruments().size()).toList()
            : List.of();
  }

  /** What a row claims; rows must come in rising order. */
  void claim(Decoded row) {
    boolean complete = row.status() == RowStatus.COMPLETE;
    if (row.response() != null) {
      rows.claim(Duplicates.print(RESPONSE, row.response()), row.row(), complete);
    }
    String who = row.person();
    if (who == null && row.code() != null) {
      who = "\0" + row.code().letters();
    }
    if (who == null) {
      return;
    }
    long person = Duplicates.print(PERSON, who) ^ Duplicates.print(PERSON, row.wave().id());
    if (byInstrument.isEmpty()) {
      rows.claim(person, row.row(), complete);
    }
    for (int i = 0; i < byInstrument.size(); i++) {
      if (row.asks(i)) {
        byInstrument.get(i).claim(person, row.row(), complete);
      }
    }
  }

  /** The rows that are replaced as a whole. */
  BitSet rows() {
    return rows.rows();
  }

  /** Per instrument, the rows whose answers to it are replaced; empty where rows go as a whole. */
  List<BitSet> rowsByInstrument() {
    return byInstrument.stream().map(Duplicates::rows).toList();
  }
}
