package org.kith.dialect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.dialect.Heading.Book;
import org.kith.dialect.Heading.Role;

/**
 * REDCap's CSV, raw or with labels, known by its own columns or by the {@code _complete} column
 * that ends each form. With the project's dictionary beside it in the same folder, as REDCap
 * downloads it, what cells mean, which are missing and which fields identify people are known too.
 *
 * <p>A record has a row per event and per repeat of a form, each with a part of the columns. A form
 * that was never saved reads 0 in its {@code _complete} and in its checkboxes; its questions count
 * as not asked. A form that was saved and not completed makes the row partial, and a question of
 * which nothing is ticked in it counts as not asked, because its 0 says nothing. {@code [not
 * completed]} in the place of a survey's date is a blank.
 */
final class Redcap implements Dialect {
  private static final Set<String> OWN =
      Set.of(
          "redcap_event_name",
          "redcap_repeat_instrument",
          "redcap_repeat_instance",
          "redcap_data_access_group",
          "redcap_survey_identifier");
  private static final Map<String, String> LABELLED =
      Map.of(
          "event name", "redcap_event_name",
          "repeat instrument", "redcap_repeat_instrument",
          "repeat instance", "redcap_repeat_instance",
          "data access group", "redcap_data_access_group",
          "survey identifier", "redcap_survey_identifier");
  private static final Pattern CHECKBOX = Pattern.compile("(.+?)___(.+)");
  private static final Pattern LABELLED_CHECKBOX = Pattern.compile("(.+) \\(choice=(.*)\\)");
  private static final String COMPLETE = "_complete";
  private static final Set<String> INCOMPLETE = Set.of("0", "incomplete");
  private static final Set<String> TICKED = Set.of("1", "checked");

  @Override
  public String tool() {
    return "redcap";
  }

  @Override
  public Optional<Layout> recognise(Head head) {
    List<String> names = head.first().stream().map(Redcap::own).toList();
    boolean own = names.stream().anyMatch(OWN::contains);
    boolean forms = names.stream().filter(n -> n.endsWith(COMPLETE)).count() > 0;
    boolean boxes = names.stream().anyMatch(n -> CHECKBOX.matcher(n).matches());
    boolean record = names.get(0).matches("record[ _]?id|study[ _]?id");
    if (!own && !(forms && (boxes || record))) {
      return Optional.empty();
    }
    return Optional.of(layout(head, names, Map.of()));
  }

  @Override
  public Layout with(Path export, Head head, Layout layout) throws IOException {
    List<String> names = head.first().stream().map(Redcap::own).toList();
    Optional<RedcapDictionary> dictionary = RedcapDictionary.beside(export, names);
    if (dictionary.isEmpty()) {
      return layout.note(
          "No dictionary that knows its fields lies beside the export. With the project's data dictionary in the same"
              + " folder, labels, missing codes and fields marked as identifiers are known.");
    }
    Layout described = layout(head, names, dictionary.get().fields());
    return described
        .companion(dictionary.get().file())
        .note("Read with the dictionary " + dictionary.get().file().getFileName() + ".");
  }

