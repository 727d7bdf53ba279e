package org.kith.serve;

import static java.util.Map.entry;

import java.util.Map;
import org.kith.serve.Example.About;

/** How the doors for people who answered a survey, and of consent, are knocked at. */
final class ResidentExamples {
  private static final Example NOTHING = Example.of(About.NOTHING);

  /** A code that nobody holds. */
  private static final String CODE = "QH2S-2JRJ-7VNB-S208";

  private static final String CODED = "{\"code\": \"" + CODE + "\"}";

  static final Map<String, Example> ALL =
      Map.ofEntries(
          entry("POST /from-you/mine", NOTHING.form("code=" + CODE).maybeMissing()),
          entry(
              "POST /from-you/not-so",
              NOTHING.form("code=" + CODE + "&id=$fresh&words=It+was+not.").maybeMissing()),
          entry(
              "POST /from-you/uses",
              NOTHING.form("code=" + CODE + "&tables=yes&research=no").maybeMissing()),
          entry("POST /from-you/take-out", NOTHING.form("code=" + CODE).maybeMissing()),
          entry("POST /api/v1/from-you/code", NOTHING.json(CODED).maybeMissing()),
          entry("POST /api/v1/from-you/take-out", NOTHING.json(CODED).maybeMissing()),
          entry(
              "POST /api/v1/from-you/uses",
              NOTHING
                  .json("{\"code\": \"" + CODE + "\", \"audience\": \"tables\", \"allowed\": true}")
                  .maybeMissing()),
          entry(
              "POST /api/v1/from-you/not-so",
              NOTHING
                  .json("{\"code\": \"" + CODE + "\", \"words\": \"It was not so.\"}")
                  .maybeMissing()),
          entry("POST /contests/{id}", NOTHING.form("state=shown").maybeMissing()),
          entry(
              "POST /api/v1/contests/{id}", NOTHING.json("{\"state\": \"shown\"}").maybeMissing()),
          entry(
              "POST /me/sharing",
              NOTHING.form(
                  "taps_tables=yes&taps_research=yes&words_tables=yes&words_research=yes")),
          entry(
              "POST /api/v1/me/consents",
              NOTHING.json(
                  "{\"category\": \"taps\", \"audience\": \"research\", \"allowed\": true}")));

  private ResidentExamples() {}
}
