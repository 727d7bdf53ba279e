package org.kith.serve;

import static java.util.Map.entry;

import java.util.Map;
import org.kith.serve.Example.About;

/** How the doors of learning cycles are knocked at. */
final class CycleExamples {
  private static final Example NOTHING = Example.of(About.NOTHING);
  private static final Example CYCLE = Example.of(About.CYCLE);
  private static final Example ENTRY = CYCLE.with("entry", House.ENTRY);
  private static final Example EXPERIMENT = CYCLE.with("experiment", House.EXPERIMENT);
  private static final Example BYSTANDER = CYCLE.with("person", "bystander");

  static final Map<String, Example> ALL =
      Map.ofEntries(
          entry("POST /cycles", NOTHING.form("id=$fresh&name=Winter&scale=team&voice=resident")),
          entry("POST /cycles/new", NOTHING.form("id=$fresh&purpose=Warm+rooms")),
          entry("GET /cycles/{id}", CYCLE),
          entry("GET /cycles/{id}/purpose", CYCLE),
          entry("POST /cycles/{id}/purpose", CYCLE.form("version=0&words=Warm+rooms")),
          entry("POST /cycles/{id}/voice", CYCLE.form("version=1&agrees=yes")),
          entry("GET /cycles/{id}/people", CYCLE),
          entry("POST /cycles/{id}/people", CYCLE.form("person=bystander&voice=resident")),
          entry("POST /cycles/{id}/people/leave", CYCLE.form("person=bystander")),
          entry("POST /cycles/{id}/steward", CYCLE.form("person=")),
          entry("POST /cycles/{id}/about", CYCLE.form("name=Belonging&scale=team")),
          entry("POST /cycles/{id}/close", CYCLE.form("closed=")),
          entry("GET /cycles/{id}/add/{kind}", CYCLE.with("kind", "factor")),
          entry("POST /cycles/{id}/entries", CYCLE.form("id=$fresh&kind=note&words=Tea")),
          entry("GET /cycles/{id}/entries/{entry}", ENTRY),
          entry(
              "POST /cycles/{id}/entries/{entry}",
              ENTRY.form("version=1&kind=question&words=Why%3F&stage=understand")),
          entry("POST /cycles/{id}/entries/{entry}/off", ENTRY.form("off=")),
          entry("GET /cycles/{id}/experiments/new", CYCLE),
          entry(
              "POST /cycles/{id}/experiments",
              CYCLE.form("id=$fresh&title=Soup&type=probe&starts=2026-11-20")),
          entry("GET /cycles/{id}/experiments/{experiment}", EXPERIMENT),
          entry("GET /cycles/{id}/experiments/{experiment}/edit", EXPERIMENT),
          entry(
              "POST /cycles/{id}/experiments/{experiment}/edit",
              EXPERIMENT.form("version=1&title=Soup&type=probe&starts=2026-11-20")),
          entry(
              "POST /cycles/{id}/experiments/{experiment}/state",
              EXPERIMENT.form("version=1&state=trying&learned=")),
          entry(
              "POST /cycles/{id}/experiments/{experiment}/notes",
              EXPERIMENT.form("id=$fresh&kind=observation&words=They+stayed")),
          entry("GET /cycles/{id}/experiments/{experiment}/charts", EXPERIMENT),
          entry("POST /cycles/{id}/experiments/{experiment}/charts", EXPERIMENT.form("unit=all")),
          entry(
              "POST /api/v1/cycles",
              NOTHING.json(
                  "{\"id\": \"$fresh\", \"name\": \"Winter\", \"scale\": \"team\","
                      + " \"voice\": \"resident\"}")),
          entry("GET /api/v1/cycles/{id}", CYCLE),
          entry(
              "PUT /api/v1/cycles/{id}",
              CYCLE.json("{\"name\": \"Belonging\", \"scale\": \"team\"}")),
          entry("PUT /api/v1/cycles/{id}/steward", CYCLE.json("{\"person\": \"\"}")),
          entry("PUT /api/v1/cycles/{id}/closed", CYCLE.json("{\"closed\": false}")),
          entry(
              "POST /api/v1/cycles/{id}/purposes",
              CYCLE.json("{\"version\": 0, \"words\": \"Warm rooms\"}")),
          entry(
              "POST /api/v1/cycles/{id}/voices", CYCLE.json("{\"version\": 1, \"agrees\": true}")),
          entry("GET /api/v1/cycles/{id}/people", CYCLE),
          entry(
              "PUT /api/v1/cycles/{id}/people/{person}",
              BYSTANDER.json("{\"voice\": \"resident\"}")),
          entry("DELETE /api/v1/cycles/{id}/people/{person}", BYSTANDER),
          entry(
              "POST /api/v1/cycles/{id}/entries",
              CYCLE.json("{\"id\": \"$fresh\", \"kind\": \"note\", \"words\": \"Tea\"}")),
          entry(
              "PUT /api/v1/cycles/{id}/entries/{entry}",
              ENTRY.json("{\"version\": 1, \"words\": \"Why?\"}")),
          entry("DELETE /api/v1/cycles/{id}/entries/{entry}", ENTRY),
          entry("PUT /api/v1/cycles/{id}/entries/{entry}/back", ENTRY),
          entry(
              "POST /api/v1/cycles/{id}/experiments",
              CYCLE.json(
                  "{\"id\": \"$fresh\", \"title\": \"Soup\", \"type\": \"probe\","
                      + " \"starts\": \"2026-11-20\"}")),
          entry(
              "PUT /api/v1/cycles/{id}/experiments/{experiment}",
              EXPERIMENT.json(
                  "{\"version\": 1, \"title\": \"Soup\", \"type\": \"probe\","
                      + " \"starts\": \"2026-11-20\"}")),
          entry(
              "PUT /api/v1/cycles/{id}/experiments/{experiment}/state",
              EXPERIMENT.json("{\"version\": 1, \"state\": \"trying\"}")),
          entry(
              "POST /api/v1/cycles/{id}/experiments/{experiment}/notes",
              EXPERIMENT.json(
                  "{\"id\": \"$fresh\", \"kind\": \"observation\","
                      + " \"words\": \"They stayed\"}")),
          entry(
              "PUT /api/v1/cycles/{id}/experiments/{experiment}/marks",
              EXPERIMENT.json("{\"marks\": []}")));

  private CycleExamples() {}
}
