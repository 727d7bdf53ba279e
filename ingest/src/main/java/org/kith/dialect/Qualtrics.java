package org.kith.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kith.instrument.Missing;

/**
 * Qualtrics' CSV and TSV, known by the third row of import ids in JSON; the second row is localised
 * and says nothing. Legacy files have two header rows and a ResponseID below V1.
 *
 * <p>A mapping may name a column by its heading or by its import id, with the choice where it has
 * one: {@code QID2} or {@code QID2/5}. Status 1 and 2 are previews and tests; a response that is
 * not finished is partial; where -99 marks questions seen and left blank, a blank was never shown.
 */
final class Qualtrics implements Dialect {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> IDENTIFYING =
      Set.of(
          "ipaddress",
          "locationlatitude",
          "locationlongitude",
          "recipientemail",
          "recipientfirstname",
          "recipientlastname",
          "externaldatareference",
          "name",
          "email",
          "emailaddress",
          "locationaccuracy");
  private static final Set<String> PREVIEW = Set.of("1", "2", "9", "17", "33");
  private static final Set<String> SPAM = Set.of("8", "12", "40");

  @Override
  public String tool() {
    return "qualtrics";
  }

  @Override
  public Optional<Layout> recognise(Head head) {
    if (!head.cell(2, 0).isEmpty() && importIdShare(head) > 0.5) {
      return Optional.of(current(head));
    }
    if (head.cell(0, 0).equals("V1") && head.cell(1, 0).equals("ResponseID")) {
      return Optional.of(legacy(head));
    }
    return Optional.empty();
  }

  private static double importIdShare(Head head) {
    long ids = head.rows().get(2).stream().filter(c -> c.contains("\"ImportId\"")).count();
    return (double) ids / head.first().size();
  }

  private Layout current(Head head) {
    Map<String, Integer> own = new HashMap<>();
    List<Heading> headings = new ArrayList<>();
    String zone = "";
    for (int i = 0; i < head.first().size(); i++) {
      JsonNode ids = json(head.cell(2, i));
      String id = ids.path("ImportId").asText("");
      String choice = ids.path("choiceId").asText("");
      zone = zone.isEmpty() ? ids.path("timeZone").asText("") : zone;
      own.putIfAbsent(id.toLowerCase(Locale.ROOT), i);
      List<String> aliases =
          id.isEmpty() ? List.of() : List.of(choice.isEmpty() ? id : id + "/" + choice);
      headings.add(
          new Heading(
              i,
              head.cell(0, i),
              aliases,
              question(id, i),
              role(id, id.startsWith("QID")),
              Heading.Book.asking(head.cell(1, i))));
    }
    return layout(headings, 3, own, "_recordid", zone);
  }

  private Layout legacy(Head head) {
    Map<String, Integer> own = new HashMap<>();
    List<Heading> headings = new ArrayList<>();
    for (int i = 0; i < head.first().size(); i++) {
      String code = head.cell(0, i);
      boolean tools = code.matches("V\\d+");
      if (tools) {
        own.putIfAbsent(head.cell(1, i).toLowerCase(Locale.ROOT), i);
      }
      headings.add(
          tools
              ? new Heading(i, head.cell(1, i), List.of(code), code, role(head.cell(1, i), false))
              : Heading.alone(i, code, role(code, true)));
    }
    return layout(headings, 2, own, "responseid", "");
  }

  private Layout layout(
      List<Heading> headings, int headerRows, Map<String, Integer> own, String id, String zone) {
    int status = own.getOrDefault("status", -1);
    int finished = own.getOrDefault("finished", -1);
    int progress = own.getOrDefault("progress", -1);
    Set<Integer> statusColumns = new HashSet<>(List.of(status, finished, progress));
    statusColumns.remove(-1);
    List<Integer> dates = new ArrayList<>();
    for (String name : List.of("recordeddate", "enddate", "startdate")) {
      if (own.containsKey(name)) {
        dates.add(own.get(name));
      }
    }
    return new Layout(tool(), headings, headerRows)
        .response(own.getOrDefault(id, -1))
        .dates(dates, "")
        .status(
            statusColumns,
            row ->
                status(
                    status < 0 ? null : row.cell(status),
                    finished < 0 ? null : row.cell(finished),
                    progress < 0 ? null : row.cell(progress)))
        .seenUnanswered("-99")
        .missing(Map.of("-99", Missing.SKIPPED))
        .choices(",", false)
        .note(
            zone.isEmpty()
                ? "The export does not say its time zone."
                : "Dates are in the export's time zone, " + zone + ".");
  }

  private static RowStatus status(String status, String finished, String progress) {
    if (status != null) {
      if (PREVIEW.contains(status) || status.matches("(?i).*(preview|test).*")) {
        return RowStatus.PREVIEW_OR_TEST;
      }
      if (SPAM.contains(status) || status.matches("(?i).*spam.*")) {
        return RowStatus.DISCARDED;
      }
    }
    if (finished != null && finished.matches("(?i)1|true|yes")) {
      return RowStatus.COMPLETE;
    }
    if (finished != null && finished.matches("(?i)0|false|no")) {
      return RowStatus.PARTIAL;
    }
    // The words for yes and no are localised; the percentage is not.
    return progress == null || progress.equals("100") ? RowStatus.COMPLETE : RowStatus.PARTIAL;
  }

  /** QID2 of QID2_5_TEXT; a column without an import id is a question by itself. */
  private static String question(String id, int column) {
    return id.isEmpty() ? "column " + column : id.replaceFirst("^(QID\\d+).*", "$1");
  }

  private static Heading.Role role(String id, boolean question) {
    if (IDENTIFYING.contains(id.toLowerCase(Locale.ROOT))) {
      return Heading.Role.IDENTIFYING;
    }
    return question ? Heading.Role.QUESTION : Heading.Role.METADATA;
  }

  private static JsonNode json(String cell) {
    try {
      return JSON.readTree(cell.isBlank() ? "{}" : cell);
    } catch (JsonProcessingException e) {
      // A column the exporter gave no import id, such as a generated topic column.
      return JSON.createObjectNode();
    }
  }
}
