package org.kith.serve;

import static java.util.Map.entry;

import java.util.Map;
import org.kith.reviews.Review.Stage;
import org.kith.serve.Example.About;

/** How the doors of reviews are knocked at. */
final class ReviewExamples {
  private static final String PAGE = "/reviews/{id}";
  private static final String API = "/api/v1/reviews/{id}";
  private static final Example NOTHING = Example.of(About.NOTHING);
  private static final Example REVIEW = Example.of(About.REVIEW);
  private static final Example LED = Example.of(About.LED_REVIEW);
  private static final String PLAN =
      "{\"version\": 2, \"name\": \"Winter\", \"purpose\": \"To learn.\", \"not_for\": \"Pay.\","
          + " \"cycles\": []}";
  private static final String EXPECTED =
      "{\"id\": \"$fresh\", \"question\": \"none\", \"low\": 40, \"high\": 50, \"words\": \"As"
          + " before.\", \"surprise\": \"\"}";

  static final Map<String, Example> ALL =
      Map.ofEntries(
          entry("POST /reviews", NOTHING.form("id=$fresh&name=Winter+review")),
          entry("GET " + PAGE, REVIEW),
          entry("POST " + PAGE + "/stage", LED.form("to=say-first")),
          entry("POST " + PAGE + "/take-over", REVIEW),
          entry("PUT " + API + "/lead", REVIEW),
          entry("GET " + PAGE + "/prepare", REVIEW),
          entry(
              "POST " + PAGE + "/prepare/purpose",
              LED.form("version=2&name=Winter&purpose=To+learn.&notfor=Pay.")),
          entry(
              "POST " + PAGE + "/prepare/scope",
              LED.form("version=2&place=larkmoor&from=&to=&follows=&meets=2026-12-10")),
          entry(
              "POST " + PAGE + "/prepare/people",
              LED.form("person=bystander&voice=resident&provider=yes").maybeMissing()),
          entry("POST " + PAGE + "/prepare/people/{person}/take-off", LED),
          entry("POST " + PAGE + "/prepare/people/{person}/came", LED.form("came=no")),
          entry("PUT " + API + "/people/{person}/came", LED.json("{\"came\": false}")),
          entry("POST " + PAGE + "/prepare/absent", LED.form("id=$fresh&words=People+under+25")),
          entry("POST " + PAGE + "/prepare/absent/{absent}/take-off", LED),
          entry(
              "POST " + PAGE + "/prepare/questions",
              LED.form("id=$fresh&words=Who+is+missing%3F&figure=&whom=all.all")),
          entry(
              "POST " + PAGE + "/prepare/questions/{question}",
              LED.form("words=Who+is+missing%3F&figure=&whom=all.all&position=2")),
          entry("POST " + PAGE + "/prepare/questions/{question}/take-off", LED),
          entry("POST " + PAGE + "/prepare/pack", LED.form("version=3&pack=next")),
          entry("GET " + PAGE + "/say", REVIEW.at(Stage.SAY_FIRST)),
          entry(
              "POST " + PAGE + "/say",
              REVIEW
                  .at(Stage.SAY_FIRST)
                  .form("id=$fresh&question=none&low=40&high=50&words=As+before.&surprise=")
                  .maybeMissing()),
          entry("GET " + PAGE + "/look", REVIEW.at(Stage.LOOK)),
          entry(
              "POST " + PAGE + "/look/context",
              REVIEW.at(Stage.PROVIDERS_LOOK).form("id=$fresh&question=&words=The+bus+stopped.")),
          entry(
              "POST /api/v1/reviews",
              NOTHING.json("{\"id\": \"$fresh\", \"name\": \"Winter review\"}")),
          entry("GET " + API, REVIEW),
          entry("PUT " + API, LED.json(PLAN)),
          entry("PUT " + API + "/pack", LED.json("{\"version\": 3, \"snapshot\": null}")),
          entry("PUT " + API + "/stage", LED.json("{\"stage\": \"say-first\"}")),
          entry(
              "PUT " + API + "/people/{person}",
              LED.json("{\"voice\": \"resident\", \"provider\": false}")),
          entry("DELETE " + API + "/people/{person}", LED),
          entry(
              "POST " + API + "/absent",
              LED.json("{\"id\": \"$fresh\", \"words\": \"People under 25\"}")),
          entry("DELETE " + API + "/absent/{absent}", LED),
          entry(
              "PUT " + API + "/questions/{question}",
              LED.json("{\"words\": \"Who is missing?\", \"figure\": null, \"position\": 1}")),
          entry("DELETE " + API + "/questions/{question}", LED),
          entry("GET " + API + "/predictions", REVIEW.at(Stage.LOOK)),
          entry(
              "POST " + API + "/predictions",
              REVIEW.at(Stage.SAY_FIRST).json(EXPECTED).maybeMissing()),
          entry("GET " + API + "/pack", REVIEW.at(Stage.LOOK)),
          entry(
              "POST " + API + "/context",
              REVIEW
                  .at(Stage.PROVIDERS_LOOK)
                  .json("{\"id\": \"$fresh\", \"words\": \"The bus stopped.\"}")));

  private ReviewExamples() {}
}
