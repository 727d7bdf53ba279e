package org.kith.serve;

import static java.util.Map.entry;

import java.util.Map;
import org.kith.serve.Example.About;
import org.kith.ties.Linked;

/** How the doors of ties, the inbox and the nine behaviours are knocked at. */
final class TieExamples {
  private static final Example NOTHING = Example.of(About.NOTHING);
  private static final Example CAME = Example.of(About.CYCLE).with("tie", Linked.CAME);
  private static final Example WENT = Example.of(About.CYCLE).with("tie", Linked.WENT);
  private static final Example ROUND = Example.of(About.CYCLE).with("round", Linked.ROUND);
  private static final String TIE =
      "{\"id\": \"$fresh\", \"way\": \"across\", \"matter\": \"question\","
          + " \"to\": \"elsewhere\", \"words\": \"Who has the key?\"}";
  private static final String TIE_WORDS = "{\"id\": \"$fresh\", \"words\": \"We wait.\"}";
  private static final String TIE_REPLY =
      "{\"id\": \"$fresh\", \"answer\": \"trying\", \"words\": \"We look.\"}";

  static final Map<String, Example> ALL =
      Map.ofEntries(
          entry("GET /cycles/{id}/ties/new", Example.of(About.CYCLE)),
          entry(
              "POST /cycles/{id}/ties",
              Example.of(About.CYCLE)
                  .form("id=$fresh&way=across&kind=question&to=elsewhere&outside=&words=Who?")),
          entry("GET /cycles/{id}/ties/{tie}", CAME),
          entry(
              "POST /cycles/{id}/ties/{tie}/replies",
              CAME.form("id=$fresh&answer=trying&words=We+look.&back=inbox")),
          entry("POST /cycles/{id}/ties/{tie}/again", WENT.form("")),
          entry("POST /cycles/{id}/ties/{tie}/meanwhile", WENT.form("id=$fresh&words=We+wait.")),
          entry("GET /stewardship", NOTHING.maybeMissing()),
          entry("GET /api/v1/stewardship", NOTHING.maybeMissing()),
          entry("GET /api/v1/cycles/{id}/ties", Example.of(About.CYCLE)),
          entry("POST /api/v1/cycles/{id}/ties", Example.of(About.CYCLE).json(TIE)),
          entry("GET /api/v1/cycles/{id}/ties/destinations", Example.of(About.CYCLE)),
          entry("GET /api/v1/cycles/{id}/ties/{tie}", CAME),
          entry("POST /api/v1/cycles/{id}/ties/{tie}/replies", CAME.json(TIE_REPLY)),
          entry("POST /api/v1/cycles/{id}/ties/{tie}/again", WENT),
          entry("POST /api/v1/cycles/{id}/ties/{tie}/meanwhile", WENT.json(TIE_WORDS)),
          entry("GET /cycles/{id}/behaviours", Example.of(About.CYCLE)),
          entry("POST /cycles/{id}/behaviours", Example.of(About.CYCLE).form("id=$fresh")),
          entry("GET /cycles/{id}/behaviours/{round}", ROUND),
          entry(
              "POST /cycles/{id}/behaviours/{round}/answers",
              ROUND.form("seen-whole=7&words-whole=Tea&seen-power=none&words-power=")),
          entry("POST /cycles/{id}/behaviours/{round}/close", ROUND.form("")),
          entry("GET /cycles/{id}/behaviours/{round}/numbers", ROUND),
          entry("GET /api/v1/cycles/{id}/behaviours", Example.of(About.CYCLE)),
          entry(
              "POST /api/v1/cycles/{id}/behaviours",
              Example.of(About.CYCLE).json("{\"id\": \"$fresh\"}")),
          entry("GET /api/v1/cycles/{id}/behaviours/{round}", ROUND),
          entry(
              "PUT /api/v1/cycles/{id}/behaviours/{round}/answers",
              ROUND.json(
                  "{\"answers\": [{\"behaviour\": \"whole\", \"seen\": 7, \"words\": \"Tea\"}]}")),
          entry("POST /api/v1/cycles/{id}/behaviours/{round}/close", ROUND));

  private TieExamples() {}
}
