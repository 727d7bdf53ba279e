package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.instrument.Instrument;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.AnswerRow;
import org.kith.published.ConstructRow;
import org.kith.published.InstrumentRow;
import org.kith.published.ItemRow;
import org.kith.published.WaveRow;

/**
 * What a construct page is about: one question, some people, one quarter.
 *
 * @param item the question, or null for a score over several
 */
record Choice(
    ConstructRow construct, InstrumentRow instrument, ItemRow item, Unit unit, WaveRow wave) {

  /** One entry of a list to choose from. */
  record Option(String value, String words, boolean chosen) {}

  /**
   * Reads an address. What it does not say is the first question, the viewer's own organisation or
   * else everyone, and the latest quarter.
   *
   * @return empty when it names something that is not there
   */
  static Optional<Choice> of(View view, String construct, String wave, String place, String item) {
    Optional<ConstructRow> found = view.construct(construct);
    if (found.isEmpty() || view.waves().isEmpty()) {
      return Optional.empty();
    }
    List<Choice> questions = questions(view, found.get());
    String asked = item == null || item.isEmpty() ? null : item;
    Optional<Choice> question =
        asked == null
            ? questions.stream().findFirst()
            : questions.stream().filter(q -> q.question().equals(asked)).findFirst();
    String whom =
        place == null || place.isEmpty()
            ? view.mine().map(o -> o.organisation()).orElse("all")
            : place;
    Optional<Unit> unit = view.units().stream().filter(u -> u.id().equals(whom)).findFirst();
    if (question.isEmpty() || unit.isEmpty()) {
      return Optional.empty();
    }
    Choice chosen = question.get();
    Optional<WaveRow> when =
        wave == null || wave.isEmpty()
            ? chosen.latestAsked(view, unit.get())
            : view.waves().stream().filter(w -> w.wave().equals(wave)).findFirst();
    return when.map(
        w -> new Choice(found.get(), chosen.instrument(), chosen.item(), unit.get(), w));
  }

  /** Every question of a construct, and every score, for everyone in the latest quarter. */
  static List<Choice> questions(View view, ConstructRow construct) {
    List<Choice> all = new ArrayList<>();
    WaveRow latest = view.latestWave().orElse(null);
    for (InstrumentRow instrument : view.instruments(construct.construct())) {
      if (instrument.scale()) {
        all.add(new Choice(construct, instrument, null, Unit.ALL, latest));
      }
      for (ItemRow item : view.items(instrument.instrument())) {
        all.add(new Choice(construct, instrument, item, Unit.ALL, latest));
      }
    }
    return all;
  }

  private Optional<WaveRow> latestAsked(View view, Unit whom) {
    return view.waves().stream()
        .filter(w -> asked(view, whom, w))
        .reduce((earlier, later) -> later)
        .or(view::latestWave);
  }

  private boolean asked(View view, Unit whom, WaveRow when) {
    return item == null
        ? view.scale(instrument.instrument(), when.wave(), whom).isPresent()
        : view.level(instrument.instrument(), item.item(), when.wave(), whom).isPresent();
  }

  /** The name of the question in addresses. */
  String question() {
    return instrument.instrument() + "." + measure();
  }

  /** Its name in the tables. */
  String measure() {
    return item == null ? Instrument.SCALE : item.item();
  }

  /** The words of the question, or the name of the score. */
  String wording() {
    return item == null ? instrument.name() : item.wording();
  }

  /** Valid answers of the question, in the order offered. */
  List<AnswerRow> answers(View view) {
    return item == null
        ? List.of()
        : view.answers(instrument.instrument(), item.item()).stream()
            .filter(a -> !a.excluded())
            .toList();
  }

  /** "people around Millbrook Neighbours", "people in Larkmoor", "people". */
  String people() {
    return switch (unit.scope()) {
      case ALL -> "people";
      case PLACE -> "people in " + unit.name();
      case ORGANISATION -> "people around " + unit.name();
    };
  }

  /** The part of the address that says what was chosen. */
  String query() {
    return "?item=" + question() + "&place=" + unit.id() + "&wave=" + wave.wave();
  }

  /** The page's address, now. */
  String path() {
    return "/constructs/" + construct.construct() + query();
  }

  /** The address that always shows these numbers. */
  String permanent(String snapshot) {
    return "/snapshots/" + snapshot + path();
  }

  /** The address of a figure's numbers as a file. */
  String csv(String snapshot, String figure) {
    return "/snapshots/"
        + snapshot
        + "/constructs/"
        + construct.construct()
        + "/"
        + figure
        + ".csv"
        + query();
  }
}
