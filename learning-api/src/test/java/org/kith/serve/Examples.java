package org.kith.serve;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.access.Doors.Door;
import org.kith.reflection.Audience;
import org.kith.reviews.Review.Stage;
import org.kith.serve.Example.About;

/**
 * How each door is knocked at. A door that takes something, or whose address has a part that is
 * somebody's, needs a line here; {@link AccessMatrixTest} says so when it has none.
 */
final class Examples {
  private static final Pattern PART = Pattern.compile("\\{([a-z]+)}");

  private static final Example REFLECTION = Example.of(About.REFLECTION);
  private static final Example REPLY = Example.of(About.REPLY);
  private static final Example REVIEW = Example.of(About.REVIEW);
  private static final Example LED = Example.of(About.LED_REVIEW);
  private static final Example NOTHING = Example.of(About.NOTHING);
  private static final Example CYCLE = Example.of(About.CYCLE);
  private static final String WORDS = "{\"prompt\": \"what\", \"words\": \"We had tea.\"}";
  private static final String EDITED =
      "{\"version\": 1, \"form\": \"short\", \"happened\": \"2026-11-20\", \"answers\": ["
          + WORDS
          + "]}";

  private static final Map<String, Example> ALL = new HashMap<>();

  static {
    ALL.putAll(
        Map.ofEntries(
          entry("POST /sign-in", NOTHING.form("name=nobody.here&passphrase=guess&next=/")),
          entry("POST /sign-out", NOTHING),
          entry("POST /invitation/{token}", NOTHING.with("token", "none").form("passphrase=x")),
          entry("POST /me/passphrase", NOTHING.form("before=x&passphrase=y")),
          entry("POST /me/sign-out-everywhere", NOTHING),
          entry("POST /people", NOTHING.form("name=Ada+New&sign_in_name=&role=practitioner")),
          entry("GET /people/{person}", NOTHING.with("person", "practitioner-author")),
          entry(
              "POST /people/{person}",
              NOTHING.with("person", "bystander").form("name=By+Stander&role=practitioner")),
          entry("POST /people/{person}/invitation", NOTHING.with("person", "bystander")),
          entry("POST /people/{person}/leaving", NOTHING.with("person", "leaver")),
          entry("POST /teams", NOTHING.form("name=Night+Shift&organisation=millbrook")),
          entry(
              "POST /api/v1/reflections",
              NOTHING.json(House.reflectionJson("$fresh", Audience.ME))),
          entry("GET /api/v1/reflections/{id}", REFLECTION),
          entry("PUT /api/v1/reflections/{id}", REFLECTION.json(EDITED)),
          entry("DELETE /api/v1/reflections/{id}", REFLECTION),
          entry("PUT /api/v1/reflections/{id}/audience", REFLECTION.json("{\"audience\": \"me\"}")),
          entry("GET /api/v1/reflections/{id}/seen", REFLECTION),
          entry(
              "POST /api/v1/reflections/{id}/replies",
              REFLECTION.json("{\"kind\": \"reply\", \"words\": \"Thank you.\"}")),
          entry("DELETE /api/v1/reflections/{id}/replies/{reply}", REPLY),
          entry("GET /api/v1/teams/{id}/reflections", Example.of(About.TEAM)),
          entry("GET /api/v1/cycles/{id}/reflections", Example.of(About.CYCLE)),
          entry("GET /reflections/{id}", REFLECTION),
          entry("GET /reflections/{id}/edit", REFLECTION),
          entry(
              "POST /reflections/{id}/edit",
              REFLECTION.form("version=1&happened=2026-11-20&form=short&what=We+had+tea.")),
          entry("POST /reflections/{id}/audience", REFLECTION.form("audience=me")),
          entry("GET /reflections/{id}/withdraw", REFLECTION),
          entry("POST /reflections/{id}/withdraw", REFLECTION),
          entry(
              "POST /reflections/{id}/replies",
              REFLECTION.form("id=$fresh&kind=reply&words=Thank+you.")),
          entry("POST /reflections/{id}/replies/{reply}/take-back", REPLY),
          entry("GET /team/{id}", Example.of(About.TEAM)),
          entry("GET /cycles/{id}/reflections", Example.of(About.CYCLE)),
          entry("POST /reflections/import", NOTHING.maybeMissing()),
          entry("POST /reflections/import/rows", NOTHING.maybeMissing()),
          entry("POST /api/v1/reflections/import", NOTHING.maybeMissing()),
          entry("GET /reflections/{id}/quote", REFLECTION),
          entry(
              "POST /reflections/{id}/quotations",
              REFLECTION.form("words=We+had+tea.&yes=yes&theme=")),
          entry("POST /quotations/{id}/take-back", NOTHING.maybeMissing()),
          entry("POST /quotations/{id}/pass", NOTHING.maybeMissing()),
          entry("POST /quotations/{id}/decline", NOTHING.maybeMissing()),
          entry("POST /codebook/themes", NOTHING.form("name=Tea+$fresh&about=")),
          entry(
              "POST /codebook/themes/{id}/rename",
              NOTHING.with("id", House.THEME).form("name=Tea+$fresh&about=")),
          entry(
              "POST /codebook/themes/{id}/merge",
              NOTHING.with("id", House.THEME).form("into=" + House.OTHER_THEME)),
          entry("POST /codebook/themes/{id}/set-aside", NOTHING.with("id", House.OTHER_THEME)),
          entry("POST /codebook/themes/{id}/use-again", NOTHING.with("id", House.OTHER_THEME)),
          entry("POST /codebook/suggestions/{id}/set-aside", NOTHING.with("id", "g-1f2e")),
          entry("POST /codebook/suggestions/{id}/offer-again", NOTHING.with("id", "g-1f2e")),
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
              "PUT /api/v1/cycles/{id}/evidence/{pin}/decisions/{decision}",
              CYCLE.maybeMissing()),
          entry("GET /cycles/{id}/chain", CYCLE),
          entry(
              "POST /cycles/{id}/changes",
              CYCLE.form("id=$fresh&decision=none&words=x&happened=2026-11-20").maybeMissing()),
          entry("GET /api/v1/cycles/{id}/chain", CYCLE),
          entry("GET /api/v1/cycles/{id}/prov", CYCLE),
          entry(
              "POST /api/v1/cycles/{id}/changes",
              CYCLE
                  .json(
                      "{\"decision\": \"none\", \"words\": \"x\", \"happened\": \"2026-11-20\"}")
                  .maybeMissing()),
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
              LED.at(Stage.TOGETHER).json("{\"version\":1}").maybeMissing()),
          entry(
              "POST /write",
              NOTHING.form(
                  "id=$fresh&form=short&happened=2026-11-20&what=We+had+tea.&audience=me"))));
    ALL.putAll(CycleExamples.ALL);
    ALL.putAll(TieExamples.ALL);
  }

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
  private static final String JUDGED_FORM =
      "id=$fresh&words=Tea.&judgement=yes&because=We+saw+it.";
  private static final String SAID_FORM = "id=$fresh&words=I+do+not+agree.";
  private static final String TRIED_FORM =
      "id=$fresh&cycle=belonging&title=Tea&type=probe&holder=The+desk&looks=2027-01-20";

  /** The room of a review, and decisions of reviews and cycles. */
  private static final Map<String, Example> ROOM =
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
          entry(
              "POST /api/v1/reviews/{id}/decisions/{decision}/dissents", TOGETHER.json(SAID)),
          entry(
              "POST /api/v1/reviews/{id}/decisions/{decision}/experiments",
              TOGETHER.json(TRIED)),
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
          entry(
              "POST /api/v1/cycles/{id}/decisions/{decision}/experiments", DECIDING.json(TRIED)),
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
              "POST /reviews/{id}/promises", TOGETHER.form("id=$fresh&by=Us&to=you&words=Tea.&due=")),
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
          entry(
              "POST /cycles/{id}/decisions/{decision}/experiments", DECIDING.form(TRIED_FORM)));

  private Examples() {}

  /** Whether this door can be knocked at without an example: it takes nothing of anybody's. */
  private static boolean plain(Door door) {
    boolean get = door.method().name().equals("GET");
    return get && (door.entry().anyone() || !PART.matcher(door.path()).find());
  }

  static Example of(Door door) {
    String key = door.method().name() + " " + door.path();
    Example example = ALL.containsKey(key) ? ALL.get(key) : ROOM.get(key);
    if (example == null && !plain(door)) {
      throw new AssertionError(
          "There is a new door, %s %s. Add a line for it to Examples.java, so that it is tried by"
                  .formatted(door.method().name(), door.path())
              + " everybody, then run AccessMatrixTest with -Dcases=write and read the difference.");
    }
    return example == null ? NOTHING : example;
  }

  /** The address of a door about a thing. */
  static String address(Door door, Example example, House house, Map<String, String> thing) {
    Map<String, String> parts = new HashMap<>(Map.of("snapshot", house.snapshot));
    parts.putAll(example.parts());
    parts.putAll(thing);
    Matcher part = PART.matcher(door.path());
    return part.replaceAll(m -> Matcher.quoteReplacement(parts.getOrDefault(m.group(1), "none")));
  }

  /** What is sent, with an id nothing has yet where it needs one. */
  static String body(Example example) {
    return example.body().replace("$fresh", UUID.randomUUID().toString());
  }
}
