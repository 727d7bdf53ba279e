package org.kith.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.kith.instrument.Instrument;
import org.kith.published.AccountRow;
import org.kith.published.AnswerRow;
import org.kith.published.BetweenRow;
import org.kith.published.ConstructRow;
import org.kith.published.ControlPointRow;
import org.kith.published.DistributionRow;
import org.kith.published.EventRow;
import org.kith.published.InstrumentRow;
import org.kith.published.ItemRow;
import org.kith.published.LevelRow;
import org.kith.published.Manifest;
import org.kith.published.MissingRow;
import org.kith.published.OrganisationRow;
import org.kith.published.PlaceRow;
import org.kith.published.RespondentsRow;
import org.kith.published.ScaleRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;
import org.kith.published.WaveRow;

/**
 * A snapshot as one viewer may see it. Figures come back in the order they were published in: asked
 * order, time order, order of the places. None is sorted by a value.
 *
 * <p>Asking for a figure that is not there, or that belongs to another organisation, gives an empty
 * answer, the same in both cases.
 */
public final class View {
  private final Evidence evidence;
  private final Viewer viewer;
  private final Function<Viewer, BiPredicate<Scope, String>> walls;
  private final BiPredicate<Scope, String> wall;
  private final Measured measured;

  View(Evidence evidence, Viewer viewer, Function<Viewer, BiPredicate<Scope, String>> walls) {
    this.evidence = evidence;
    this.viewer = viewer;
    this.walls = walls;
    this.wall = walls.apply(viewer);
    this.measured = evidence.measured.through(wall);
  }

  /** The same snapshot as somebody else may see it. */
  public View as(Viewer other) {
    return new View(evidence, other, walls);
  }

  /** The snapshot's id. */
  public String snapshot() {
    return evidence.id();
  }

  /** What the snapshot is made of. */
  public Manifest manifest() {
    return evidence.manifest();
  }

  /** Whether rows of this scope and unit may be shown to whoever is looking. */
  public boolean sees(Scope scope, String unit) {
    return wall.test(scope, unit);
  }

  /** Who is looking. */
  public Viewer viewer() {
    return viewer;
  }

  /**
   * The viewer's organisation; empty for nobody in particular, or if it was not yet taking part.
   */
  public Optional<OrganisationRow> mine() {
    return evidence.organisations.stream()
        .filter(o -> o.organisation().equals(viewer.organisation()))
        .findFirst();
  }

  /** The places, in the order the workspace lists them. */
  public List<PlaceRow> places() {
    return evidence.places;
  }

  /** Everyone taking part: the viewer's own first, then alphabetical by name. */
  public List<OrganisationRow> organisations() {
    return evidence.organisations.stream()
        .sorted(
            Comparator.comparing(
                    (OrganisationRow o) -> !o.organisation().equals(viewer.organisation()))
                .thenComparing(OrganisationRow::name))
        .toList();
  }

