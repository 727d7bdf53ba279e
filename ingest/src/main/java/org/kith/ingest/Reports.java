package org.kith.ingest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kith.lake.RowAccount;
import org.kith.mapping.Problem;

/** Writes what came of an export, for people and as JSON. */
final class Reports {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Reports() {}

  /** The report without its rejections, one line each. */
  static List<String> lines(FileReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(report.file() + ": " + heading(report));
    report.problems().forEach(p -> lines.add("  " + p));
    if (report.rows() != null) {
      lines.add("  " + account(report.rows()));
    }
    if (!report.readAs().isEmpty()) {
      lines.add("  Read as " + report.readAs() + ", with " + report.mapping() + ".");
    }
    if (!report.leftBehind().isEmpty()) {
      lines.add(
          "  Identifying columns, never stored: " + String.join(", ", report.leftBehind()) + ".");
    }
    if (report.unused() > 0) {
      lines.add(
          "  " + count(report.unused(), "column") + " not read, because no mapping names it.");
    }
    report
        .unknownGroups()
        .forEach(
            (group, cells) ->
                lines.add(
                    "  Group "
                        + group
                        + ": "
                        + count(cells, "cell")
                        + " kith.yaml has no group for; kept as not known."));
    report.notes().forEach(n -> lines.add("  " + n));
    return lines;
  }

  /** The rejections, one line a kind. */
  static List<String> lines(FileReport report, Rejections rejections) {
    List<String> lines = new ArrayList<>();
    rejections.kinds().forEach(k -> lines.add("  " + k.sentence(report.file())));
    if (rejections.others() > 0) {
      lines.add("  And " + count(rejections.others(), "rejection") + " for other reasons.");
    }
    return lines;
  }

  /**
   * The report in a few lines: the file, the account, and how many rows were rejected.
   *
   * @param written the report on disk that holds every rejection
   */
  static List<String> brief(FileReport report, Rejections rejections, String written) {
    List<String> lines = new ArrayList<>();
    lines.add(report.file() + ": " + heading(report));
    report.problems().forEach(p -> lines.add("  " + p));
    if (report.rows() != null) {
      lines.add("  " + account(report.rows()));
    }
    if (!rejections.kinds().isEmpty()) {
      Problem first = rejections.kinds().get(0).first();
      String where = first.column().isEmpty() ? "" : ", column \"" + first.column() + "\"";
      // What to do about it follows in the report.
      String reason = first.reason().replaceFirst("(\\. .*|\\.)$", "");
      lines.add(
          String.format(
              Locale.UK,
              "  %,d rejected, the first: row %d%s: %s; all of them in %s",
              report.rows().rejected(),
              first.row(),
              where,
              reason,
              written));
    }
    return lines;
  }

  private static String heading(FileReport report) {
    return switch (report.outcome()) {
      case INGESTED -> "taken in as an export of " + report.tool() + ".";
      case UNCHANGED -> "nothing to do, the lake has exactly this.";
      case SHOWN -> "what it would give as an export of " + report.tool() + "; nothing is written.";
      case REFUSED -> "refused; the lake stays as it was.";
    };
  }

  /** The account as a sum in words. */
  static String account(RowAccount rows) {
    return String.format(
        Locale.UK,
        "%,d received = %,d accepted + %,d partial + %,d preview or test + %,d duplicate + %,d"
            + " withdrawn + %,d rejected",
        rows.received(),
        rows.accepted(),
        rows.partial(),
        rows.previewOrTest(),
        rows.duplicate(),
        rows.withdrawn(),
        rows.rejected());
  }

  private static String count(long n, String thing) {
    return String.format(Locale.UK, "%,d %s%s", n, thing, n == 1 ? "" : "s");
  }

  /** Writes {@code <source>.txt} and {@code <source>.json}, each aside first. */
  static void write(Path folder, FileReport report, Rejections rejections) throws IOException {
    Files.createDirectories(folder);
    aside(
        folder.resolve(report.source() + ".txt"),
        out -> {
          for (String line : lines(report)) {
            out.write(line + "\n");
          }
          if (!rejections.kinds().isEmpty()) {
            out.write("\nRejected:\n");
          }
          rejections.forEach(p -> out.write("  " + p.sentence(report.file()) + "\n"));
        });
    aside(folder.resolve(report.source() + ".json"), out -> json(out, report, rejections));
  }

  private static void json(Writer out, FileReport report, Rejections rejections)
      throws IOException {
    try (JsonGenerator json = JSON.getFactory().createGenerator(out)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeStringField("source", report.source());
      json.writeStringField("file", report.file());
      json.writeStringField("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
      json.writeStringField("tool", report.tool());
      json.writeStringField("read_as", report.readAs());
      json.writeStringField("mapping", report.mapping());
      if (report.rows() != null) {
        json.writeObjectFieldStart("rows");
        json.writeNumberField("received", report.rows().received());
        json.writeNumberField("accepted", report.rows().accepted());
        json.writeNumberField("partial", report.rows().partial());
        json.writeNumberField("preview_or_test", report.rows().previewOrTest());
        json.writeNumberField("duplicate", report.rows().duplicate());
        json.writeNumberField("withdrawn", report.rows().withdrawn());
        json.writeNumberField("rejected", report.rows().rejected());
        json.writeEndObject();
      }
      texts(json, "identifying_columns", report.leftBehind());
      json.writeNumberField("columns_not_read", report.unused());
      json.writeObjectFieldStart("cells_of_unknown_group");
      for (Map.Entry<String, Long> group : report.unknownGroups().entrySet()) {
        json.writeNumberField(group.getKey(), group.getValue());
      }
      json.writeEndObject();
      texts(json, "notes", report.notes());
      texts(json, "problems", report.problems());
      json.writeArrayFieldStart("rejections");
      rejections.forEach(p -> rejection(json, p));
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw("\n");
    }
  }

  private static void rejection(JsonGenerator json, Problem problem) throws IOException {
    json.writeStartObject();
    json.writeNumberField("row", problem.row());
    json.writeStringField("column", problem.column());
    json.writeStringField("reason", problem.reason());
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** Writes a whole file. */
  @FunctionalInterface
  private interface Body {
    void write(Writer out) throws IOException;
  }

  private static void aside(Path file, Body body) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".writing");
    try (Writer out = Files.newBufferedWriter(aside)) {
      body.write(out);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
