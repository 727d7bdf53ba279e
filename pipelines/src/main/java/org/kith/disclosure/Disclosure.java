package org.kith.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kith.indicators.Indicators;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.lake.IngestRecord;
import org.kith.published.BetweenRow;
import org.kith.published.DistributionRow;
import org.kith.published.LevelRow;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.MissingRow;
import org.kith.published.RespondentsRow;
import org.kith.published.ScaleRow;
import org.kith.published.Table;
import org.kith.workspace.Organisation;

/**
 * Makes exact indicators safe to publish (statistic 20): the only door out of the protected zone.
 *
 * <p>Every count of people is decided on together with all the counts that sums link it to, then
 * shares, charts and estimates are worked out from what is left. What the rules are stands in the
 * package's description; why they hold, beside the code: {@link Suppression}, {@link Alternatives}.
 *
 * <p>The same indicators give the same tables. Rows keep the order of the indicators; nothing is
 * ordered by a value.
 */
public final class Disclosure {
  private static final Set<Table<?>> REFERENCE =
      Set.of(
          Table.PLACES,
          Table.ORGANISATIONS,
          Table.WAVES,
          Table.EVENTS,
          Table.CONSTRUCTS,
          Table.INSTRUMENTS,
          Table.ITEMS,
          Table.ANSWERS);

  private final Threshold threshold;
  private final Groups groups;
  private final Map<String, Instrument> instruments = new HashMap<>();
  private final BiConsumer<Family, Threshold> suppression;

  private Disclosure(
      Threshold threshold,
      List<Organisation> organisations,
      List<Instrument> instruments,
      BiConsumer<Family, Threshold> suppression) {
    this.threshold = threshold;
    this.groups = new Groups(organisations);
    instruments.forEach(i -> this.instruments.put(i.id(), i));
    this.suppression = suppression;
  }

  /**
   * Disclosure control for a workspace.
   *
   * @param rules k, rounding and the fewest organisations
   * @param organisations every organisation that may have answers, with its place
   * @param instruments every instrument that may have answers
   * @throws IllegalArgumentException if the rules cannot protect anybody
   */
  public static Disclosure of(
      DisclosureRules rules, List<Organisation> organisations, List<Instrument> instruments) {
    return new Disclosure(Threshold.of(rules), organisations, instruments, Suppression::apply);
  }

  /** Small numbers hidden and no more, so that tests can show what that gives away. */
  static Disclosure withoutSecondStep(
      DisclosureRules rules, List<Organisation> organisations, List<Instrument> instruments) {
    return new Disclosure(
        Threshold.of(rules), organisations, instruments, Suppression::applyFirstStepOnly);
  }

  /**
   * A table that holds nothing about people, as it is.
   *
   * @throws IllegalArgumentException if the table is about people
   */
  public static <T extends Record> Published<T> reference(Table<T> table, List<T> rows) {
    if (!REFERENCE.contains(table)) {
      throw new IllegalArgumentException(
          "Table "
              + table.name()
              + " is about people; it can only be published by Disclosure.release.");
    }
    return new Published<>(table, rows);
  }

  /** The safe form of everything about people, when nobody's answers are held out. */
  public Release release(Indicators exact, List<IngestRecord> ingested) {
    return release(exact, ingested, 0);
  }

