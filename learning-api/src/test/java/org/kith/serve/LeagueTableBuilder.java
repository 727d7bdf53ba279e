package org.kith.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kith.published.OrganisationRow;

/**
 * Someone who wants a league table. Walks every address and parameter of the OpenAPI document and
 * every page it can reach, asks for other organisations in all the ways it can think of, keeps
 * whatever comes back, and notes each number that stands with another organisation's name.
 *
 * <p>A number stands with a name when both are in the same JSON object (or the name is in one
 * around it), the same line of CSV, or the same smallest block of a page; or when asking about an
 * organisation gives another answer than asking about one that does not exist.
 */
final class LeagueTableBuilder {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NO_SUCH = "no-such-place";
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)");
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?s)<(tr|li|p|text|title|figcaption|dd|td|option|label)\\b[^>]*>(.*?)</\\1>");
  private static final int MOST_PAGES = 400;

  private final RunningServer server;
  private final List<OrganisationRow> others;
  private final Map<String, Set<String>> table = new TreeMap<>();
  private final List<JsonNode> unnamed = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();
  private int answered;

  LeagueTableBuilder(RunningServer server, List<OrganisationRow> others) {
    this.server = server;
    this.others = others;
  }

  /** Other organisations, each with every "where: number" found beside it. */
  Map<String, Set<String>> table() {
    return table;
  }

  /** Every set of numbers that came without names. */
  List<JsonNode> unnamed() {
    return unnamed;
  }

  /** How many different addresses were asked for. */
  int addresses() {
    return asked.size();
  }

  /** Whether an address was among them. */
  boolean asked(String address) {
    return asked.contains(address);
  }

  /** How many of them were answered with something. */
  int answered() {
    return answered;
  }

  /** Tries everything. */
  void build() throws IOException, InterruptedException {
    everythingListed();
    JsonNode document = JSON.readTree(get("/api/v1/openapi.json").body());
    for (var path : iterable(document.path("paths"))) {
      JsonNode asked = path.getValue().path("get");
      // What only people who have signed in may ask is refused before anything is looked at; that
      // is tried about one organisation, and by those who have signed in elsewhere.
      boolean open = asked.has("operationId") && !asked.has("security");
      walk(path.getKey(), asked.path("parameters"), open ? others : others.subList(0, 1));
    }
    addressesOfOthers();
    crawl();
  }

  private void everythingListed() throws IOException, InterruptedException {
    String next = "/api/v1/indicators?wave=all&limit=500";
    while (!next.isEmpty()) {
      JsonNode page = JSON.readTree(get(next).body());
      page.findValues("figure").stream().filter(f -> f.has("others")).forEach(unnamed::add);
      next = page.path("next").asText("").replace("null", "");
    }
  }

  private void walk(String path, JsonNode parameters, List<OrganisationRow> of)
      throws IOException, InterruptedException {
    NavigableMap<String, Set<String>> values = new TreeMap<>();
    String address = path;
    for (JsonNode p : parameters) {
      if (p.path("in").asText().equals("path")) {
        address =
            address.replace("{" + p.path("name").asText() + "}", p.path("example").asText("none"));
      } else {
        values.put(p.path("name").asText(), values(p));
      }
    }
    get(address);
    String few = values.containsKey("limit") ? "&limit=3" : "";
    for (String trick :
        List.of("/", "?", "?x=1", ";organisation={o}", "/{o}", "/..", "/%2e%2e/{o}")) {
      aboutOthers(address + trick, of);
    }
    aboutOthers(address.toUpperCase(Locale.ROOT) + "?organisation={o}", of);
    for (var one : values.entrySet()) {
      for (String value : one.getValue()) {
        get(address + "?" + one.getKey() + "=" + value);
        for (var two : values.tailMap(one.getKey(), false).entrySet()) {
          for (String other : two.getValue()) {
            String both = one.getKey() + "=" + value + "&" + two.getKey() + "=" + other;
            // All that can be listed was listed before: here a few of each are enough.
            get(address + "?" + both + (both.contains("limit=") ? "" : few));
          }
        }
        for (String name : List.of("organisation", "place", "unit", "as", "viewer", "construct")) {
          aboutOthers(
              address + "?" + one.getKey() + "=" + value + "&" + name + "={o}" + few,
              of.subList(0, Math.min(2, of.size())));
        }
      }
    }
    for (String name :
        List.of(
            "organisation",
            "Organisation",
            "ORGANISATION",
            "unit",
            "place",
            "id",
            "as",
            "viewer",
            "sort",
            "measure",
            "instrument",
            "organisation[]",
            "organisation%20")) {
      aboutOthers(address + "?" + name + "={o}", of);
      aboutOthers(address + "?" + name + "=millbrook&" + name + "={o}", of);
      aboutOthers(address + "?" + name + "=millbrook,{o}", of);
    }
  }

  private static Set<String> values(JsonNode parameter) {
    Set<String> values = new TreeSet<>();
    parameter.path("schema").path("enum").forEach(v -> values.add(v.asText()));
    values.add(parameter.path("example").asText("none"));
    switch (parameter.path("name").asText()) {
      case "wave" -> values.addAll(List.of("2022q4", "2024q1", "2025q3", "all"));
      case "limit" -> values.addAll(List.of("0", "1", "999999"));
      case "offset" -> values.addAll(List.of("1", "999999"));
      case "measure" -> values.addAll(List.of("scale", "PrideLive"));
      default -> values.add("-");
    }
    return values;
  }

  /** The address of every figure there might be about each of the others. */
  private void addressesOfOthers() throws IOException, InterruptedException {
    List<String> kinds =
        List.of(
            "distribution",
            "level",
            "scale-score",
            "between",
            "pooled",
            "over-time",
            "respondents",
            "missing-answers");
    List<String> measures =
        List.of(
            "cls_trust_neighbourhood.STrust",
            "cls_pride_local_area.PrideLive",
            "ipip_spi_trust4.scale",
            "ipip_spi_trust4.q_1855",
            "cls_trust_neighbourhood.-");
    for (String kind : kinds) {
      for (String measure : measures) {
        for (String wave : List.of("2025q4", "2024q1", "-")) {
          String start = "/api/v1/indicators/" + kind + "." + measure + "." + wave + ".";
          aboutOthers(start + "organisation.{o}");
          aboutOthers(start + "place.{o}");
        }
      }
    }
    for (String theme :
        List.of("/api/v1/themes/{o}", "/themes/{o}", "/themes/waiting-for-a-panel?unit={o}")) {
      aboutOthers(theme);
    }
    String level = "/api/v1/indicators/level.cls_trust_neighbourhood.STrust.2025q4.";
    for (String odd :
        List.of(
            "organisation.{o}?format=csv",
            "ORGANISATION.{o}",
            "all.{o}",
            "Organisation.{o}",
            "organisation.%20{o}",
            "organisation.{o}.",
            "organisation.{o};x",
            "organisation.millbrook.{o}",
            "organisation.millbrook,{o}",
            "organisation.{o}%00",
            "organisation.{o}/",
            "all.all%2f..%2forganisation.{o}")) {
      aboutOthers(level + odd);
    }
  }

  private void crawl() throws IOException, InterruptedException {
    Deque<String> open = new ArrayDeque<>(List.of("/"));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty() && seen.size() < MOST_PAGES) {
      String address = open.poll();
      String path = address.replaceFirst("\\?.*", "");
      if (!seen.add(address)) {
        continue;
      }
      HttpResponse<String> page = get(address);
      Matcher link = LINK.matcher(page.body());
      while (link.find()) {
        open.add(link.group(1).replace("&amp;", "&"));
      }
      if (seen.add(path + " as others")) {
        for (String name : List.of("organisation", "place", "as")) {
          aboutOthers(path + "?" + name + "={o}", others.subList(0, 2));
        }
        aboutOthers(path + "/{o}", others.subList(0, 2));
      }
    }
  }

  /**
   * Asks about each of the others, and about one that is not there: the answers must not differ.
   */
  private void aboutOthers(String template) throws IOException, InterruptedException {
    aboutOthers(template, others);
  }

  private void aboutOthers(String template, List<OrganisationRow> some)
      throws IOException, InterruptedException {
    HttpResponse<String> none = get(template.replace("{o}", NO_SUCH));
    if (!template.contains("{o}")) {
      return;
    }
    for (OrganisationRow other : some) {
      String id = other.organisation();
      HttpResponse<String> answer = get(template.replace("{o}", id));
      // An answer may repeat what was asked; apart from that it must be the same.
      if (!answer.body().equals(none.body()) && !plain(answer, id).equals(plain(none, id))) {
        found(id, template, answer.body());
      }
    }
  }

  private static String plain(HttpResponse<String> answer, String asked) {
    return answer.statusCode()
        + answer
            .body()
            .replaceAll("[0-9a-f]{8}\"|incident:[0-9a-f]{8}", "")
            .replace(asked, "")
            .replace(NO_SUCH, "");
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    HttpResponse<String> answer;
    try {
      answer = server.get(address);
    } catch (IllegalArgumentException e) {
      // Not even an address.
      answer = server.get("/nope");
    }
    if (asked.add(address) && answer.statusCode() == 200) {
      answered++;
      String type = answer.headers().firstValue("Content-Type").orElse("");
      if (type.contains("html") || type.contains("svg")) {
        Matcher block = BLOCK.matcher(answer.body());
        while (block.find()) {
          text(address, block.group(2).replaceAll("<[^>]*>", " "));
        }
      } else if (type.contains("openapi")) {
        // Its examples are written by hand and hold no numbers of anyone.
        return answer;
      } else if (type.contains("json")) {
        json(address, answer.body());
      } else {
        answer.body().lines().forEach(line -> text(address, line));
      }
    }
    return answer;
  }

  private void json(String address, String body) {
    try {
      object(address, JSON.readTree(body), Set.of());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(address + " is no JSON: " + body, e);
    }
  }

  private void object(String address, JsonNode node, Set<String> around) {
    Set<String> names = new LinkedHashSet<>(around);
    node.forEach(child -> texts(child).forEach(t -> names.addAll(named(t))));
    for (JsonNode child : node) {
      if (child.isNumber()) {
        names.forEach(name -> found(name, address, child.asText()));
      } else if (child.isObject()) {
        object(address, child, names);
      } else if (child.isArray()) {
        // A list's members do not name each other, but a number in it belongs to the object.
        child.forEach(
            member -> {
              if (member.isNumber()) {
                names.forEach(name -> found(name, address, member.asText()));
              } else if (member.isObject()) {
                object(address, member, names);
              }
            });
      }
    }
  }

  /** A text, or the texts of a list. */
  private static Stream<String> texts(JsonNode node) {
    if (node.isTextual()) {
      return Stream.of(node.asText());
    }
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(
          member -> {
            if (member.isTextual()) {
              texts.add(member.asText());
            }
          });
    }
    return texts.stream();
  }

  private void text(String address, String text) {
    Matcher number = Pattern.compile("\\d+(\\.\\d+)?").matcher(text);
    Set<String> names = named(text);
    while (!names.isEmpty() && number.find()) {
      names.forEach(name -> found(name, address, number.group()));
    }
  }

  private Set<String> named(String text) {
    Set<String> names = new TreeSet<>();
    String lower = text.toLowerCase(Locale.ROOT);
    for (OrganisationRow other : others) {
      if (lower.contains(other.organisation())
          || lower.contains(other.name().toLowerCase(Locale.ROOT))) {
        names.add(other.organisation());
      }
    }
    return names;
  }

  private void found(String organisation, String address, String what) {
    table.computeIfAbsent(organisation, o -> new LinkedHashSet<>()).add(address + ": " + what);
  }

  private static Iterable<Map.Entry<String, JsonNode>> iterable(JsonNode node) {
    return node.properties();
  }
}
