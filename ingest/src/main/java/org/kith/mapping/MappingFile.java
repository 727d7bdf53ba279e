package org.kith.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kith.dialect.Dialects;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;
import org.kith.mapping.Mapping.ItemSource;
import org.kith.mapping.Mapping.Source;
import org.kith.workspace.Organisation;
import org.kith.workspace.Settings;
import org.kith.workspace.Settings.Group;
import org.kith.workspace.Wave;
import org.kith.yaml.YamlMap;
import org.kith.yaml.YamlText;

/** Reads mappings, checking each word against the instruments and the workspace. */
public final class MappingFile {
  private final Map<String, Instrument> instruments;
  private final Map<String, Group> groups;
  private final Set<String> organisations;

  /**
   * @param instruments every instrument there is, by id
   * @param settings the workspace's, for its groups
   * @param organisations those taking part
   */
  public MappingFile(
      Map<String, Instrument> instruments, Settings settings, List<Organisation> organisations) {
    this.instruments = Map.copyOf(instruments);
    this.groups = settings.groups().stream().collect(Collectors.toMap(Group::id, g -> g));
    this.organisations =
        organisations.stream().map(Organisation::id).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The mapping files of a workspace, in order of their names.
   *
   * @throws IOException if the folder cannot be read
   */
  public static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /**
   * Reads one mapping.
   *
   * @throws org.kith.yaml.InvalidFileException with everything wrong in it, line by line
   */
  public Mapping read(Path file) {
    String name = "mappings/" + file.getFileName();
    return YamlText.read(file, name, m -> mapping(name, m));
  }

  private Mapping mapping(String name, YamlMap m) {
    String tool = m.text("tool", "");
    List<String> tools = Dialects.tools();
    if (!tool.isEmpty() && !tools.contains(tool)) {
      m.problem("tool", "must be one of " + String.join(", ", tools) + ".");
    }
    Source organisation =
        m.neededMap("organisation", this::organisation).orElse(constant("stand-in"));
    Source wave = m.neededMap("wave", this::wave).orElse(constant("stand-in"));
    String person = m.map("person", p -> p.text("column")).orElse("");
    String response = m.map("response", p -> p.text("column")).orElse("");
    String code = m.text("code", "");
    String weight = m.text("weight", "");
    Map<String, Source> fromGroups = groups(m);
    List<ItemSource> items = m.maps("items", this::item);
    if (items.isEmpty() && !m.has("items")) {
      m.problem("items", "is missing; list which column answers which item.");
    }
    Set<String> seen = new HashSet<>();
    for (ItemSource item : items) {
      if (!seen.add(item.instrument() + " " + item.item())) {
        m.problem(
            "items", "has " + item.instrument() + " " + item.item() + " twice; keep one of them.");
      }
    }
    return new Mapping(
        name,
        m.text("match"),
        tool,
        organisation,
        wave,
        person,
        response,
        code,
        weight,
        fromGroups,
        items,
        m.wordTable("missing", Missing.class));
  }

  private static Source constant(String value) {
    return new Source("", value, Map.of(), "", "");
  }

  private Source organisation(YamlMap m) {
    String constant = m.text("constant", "");
    Map<String, String> values = m.table("values");
    for (String id : constant.isEmpty() ? values.values() : List.of(constant)) {
      if (!organisations.contains(id)) {
        m.problem(
            constant.isEmpty() ? "values" : "constant",
            "names " + id + ", which is not in organisations.csv; add it there or correct it.");
      }
    }
    return source(m, constant, values, "", "");
  }

  private Source wave(YamlMap m) {
    String constant = m.text("constant", "");
    if (!constant.isEmpty() && !constant.matches("\\d{4}q[1-4]")) {
      m.problem("constant", "must be a wave like 2025q4, not " + constant + ".");
    }
    String format = m.text("format", "");
    if (!format.isEmpty() && !WaveReader.understands(format)) {
      m.problem("format", "is not a way to write dates; write one like dd/MM/yyyy or yyyy-MM-dd.");
    }
    Map<String, String> values = m.table("values");
    for (String wave : values.values()) {
      try {
        Wave.of(wave);
      } catch (IllegalArgumentException e) {
        m.problem("values", "holds a wrong wave: " + e.getMessage());
      }
    }
    return source(m, constant, values, format, m.text("else", ""));
  }

  private static Source source(
      YamlMap m, String constant, Map<String, String> values, String format, String otherwise) {
    String column = m.text("column", "");
    if (column.isEmpty() == constant.isEmpty()) {
      m.problem("column", "or \"constant\" must be there, and not both.");
    }
    return new Source(column, constant, values, format, otherwise);
  }

  private Map<String, Source> groups(YamlMap m) {
    Map<String, Source> found =
        new LinkedHashMap<>(m.mapTable("groups", g -> source(g, "", g.table("values"), "", "")));
    for (var entry : found.entrySet()) {
      Group group = groups.get(entry.getKey());
      if (group == null) {
        m.problem(
            "groups",
            "has "
                + entry.getKey()
                + ", which kith.yaml does not define under groups. Defined there: "
                + String.join(", ", groups.keySet().stream().sorted().toList())
                + ".");
      } else if (group.rule() == Group.Rule.LISTED) {
        for (String value : entry.getValue().values().values()) {
          if (!group.values().contains(value)) {
            m.problem(
                "groups",
                entry.getKey() + " maps to \"" + value + "\", which kith.yaml does not list.");
          }
        }
      }
    }
    return found;
  }

  private ItemSource item(YamlMap m) {
    String id = m.text("instrument");
    String itemId = m.text("item");
    String column = m.text("column");
    String choice = m.text("choice", "");
    List<String> choices = m.has("choices") ? m.texts("choices") : List.of();
    Map<String, String> raw = m.table("codes");
    Map<String, Missing> missing = m.wordTable("missing", Missing.class);
    Map<String, Integer> codes = new HashMap<>();
    Instrument instrument = instruments.get(id);
    if (instrument == null) {
      m.problem(
          "instrument",
          "is not known; it must be an instrument of the library or of instruments/. Known: "
              + String.join(", ", instruments.keySet().stream().sorted().toList())
              + ".");
      return new ItemSource(id, itemId, column, choice, choices, codes, missing);
    }
    if (instrument.item(itemId).isEmpty()) {
      List<String> known = instrument.items().stream().map(Item::id).toList();
      m.problem("item", "is not one of " + id + "'s items: " + String.join(", ", known) + ".");
      return new ItemSource(id, itemId, column, choice, choices, codes, missing);
    }
    Item item = instrument.item(itemId).orElseThrow();
    raw.forEach((cell, meaning) -> code(m, item, cell, meaning, codes));
    if (!choices.isEmpty() && !choices.contains(choice)) {
      m.problem("choices", "must list all of the question's choices, this one among them.");
    }
    if (!choice.isEmpty() && (item.answer(0).isEmpty() || item.answer(1).isEmpty())) {
      m.problem("choice", "needs an item whose answers are 1 (ticked) and 0 (not ticked).");
    }
    return new ItemSource(id, itemId, column, choice, choices, codes, missing);
  }

  private static void code(
      YamlMap m, Item item, String cell, String meaning, Map<String, Integer> codes) {
    try {
      if (meaning.matches("\\d{1,4}")) {
        int code = Integer.parseInt(meaning);
        if (item.answer(code).isEmpty()) {
          m.problem(
              "codes",
              "maps "
                  + cell
                  + " to "
                  + code
                  + ", which is not an answer of item "
                  + item.id()
                  + " ("
                  + ItemCodes.range(item)
                  + ").");
        }
        codes.put(cell, code);
      } else {
        codes.put(cell, Missing.valueOf(meaning.toUpperCase(Locale.ROOT)).code());
      }
    } catch (IllegalArgumentException e) {
      List<String> words = new ArrayList<>();
      for (Missing kind : Missing.values()) {
        words.add(kind.name().toLowerCase(Locale.ROOT));
      }
      m.problem(
          "codes",
          "maps "
              + cell
              + " to "
              + meaning
              + "; write an answer's number or one of "
              + String.join(", ", words)
              + ".");
    }
  }
}
