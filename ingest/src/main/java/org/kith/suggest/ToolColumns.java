package org.kith.suggest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns that a survey tool adds of its own accord. */
final class ToolColumns {
  private static final Map<String, Set<String>> OWN =
      Map.of(
          "limesurvey",
          Set.of(
              "id",
              "submitdate",
              "lastpage",
              "startlanguage",
              "seed",
              "startdate",
              "datestamp",
              "refurl",
              "token"),
          "qualtrics",
          Set.of(
              "startdate",
              "enddate",
              "status",
              "progress",
              "duration (in seconds)",
              "finished",
              "recordeddate",
              "responseid",
              "distributionchannel",
              "userlanguage",
              "externalreference",
              "responseset"),
          "kobotoolbox",
          Set.of(
              "start",
              "end",
              "today",
              "_id",
              "_uuid",
              "_submission_time",
              "_validation_status",
              "_notes",
              "_status",
              "_submitted_by",
              "__version__",
              "_tags",
              "_index"),
          "odk",
          Set.of("submissiondate", "key", "status", "reviewstate", "edits", "formversion"),
          "redcap",
          Set.of("record_id", "redcap_repeat_instrument", "redcap_repeat_instance"),
          "surveymonkey",
          Set.of("respondent id", "collector id", "start date", "end date"),
          "microsoft-forms",
          Set.of("id", "start time", "completion time", "last modified time", "language"),
          "google-forms",
          Set.of("timestamp"));
  private static final Map<String, List<String>> DATES =
      Map.of(
          "limesurvey", List.of("startdate", "datestamp", "submitdate"),
          "qualtrics", List.of("startdate", "recordeddate", "enddate"),
          "kobotoolbox", List.of("_submission_time", "end", "start"),
          "odk", List.of("submissiondate"),
          "surveymonkey", List.of("start date", "end date"),
          "microsoft-forms", List.of("completion time", "start time"),
          "google-forms", List.of("timestamp"));
  private static final Map<String, List<String>> RESPONSES =
      Map.of(
          "limesurvey", List.of("id"),
          "qualtrics", List.of("responseid"),
          "kobotoolbox", List.of("_uuid", "_id"),
          "odk", List.of("key"),
          "surveymonkey", List.of("respondent id"),
          "microsoft-forms", List.of("id"));
  private static final Map<String, List<String>> PEOPLE =
      Map.of(
          "limesurvey", List.of("token"),
          "qualtrics", List.of("externalreference"),
          "redcap", List.of("record_id"));

  private final String tool;

  ToolColumns(String tool) {
    this.tool = tool;
  }

  /** Whether the tool writes this column, whatever was asked. */
  boolean own(Column column) {
    String key = key(column);
    return OWN.getOrDefault(tool, Set.of()).contains(key)
        || (tool.equals("redcap") && key.endsWith("_complete"));
  }

  /** The date to take the wave from: the earliest that partial answers have too. */
  Optional<Column> date(List<Column> columns) {
    return first(DATES, columns);
  }

  /** The column that names a response. */
  Optional<Column> response(List<Column> columns) {
    return first(RESPONSES, columns);
  }

  /** The column by which the tool knows a person again. */
  Optional<Column> person(List<Column> columns) {
    return first(PEOPLE, columns);
  }

  private Optional<Column> first(Map<String, List<String>> of, List<Column> columns) {
    return of.getOrDefault(tool, List.of()).stream()
        .flatMap(name -> columns.stream().filter(c -> key(c).equals(name) && c.filled() > 0))
        .findFirst();
  }

  private static String key(Column column) {
    return column.name().toLowerCase(Locale.ROOT).replaceFirst("\\. .*$| #1$", "");
  }
}
