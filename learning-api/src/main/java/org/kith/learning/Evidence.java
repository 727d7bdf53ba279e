package org.kith.learning;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.kith.lake.Snapshot;
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
import org.kith.published.PooledRow;
import org.kith.published.RespondentsRow;
import org.kith.published.ScaleRow;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.published.WaveRow;

/**
 * One snapshot, read once into memory and never changed. Safe for many threads. Its rows are
 * reached through {@link #seenBy} only.
 */
public final class Evidence {
  /** What a figure is about; parts that do not apply are empty. */
  record Key(String instrument, String measure, String wave, Scope scope, String unit) {}

  /** Stands for every wave in a key. */
  static final String EVERY_WAVE = "";

  private final Manifest manifest;
  final List<PlaceRow> places;
  final List<OrganisationRow> organisations;
  final List<WaveRow> waves;
  final List<EventRow> events;
  final List<ConstructRow> constructs;
  final List<InstrumentRow> instruments;
  final List<AccountRow> accounts;
  final Map<Key, List<ItemRow>> items;
  final Map<Key, List<AnswerRow>> answers;
  final Map<Key, List<DistributionRow>> distributions;
  final Map<Key, List<LevelRow>> levels;
  final Map<Key, List<MissingRow>> missing;
  final Map<Key, List<ScaleRow>> scales;
  final Map<Key, List<BetweenRow>> between;
  final Map<Key, List<PooledRow>> pooled;
  final Map<Key, List<ControlPointRow>> controlPoints;
  final Map<Key, List<RespondentsRow>> respondents;
  final Heard heard;
  final Measured measured;

  private Evidence(Snapshot from) throws IOException {
    manifest = from.manifest();
    places = from.read(Table.PLACES);
    organisations = from.read(Table.ORGANISATIONS);
    waves = from.read(Table.WAVES);
    events = from.read(Table.EVENTS);
    constructs = from.read(Table.CONSTRUCTS);
    instruments = from.read(Table.INSTRUMENTS);
    accounts = from.read(Table.ACCOUNTS);
    items = index(from.read(Table.ITEMS), r -> everyone(r.instrument(), "", EVERY_WAVE));
    answers = index(from.read(Table.ANSWERS), r -> everyone(r.instrument(), r.item(), EVERY_WAVE));
    distributions =
        index(
            from.read(Table.DISTRIBUTIONS),
            r -> new Key(r.instrument(), r.item(), r.wave(), r.scope(), r.unit()));
    levels =
        index(
            from.read(Table.LEVELS),
            r -> new Key(r.instrument(), r.item(), r.wave(), r.scope(), r.unit()));
    missing = index(from.read(Table.MISSING), r -> everyone(r.instrument(), r.item(), r.wave()));
    scales =
        index(
            from.read(Table.SCALES),
            r -> new Key(r.instrument(), "", r.wave(), r.scope(), r.unit()));
    between = index(from.read(Table.BETWEEN), r -> everyone(r.instrument(), r.measure(), r.wave()));
    pooled = index(from.read(Table.POOLED), r -> everyone(r.instrument(), r.measure(), r.wave()));
    controlPoints =
        index(
            from.read(Table.CONTROL_POINTS),
            r -> new Key(r.instrument(), r.measure(), EVERY_WAVE, r.scope(), r.unit()));
    respondents =
        index(
            from.read(Table.RESPONDENTS),
            r -> new Key(r.instrument(), "", r.wave(), r.scope(), r.unit()));
    heard = Heard.of(from);
    measured = Measured.of(from);
  }

  /**
   * Reads a snapshot into memory.
   *
   * @throws IOException if one of its tables is not there or cannot be read
   */
  public static Evidence of(Snapshot snapshot) throws IOException {
    return new Evidence(snapshot);
  }

  /** The snapshot's id. */
  public String id() {
    return manifest.id();
  }

  /** What the snapshot is made of. */
  public Manifest manifest() {
    return manifest;
  }

  /** What this viewer may see of it. */
  public View seenBy(Viewer viewer) {
    return new View(this, viewer, v -> v::sees);
  }

  /** For the test that shows what would be seen if nothing held it back. */
  View seenBy(Viewer viewer, Function<Viewer, BiPredicate<Scope, String>> walls) {
    return new View(this, viewer, walls);
  }

  /** The key of a figure over everyone taking part. */
  static Key everyone(String instrument, String measure, String wave) {
    return new Key(instrument, measure, wave, Scope.ALL, "all");
  }

  /** Rows by key, each list in file order. */
  static <T> Map<Key, List<T>> index(List<T> rows, Function<T, Key> key) {
    return Collections.unmodifiableMap(
        rows.stream()
            .collect(
                groupingBy(key, LinkedHashMap::new, collectingAndThen(toList(), List::copyOf))));
  }
}
