package org.kith.suggest;

import static java.util.stream.Collectors.joining;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.kith.instrument.Instrument;
import org.kith.instrument.InstrumentLibrary;
import org.kith.instrument.Missing;
import org.kith.suggest.Roles.Role;
import org.kith.workspace.Organisation;
import org.kith.workspace.Settings;

/**
 * Proposes a mapping for an export that none matches, by comparing its headings and the values in a
 * sample of its rows with the instruments there are. Every line says how sure it is and why. It
 * never decides: what it cannot know is written as {@code ?}, which no mapping may keep.
 */
public final class Suggestion {
  private static final int MANY = 12;

  private final StringBuilder yaml = new StringBuilder();

  private Suggestion() {}

  /**
   * A mapping for an export whose headings are its questions, or whose sample starts with the
   * further header rows of Qualtrics.
   *
   * @param fileName name of the export in {@code raw/}
   * @param tool limesurvey, qualtrics, kobotoolbox or csv
   * @param headings in file order
   * @param sampleRows some rows, cells in the order of the headings; a hundred say enough
   * @return YAML, with comments; it holds no cell of a column that looks identifying
   */
  public static String mappingFor(
      String fileName,
      String tool,
      List<String> headings,
      List<List<String>> sampleRows,
      InstrumentLibrary library,
      Settings settings,
      List<Organisation> organisations) {
    int ids = 0;
    while (ids < Math.min(2, sampleRows.size())
        && sampleRows.get(ids).stream().noneMatch(c -> c.contains("\"ImportId\""))) {
      ids++;
    }
    boolean qualtrics = ids < Math.min(2, sampleRows.size());
    return mappingFor(
        fileName,
        tool,
        headings,
        qualtrics && ids == 1 ? sampleRows.get(0) : List.of(),
        qualtrics ? sampleRows.subList(ids + 1, sampleRows.size()) : sampleRows,
        library,
        settings,
        organisations);
  }

  /**
   * A mapping for an export that writes its questions apart from its headings.
   *
   * @param questions the words asked, in the order of the headings; blank or left off where there
   *     are none
   * @see #mappingFor(String, String, List, List, InstrumentLibrary, Settings, List)
   */
  public static String mappingFor(
      String fileName,
      String tool,
      List<String> headings,
      List<String> questions,
      List<List<String>> sampleRows,
      InstrumentLibrary library,
      Settings settings,
      List<Organisation> organisations) {
    List<Column> columns = Column.of(headings, questions, sampleRows);
    List<Instrument> instruments = List.copyOf(library.instruments());
    ToolColumns own = new ToolColumns(tool);
    Set<Column> identifying = new HashSet<>(columns.stream().filter(Column::identifying).toList());
    List<ItemMatch> items =
        ItemMatch.among(
            columns.stream().filter(c -> !own.own(c) && !identifying.contains(c)).toList(),
            instruments);
    Set<Column> used = new HashSet<>(items.stream().map(ItemMatch::column).toList());
    Roles roles =
        new Roles(
            columns.stream().filter(c -> !used.contains(c)).toList(),
            identifying,
            own,
            settings,
            organisations);
    Suggestion suggestion = new Suggestion();
    // Before any other role, so that no code is ever taken for a value to be shown.
    Optional<Role> code = roles.code();
    Optional<Role> weight = roles.weight();
    suggestion.head(fileName, tool, sampleRows.size());
    suggestion.organisation(roles.organisation(), organisations);
    suggestion.wave(roles.wave());
    Optional<Role> response = roles.response();
    suggestion.person(roles.person());
    response.ifPresent(r -> suggestion.line(r.remark(), "response: {column: " + name(r) + "}"));
    code.ifPresent(c -> suggestion.line(c.remark(), "code: " + name(c)));
    weight.ifPresent(w -> suggestion.line(w.remark(), "weight: " + name(w)));
    suggestion.groups(roles.groups());
    suggestion.items(items, instruments);
    suggestion.missing(items);
    used.addAll(roles.taken());
    suggestion.rest(columns, used, identifying, own);
    return suggestion.yaml.toString();
  }

  private void head(String fileName, String tool, int rows) {
    remark("A proposal for " + fileName + ", from its headings and " + rows + " of its rows.");
    remark("Read every line against the form that people filled in, and correct it.");
    remark(
        Roles.ASK + " stands for what only you can know; Kith refuses the file while one is left.");
    line("", "match: " + quoted(pattern(fileName)));
    line("", "tool: " + tool);
  }

  /** The name without the date or number at its end, so that the next export matches too. */
  static String pattern(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot < 0 ? fileName : fileName.substring(0, dot);
    String ending = dot < 0 ? "" : fileName.substring(dot);
    String general = stem.replaceFirst("[\\s_(-]*\\d[\\d\\s_()-]*$", "");
    return (general.isEmpty() ? stem : general).replaceAll("[\\[\\]{}*?\\\\]", "?") + "*" + ending;
  }

