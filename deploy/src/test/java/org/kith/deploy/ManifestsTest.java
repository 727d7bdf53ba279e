package org.kith.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The manifests for Kubernetes, held against the schema of its API: the classes that are made from
 * it refuse a field that it does not have, or that lacks.
 */
class ManifestsTest {
  private static final Path FOLDER = Path.of("kubernetes");

  @Test
  void every_manifest_is_what_the_api_takes() throws IOException {
    List<String> kinds = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        for (JsonNode document : documents(Files.readString(file))) {
          check(document);
          kinds.add(document.get("kind").asText());
        }
      }
    }
    assertThat(kinds)
        .containsExactly(
            "CronJob", "Deployment", "Service", "NetworkPolicy", "PersistentVolumeClaim");
  }

  @Test
  void a_misspelt_or_missing_field_is_noticed() throws IOException {
    String run = Files.readString(FOLDER.resolve("run.yaml"));
    assertThat(run).contains("restartPolicy: Never", "schedule: ");
    for (String wrong :
        List.of(
            run.replace("restartPolicy: Never", "restartPolice: Never"),
            run.replace("schedule: ", "shedule: "),
            run.replace("backoffLimit: 1", "backoffLimit: {}"))) {
      JsonNode document = documents(wrong).get(0);
      assertThatThrownBy(() -> check(document)).isInstanceOf(RuntimeException.class);
    }
  }

  private static List<JsonNode> documents(String yaml) throws IOException {
    YAMLMapper mapper = new YAMLMapper();
    try (var parser = mapper.createParser(yaml)) {
      return mapper.readValues(parser, JsonNode.class).readAll().stream()
          .map(JsonNode.class::cast)
          .toList();
    }
  }

  private static void check(JsonNode document) throws IOException {
    String json = new ObjectMapper().writeValueAsString(document);
    JsonElement element = JsonParser.parseString(json);
    String kind = document.get("apiVersion").asText() + " " + document.get("kind").asText();
    Object read =
        switch (kind) {
          case "batch/v1 CronJob" -> {
            V1CronJob.validateJsonElement(element);
            yield JSON.getGson().fromJson(element, V1CronJob.class);
          }
          case "apps/v1 Deployment" -> {
            V1Deployment.validateJsonElement(element);
            yield JSON.getGson().fromJson(element, V1Deployment.class);
          }
          case "v1 Service" -> {
            V1Service.validateJsonElement(element);
            yield JSON.getGson().fromJson(element, V1Service.class);
          }
          case "networking.k8s.io/v1 NetworkPolicy" -> {
            V1NetworkPolicy.validateJsonElement(element);
            yield JSON.getGson().fromJson(element, V1NetworkPolicy.class);
          }
          case "v1 PersistentVolumeClaim" -> {
            V1PersistentVolumeClaim.validateJsonElement(element);
            yield JSON.getGson().fromJson(element, V1PersistentVolumeClaim.class);
          }
          default -> throw new IllegalArgumentException("No such kind: " + kind);
        };
    assertThat(read).as(kind).isNotNull();
  }
}