  /**
   * The safe form of everything about people.
   *
   * @param exact indicators from the protected zone
   * @param ingested the exports they rest on
   * @param heldOut rows that were kept and are not counted, because those who answered said so
   * @throws IllegalStateException if a place's count is not the sum of its organisations' counts
   * @throws IllegalArgumentException if an organisation, instrument or item is not known
   */
  public Release release(Indicators exact, List<IngestRecord> ingested, long heldOut) {
    Map<Form, Family> families = new LinkedHashMap<>();
    List<ItemTable> items = items(exact, families);
    List<ScaleTable> scales = scales(exact.scales(), families);
    Map<Known, Family> known = new LinkedHashMap<>();
    List<RespondentsTable> respondents = respondents(exact.respondents(), known);
    families.forEach((form, family) -> link(form, family, items, scales));
    Family exports = new Family();
    AccountTable accounts = new AccountTable(exports, ingested, heldOut, threshold);
    // Families share nothing, so they may be decided on side by side.
    Stream.of(families.values(), known.values(), List.of(exports))
        .flatMap(Collection::stream)
        .toList()
        .parallelStream()
        .forEach(family -> suppression.accept(family, threshold));

    List<LevelRow> levels = rows(items, ItemTable::levels);
    List<ScaleRow> scaleRows = rows(scales, ScaleTable::rows);
    ModelRows models = new ModelRows(instruments, levels, scaleRows);
    List<BetweenRow> between = models.between(exact.between());
    return new Release(
        List.of(
            new Published<>(Table.DISTRIBUTIONS, rows(items, ItemTable::distributions)),
            new Published<>(Table.LEVELS, levels),
            new Published<>(Table.MISSING, rows(items, ItemTable::missing)),
            new Published<>(Table.SCALES, scaleRows),
            new Published<>(Table.BETWEEN, between),
            new Published<>(Table.POOLED, models.pooled(exact.pooled(), between)),
            new Published<>(Table.CONTROL_POINTS, models.controlPoints()),
            new Published<>(Table.RESPONDENTS, rows(respondents, RespondentsTable::rows)),
            new Published<>(Table.RELIABILITY, List.of()),
            new Published<>(Table.ITEM_BEHAVIOUR, List.of()),
            new Published<>(Table.COMPARABILITY, List.of()),
            new Published<>(Table.HEALTH, List.of()),
            new Published<>(Table.CHANGES, List.of()),
            new Published<>(Table.PANELS, List.of()),
            new Published<>(Table.TRANSITIONS, List.of()),
            new Published<>(Table.GROWTH, List.of()),
            new Published<>(Table.PREDICTORS, List.of()),
            new Published<>(Table.FUNNELS, List.of()),
            new Published<>(Table.REPRESENTATION, List.of()),
            new Published<>(Table.WEIGHTED, List.of()),
            new Published<>(Table.DRIFT, List.of()),
            new Published<>(Table.ACCOUNTS, accounts.rows())));
  }

  /** One instrument in one wave: the forms people returned. */
  private record Form(String instrument, String wave) {
    Family in(Map<Form, Family> families) {
      return families.computeIfAbsent(this, form -> new Family());
    }
  }

  /** A known group of the people who answered in one wave, whatever they were asked. */
  private record Known(String wave, String dimension) {}

  private void link(Form form, Family family, List<ItemTable> items, List<ScaleTable> scales) {
    new Forms(
            instrument(form.instrument()).scoring().minAnswered(),
            items.stream().filter(t -> family.tables.contains(t.table())).toList(),
            scales.stream().filter(t -> family.tables.contains(t.table())).toList())
        .link(family);
  }

  private List<ItemTable> items(Indicators exact, Map<Form, Family> families) {
    Map<ItemTable.Key, List<DistributionRow>> distributions =
        Groups.by(ItemTable.Key::of, exact.distributions());
    Map<ItemTable.Key, List<MissingRow>> missing = Groups.by(ItemTable.Key::of, exact.missing());
    List<ItemTable> tables = new ArrayList<>();
    Groups.by(ItemTable.Key::of, exact.levels())
        .forEach(
            (key, levels) ->
                tables.add(
                    new ItemTable(
                        new Form(key.instrument(), key.wave()).in(families),
                        key,
                        item(key),
                        levels,
                        distributions.getOrDefault(key, List.of()),
                        missing.getOrDefault(key, List.of()),
                        groups,
                        threshold)));
    return tables;
  }

  private Item item(ItemTable.Key key) {
    return instrument(key.instrument())
        .item(key.item())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Instrument '" + key.instrument() + "' has no item '" + key.item() + "'."));
  }

  private Instrument instrument(String id) {
    Instrument instrument = instruments.get(id);
    if (instrument == null) {
      throw new IllegalArgumentException(
          "There are answers to instrument '"
              + id
              + "' but no such instrument. Add its file to instruments/.");
    }
    return instrument;
  }

  private List<ScaleTable> scales(List<ScaleRow> exact, Map<Form, Family> families) {
    List<ScaleTable> tables = new ArrayList<>();
    Groups.by(ScaleTable.Key::of, exact)
        .forEach(
            (key, rows) ->
                tables.add(
                    new ScaleTable(
                        new Form(key.instrument(), key.wave()).in(families),
                        key,
                        rows,
                        groups,
                        threshold)));
    return tables;
  }

  private List<RespondentsTable> respondents(
      List<RespondentsRow> exact, Map<Known, Family> families) {
    List<RespondentsTable> tables = new ArrayList<>();
    Groups.by(RespondentsTable.Key::of, exact)
        .forEach(
            (key, rows) ->
                tables.add(
                    new RespondentsTable(
                        families.computeIfAbsent(
                            new Known(key.wave(), key.dimension()), k -> new Family()),
                        key,
                        rows,
                        groups,
                        threshold)));
    return tables;
  }

  private static <T, R> List<R> rows(List<T> tables, Function<T, List<R>> of) {
    return tables.stream().flatMap(t -> of.apply(t).stream()).toList();
  }
}
