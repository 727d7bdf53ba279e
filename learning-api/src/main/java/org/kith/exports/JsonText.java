package org.kith.exports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.kith.http.Json;

/** A table as a JSON array of objects, named as the columns are; what is missing is null. */
final class JsonText {
  private JsonText() {}

  static String of(Sheet<?> sheet) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (Record row : sheet.rows()) {
      List<Object> cells = sheet.cells(row);
      ObjectNode object = rows.addObject();
      for (int c = 0; c < cells.size(); c++) {
        object.set(sheet.columns().get(c).name(), Json.MAPPER.valueToTree(cells.get(c)));
      }
    }
    return rows.toPrettyString() + "\n";
  }
}
