package org.kith.suggest;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kith.resident.ResidentCode;
import org.kith.workspace.Organisation;
import org.kith.workspace.Settings;
import org.kith.workspace.Settings.Group;

/**
 * Which columns say who answered, for whom and when. Each is proposed once, with how sure it is;
 * what was not found stays empty.
 */
final class Roles {
  /** What a reader has to fill in; no mapping with it is accepted. */
  static final String ASK = "?";

  private static final Pattern ORGANISATION =
      Pattern.compile(
          "(.* )?(org|organisation|organization|agency|provider|partner|site|service|team|project"
              + "|centre|branch)( name)?|.*who gave you this (form|survey).*");
  private static final Pattern PERSON =
      Pattern.compile(
          "(.* )?(token|card|pseudonym|(person|participant|member|respondent|client|unique|user)"
              + "( ?(id|number|no|code|ref(erence)?))?)");
  private static final Pattern RESPONSE =
      Pattern.compile(
          "id|no|number|row|(response|record|form|survey|submission|entry) ?(id|no|number)?");
  private static final Pattern WHEN =
      Pattern.compile(
          "(.* )?(date|timestamp|time|quarter|wave|submitted|completed|round|period)( .*)?");
  private static final Pattern WEIGHT =
      Pattern.compile("(.* )?(weight|weights|weighting|wt|wgt)( .*)?");
  private static final Pattern POSITIVE = Pattern.compile("\\d*[.,]?\\d+");
  private static final int MOST_GROUPS = 40;

  /**
   * A column in a role.
   *
   * @param values what a mapping has to say about its values; empty when they are right as they are
   * @param format of dates, or empty
   */
  record Role(Column column, String remark, Map<String, String> values, String format) {}

  private final List<Column> columns;
  private final Set<Column> identifying;
  private final Settings settings;
  private final List<Organisation> organisations;
  private final ToolColumns tool;
  private final Set<Column> taken = new HashSet<>();

  /**
   * @param columns those that hold no item
   * @param identifying those of them that may only become a known group
   */
  Roles(
      List<Column> columns,
      Set<Column> identifying,
      ToolColumns tool,
      Settings settings,
      List<Organisation> organisations) {
    this.columns = columns;
    this.identifying = identifying;
    this.tool = tool;
    this.settings = settings;
    this.organisations = organisations;
  }

  /** The columns that have a role by now. */
  Set<Column> taken() {
    return Set.copyOf(taken);
  }

  private List<Column> free() {
    return columns.stream().filter(c -> !taken.contains(c) && !identifying.contains(c)).toList();
  }

  private Role take(Column column, String remark, Map<String, String> values, String format) {
    taken.add(column);
    return new Role(column, remark, values, format);
  }

  /** The column that holds the codes of slips: their last letter checks the others. */
  Optional<Role> code() {
    return columns.stream()
        .filter(c -> !taken.contains(c) && !c.values().isEmpty())
        .filter(c -> c.values().stream().filter(Roles::isCode).count() * 2 > c.values().size())
        .findFirst()
        .map(
            c ->
                take(
                    c,
                    "Sure: its values are codes that Kith made. Only a keyed print of each is kept.",
                    Map.of(),
                    ""));
  }

  /** The column that says how many people each person stands for. */
  Optional<Role> weight() {
    return free().stream()
        .filter(c -> heads(WEIGHT, c) && !c.values().isEmpty())
        .filter(c -> c.values().stream().allMatch(v -> POSITIVE.matcher(v).matches()))
        .findFirst()
        .map(
            c ->
                take(
                    c,
                    "A guess by its heading, check this: leave the line out if it is not the design"
                        + " weight.",
                    Map.of(),
                    ""));
  }

  private static boolean isCode(String value) {
    try {
      return !ResidentCode.read(value).letters().isEmpty();
    } catch (ResidentCode.NotACodeException e) {
      return false;
    }
  }

  Optional<Role> organisation() {
    Optional<Column> byContent =
        free().stream()
            .filter(c -> !c.values().isEmpty() && matched(c).size() * 2 > c.values().size())
            .max(Comparator.comparingInt(c -> matched(c).size()));
    if (byContent.isPresent()) {
      Column column = byContent.get();
      Map<String, String> found = matched(column);
      boolean all = found.size() == column.values().size();
      boolean ids = found.entrySet().stream().allMatch(e -> e.getKey().equals(e.getValue()));
      String remark =
          all
              ? "Sure: its values are organisations of this workspace."
              : "Fairly sure: most of its values are organisations of this workspace; check those"
                  + " with "
                  + ASK
                  + ". Known: "
                  + known()
                  + ".";
      return Optional.of(take(column, remark, all && ids ? Map.of() : asked(column, found), ""));
    }
    return free().stream()
        .filter(c -> !c.values().isEmpty() && c.values().size() <= MOST_GROUPS)
        .filter(c -> heads(ORGANISATION, c) && !tool.own(c) && !c.tellsRowsApart())
        .findFirst()
        .map(
            c ->
                take(
                    c,
                    "A guess by its heading, check this: write the organisation behind each value"
                        + " for "
                        + ASK
                        + ". Known: "
                        + known()
                        + ".",
                    asked(c, Map.of()),
                    ""));
  }

  String known() {
    return String.join(", ", organisations.stream().map(Organisation::id).toList());
  }

