package org.kith.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.instrument.Instrument;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.InstrumentRow;
import org.kith.published.ItemRow;
import org.kith.published.WaveRow;

/**
 * What a measurement page is about: a questionnaire in one quarter.
 *
 * @param row the questionnaire
 */
record Questionnaire(InstrumentRow row, WaveRow wave) {

  /**
   * Reads an address. What it does not say is the latest quarter in which it was asked.
   *
   * @return empty when it names something that is not there
   */
  static Optional<Questionnaire> of(View view, String instrument, String wave) {
    Optional<InstrumentRow> found = view.instrument(instrument);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<WaveRow> when =
        wave == null || wave.isEmpty()
            ? view.waves().stream()
                .filter(w -> asked(view, found.get(), w))
                .reduce((earlier, later) -> later)
                .or(view::latestWave)
            : view.waves().stream().filter(w -> w.wave().equals(wave)).findFirst();
    return when.map(w -> new Questionnaire(found.get(), w));
  }

  private static boolean asked(View view, InstrumentRow instrument, WaveRow wave) {
    return view.items(instrument.instrument()).stream()
        .anyMatch(i -> view.level(i.instrument(), i.item(), wave.wave(), Unit.ALL).isPresent());
  }

  String id() {
    return row.instrument();
  }

  List<ItemRow> items(View view) {
    return view.items(id());
  }

  /** The words of a question; its id where it is not known. */
  static String wording(View view, String instrument, String item) {
    return view.items(instrument).stream()
        .filter(i -> i.item().equals(item))
        .map(ItemRow::wording)
        .findFirst()
        .orElse(item);
  }

  /** The names of the quarters, by their ids. */
  static Map<String, String> labels(View view) {
    Map<String, String> labels = new LinkedHashMap<>();
    view.waves().forEach(w -> labels.put(w.wave(), w.label()));
    return labels;
  }

  /** What it is looked at by: its score, or its first question that counts answers. */
  Optional<String> main(View view) {
    List<String> measures = view.measures(id());
    return measures.contains(Instrument.SCALE)
        ? Optional.of(Instrument.SCALE)
        : measures.stream().findFirst();
  }

  /** The page's address, now. */
  String path() {
    return "/instruments/" + id() + "/measurement?wave=" + wave.wave();
  }

  /** The address that always shows these numbers. */
  String permanent(String snapshot) {
    return "/snapshots/" + snapshot + path();
  }

  /** The address of a figure's numbers as a file. */
  String csv(String snapshot, String figure) {
    return "/snapshots/"
        + snapshot
        + "/instruments/"
        + id()
        + "/"
        + figure
        + ".csv?wave="
        + wave.wave();
  }
}