  /** Everyone, each place, and the viewer's own organisation: whom figures can be about. */
  public List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    units.add(Unit.ALL);
    evidence.places.forEach(p -> units.add(new Unit(Scope.PLACE, p.place(), p.name())));
    organisations().stream()
        .filter(o -> wall.test(Scope.ORGANISATION, o.organisation()))
        .forEach(o -> units.add(new Unit(Scope.ORGANISATION, o.organisation(), o.name())));
    return List.copyOf(units);
  }

  /** The waves, earliest first. */
  public List<WaveRow> waves() {
    return evidence.waves;
  }

  /** The latest wave; empty when nothing was ever asked. */
  public Optional<WaveRow> latestWave() {
    return evidence.waves.stream().reduce((earlier, later) -> later);
  }

  /** What happened to everyone, in a place, or to the viewer's own organisation. */
  public List<EventRow> events() {
    return evidence.events.stream().filter(e -> wall.test(e.scope(), e.unit())).toList();
  }

  /** What happened that concerns a unit: to itself or to a wider one around it. */
  public List<EventRow> events(Unit unit) {
    return events().stream()
        .filter(
            e ->
                e.scope() == Scope.ALL
                    || (e.scope() == unit.scope() && e.unit().equals(unit.id()))
                    || (e.scope() == Scope.PLACE && e.unit().equals(placeOf(unit))))
        .toList();
  }

  private String placeOf(Unit unit) {
    return evidence.organisations.stream()
        .filter(o -> unit.scope() == Scope.ORGANISATION && o.organisation().equals(unit.id()))
        .map(OrganisationRow::place)
        .findFirst()
        .orElse("");
  }

  /** What was asked about. */
  public List<ConstructRow> constructs() {
    return evidence.constructs;
  }

  /** The construct with this id. */
  public Optional<ConstructRow> construct(String id) {
    return evidence.constructs.stream().filter(c -> c.construct().equals(id)).findFirst();
  }

  /** Every instrument that was asked. */
  public List<InstrumentRow> instruments() {
    return evidence.instruments;
  }

  /** The instruments that speak of a construct. */
  public List<InstrumentRow> instruments(String construct) {
    return evidence.instruments.stream().filter(i -> i.construct().equals(construct)).toList();
  }

  /** The instrument with this id. */
  public Optional<InstrumentRow> instrument(String id) {
    return evidence.instruments.stream().filter(i -> i.instrument().equals(id)).findFirst();
  }

  /** An instrument's questions, in asked order. */
  public List<ItemRow> items(String instrument) {
    return evidence.items.getOrDefault(
        Evidence.everyone(instrument, "", Evidence.EVERY_WAVE), List.of());
  }

  /** A question's answers, as offered. */
  public List<AnswerRow> answers(String instrument, String item) {
    return evidence.answers.getOrDefault(
        Evidence.everyone(instrument, item, Evidence.EVERY_WAVE), List.of());
  }

  /**
   * What of an instrument has a figure over time and between organisations: each item that counts
   * answers, and {@code scale} when people get a score.
   */
  public List<String> measures(String instrument) {
    List<String> measures = new ArrayList<>();
    for (ItemRow item : items(instrument)) {
      if (answers(instrument, item.item()).stream().anyMatch(AnswerRow::counted)) {
        measures.add(item.item());
      }
    }
    if (instrument(instrument).map(InstrumentRow::scale).orElse(false)) {
      measures.add(Instrument.SCALE);
    }
    return List.copyOf(measures);
  }

  /** How many gave each answer, in the order of the answers; empty when not asked. */
  public List<DistributionRow> distribution(String instrument, String item, String wave, Unit u) {
    return about(evidence.distributions, instrument, item, wave, u);
  }

  /** The share an item counts, and how many answered it. */
  public Optional<LevelRow> level(String instrument, String item, String wave, Unit unit) {
    return about(evidence.levels, instrument, item, wave, unit).stream().findFirst();
  }

  /** Where people's scores lie. */
  public Optional<ScaleRow> scale(String instrument, String wave, Unit unit) {
    return about(evidence.scales, instrument, "", wave, unit).stream().findFirst();
  }

  /** A control chart's points, earliest first. */
  public List<ControlPointRow> controlPoints(String instrument, String measure, Unit unit) {
    return about(evidence.controlPoints, instrument, measure, Evidence.EVERY_WAVE, unit);
  }

  /** Who answered, by known group, in the order of the dimensions and groups. */
  public List<RespondentsRow> respondents(String instrument, String wave, Unit unit) {
    return about(evidence.respondents, instrument, "", wave, unit);
  }

  /** What was left unanswered, by kind, over everyone taking part. */
  public List<MissingRow> missing(String instrument, String item, String wave) {
    return about(evidence.missing, instrument, item, wave, Unit.ALL);
  }

  /** How much lies between organisations; withheld where they may not be compared. */
  public Optional<BetweenRow> between(String instrument, String measure, String wave) {
    Visibility gate = comparison(instrument, measure, wave);
    return about(evidence.between, instrument, measure, wave, Unit.ALL).stream()
        .findFirst()
        .map(
            r ->
                gate == Visibility.SHOWN || r.visibility() != Visibility.SHOWN
                    ? r
                    : withheld(r, gate));
  }

  /** The mean is over everyone together, and compares nobody. */
  private static BetweenRow withheld(BetweenRow r, Visibility why) {
    return new BetweenRow(
        r.instrument(),
        r.measure(),
        r.wave(),
        r.organisations(),
        r.people(),
        r.mean(),
        r.low(),
        r.high(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        why);
  }

  /**
   * Where the viewer's own organisation plausibly lies, and the others without names; withheld
   * where they may not be compared.
   */
  public Optional<Spread> spread(String instrument, String measure, String wave) {
    var rows = about(evidence.pooled, instrument, measure, wave, Unit.ALL);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Visibility gate = comparison(instrument, measure, wave);
    return Optional.of(
        gate == Visibility.SHOWN
            ? Spread.of(snapshot(), rows, viewer, fewest())
            : Spread.withheld(rows, viewer, gate));
  }

  /** How far organisations scatter beyond chance; withheld where they may not be compared. */
  public Optional<Funnel> funnel(String instrument, String measure, String wave) {
    Visibility gate = comparison(instrument, measure, wave);
    return measured()
        .funnel(instrument, measure, wave)
        .map(
            r ->
                gate == Visibility.SHOWN
                    ? Funnel.of(snapshot(), r, shown(instrument, measure, wave), viewer, fewest())
                    : Funnel.withheld(r, gate));
  }

  /** Published numbers of every organisation that was asked, for {@link Funnel} alone. */
  private List<Funnel.Known> shown(String instrument, String measure, String wave) {
    boolean scale = measure.equals(Instrument.SCALE);
    List<Funnel.Known> known = new ArrayList<>();
    for (OrganisationRow o : evidence.organisations) {
      String id = o.organisation();
      var key = new Evidence.Key(instrument, scale ? "" : measure, wave, Scope.ORGANISATION, id);
      if (scale) {
        evidence
            .scales
            .getOrDefault(key, List.of())
            .forEach(r -> known.add(new Funnel.Known(id, r.people(), r.mean())));
      } else {
        evidence
            .levels
            .getOrDefault(key, List.of())
            .forEach(r -> known.add(new Funnel.Known(id, r.answered(), r.percent())));
      }
    }
    return known;
  }

  private int fewest() {
    return evidence.manifest().disclosure().organisations();
  }

  /** Whether organisations may be looked at beside one another, as the reason shown instead. */
  private Visibility comparison(String instrument, String measure, String wave) {
    return switch (measured().gate(instrument, measure, wave)) {
      case OPEN -> Visibility.SHOWN;
      case NOT_RELIABLE -> Visibility.NOT_RELIABLE;
      case NOT_COMPARABLE -> Visibility.NOT_COMPARABLE;
      case NOT_KNOWN -> Visibility.NOT_KNOWN_COMPARABLE;
    };
  }

  /** How far what was measured can be relied on. */
  public Measured measured() {
    return measured;
  }

  /** What reflections say. */
  public Heard heard() {
    return evidence.heard.through(wall);
  }

  /** Where the rows of the exports went. */
  public List<AccountRow> accounts() {
    return evidence.accounts;
  }

  private <T> List<T> about(
      Map<Evidence.Key, List<T>> table, String instrument, String measure, String wave, Unit unit) {
    if (!wall.test(unit.scope(), unit.id())) {
      return List.of();
    }
    return table.getOrDefault(
        new Evidence.Key(instrument, measure, wave, unit.scope(), unit.id()), List.of());
  }
}
