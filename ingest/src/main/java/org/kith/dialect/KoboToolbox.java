package org.kith.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * KoboToolbox's CSV, known by its own columns that start with an underscore. Headings of questions
 * may be names with {@code /} between group, question and choice, or labels in any language.
 *
 * <p>A choice's own column is 1 or 0; a blank there was not answered, it is not 0. Rows of tags
 * below the headings carry no id and are passed over. Only submitted responses are exported, so
 * none is partial.
 */
final class KoboToolbox implements Dialect {
  private static final Set<String> OWN =
      Set.of(
          "_id",
          "_uuid",
          "_submission_time",
          "_validation_status",
          "_notes",
          "_status",
          "_submitted_by",
          "__version__",
          "_tags",
          "_index");
  private static final Set<String> METADATA =
      Set.of(
          "start",
          "end",
          "today",
          "audit",
          "formhub/uuid",
          "meta/instanceID",
          "meta/deprecatedID",
          "meta/instanceName",
          "meta/rootUuid");
  private static final Set<String> IDENTIFYING =
      Set.of(
          "username",
          "deviceid",
          "phonenumber",
          "simserial",
          "subscriberid",
          "_submitted_by",
          "_geolocation",
          "_gps",
          "_attachments",
          "background-audio");
  private static final int MOST_TAG_ROWS = 5;

  @Override
  public String tool() {
    return "kobotoolbox";
  }

  @Override
  public Optional<Layout> recognise(Head head) {
    List<String> first = head.first().stream().map(Heading::tidy).toList();
    if (first.stream().filter(OWN::contains).distinct().count() < 3
        || !(first.contains("_id") || first.contains("_uuid"))) {
      return Optional.empty();
    }
    int id = first.contains("_id") ? first.indexOf("_id") : first.indexOf("_uuid");
    int validation = first.indexOf("_validation_status");
    List<Integer> dates = new ArrayList<>();
    for (String name : List.of("_submission_time", "end", "start")) {
      if (first.contains(name)) {
        dates.add(first.indexOf(name));
      }
    }
    List<Heading> headings = new ArrayList<>();
    for (String name : first) {
      headings.add(Heading.alone(headings.size(), name, role(name)));
    }
    int tagRows = tagRows(head, id);
    Layout layout =
        new Layout(tool(), headings, 1 + tagRows)
            .response(id)
            .dates(dates, "")
            .status(
                validation < 0 ? Set.of() : Set.of(validation),
                row ->
                    validation >= 0 && notApproved(row.cell(validation))
                        ? RowStatus.DISCARDED
                        : RowStatus.COMPLETE)
            .choices(" ", false);
    if (tagRows > 0) {
      layout.note(tagRows + " row(s) of tags below the headings were passed over.");
    }
    return Optional.of(layout);
  }

  private static int tagRows(Head head, int id) {
    int rows = 0;
    while (rows < MOST_TAG_ROWS
        && rows + 1 < head.rows().size()
        && head.cell(rows + 1, id).isBlank()
        && head.rows().get(rows + 1).stream().anyMatch(c -> c.startsWith("#"))) {
      rows++;
    }
    return rows;
  }

  private static boolean notApproved(String status) {
    return status != null
        && (status.equals("validation_status_not_approved")
            || status.equalsIgnoreCase("not approved"));
  }

  private static Heading.Role role(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    if (IDENTIFYING.contains(last)
        || name.matches("_.*_(latitude|longitude|altitude|precision)|_geolocation.*")) {
      return Heading.Role.IDENTIFYING;
    }
    return OWN.contains(name) || METADATA.contains(name)
        ? Heading.Role.METADATA
        : Heading.Role.QUESTION;
  }
}
