package org.kith.serve;

import static java.util.Map.entry;

import java.util.Map;
import org.kith.reviews.Review.Stage;
import org.kith.serve.Example.About;

/** How the doors of accounts, the calendar and the feed are knocked at. */
final class AccountExamples {
  private static final Example NOTHING = Example.of(About.NOTHING);
  private static final Example REVIEW = Example.of(About.REVIEW);
  private static final Example LED = Example.of(About.LED_REVIEW);

  static final Map<String, Example> ALL =
      Map.ofEntries(
          entry("GET /accounts/{review}", NOTHING.maybeMissing()),
          entry("GET /accounts/{review}.pdf", NOTHING.maybeMissing()),
          entry("GET /accounts/{review}.docx", NOTHING.maybeMissing()),
          entry("GET /api/v1/accounts/{review}", NOTHING.maybeMissing()),
          entry("GET /reviews/{id}.ics", REVIEW.at(Stage.TOGETHER)),
          entry("GET /reviews/{id}/tell", REVIEW.at(Stage.TOGETHER)),
          entry(
              "POST /reviews/{id}/tell",
              LED.at(Stage.TOGETHER).form("version=0&summary=We+met.&learnings=&data_notes=")),
          entry(
              "POST /reviews/{id}/tell/answer",
              REVIEW.at(Stage.TOGETHER).form("version=1&approves=yes&words=").maybeMissing()),
          entry(
              "POST /reviews/{id}/tell/attendance",
              LED.at(Stage.TOGETHER).form("person=r-resident&came=no")),
          entry(
              "POST /reviews/{id}/tell/publish",
              LED.at(Stage.TOGETHER).form("version=1").maybeMissing()),
          entry("GET /api/v1/reviews/{id}/account", REVIEW.at(Stage.TOGETHER)),
          entry(
              "POST /api/v1/reviews/{id}/account",
              LED.at(Stage.TOGETHER)
                  .json(
                      "{\"version\":0,\"summary\":\"We met.\",\"learnings\":\"\",\"notes\":\"\"}")),
          entry(
              "POST /api/v1/reviews/{id}/account/answer",
              REVIEW
                  .at(Stage.TOGETHER)
                  .json("{\"version\":1,\"approves\":true,\"words\":\"\"}")
                  .maybeMissing()),
          entry(
              "POST /api/v1/reviews/{id}/account/attendance",
              LED.at(Stage.TOGETHER).json("{\"person\":\"r-resident\",\"came\":false}")),
          entry(
              "POST /api/v1/reviews/{id}/account/publish",
              LED.at(Stage.TOGETHER).json("{\"version\":1}").maybeMissing()));

  private AccountExamples() {}
}
