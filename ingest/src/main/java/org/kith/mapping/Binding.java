package org.kith.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kith.dialect.Export;
import org.kith.dialect.Heading;
import org.kith.dialect.Layout;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;
import org.kith.mapping.Mapping.ItemSource;
import org.kith.mapping.Mapping.Source;
import org.kith.protect.GroupRule;
import org.kith.protect.Identifying;
import org.kith.workspace.Organisation;
import org.kith.workspace.Settings;
import org.kith.workspace.Settings.Group;
import org.kith.yaml.InvalidFileException;

/**
 * A mapping bound to the columns of one export: every name is found, and no identifying column is
 * used as an item or a group.
 */
public final class Binding {
  /**
   * One item's place in its instrument, and the column that answers it.
   *
   * @param starts the first column of the same question
   */
  record BoundItem(int instrument, int position, int column, int starts, ItemCodes codes) {}

  /** One known group and the column it is generalised from. */
  record BoundGroup(int position, int column, GroupRule rule, Map<String, String> values) {}

  final String fileName;
  final Mapping mapping;
  final Layout layout;
  final List<Instrument> instruments = new ArrayList<>();
  final List<Group> groups;
  final List<BoundItem> items = new ArrayList<>();
  final List<BoundGroup> fromGroups = new ArrayList<>();
  final Set<String> organisations;
  int organisation = -1;
  int wave = -1;
  int waveOtherwise = -1;
  int person = -1;
  List<Integer> response = List.of();
  int code = -1;
  int weight = -1;
  private final Map<String, Missing> missing;
  private final List<String> leftBehind;

  private Binding(
      Export export, Mapping mapping, Settings settings, List<Organisation> organisations) {
    this.fileName = export.file().getFileName().toString();
    this.mapping = mapping;
    this.layout = export.layout();
    this.groups = settings.groups();
    this.organisations =
        organisations.stream().map(Organisation::id).collect(Collectors.toUnmodifiableSet());
    this.missing = new LinkedHashMap<>(layout.missing());
    missing.putAll(mapping.missing());
    this.leftBehind =
        layout.headings().stream().filter(Binding::identifying).map(Heading::name).toList();
  }

