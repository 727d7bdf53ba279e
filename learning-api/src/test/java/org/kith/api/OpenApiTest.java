package org.kith.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.access.Doors;
import org.kith.fixture.PublishedFixture;
import org.kith.http.Problem;
import org.kith.learning.Viewer;
import org.kith.serve.RunningServer;

class OpenApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  @TempDir static Path workspace;
  static RunningServer millbrook;
  static RunningServer nobody;
  static JsonNode document;

  @BeforeAll
  static void start() throws Exception {
    PublishedFixture.write(workspace);
    millbrook = RunningServer.of(workspace, Viewer.of("millbrook"));
    nobody = RunningServer.of(workspace, Viewer.NOBODY);
    document = JSON.readTree(nobody.get("/api/v1/openapi.json").body());
  }

  @AfterAll
  static void stop() {
    millbrook.close();
    nobody.close();
  }

  @Test
  void the_document_is_openapi_3_1_by_the_official_schema() throws IOException {
    JsonSchema official = SCHEMAS.getSchema(resource("/openapi/schema-3.1.json"));
    assertThat(official.validate(document)).isEmpty();
    ObjectNode wrong = document.deepCopy();
    wrong.remove("info");
    assertThat(official.validate(wrong)).as("a document without info is not one").isNotEmpty();
  }

  @Test
  void every_schema_in_it_is_a_json_schema() {
    JsonSchema meta = SCHEMAS.getSchema(SchemaLocation.of(VersionFlag.V202012.getId()));
    JsonNode schemas = document.at("/components/schemas");
    assertThat(schemas.size()).isGreaterThan(20);
    schemas
        .properties()
        .forEach(s -> assertThat(meta.validate(s.getValue())).as(s.getKey()).isEmpty());
  }

  @Test
  void every_endpoint_is_in_it_with_all_its_parameters() {
    assertThat(document.path("paths").size())
        .isEqualTo(
            Api.ENDPOINTS.size()
                + nobody.doors().stream()
                    .filter(d -> d.operation() != null)
                    .map(Doors.Door::path)
                    .distinct()
                    .count());
    for (Endpoint<?> endpoint : Api.ENDPOINTS) {
      JsonNode parameters =
          document.path("paths").path(endpoint.address()).path("get").path("parameters");
      assertThat(parameters.findValuesAsText("name"))
          .as(endpoint.address())
          .containsExactlyElementsOf(endpoint.parameters().stream().map(Parameter::name).toList());
    }
  }

  @Test
  void answers_are_what_the_document_says() throws Exception {
    Map<String, String> addresses =
        Map.of(
            "Snapshots", "/api/v1/snapshots",
            "Waves", "/api/v1/waves",
            "Places", "/api/v1/places",
            "Organisations", "/api/v1/organisations",
            "Constructs", "/api/v1/constructs",
            "Construct", "/api/v1/constructs/trust",
            "Instruments", "/api/v1/instruments",
            "Instrument", "/api/v1/instruments/ipip_spi_trust4",
            "Indicators", "/api/v1/indicators?wave=all&limit=500",
            "IndicatorAnswer",
                "/api/v1/indicators/pooled.cls_trust_neighbourhood.STrust.2025q4.all.all");
    for (RunningServer server : List.of(millbrook, nobody)) {
      for (var address : addresses.entrySet()) {
        JsonNode answer = JSON.readTree(server.get(address.getValue()).body());
        assertThat(schema(address.getKey()).validate(answer)).as(address.getValue()).isEmpty();
      }
    }
    JsonNode problem = JSON.readTree(nobody.get("/api/nope").body());
    assertThat(schema("Problem").validate(problem)).isEmpty();
    assertThat(schema("Places").validate(problem)).as("a problem is not places").isNotEmpty();
  }

  @Test
  void every_kind_of_indicator_is_answered_and_valid() throws Exception {
    List<String> kinds = new ArrayList<>();
    String next = "/api/v1/indicators?wave=2025q4&limit=500";
    JsonNode page = JSON.readTree(millbrook.get(next).body());
    page.path("indicators").forEach(i -> kinds.add(i.path("kind").asText()));
    assertThat(kinds)
        .contains(
            "distribution",
            "level",
            "scale-score",
            "between",
            "pooled",
            "over-time",
            "respondents",
            "missing-answers",
            "health",
            "reliability",
            "item-behaviour",
            "comparability",
            "change",
            "panel",
            "growth",
            "predictors",
            "funnel",
            "representation",
            "weighted",
            "drift");
    assertThat(page.path("found").asInt()).isEqualTo(kinds.size());
  }

  @Test
  void nothing_is_called_by_a_word_that_invites_ranking() {
    List<String> names = new ArrayList<>();
    names(document, names);
    assertThat(names).hasSizeGreaterThan(100);
    assertThat(names)
        .noneMatch(
            n ->
                n.matches(
                    "(?i).*(\\brank\\b|ranking|target|threshold|rating|league|best|worst).*"));
  }

  /** Every name a program could use: properties, parameters, operations. */
  private static void names(JsonNode node, List<String> names) {
    node.path("properties").properties().forEach(p -> names.add(p.getKey()));
    if (node.has("in")) {
      names.add(node.path("name").asText());
    }
    if (node.has("operationId")) {
      names.add(node.path("operationId").asText());
    }
    node.forEach(child -> names(child, names));
  }

  @Test
  void the_page_for_people_names_every_address_and_fetches_nothing_from_elsewhere()
      throws Exception {
    String page = nobody.get("/api").body();
    Api.ENDPOINTS.forEach(e -> assertThat(page).contains(e.address()));
    for (Problem.Kind kind : Problem.Kind.values()) {
      assertThat(page).contains("id=\"problem-" + kind.id() + "\"");
    }
    assertThat(page).doesNotContain("http://").doesNotContain("https://").doesNotContain("<script");
  }

  /** A schema of the document, with the others it refers to. */
  private static JsonSchema schema(String name) {
    ObjectNode whole = document.deepCopy();
    whole.removeAll();
    whole.put("$ref", "#/components/schemas/" + name);
    whole.set("components", document.path("components"));
    return SCHEMAS.getSchema(whole);
  }

  private static JsonNode resource(String name) throws IOException {
    try (InputStream in = OpenApiTest.class.getResourceAsStream(name)) {
      return JSON.readTree(in);
    }
  }
}
