package org.kith.disclosure;

import static java.util.stream.Collectors.toMap;

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
import org.kith.indicators.Changes;
import org.kith.indicators.Funnels;
import org.kith.indicators.Indicators;
import org.kith.indicators.Known;
import org.kith.indicators.Measurement;
import org.kith.indicators.Representations;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.lake.IngestRecord;
import org.kith.published.BetweenRow;
import org.kith.published.DistributionRow;
import org.kith.published.HealthRow;
import org.kith.published.LevelRow;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.MissingRow;
import org.kith.published.ReliabilityRow;
import org.kith.published.RespondentsRow;
import org.kith.published.ScaleRow;
import org.kith.published.Table;
import org.kith.workspace.Organisation;
import org.kith.workspace.Settings;

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
  private final Known known;
  private final BiConsumer<Family, Threshold> suppression;

  private Disclosure(
      Threshold threshold,
      List<Organisation> organisations,
      List<Instrument> instruments,
      Known known,
      BiConsumer<Family, Threshold> suppression) {
    this.known = known;
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
    return of(rules, organisations, instruments, Known.NOTHING);
  }

  /**
   * Disclosure control for a workspace of which more is known than its answers.
   *
   * @param known the groups people are of, and who lives in the places
   * @throws IllegalArgumentException if the rules cannot protect anybody
   */
  public static Disclosure of(
      DisclosureRules rules,
      List<Organisation> organisations,
      List<Instrument> instruments,
      Known known) {
    return new Disclosure(
        Threshold.of(rules), organisations, instruments, known, Suppression::apply);
  }

  /** With less hidden than is safe, so that tests can show what that gives away. */
  static Disclosure with(
      BiConsumer<Family, Threshold> suppression,
      DisclosureRules rules,
      List<Organisation> organisations,
      List<Instrument> instruments) {
    return new Disclosure(
        Threshold.of(rules), organisations, instruments, Known.NOTHING, suppression);
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
    Map<Group, Family> groupFamilies = new LinkedHashMap<>();
    List<RespondentsTable> respondents = respondents(exact.respondents(), groupFamilies);
    families.forEach((form, family) -> link(form, family, items, scales));
    Measurement measurement = exact.measurement();
    Behinds behinds = new Behinds(measurement.behind());
    Map<List<String>, WholeForm> forms =
        measurement.equals(Measurement.NONE)
            ? Map.of()
            : wholeForms(families, items, scales, behinds, measurement.health());
    Family exports = new Family();
    AccountTable accounts = new AccountTable(exports, ingested, heldOut, threshold);
    // Families share nothing, so they may be decided on side by side.
    Stream.of(families.values(), groupFamilies.values(), List.of(exports))
        .flatMap(Collection::stream)
        .toList()
        .parallelStream()
        .forEach(family -> suppression.accept(family, threshold));

    List<DistributionRow> distributions = rows(items, ItemTable::distributions);
    List<LevelRow> levels = rows(items, ItemTable::levels);
    List<ScaleRow> scaleRows = rows(scales, ScaleTable::rows);
    List<RespondentsRow> groupRows = rows(respondents, RespondentsTable::rows);
    Map<String, String> headings =
        known.dimensions().stream().collect(toMap(Settings.Group::id, Settings.Group::name));
    PanelTables panels =
        new PanelTables(
            measurement,
            behinds,
            instruments,
            exact.distributions(),
            distributions,
            levels,
            threshold,
            suppression);
    ModelResults results =
        new ModelResults(
            measurement,
            behinds,
            headings,
            forms,
            exact.levels(),
            exact.scales(),
            levels,
            scaleRows,
            groupRows,
            threshold);
    List<ReliabilityRow> reliability = results.reliability();
    List<HealthRow> health =
        new HealthRows(instruments, forms, distributions, levels, scaleRows, reliability, threshold)
            .of(measurement.health());
    Gates gates = new Gates(health);
    ModelRows models = new ModelRows(instruments, levels, scaleRows);
    List<BetweenRow> whole = models.between(exact.between());
    List<BetweenRow> between = whole.stream().map(gates::apply).toList();
    return new Release(
        List.of(
            new Published<>(Table.DISTRIBUTIONS, distributions),
            new Published<>(Table.LEVELS, levels),
            new Published<>(Table.MISSING, rows(items, ItemTable::missing)),
            new Published<>(Table.SCALES, scaleRows),
            new Published<>(Table.BETWEEN, between),
            new Published<>(Table.POOLED, models.pooled(exact.pooled(), between)),
            new Published<>(Table.CONTROL_POINTS, models.controlPoints()),
            new Published<>(Table.RESPONDENTS, groupRows),
            new Published<>(Table.RELIABILITY, reliability),
            new Published<>(Table.ITEM_BEHAVIOUR, results.itemBehaviour()),
            new Published<>(Table.COMPARABILITY, results.comparability()),
            new Published<>(Table.HEALTH, health),
            new Published<>(Table.CHANGES, Changes.of(levels)),
            new Published<>(Table.PANELS, panels.panels()),
            new Published<>(Table.TRANSITIONS, panels.transitions()),
            new Published<>(Table.GROWTH, results.growth()),
            new Published<>(Table.PREDICTORS, results.predictors()),
            new Published<>(
                Table.FUNNELS,
                Funnels.of(levels, scaleRows, whole).stream().map(gates::apply).toList()),
            new Published<>(Table.REPRESENTATION, Representations.of(groupRows, known)),
            new Published<>(
                Table.WEIGHTED,
                new WeightedRows(
                        exact.levels(),
                        levels,
                        exact.scales(),
                        scaleRows,
                        exact.respondents(),
                        headings,
                        threshold)
                    .of(measurement.weighted())),
            new Published<>(Table.DRIFT, new DriftRows(levels, threshold).of(measurement.drift())),
            new Published<>(Table.ACCOUNTS, accounts.rows())));
  }

  private Map<List<String>, WholeForm> wholeForms(
      Map<Form, Family> families,
      List<ItemTable> items,
      List<ScaleTable> scales,
      Behinds behinds,
      List<HealthRow> health) {
    Map<List<String>, WholeForm.Asked> asked = new HashMap<>();
    for (HealthRow row : health) {
      HealthRows.asked(row, threshold)
          .ifPresent(of -> asked.put(List.of(row.instrument(), row.wave()), of));
    }
    Map<List<String>, WholeForm> forms = new HashMap<>();
    families.forEach(
        (form, family) -> {
          List<String> key = List.of(form.instrument(), form.wave());
          forms.put(
              key,
              new WholeForm(
                  family,
                  instrument(form.instrument()),
                  form.wave(),
                  items.stream().filter(t -> family.tables.contains(t.table())).toList(),
                  scales.stream()
                      .filter(t -> family.tables.contains(t.table()))
                      .findFirst()
                      .orElse(null),
                  behinds,
                  asked.get(key),
                  threshold));
        });
    return forms;
  }

  /** One instrument in one wave: the forms people returned. */
  private record Form(String instrument, String wave) {
    Family in(Map<Form, Family> families) {
      return families.computeIfAbsent(this, form -> new Family());
    }
  }

  /** A known group of the people who answered in one wave, whatever they were asked. */
  private record Group(String wave, String dimension) {}

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
      List<RespondentsRow> exact, Map<Group, Family> families) {
    List<RespondentsTable> tables = new ArrayList<>();
    Groups.by(RespondentsTable.Key::of, exact)
        .forEach(
            (key, rows) ->
                tables.add(
                    new RespondentsTable(
                        families.computeIfAbsent(
                            new Group(key.wave(), key.dimension()), k -> new Family()),
                        key,
                        rows,
                        groups,
                        threshold)));
    return tables;
  }

  private static <T, R> List<R> rows(List<T> tables, Function<T, List<R>> of) {
    return tables.parallelStream().flatMap(t -> of.apply(t).stream()).toList();
  }
}
