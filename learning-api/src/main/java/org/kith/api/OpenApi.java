package org.kith.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.kith.access.Doors;
import org.kith.http.Operation;
import org.kith.http.Problem;

/**
 * The OpenAPI 3.1 document: of the endpoints that read a snapshot, what they check; of every other
 * address, who may use it and the records it reads and writes.
 */
final class OpenApi {
  private OpenApi() {}

  private static final Pattern IN_PATH = Pattern.compile("\\{([a-z]+)}");
  private static final String SESSION = "session";

  static Map<String, Object> document(
      List<Endpoint<?>> endpoints, List<Doors.Door> doors, String version) {
    Schema schemas = new Schema();
    schemas.of(Problem.class);
    Map<String, Object> paths = new LinkedHashMap<>();
    endpoints.forEach(e -> paths.put(e.address(), Map.of("get", operation(e, schemas))));
    for (Doors.Door door : doors) {
      if (door.operation() != null) {
        methods(paths, door.path())
            .put(door.verb().toLowerCase(Locale.ROOT), operation(door, schemas));
      }
    }
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
    document.put(
        "components",
        ordered(
            "schemas",
            schemas.all(),
            "securitySchemes",
            Map.of(
                SESSION,
                ordered(
                    "type", "apiKey",
                    "in", "cookie",
                    "name", "kith-session",
                    "description",
                        "Signing in gives it. A change also carries the session's secret in the"
                            + " header X-Kith-Csrf; GET /api/v1/me tells it."))));
    return document;
  }

  @SuppressWarnings("unchecked") // what is put there is made here
  private static Map<String, Object> methods(Map<String, Object> paths, String path) {
    return (Map<String, Object>)
        paths.computeIfAbsent(path, p -> new LinkedHashMap<String, Object>());
  }

  private static Map<String, Object> operation(Doors.Door door, Schema schemas) {
    Operation said = door.operation();
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", said.name());
    operation.put("summary", said.summary());
    operation.put(
        "description",
        door.entry().anyone()
            ? "Open without signing in."
            : "For: %s. Of them: %s."
                .formatted(door.entry().names(), door.entry().whose().words()));
    operation.put(
        "parameters",
        IN_PATH
            .matcher(door.path())
            .results()
            .map(
                part ->
                    ordered(
                        "name",
                        part.group(1),
                        "in",
                        "path",
                        "required",
                        true,
                        "schema",
                        Map.of("type", "string")))
            .toList());
    if (said.takes() != null) {
      operation.put(
          "requestBody",
          ordered(
              "required",
              true,
              "content",
              Map.of("application/json", Map.of("schema", schemas.of(said.takes())))));
    }
    Map<String, Object> ok = new LinkedHashMap<>();
    ok.put("description", said.summary());
    if (said.answers() != null) {
      ok.put("content", Map.of("application/json", Map.of("schema", schemas.of(said.answers()))));
    }
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("2XX", ok);
    responses.put("default", problem(schemas));
    operation.put("responses", responses);
    if (!door.entry().anyone()) {
      operation.put("security", List.of(Map.of(SESSION, List.of())));
    }
    return operation;
  }

  private static Map<String, Object> problem(Schema schemas) {
    return ordered(
        "description",
        "What went wrong, and what to do.",
        "content",
        Map.of(Problem.MEDIA_TYPE, Map.of("schema", schemas.of(Problem.class))));
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
    responses.put("default", problem(schemas));
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
