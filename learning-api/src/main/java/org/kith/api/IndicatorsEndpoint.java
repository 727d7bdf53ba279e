package org.kith.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Says;
import org.kith.instrument.Instrument;
import org.kith.learning.FigureId;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.Indicator;
import org.kith.published.InstrumentRow;
import org.kith.published.ItemRow;
import org.kith.published.Scope;
import org.kith.published.WaveRow;

/**
 * {@code /indicators}: figures by construct, instrument, measure, wave, place, own organisation.
 */
final class IndicatorsEndpoint {
  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 500;

  static final Endpoint<Indicators> ENDPOINT =
      Endpoint.of(
          "/indicators",
          "indicators",
          "Indicators, narrowed down",
          "Figures in the order of the questions, then of the waves, then everyone, the places and"
              + " your own organisation. Never in the order of a value.",
          List.of(
              Parameter.query("construct", "Only about this construct.", "trust"),
              Parameter.query("instrument", "Only of this instrument.", "cls_trust_neighbourhood"),
              Parameter.query("measure", "Only this item, or scale.", "STrust"),
              Parameter.choice(
                  "kind",
                  "Only this kind of figure.",
                  Arrays.stream(Indicator.values()).map(Indicator::id).toList()),
              Parameter.query(
                  "wave", "Only this wave, or all. Without it, the latest wave.", "2025q4"),
              Parameter.query("place", "Only about the people of this place.", "larkmoor"),
              Parameter.query(
                  "organisation", "Only about your own organisation, by its id.", "millbrook"),
              Parameter.number("offset", "How many to leave out from the start.", "0"),
              Parameter.number("limit", "How many to give, at most " + LARGEST_PAGE + ".", "100")),
          Indicators.class,
          (library, view, asked) -> of(view, asked));

  /** A page of indicators. */
  @Says("Some of the indicators that were asked for.")
  record Indicators(
      @Says("The snapshot they come from.") String snapshot,
      @Says("How many there are in all.") int found,
      @Says("How many were left out from the start.") int offset,
      @Says(value = "The address of the next ones, or null.", nullable = true) String next,
      @Says("The indicators.") List<IndicatorAnswer> indicators) {}

  private IndicatorsEndpoint() {}

  static Indicators of(View view, Asked asked) {
    List<FigureId> ids = addresses(view, asked);
    int offset = asked.number("offset", 0);
    int limit = Math.min(LARGEST_PAGE, Math.max(1, asked.number("limit", PAGE)));
    Figures figures = new Figures(view);
    List<IndicatorAnswer> found = ids.stream().map(figures::at).flatMap(Optional::stream).toList();
    List<IndicatorAnswer> page = found.stream().skip(offset).limit(limit).toList();
    boolean more = offset + page.size() < found.size() && !page.isEmpty();
    return new Indicators(
        view.snapshot(),
        found.size(),
        offset,
        more ? next(asked, view, offset + limit, limit) : null,
        page);
  }

  private static String next(Asked asked, View view, int offset, int limit) {
    Stream<String> filters =
        Stream.of("construct", "instrument", "measure", "kind", "wave", "place", "organisation")
            .flatMap(name -> asked.value(name).map(v -> name + "=" + v).stream());
    return Stream.concat(
            filters, Stream.of("offset=" + offset, "limit=" + limit, "snapshot=" + view.snapshot()))
        .collect(Collectors.joining("&", Api.ROOT + "/indicators?", ""));
  }

  private static List<FigureId> addresses(View view, Asked asked) {
    List<String> waves = waves(view, asked);
    List<Unit> units = units(view, asked);
    List<FigureId> ids = new ArrayList<>();
    for (InstrumentRow instrument : instruments(view, asked)) {
      String i = instrument.instrument();
      for (String measure : measures(view, i)) {
        if (!asked.value("measure").orElse(measure).equals(measure)) {
          continue;
        }
        units.forEach(unit -> add(ids, i, measure, waves, unit));
      }
      if (asked.value("measure").isEmpty()) {
        units.forEach(unit -> add(ids, i, FigureId.NONE, waves, unit));
      }
    }
    asked.value("kind").ifPresent(kind -> ids.removeIf(id -> !id.indicator().id().equals(kind)));
    return ids;
  }

  /** What is about all waves, then wave by wave what is about each. */
  private static void add(
      List<FigureId> to, String instrument, String measure, List<String> waves, Unit unit) {
    List<Indicator> kinds =
        Arrays.stream(Indicator.values())
            .filter(k -> k.ofMeasure() != measure.equals(FigureId.NONE))
            .toList();
    for (Indicator kind : kinds) {
      if (!kind.ofWave()) {
        to.add(FigureId.of(kind, instrument, measure, FigureId.NONE, unit));
      }
    }
    for (String wave : waves) {
      for (Indicator kind : kinds) {
        if (kind.ofWave()) {
          to.add(FigureId.of(kind, instrument, measure, wave, unit));
        }
      }
    }
  }

  private static List<String> measures(View view, String instrument) {
    List<String> measures =
        new ArrayList<>(view.items(instrument).stream().map(ItemRow::item).toList());
    if (view.measures(instrument).contains(Instrument.SCALE)) {
      measures.add(Instrument.SCALE);
    }
    return measures;
  }

  private static List<InstrumentRow> instruments(View view, Asked asked) {
    asked
        .value("construct")
        .ifPresent(c -> known(view.construct(c).isPresent(), "construct", "/constructs"));
    asked
        .value("instrument")
        .ifPresent(i -> known(view.instrument(i).isPresent(), "instrument", "/instruments"));
    return view.instruments().stream()
        .filter(i -> asked.value("construct").orElse(i.construct()).equals(i.construct()))
        .filter(i -> asked.value("instrument").orElse(i.instrument()).equals(i.instrument()))
        .toList();
  }

  private static List<String> waves(View view, Asked asked) {
    String latest = view.latestWave().map(WaveRow::wave).orElse("");
    String wave = asked.value("wave").orElse(latest);
    List<String> waves = view.waves().stream().map(WaveRow::wave).toList();
    if (wave.equals("all")) {
      return waves;
    }
    known(waves.contains(wave) || waves.isEmpty(), "wave", "/waves");
    return List.of(wave);
  }

  private static List<Unit> units(View view, Asked asked) {
    asked.value("organisation").ifPresent(o -> IndicatorEndpoint.own(view, o));
    asked
        .value("place")
        .ifPresent(
            p ->
                known(
                    view.places().stream().anyMatch(row -> row.place().equals(p)),
                    "place",
                    "/places"));
    boolean narrowed = asked.value("organisation").isPresent() || asked.value("place").isPresent();
    return view.units().stream()
        .filter(
            u ->
                !narrowed
                    || (u.scope() == Scope.PLACE
                        && asked.value("place").equals(Optional.of(u.id())))
                    || (u.scope() == Scope.ORGANISATION
                        && asked.value("organisation").equals(Optional.of(u.id()))))
        .toList();
  }

  private static void known(boolean there, String name, String list) {
    if (!there) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOUND,
          "This snapshot has no such " + name + ". " + Api.ROOT + list + " lists what it has.");
    }
  }
}
