package org.kith.api;

import org.kith.http.Says;
import org.kith.learning.FigureId;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.InstrumentRow;
import org.kith.published.WaveRow;

/** One indicator with everything that must stand beside it. */
@Says(
    "A learning indicator: numbers, how sure they are, the question they raise, and how they can"
        + " mislead.")
record IndicatorAnswer(
    @Says("Its address in a snapshot.") String id,
    @Says("What kind of figure it is.") String kind,
    @Says("What it tells.") String title,
    @Says("The question it raises.") String question,
    @Says("How it can mislead.") String misleads,
    @Says("The snapshot it comes from.") String snapshot,
    @Says("Id of the construct it speaks of.") String construct,
    @Says("Id of the instrument.") String instrument,
    @Says(
            value = "An item id, or scale; null when it is about the whole instrument.",
            nullable = true)
        String measure,
    @Says(value = "Id of the wave; null when it is about all waves.", nullable = true) String wave,
    @Says(value = "The wave's name for people.", nullable = true) String waveLabel,
    @Says("Whom it speaks of.") About about,
    @Says(
            value = "How many people answered; null when each part has a number of its own.",
            nullable = true)
        Figure.Count n,
    @Says("The numbers.") Figure figure,
    @Says("This indicator's permanent address.") String href) {

  /** Whom a figure speaks of. */
  @Says("Whom a figure speaks of.")
  record About(
      @Says("all, place or organisation.") String scope,
      @Says("Id of the place or organisation, or all.") String unit,
      @Says("Its name.") String name) {}

  static IndicatorAnswer of(
      View view, FigureId id, InstrumentRow instrument, Unit unit, Figure.Count n, Figure figure) {
    return new IndicatorAnswer(
        id.text(),
        id.indicator().id(),
        id.indicator().title(),
        id.indicator().question(),
        id.indicator().misleads(),
        view.snapshot(),
        instrument.construct(),
        id.instrument(),
        given(id.measure()),
        given(id.wave()),
        view.waves().stream()
            .filter(w -> w.wave().equals(id.wave()))
            .map(WaveRow::label)
            .findFirst()
            .orElse(null),
        new About(FigureId.word(unit.scope()), unit.id(), unit.name()),
        n,
        figure,
        Api.ROOT + "/indicators/" + id.text() + "?snapshot=" + view.snapshot());
  }

  private static String given(String part) {
    return part.equals(FigureId.NONE) ? null : part;
  }
}