  private Map<String, String> matched(Column column) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String value : column.values()) {
      String plain = Wording.plain(value);
      organisations.stream()
          .filter(o -> Wording.plain(o.id()).equals(plain) || Wording.plain(o.name()).equals(plain))
          .findFirst()
          .ifPresent(o -> found.put(value, o.id()));
    }
    return found;
  }

  private static Map<String, String> asked(Column column, Map<String, String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    column.values().stream().sorted().forEach(v -> values.put(v, known.getOrDefault(v, ASK)));
    return values;
  }

  Optional<Role> wave() {
    Optional<Column> own = tool.date(free());
    return own.or(
            () ->
                free().stream()
                    .filter(c -> Dates.format(c.values()).isPresent() || Dates.plain(c.values()))
                    .min(Comparator.comparing(c -> !heads(WHEN, c))))
        .map(c -> wave(c, own.isPresent()));
  }

  private Role wave(Column column, boolean tools) {
    String format = Dates.format(column.values()).orElse("");
    String dates =
        heads(WHEN, column) ? "Fairly sure: it holds dates" : "A guess, check this: it holds dates";
    String sure = tools ? "Sure: the tool's own date" : dates;
    if (column.values().stream().allMatch(v -> v.matches("\\d{4}q[1-4]"))) {
      return take(column, "Sure: it holds quarters.", Map.of(), "");
    }
    String order =
        Dates.orderUnknown(format, column.values())
            ? ". Check this: the sample does not tell day from month; the day is taken to be first"
            : "";
    return take(column, sure + order + ".", Map.of(), format);
  }

  Optional<Role> response() {
    return tool.response(free())
        .map(c -> take(c, "Sure: the tool's own number of a response.", Map.of(), ""))
        .or(
            () ->
                free().stream()
                    .filter(c -> c.tellsRowsApart() && heads(RESPONSE, c))
                    .findFirst()
                    .map(
                        c ->
                            take(
                                c, "Fairly sure: a number of its own in each row.", Map.of(), "")));
  }

  Optional<Role> person() {
    String why =
        " It becomes a keyed pseudonym; leave the line out if it is not the same each time.";
    return tool.person(free())
        .map(c -> take(c, "Fairly sure: how the tool knows a person again." + why, Map.of(), ""))
        .or(
            () ->
                free().stream()
                    .filter(c -> heads(PERSON, c) && c.values().size() * 2 >= c.filled())
                    .filter(c -> c.values().size() > 1)
                    .findFirst()
                    .map(c -> take(c, "A guess by its heading, check this." + why, Map.of(), "")));
  }

  /** Known groups of the settings, in their order. */
  Map<String, Role> groups() {
    Map<String, Role> found = new LinkedHashMap<>();
    for (Group group : settings.groups()) {
      group(group).ifPresent(role -> found.put(group.id(), role));
    }
    return found;
  }

  private Optional<Role> group(Group group) {
    return columns.stream()
        .filter(c -> !taken.contains(c) && !tool.own(c) && suits(c, group))
        .filter(c -> called(c, group) || mostlyListed(c, group))
        .min(Comparator.comparing(c -> !called(c, group)))
        .map(c -> group(c, group));
  }

  private Role group(Column column, Group group) {
    String sure =
        called(column, group)
            ? "Fairly sure: the heading and the values fit."
            : "Fairly sure: its values are those of this group.";
    if (group.rule() != Group.Rule.LISTED) {
      return take(column, sure, Map.of(), "");
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String value : MissingValues.without(column.values()).stream().sorted().toList()) {
      List<String> same = listed(value, group);
      values.put(value, same.size() == 1 ? same.get(0) : ASK);
    }
    if (values.keySet().stream().anyMatch(group.values()::contains)) {
      return take(
          column, sure + " Values that kith.yaml does not list become not known.", Map.of(), "");
    }
    String check =
        " Check this: write one of %s for each %s, or leave the value out."
            .formatted(String.join("; ", group.values()), ASK);
    return take(column, values.containsValue(ASK) ? sure + check : sure, values, "");
  }

  private static boolean mostlyListed(Column column, Group group) {
    List<String> values = MissingValues.without(column.values());
    long same = values.stream().filter(v -> !listed(v, group).isEmpty()).count();
    return same * 2 > values.size();
  }

  private static List<String> listed(String value, Group group) {
    String plain = Wording.plain(value);
    List<String> same =
        group.values().stream().filter(v -> Wording.plain(v).equals(plain)).toList();
    return same.isEmpty()
        ? group.values().stream().filter(v -> Wording.shortens(value, v)).toList()
        : same;
  }

  private static boolean suits(Column column, Group group) {
    List<String> values = MissingValues.without(column.values());
    return !values.isEmpty()
        && switch (group.rule()) {
          case BANDS ->
              values.stream().allMatch(v -> v.matches("1?\\d{1,2}") || group.labels().contains(v));
          case OUTWARD_CODE ->
              values.stream()
                  .allMatch(v -> v.matches("(?i)[a-z]{1,2}\\d[a-z\\d]?( ?\\d[a-z]{2})?"));
          case LISTED -> values.size() <= Math.max(2 * group.values().size(), 12);
        };
  }

  private static boolean called(Column column, Group group) {
    List<String> said = Wording.nameWords(column.name() + " " + column.question());
    List<String> own = Wording.nameWords(group.id() + " " + group.name());
    boolean age = group.rule() == Group.Rule.BANDS && said.containsAll(List.of("how", "old"));
    return age
        || own.stream().anyMatch(o -> said.stream().anyMatch(w -> w.equals(o) || cut(w, o)))
        || (group.rule() == Group.Rule.OUTWARD_CODE && said.contains("postcode"));
  }

  /** "lang" for "language". */
  private static boolean cut(String said, String own) {
    return said.length() > 3 && own.startsWith(said);
  }

  private static boolean heads(Pattern pattern, Column column) {
    return pattern.matcher(String.join(" ", Wording.nameWords(column.name()))).matches()
        || pattern.matcher(Wording.plain(column.question())).matches();
  }
}