  private void organisation(Optional<Role> role, List<Organisation> organisations) {
    if (role.isPresent()) {
      line(role.get().remark(), "organisation: " + source(role.get()));
    } else if (organisations.size() == 1) {
      line(
          "Fairly sure: the workspace has one organisation.",
          "organisation: {constant: " + organisations.get(0).id() + "}");
    } else {
      line(
          "Check this: no column seems to name the organisation. Write its id from"
              + " organisations.csv, or {column: …} instead.",
          "organisation: {constant: " + quoted(Roles.ASK) + "}");
    }
  }

  private void wave(Optional<Role> role) {
    if (role.isPresent()) {
      line(role.get().remark(), "wave: " + source(role.get()));
    } else {
      line(
          "Check this: no column seems to hold a date. Write the quarter, such as 2025q4, or"
              + " {column: …, format: …} instead.",
          "wave: {constant: " + quoted(Roles.ASK) + "}");
    }
  }

  private void person(Optional<Role> role) {
    if (role.isPresent()) {
      line(role.get().remark(), "person: {column: " + name(role.get()) + "}");
    } else {
      blank();
      remark("No column seems to know a person again: every response counts as its own person. If");
      remark("there is one, add: person: {column: …}; it becomes a keyed pseudonym.");
    }
  }

  private void groups(Map<String, Role> groups) {
    if (!groups.isEmpty()) {
      line("", "groups:");
      groups.forEach(
          (id, role) -> {
            yaml.append("  # ").append(role.remark()).append('\n');
            yaml.append("  ").append(id).append(": ").append(source(role)).append('\n');
          });
    }
  }

  private void items(List<ItemMatch> items, List<Instrument> instruments) {
    blank();
    if (items.isEmpty()) {
      remark("Check this: no heading is like a question of an instrument that Kith knows. If the");
      remark(
          "questions are your own, describe them in instruments/, and ask for a proposal again.");
      yaml.append("items: []\n");
      return;
    }
    if (items.stream().filter(m -> !m.column().hasQuestion()).count() * 2 > items.size()) {
      remark(
          "Most headings are short names. An export whose headings are the full questions would");
      remark("let Kith compare the wording, and be surer.");
    }
    yaml.append("items:\n");
    for (ItemMatch match : items) {
      yaml.append("  # ").append(match.remark(instruments)).append('\n');
      yaml.append("  - {instrument: ").append(match.instrument().id());
      yaml.append(", item: ").append(match.item().id());
      yaml.append(", column: ").append(quoted(match.column().name()));
      if (!match.fit().codes().isEmpty()) {
        yaml.append(", codes: ").append(table(match.fit().codes()));
      }
      yaml.append("}\n");
    }
  }

  private void missing(List<ItemMatch> items) {
    Map<String, String> missing = new TreeMap<>();
    for (ItemMatch match : items) {
      for (String value : match.column().values()) {
        boolean known =
            match.fit().codes().containsKey(value)
                || match.item().answers().stream().anyMatch(a -> a.label().equals(value))
                || match.item().missing().keySet().stream().anyMatch(c -> value.equals("" + c))
                || match.item().answers().stream().anyMatch(a -> value.equals("" + a.code()));
        if (!known) {
          MissingValues.of(value).map(Missing::word).ifPresent(w -> missing.put(value, w));
        }
      }
    }
    if (!missing.isEmpty()) {
      line("Check this: answers that by custom are none.", "missing: " + table(missing));
    }
  }

  private void rest(
      List<Column> columns, Set<Column> used, Set<Column> identifying, ToolColumns own) {
    List<Column> unused = columns.stream().filter(c -> !used.contains(c)).toList();
    list("Dropped at the door, because it looks identifying", unused, identifying::contains);
    list("Not used", unused, c -> !identifying.contains(c) && !own.own(c));
  }

  private void list(String title, List<Column> columns, Predicate<Column> which) {
    List<String> names = columns.stream().filter(which).map(c -> oneLine(c.name())).toList();
    if (!names.isEmpty()) {
      blank();
      for (int i = 0; i < names.size(); i += MANY) {
        List<String> some = names.subList(i, Math.min(i + MANY, names.size()));
        remark((i == 0 ? title + ": " : "  ") + String.join("; ", some));
      }
    }
  }

  private static String source(Role role) {
    String values = role.values().isEmpty() ? "" : ", values: " + table(role.values());
    String format = role.format().isEmpty() ? "" : ", format: " + quoted(role.format());
    return "{column: " + name(role) + format + values + "}";
  }

  private static String name(Role role) {
    return quoted(role.column().name());
  }

  private static String table(Map<String, ?> entries) {
    return entries.entrySet().stream()
        .map(e -> quoted(e.getKey()) + ": " + value(e.getValue()))
        .collect(joining(", ", "{", "}"));
  }

  private static String value(Object value) {
    String text = value.toString();
    return text.matches("[a-z0-9][a-z0-9_-]*|[A-Za-z][A-Za-z0-9 ]*") ? text : quoted(text);
  }

  private static String quoted(String text) {
    return '"' + oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private void line(String remark, String line) {
    if (!remark.isEmpty()) {
      blank();
      remark(remark);
    }
    yaml.append(line).append('\n');
  }

  private void remark(String words) {
    yaml.append("# ").append(words).append('\n');
  }

  private void blank() {
    if (!yaml.isEmpty()) {
      yaml.append('\n');
    }
  }
}