  /**
   * Binds a mapping to an export.
   *
   * @throws InvalidFileException with every column that is missing, ambiguous or identifying
   */
  public static Binding of(
      Export export,
      Mapping mapping,
      Map<String, Instrument> instruments,
      Settings settings,
      List<Organisation> organisations) {
    Binding binding = new Binding(export, mapping, settings, organisations);
    List<String> problems = new ArrayList<>();
    binding.tool(problems);
    binding.find(new Columns(binding.fileName, mapping.file(), export.layout(), problems));
    binding.findItems(instruments, export, problems);
    binding.codeAlone(problems);
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems.stream().distinct().toList());
    }
    return binding;
  }

  private void tool(List<String> problems) {
    if (!mapping.tool().isEmpty() && !mapping.tool().equals(layout.tool())) {
      problems.add(
          "%s is written like an export of %s, but %s says tool: %s. Correct or remove that line."
              .formatted(fileName, layout.tool(), mapping.file(), mapping.tool()));
    }
  }

  private void find(Columns columns) {
    organisation = optional(columns, mapping.organisation().column());
    wave = optional(columns, mapping.wave().column());
    waveOtherwise = optional(columns, mapping.wave().otherwise());
    person = optional(columns, mapping.person());
    code = optional(columns, mapping.code());
    weight = optional(columns, mapping.weight());
    int own = optional(columns, mapping.response());
    if (mapping.response().isEmpty()) {
      response = layout.response();
    } else if (own >= 0) {
      response = List.of(own);
    }
  }

  private static int optional(Columns columns, String name) {
    return name.isEmpty() ? -1 : columns.of(name);
  }

  private void findItems(Map<String, Instrument> known, Export export, List<String> problems) {
    Columns columns = new Columns(fileName, mapping.file(), layout, problems);
    List<String> places =
        mapping.items().stream().map(ItemSource::instrument).distinct().sorted().toList();
    places.forEach(id -> instruments.add(known.get(id)));
    for (ItemSource source : mapping.items()) {
      int column = columns.of(source.column());
      if (column >= 0 && !refused(column, export, "item " + source.item(), problems)) {
        int place = places.indexOf(source.instrument());
        Instrument instrument = instruments.get(place);
        items.add(
            new BoundItem(
                place,
                itemIds(instrument).indexOf(source.item()),
                column,
                starts(column),
                codes(source, instrument, columns.heading(column), problems)));
      }
    }
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      Source source = mapping.groups().get(group.id());
      if (source != null) {
        int column = columns.of(source.column());
        boolean outward = group.rule() == Group.Rule.OUTWARD_CODE;
        if (column >= 0 && (outward || !refused(column, export, "group " + group.id(), problems))) {
          fromGroups.add(new BoundGroup(i, column, GroupRule.of(group), source.values()));
        }
      }
    }
  }

  private ItemCodes codes(
      ItemSource source, Instrument instrument, Heading heading, List<String> problems) {
    Item item = instrument.item(source.item()).orElseThrow();
    if (!source.choice().isEmpty()
        && layout.choicesMayHoldSeparator()
        && source.choices().isEmpty()) {
      problems.add(
          "%s, column \"%s\": ticked choices are joined with a comma, which a choice may hold too. List all of the question's choices in %s, as choices: [\"…\", \"…\"]."
              .formatted(fileName, heading.name(), mapping.file()));
    }
    if (source.codes().isEmpty()) {
      disagreement(item, heading).ifPresent(problems::add);
    }
    Map<String, Missing> known = new LinkedHashMap<>(layout.missing());
    known.putAll(heading.book().missing());
    known.putAll(mapping.missing());
    return new ItemCodes(source, item, known, heading.book().ticks(), layout.choices());
  }

  /** A file that counts the other way round must not be read as if it did not. */
  private Optional<String> disagreement(Item item, Heading heading) {
    for (Answer answer : item.answers()) {
      String label = heading.book().labels().get(String.valueOf(answer.code()));
      if (label == null || ItemCodes.plain(label).equals(ItemCodes.plain(answer.label()))) {
        continue;
      }
      for (Answer other : item.answers()) {
        if (ItemCodes.plain(label).equals(ItemCodes.plain(other.label()))) {
          return Optional.of(
              "%s, column \"%s\": the file says that %d means \"%s\", but in item %s that is %d. Write what its values mean in %s, as codes: {%d: %d, …}."
                  .formatted(
                      fileName,
                      heading.name(),
                      answer.code(),
                      label,
                      item.id(),
                      other.code(),
                      mapping.file(),
                      answer.code(),
                      other.code()));
        }
      }
    }
    return Optional.empty();
  }

  /** What a code says must not get into the lake, or a report, by another way. */
  private void codeAlone(List<String> problems) {
    boolean twice =
        code >= 0
            && (code == organisation
                || code == wave
                || code == waveOtherwise
                || code == weight
                || items.stream().anyMatch(i -> i.column() == code)
                || fromGroups.stream().anyMatch(g -> g.column() == code));
    if (twice) {
      problems.add(
          "%s, column \"%s\": it holds codes, so it can be nothing else. Correct %s."
              .formatted(fileName, layout.headings().get(code).name(), mapping.file()));
    }
  }

  /** Ticking one choice of a question shows that the others were seen. */
  private int starts(int column) {
    String question = layout.headings().get(column).question();
    int first = column;
    while (first > 0 && layout.headings().get(first - 1).question().equals(question)) {
      first--;
    }
    return first;
  }

  /** What cells mean everywhere in this file: the tool's own words, then the mapping's. */
  Map<String, Missing> missing() {
    return missing;
  }

  private boolean refused(int column, Export export, String use, List<String> problems) {
    Heading heading = layout.headings().get(column);
    if (identifying(heading)) {
      problems.add(
          "%s, column \"%s\": it tells who or where a person is, so it cannot be used as %s. Remove it from %s."
              .formatted(fileName, heading.name(), use, mapping.file()));
      return true;
    }
    List<String> cells =
        export.head().rows().stream()
            .skip(layout.headerRows())
            .filter(r -> column < r.size())
            .map(r -> r.get(column))
            .toList();
    var content = Identifying.content(cells);
    content.ifPresent(
        what ->
            problems.add(
                "%s, column \"%s\": its cells look like %s, so it cannot be used as %s. Correct %s."
                    .formatted(fileName, heading.name(), what, use, mapping.file())));
    return content.isPresent();
  }

  private static boolean identifying(Heading heading) {
    return heading.role() == Heading.Role.IDENTIFYING || Identifying.heading(heading.name());
  }

  /** The instruments this export answers, in order of their ids. */
  public List<Instrument> instruments() {
    return List.copyOf(instruments);
  }

  /** The item ids of an instrument, in its order: the item columns of its table. */
  public static List<String> itemIds(Instrument instrument) {
    return instrument.items().stream().map(Item::id).toList();
  }

  /** The ids of the workspace's groups, in order: the group columns of every table. */
  public List<String> groupIds() {
    return groups.stream().map(Group::id).toList();
  }

  /** Whether a person has a row per form or visit, each with a part of the columns. */
  public boolean manyRowsEach() {
    return layout.hasManyRowsEach();
  }

  /** Whether the export says how many people each person stands for. */
  public boolean weighted() {
    return weight >= 0;
  }

  /**
   * Headings of identifying columns, none of which is read except to become a pseudonym or code.
   */
  public List<String> leftBehind() {
    return leftBehind;
  }

  /** How many columns of the export no one asked for. */
  public long unused() {
    long used = 0;
    for (boolean wanted : wanted().wanted()) {
      used += wanted ? 1 : 0;
    }
    return layout.headings().size() - used;
  }

  /** Which cells to read. */
  public Export.Wanted wanted() {
    boolean[] wanted = new boolean[layout.headings().size()];
    boolean[] questions = new boolean[wanted.length];
    for (Heading heading : layout.headings()) {
      questions[heading.column()] = heading.role() == Heading.Role.QUESTION;
    }
    List<Integer> columns = new ArrayList<>(layout.statusColumns());
    columns.addAll(List.of(organisation, wave, waveOtherwise, person, code, weight));
    columns.addAll(response);
    for (int column : columns) {
      if (column >= 0) {
        // Filled in by the tool or the place that asked, so it says nothing of how far a person
        // got.
        questions[column] = false;
        wanted[column] = true;
      }
    }
    layout.dates().forEach(c -> wanted[c] = true);
    items.forEach(i -> wanted[i.column()] = true);
    items.forEach(i -> questions[i.column()] = true);
    fromGroups.forEach(g -> wanted[g.column()] = true);
    return new Export.Wanted(wanted, questions);
  }
}
