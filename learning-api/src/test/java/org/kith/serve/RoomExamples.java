package org.kith.serve;

import static java.util.Map.entry;

import java.util.Map;
import org.kith.reviews.Review.Stage;
import org.kith.serve.Example.About;

/** How the doors of a review's room, and those to decide, are knocked at. */
final class RoomExamples {
  private static final Example ALONE = Example.of(About.REVIEW).at(Stage.READ_ALONE);
  private static final Example TOGETHER = Example.of(About.REVIEW).at(Stage.TOGETHER);
  private static final Example LED_TOGETHER = Example.of(About.LED_REVIEW).at(Stage.TOGETHER);
  private static final Example DECIDING = Example.of(About.CYCLE).with("decision", House.DECISION);
  private static final String JUDGED =
      "{\"id\": \"$fresh\", \"words\": \"Tea on Thursdays.\", \"basis\": \"judgement\","
          + " \"because\": \"We saw it.\", \"evidence\": []}";
  private static final String SAID = "{\"id\": \"$fresh\", \"words\": \"I do not agree.\"}";
  private static final String TRIED =
      "{\"id\": \"$fresh\", \"cycle\": \"belonging\", \"title\": \"Tea.\", \"type\": \"probe\","
          + " \"holder\": \"The desk\", \"looks\": \"2027-01-20\"}";
  private static final String JUDGED_FORM = "id=$fresh&words=Tea.&judgement=yes&because=We+saw+it.";
  private static final String SAID_FORM = "id=$fresh&words=I+do+not+agree.";
  private static final String TRIED_FORM =
      "id=$fresh&cycle=belonging&title=Tea&type=probe&holder=The+desk&looks=2027-01-20";

  /** The room of a review, and decisions of reviews and cycles. */
  static final Map<String, Example> ALL =
      Map.ofEntries(
          entry("GET /api/v1/reviews/{id}/my-readings", ALONE),
          entry(
              "PUT /api/v1/reviews/{id}/my-readings/{question}",
              ALONE.json("{\"id\": \"$fresh\", \"words\": \"We had tea.\", \"version\": 0}")),
          entry(
              "PUT /api/v1/reviews/{id}/my-readings/{question}/fits-none",
              TOGETHER.json("{\"none\": true}").maybeMissing()),
          entry(
              "POST /api/v1/reviews/{id}/readings/open",
              Example.of(About.LED_REVIEW).at(Stage.READ_ALONE)),
          entry("GET /api/v1/reviews/{id}/readings", TOGETHER),
          entry("GET /api/v1/reviews/{id}/room", TOGETHER),
          entry("PUT /api/v1/reviews/{id}/room", LED_TOGETHER.json("{\"question\": 1}")),
          entry("GET /api/v1/reviews/{id}/notes", TOGETHER),
          entry(
              "POST /api/v1/reviews/{id}/notes",
              TOGETHER.json(
                  "{\"id\": \"$fresh\", \"kind\": \"noticing\", \"words\": \"We had tea.\"}")),
          entry(
              "PUT /api/v1/reviews/{id}/notes/{note}",
              TOGETHER.json("{\"words\": \"We had tea.\", \"version\": 1}")),
          entry("DELETE /api/v1/reviews/{id}/notes/{note}", TOGETHER),
          entry("GET /api/v1/reviews/{id}/decisions", TOGETHER),
          entry("POST /api/v1/reviews/{id}/decisions", TOGETHER.json(JUDGED)),
          entry("POST /api/v1/reviews/{id}/decisions/{decision}/dissents", TOGETHER.json(SAID)),
          entry("POST /api/v1/reviews/{id}/decisions/{decision}/experiments", TOGETHER.json(TRIED)),
          entry("GET /api/v1/reviews/{id}/promises", TOGETHER),
          entry(
              "POST /api/v1/reviews/{id}/promises",
              TOGETHER.json(
                  "{\"id\": \"$fresh\", \"by\": \"Us\", \"to\": \"you\", \"words\": \"Tea.\","
                      + " \"mine\": true}")),
          entry("GET /api/v1/reviews/{id}/own-level", TOGETHER),
          entry(
              "PUT /api/v1/reviews/{id}/own-level/{kind}",
              LED_TOGETHER
                  .with("kind", "rule")
                  .json("{\"words\": \"Proof of address.\", \"version\": 0}")),
          entry("GET /api/v1/reviews/{id}/before", TOGETHER),
          entry(
              "PUT /api/v1/reviews/{id}/before/{subject}",
              TOGETHER.json("{\"happened\": \"done\", \"words\": \"Yes.\", \"version\": 0}")),
          entry("GET /api/v1/cycles/{id}/decisions", DECIDING),
          entry("POST /api/v1/cycles/{id}/decisions", DECIDING.json(JUDGED)),
          entry("POST /api/v1/cycles/{id}/decisions/{decision}/dissents", DECIDING.json(SAID)),
          entry("POST /api/v1/cycles/{id}/decisions/{decision}/experiments", DECIDING.json(TRIED)),
          entry("GET /reviews/{id}/read", ALONE),
          entry(
              "POST /reviews/{id}/read/{question}",
              ALONE.form("id=$fresh&version=0&words=We+had+tea.")),
          entry(
              "POST /reviews/{id}/read/{question}/fits-none",
              TOGETHER.form("none=yes&back=read").maybeMissing()),
          entry(
              "POST /reviews/{id}/readings/open",
              Example.of(About.LED_REVIEW).at(Stage.READ_ALONE)),
          entry("GET /reviews/{id}/together", TOGETHER),
          entry("POST /reviews/{id}/room", LED_TOGETHER.form("question=1&time=&minutes=")),
          entry(
              "POST /reviews/{id}/notes",
              TOGETHER.form("id=$fresh&question=&kind=noticing&words=Tea.&whom=")),
          entry("POST /reviews/{id}/notes/{note}", TOGETHER.form("version=1&words=Tea.&whom=")),
          entry("POST /reviews/{id}/notes/{note}/take-off", TOGETHER),
          entry("GET /reviews/{id}/decide", TOGETHER),
          entry("POST /reviews/{id}/decisions", TOGETHER.form(JUDGED_FORM)),
          entry("POST /reviews/{id}/decisions/{decision}/dissents", TOGETHER.form(SAID_FORM)),
          entry("POST /reviews/{id}/decisions/{decision}/experiments", TOGETHER.form(TRIED_FORM)),
          entry(
              "POST /reviews/{id}/promises",
              TOGETHER.form("id=$fresh&by=Us&to=you&words=Tea.&due=")),
          entry(
              "POST /reviews/{id}/own-level/{kind}",
              LED_TOGETHER.with("kind", "rule").form("version=0&words=Proof+of+address.")),
          entry("GET /reviews/{id}/before", TOGETHER),
          entry(
              "POST /reviews/{id}/before/{subject}",
              TOGETHER.form("version=0&happened=done&words=Yes.")),
          entry("GET /cycles/{id}/decide", DECIDING),
          entry("POST /cycles/{id}/decisions", DECIDING.form(JUDGED_FORM)),
          entry("POST /cycles/{id}/decisions/{decision}/dissents", DECIDING.form(SAID_FORM)),
          entry("POST /cycles/{id}/decisions/{decision}/experiments", DECIDING.form(TRIED_FORM)));

  private RoomExamples() {}
}
