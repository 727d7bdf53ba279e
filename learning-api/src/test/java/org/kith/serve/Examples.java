package org.kith.serve;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.access.Doors.Door;
import org.kith.reflection.Audience;
import org.kith.serve.Example.About;

/**
 * How each door is knocked at. A door that takes something, or whose address has a part that is
 * somebody's, needs a line here; {@link AccessMatrixTest} says so when it has none.
 */
final class Examples {
  private static final Pattern PART = Pattern.compile("\\{([a-z]+)}");

  private static final Example REFLECTION = Example.of(About.REFLECTION);
  private static final Example REPLY = Example.of(About.REPLY);
  private static final Example NOTHING = Example.of(About.NOTHING);
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
            entry("GET /api/v1/exports/{name}", NOTHING.with("name", "csv")),
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
            entry(
                "PUT /api/v1/reflections/{id}/audience", REFLECTION.json("{\"audience\": \"me\"}")),
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
            entry(
                "POST /write",
                NOTHING.form(
                    "id=$fresh&form=short&happened=2026-11-20&what=We+had+tea.&audience=me"))));
    ALL.putAll(CycleExamples.ALL);
    ALL.putAll(TieExamples.ALL);
    ALL.putAll(EvidenceExamples.ALL);
    ALL.putAll(ReviewExamples.ALL);
    ALL.putAll(RoomExamples.ALL);
    ALL.putAll(AccountExamples.ALL);
    ALL.putAll(ResidentExamples.ALL);
  }

  private Examples() {}

  /** Whether this door can be knocked at without an example: it takes nothing of anybody's. */
  private static boolean plain(Door door) {
    boolean get = door.method().name().equals("GET");
    return get && (door.entry().anyone() || !PART.matcher(door.path()).find());
  }

  static Example of(Door door) {
    Example example = ALL.get(door.method().name() + " " + door.path());
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
