package org.kith.serve;

import static java.util.Map.entry;

import java.util.Map;
import org.kith.serve.Example.About;

/** How the doors of what cycles look at are knocked at. */
final class EvidenceExamples {
  private static final Example NOTHING = Example.of(About.NOTHING);
  private static final Example CYCLE = Example.of(About.CYCLE);

  static final Map<String, Example> ALL =
      Map.ofEntries(
          entry("GET /evidence/new", NOTHING.maybeMissing()),
          entry("POST /evidence", NOTHING.form("id=$fresh&kind=note&words=x").maybeMissing()),
          entry("GET /cycles/{id}/evidence", CYCLE),
          entry(
              "POST /cycles/{id}/evidence",
              CYCLE.form("id=$fresh&kind=judgement&words=We+think+so.")),
          entry("GET /cycles/{id}/evidence/{pin}", CYCLE.maybeMissing()),
          entry("GET /cycles/{id}/evidence/{pin}/file", CYCLE.maybeMissing()),
          entry("POST /cycles/{id}/evidence/{pin}/take-off", CYCLE.maybeMissing()),
          entry("POST /cycles/{id}/evidence/{pin}/put-back", CYCLE.maybeMissing()),
          entry(
              "POST /cycles/{id}/evidence/{pin}/decisions",
              CYCLE.form("decision=none").maybeMissing()),
          entry("GET /api/v1/cycles/{id}/evidence", CYCLE),
          entry(
              "POST /api/v1/cycles/{id}/evidence",
              CYCLE.json("{\"kind\": \"judgement\", \"words\": \"We think so.\"}")),
          entry("POST /api/v1/cycles/{id}/evidence/files", CYCLE.maybeMissing()),
          entry("GET /api/v1/cycles/{id}/evidence/{pin}", CYCLE.maybeMissing()),
          entry("GET /api/v1/cycles/{id}/evidence/{pin}/file", CYCLE.maybeMissing()),
          entry("DELETE /api/v1/cycles/{id}/evidence/{pin}", CYCLE.maybeMissing()),
          entry("PUT /api/v1/cycles/{id}/evidence/{pin}/page", CYCLE.maybeMissing()),
          entry(
              "PUT /api/v1/cycles/{id}/evidence/{pin}/decisions/{decision}", CYCLE.maybeMissing()),
          entry("GET /cycles/{id}/chain", CYCLE),
          entry(
              "POST /cycles/{id}/changes",
              CYCLE.form("id=$fresh&decision=none&words=x&happened=2026-11-20").maybeMissing()),
          entry("GET /api/v1/cycles/{id}/chain", CYCLE),
          entry("GET /api/v1/cycles/{id}/prov", CYCLE),
          entry(
              "POST /api/v1/cycles/{id}/changes",
              CYCLE
                  .json("{\"decision\": \"none\", \"words\": \"x\", \"happened\": \"2026-11-20\"}")
                  .maybeMissing()));

  private EvidenceExamples() {}
}