  private Layout layout(Head head, List<String> names, Map<String, RedcapDictionary.Field> fields) {
    List<Heading> headings = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      headings.add(heading(i, head.first().get(i), names.get(i), i == 0, fields));
    }
    int repeat = names.indexOf("redcap_repeat_instrument");
    Forms forms = Forms.of(names, headings, repeat);
    Set<Integer> asked = new HashSet<>(forms.columns());
    List<Integer> dates = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).endsWith("_timestamp")) {
        dates.add(i);
      }
    }
    return new Layout(tool(), headings, 1)
        .response(
            0, names.indexOf("redcap_event_name"), repeat, names.indexOf("redcap_repeat_instance"))
        .dates(dates, "")
        .status(asked, forms::status)
        .shown(forms::shown)
        .manyRowsEach()
        .blank("[not completed]")
        .note(
            "If this export was made with dates shifted to hide who people are, its dates are not"
                + " the days of the answers: give a constant wave, or the wave of each event.");
  }

  private static Heading heading(
      int column,
      String name,
      String own,
      boolean record,
      Map<String, RedcapDictionary.Field> fields) {
    if (record || OWN.contains(own) || own.endsWith(COMPLETE) || own.endsWith("_timestamp")) {
      return new Heading(column, name, alias(name, own), own, Role.METADATA);
    }
    Matcher box = CHECKBOX.matcher(own);
    Matcher labelled = LABELLED_CHECKBOX.matcher(Heading.tidy(name));
    boolean checkbox = box.matches() || labelled.matches();
    String field = box.matches() ? box.group(1) : own;
    RedcapDictionary.Field known = fields.get(field);
    Role role = known != null && known.identifier() ? Role.IDENTIFYING : Role.QUESTION;
    if (checkbox) {
      String question = box.matches() ? field : labelled.group(1);
      String choice = box.matches() ? code(box.group(2)) : labelled.group(2);
      String asked = known == null ? choice : known.labels().getOrDefault(choice, choice);
      return new Heading(
          column,
          name,
          List.of(question + "(" + choice + ")"),
          question,
          role,
          new Book(asked, Map.of(), Map.of(), Map.of("Checked", 1, "Unchecked", 0)));
    }
    Book book =
        known == null
            ? Book.NONE
            : new Book(known.label(), known.labels(), known.missing(), Map.of());
    return new Heading(column, name, List.of(), own, role, book);
  }

  private static List<String> alias(String name, String own) {
    return Heading.tidy(name).equals(own) ? List.of() : List.of(own);
  }

  /** {@code helped____99} is the choice -99 of helped. */
  private static String code(String suffix) {
    return suffix.startsWith("_") ? "-" + suffix.substring(1) : suffix;
  }

  /** A heading of a raw export as it is, one of a labelled export by what it is called in a raw. */
  private static String own(String heading) {
    String tidy = Heading.tidy(heading);
    String known = LABELLED.get(tidy.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    return tidy.equals("Complete?") ? COMPLETE : tidy;
  }

  /**
   * Which columns belong to which form: those up to its {@code _complete}.
   *
   * @param complete per column, that column of its form, or -1
   * @param boxes per form, by that column, its checkboxes
   * @param others per form, its other columns
   * @param names of the columns, as in a raw export
   * @param questions per column
   * @param repeat the column that names the form a row repeats, or -1
   */
  private record Forms(
      List<Integer> complete,
      Map<Integer, List<Integer>> boxes,
      Map<Integer, List<Integer>> others,
      List<String> names,
      List<String> questions,
      int repeat) {

    static Forms of(List<String> names, List<Heading> headings, int repeat) {
      List<Integer> complete = new ArrayList<>();
      Map<Integer, List<Integer>> boxes = new HashMap<>();
      Map<Integer, List<Integer>> others = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        int form = i;
        while (form < names.size() && !names.get(form).endsWith(COMPLETE)) {
          form++;
        }
        int of = form == names.size() ? -1 : form;
        complete.add(of);
        Heading heading = headings.get(i);
        if (heading.role() != Role.METADATA || names.get(i).endsWith("_timestamp")) {
          boolean box = !heading.book().ticks().isEmpty();
          (box ? boxes : others).computeIfAbsent(of, f -> new ArrayList<>()).add(i);
        }
      }
      return new Forms(
          complete,
          boxes,
          others,
          names,
          headings.stream().map(Heading::question).toList(),
          repeat);
    }

    /** What has to be read to tell which forms were saved. */
    Set<Integer> columns() {
      Set<Integer> columns = new HashSet<>(complete);
      columns.remove(-1);
      boxes.values().forEach(columns::addAll);
      if (repeat >= 0) {
        columns.add(repeat);
      }
      return columns;
    }

    boolean shown(ExportRow row, int column) {
      int form = complete.get(column);
      if (form < 0) {
        return true;
      }
      String repeated = repeat < 0 ? null : row.cell(repeat);
      if (repeated != null) {
        String named = repeated + COMPLETE;
        String labelled = Head.plain(repeated).replace(' ', '_') + COMPLETE;
        if (names.contains(named) || names.contains(labelled)) {
          return names.get(form).equals(named) || names.get(form).equals(labelled);
        }
      }
      return saved(row, form) && !untickedInPart(row, form, column);
    }

    private boolean untickedInPart(ExportRow row, int form, int column) {
      if (!boxes.getOrDefault(form, List.of()).contains(column) || !incomplete(row, form)) {
        return false;
      }
      String question = questions.get(column);
      return boxes.get(form).stream()
          .filter(c -> questions.get(c).equals(question))
          .noneMatch(c -> ticked(row, c));
    }

    private static boolean incomplete(ExportRow row, int form) {
      return row.cell(form) != null && INCOMPLETE.contains(Head.plain(row.cell(form)));
    }

    private static boolean ticked(ExportRow row, int column) {
      return row.cell(column) != null && TICKED.contains(Head.plain(row.cell(column)));
    }

    private boolean saved(ExportRow row, int form) {
      String state = row.cell(form);
      if (state != null && state.matches("(?i)2|complete")) {
        return true;
      }
      return others.getOrDefault(form, List.of()).stream().anyMatch(row::filled)
          || boxes.getOrDefault(form, List.of()).stream().anyMatch(c -> ticked(row, c));
    }

    /** Partial when a form was begun and not completed. */
    RowStatus status(ExportRow row) {
      boolean begun =
          new HashSet<>(complete)
              .stream().anyMatch(f -> f >= 0 && incomplete(row, f) && saved(row, f));
      return begun ? RowStatus.PARTIAL : RowStatus.COMPLETE;
    }
  }
}
