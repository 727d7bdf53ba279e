package org.kith.exports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kith.lake.Snapshot;
import org.kith.published.Codebook;
import org.kith.published.Codebook.Column;
import org.kith.published.InstrumentRow;
import org.kith.published.Manifest;

/**
 * The descriptor of a Frictionless Data Package: what every file and column is, its type and hash,
 * where it comes from and under which licences.
 */
final class DataPackage {
  private DataPackage() {}

  /**
   * The descriptor.
   *
   * @param instruments the questionnaires asked, whose wordings have licences of their own
   * @param csv the text of each table's file, in the order of {@code sheets}
   */
  static String descriptor(
      Manifest manifest, List<InstrumentRow> instruments, List<Sheet<?>> sheets, List<String> csv) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("profile", "tabular-data-package");
    root.put("name", "kith-" + manifest.id());
    root.put("id", manifest.id());
    root.put("title", manifest.workspace());
    root.put("description", Terms.about(manifest));
    root.put("version", manifest.id());
    root.put("created", manifest.made());
    ArrayNode licences = root.putArray("licenses");
    licences.addObject().put("name", Terms.TABLES).put("title", Terms.TABLES_TITLE);
    ArrayNode sources = root.putArray("sources");
    for (InstrumentRow instrument : instruments) {
      sources
          .addObject()
          .put("title", instrument.name() + " (wording: " + instrument.licence() + ")");
    }
    if (sources.isEmpty()) {
      root.remove("sources");
    }
    ArrayNode resources = root.putArray("resources");
    for (int i = 0; i < sheets.size(); i++) {
      resource(resources.addObject(), sheets.get(i), csv.get(i).getBytes(StandardCharsets.UTF_8));
    }
    return root.toPrettyString() + "\n";
  }

  private static void resource(ObjectNode to, Sheet<?> sheet, byte[] bytes) {
    String name = sheet.table().name();
    to.put("profile", "tabular-data-resource");
    to.put("name", name.replace('_', '-'));
    to.put("path", "data/" + name + ".csv");
    to.put("title", name.replace('_', ' '));
    to.put("description", Codebook.text(sheet.table()));
    to.put("format", "csv");
    to.put("mediatype", "text/csv");
    to.put("encoding", "utf-8");
    to.put("bytes", bytes.length);
    to.put("hash", "sha256:" + Snapshot.sha256(bytes));
    to.putObject("dialect")
        .put("delimiter", ",")
        .put("doubleQuote", true)
        .put("lineTerminator", "\r\n");
    ObjectNode schema = to.putObject("schema");
    ArrayNode fields = schema.putArray("fields");
    for (Column column : sheet.columns()) {
      ObjectNode field = fields.addObject();
      field.put("name", column.name());
      field.put("type", type(column));
      field.put("description", column.text());
      if (!column.values().isEmpty()) {
        ArrayNode values = field.putObject("constraints").putArray("enum");
        column.values().forEach(values::add);
      }
    }
    schema.putArray("missingValues").add("");
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case WHOLE -> "integer";
      case NUMBER -> "number";
      case YES_NO -> "boolean";
      case TEXT, TEXTS -> "string";
    };
  }
}
