package org.kith.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The OpenAPI 3.1 document of a list of endpoints: what they check is what it says. */
final class OpenApi {
  private OpenApi() {}

  static Map<String, Object> document(List<Endpoint<?>> endpoints, String version) {
    Schema schemas = new Schema();
    schemas.of(Problem.class);
    Map<String, Object> paths = new LinkedHashMap<>();
    endpoints.forEach(e -> paths.put(e.address(), Map.of("get", operation(e, schemas))));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        ordered(
            "title",
            "Kith",
            "summary",
            "Learning indicators for services that work through relationships.",
            "description",
            "Reads published snapshots. An organisation's own numbers are shown to that"
                + " organisation; the others are shown together, without names or order."
                + " Hidden numbers are null beside the words that say why, never 0.",
            "license",
            ordered(
                "name", "Apache-2.0",
                "identifier", "Apache-2.0"),
            "version",
            version));
    document.put("servers", List.of(Map.of("url", "/")));
    document.put("paths", paths);
    document.put("components", Map.of("schemas", schemas.all()));
    return document;
  }

  private static Map<String, Object> operation(Endpoint<?> endpoint, Schema schemas) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("application/json", Map.of("schema", schemas.of(endpoint.answer())));
    if (endpoint.csv()) {
      content.put("text/csv", Map.of("schema", Map.of("type", "string")));
    }
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put(
        "200",
        ordered(
            "description", endpoint.summary(),
            "headers",
                Map.of(
                    "ETag",
                    ordered(
                        "description",
                        "Changes with the snapshot, the viewer and the version.",
                        "schema",
                        Map.of("type", "string"))),
            "content", content));
    responses.put("304", Map.of("description", "What you have is still right."));
    responses.put(
        "default",
        ordered(
            "description",
            "What went wrong, and what to do.",
            "content",
            Map.of(Problem.MEDIA_TYPE, Map.of("schema", schemas.of(Problem.class)))));
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", endpoint.name());
    operation.put("summary", endpoint.summary());
    operation.put("description", endpoint.about());
    operation.put("parameters", parameters(endpoint));
    operation.put("responses", responses);
    return operation;
  }

  private static List<Object> parameters(Endpoint<?> endpoint) {
    List<Object> parameters = new ArrayList<>();
    for (Parameter p : endpoint.parameters()) {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "string");
      if (p.choices().isEmpty()) {
        schema.put("pattern", "^" + p.pattern() + "$");
      } else {
        schema.put("enum", p.choices());
      }
      parameters.add(
          ordered(
              "name", p.name(),
              "in", p.inPath() ? "path" : "query",
              "description", p.about(),
              "required", p.inPath(),
              "schema", schema,
              "example", p.example()));
    }
    return parameters;
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
