package org.kith.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.evidence.Chain.How;
import org.kith.evidence.Chain.Kind;
import org.kith.evidence.Chain.Link;
import org.kith.evidence.Chain.Step;
import org.kith.people.Person;
import org.kith.people.Voice;

/**
 * A chain as W3C PROV, in its JSON form (PROV-JSON, W3C member submission of 24 April 2013).
 *
 * <p>What can be looked at, decided or changed is an entity; trying something, deciding and
 * reviewing are activities. Agents are voices and those in the cycle together, never people.
 */
final class Prov {
  private static final String TOGETHER = "kith:those-in-the-cycle";

  private final Chain chain;
  private final Person reader;
  private final Map<String, Map<String, Object>> document = new LinkedHashMap<>();
  private int relations;

  private Prov(Chain chain, Person reader) {
    this.chain = chain;
    this.reader = reader;
    for (String part : List.of("prefix", "entity", "activity", "agent")) {
      document.put(part, new LinkedHashMap<>());
    }
    document.get("prefix").put("kith", "urn:kith:");
    document
        .get("agent")
        .put(
            TOGETHER,
            attributes(
                "prov:type", name("prov:Organization"), "prov:label", "those in the cycle"));
  }

  /** The document, as somebody who takes part may have it. */
  static Map<String, Map<String, Object>> of(Chain chain, Person reader) {
    Prov prov = new Prov(chain, reader);
    chain.steps().forEach(prov::step);
    chain.links().forEach(prov::link);
    chain.steps().stream().filter(s -> s.kind() != Kind.EXPERIMENT).forEach(prov::dated);
    return prov.document;
  }

  private void step(Step step) {
    switch (step.kind()) {
      case REFLECTION ->
          entity(step, attributes("prov:type", name("kith:Reflection"), "prov:label", "A reflection"));
      case LOOKED -> looked(step);
      case EXPERIMENT -> {
        Map<String, Object> activity =
            attributes("prov:startTime", step.from(), "prov:type", name("kith:Experiment"));
        if (step.to() != null) {
          activity.put("prov:endTime", step.to());
        }
        activity.put("prov:label", step.words());
        document.get("activity").put(id(step), activity);
        together("wasAssociatedWith", "prov:activity", id(step));
      }
      case DECISION -> decision(step);
      case CHANGE -> {
        entity(step, attributes("prov:type", name("kith:Change"), "prov:label", step.words()));
        together("wasAttributedTo", "prov:entity", id(step));
      }
    }
  }

  private void entity(Step step, Map<String, Object> attributes) {
    document.get("entity").put(id(step), attributes);
  }

  private void looked(Step step) {
    Pin pin = step.pin();
    Map<String, Object> attributes =
        attributes(
            "prov:type", name("kith:" + type(pin.kind())),
            "prov:label", step.words());
    if (pin.kind().frozen()) {
      attributes.put("kith:snapshot", pin.snapshot());
      attributes.put("kith:figure", pin.figure());
      // A hash of few small numbers can be guessed at, so it goes where the numbers may go.
      if (pin.drawnFor(reader)) {
        attributes.put("kith:sha256", pin.sha256());
      }
    }
    if (pin.address() != null) {
      attributes.put("prov:location", Map.of("$", pin.address(), "type", "xsd:anyURI"));
    }
    entity(step, attributes);
    String voice = voice(pin.voice());
    relate("wasAttributedTo", "prov:entity", id(step), "prov:agent", voice);
  }

  private String voice(Voice voice) {
    String id = "kith:voice-" + voice.id();
    document
        .get("agent")
        .putIfAbsent(
            id, attributes("prov:type", name("kith:Voice"), "prov:label", voice.one()));
    return id;
  }

  private void decision(Step step) {
    entity(step, attributes("prov:type", name("kith:Decision"), "prov:label", step.words()));
    String deciding = deciding(step);
    document
        .get("activity")
        .putIfAbsent(
            deciding,
            step.review() == null
                ? attributes(
                    "prov:startTime", step.from(),
                    "prov:endTime", step.to(),
                    "prov:type", name("kith:SenseMaking"))
                : attributes("prov:type", name("kith:Review")));
    relate(
            "wasGeneratedBy", "prov:entity", id(step), "prov:activity", deciding)
        .put("prov:time", step.to());
    together("wasAttributedTo", "prov:entity", id(step));
    together("wasAssociatedWith", "prov:activity", deciding);
  }

  private static String deciding(Step decision) {
    return decision.review() == null
        ? "kith:deciding-" + decision.id()
        : "kith:review-" + decision.review();
  }

  private void link(Link link) {
    Step from = chain.step(link.from()).orElseThrow();
    Step to = chain.step(link.to()).orElseThrow();
    switch (link.how()) {
      case BEHIND -> used(id(to), from, null);
      case SHOWED ->
          relate("wasGeneratedBy", "prov:entity", id(to), "prov:activity", id(from))
              .put("prov:time", to.to());
      case UNDER -> {
        used(deciding(to), from, to.to());
        derived(to, from).put("prov:activity", deciding(to));
      }
      case STARTED -> informed(id(to), deciding(from));
      case CHANGED, NEXT -> derived(to, from);
      case BECAME ->
          relate("wasGeneratedBy", "prov:entity", id(to), "prov:activity", id(from))
              .put("prov:time", to.to());
    }
    if (link.how() == How.UNDER && from.kind() == Kind.LOOKED) {
      chain.links().stream()
          .filter(l -> l.how() == How.SHOWED && l.to().equals(from.id()))
          .forEach(l -> informed(deciding(to), id(chain.step(l.from()).orElseThrow())));
    }
  }

  /** What no activity here made was there from its day on all the same. */
  private void dated(Step step) {
    Map<String, Object> all = document.computeIfAbsent("wasGeneratedBy", r -> new LinkedHashMap<>());
    String id = id(step);
    if (all.values().stream().noneMatch(g -> ((Map<?, ?>) g).get("prov:entity").equals(id))) {
      all.put("_:r" + ++relations, attributes("prov:entity", id, "prov:time", step.to()));
    }
  }

  private void used(String activity, Step entity, String time) {
    Map<String, Object> used =
        relate("used", "prov:activity", activity, "prov:entity", id(entity));
    if (time != null) {
      used.put("prov:time", time);
    }
  }

  private void informed(String informed, String informant) {
    relate("wasInformedBy", "prov:informed", informed, "prov:informant", informant);
  }

  private Map<String, Object> derived(Step later, Step earlier) {
    return relate(
        "wasDerivedFrom", "prov:generatedEntity", id(later), "prov:usedEntity", id(earlier));
  }

  private void together(String relation, String role, String id) {
    relate(relation, role, id, "prov:agent", TOGETHER);
  }

  /** A relation, kept once however many steps say it. */
  private Map<String, Object> relate(
      String relation, String role, String id, String otherRole, String other) {
    Map<String, Object> all = document.computeIfAbsent(relation, r -> new LinkedHashMap<>());
    for (Object known : new ArrayList<>(all.values())) {
      @SuppressWarnings("unchecked") // what is in it is made here
      Map<String, Object> one = (Map<String, Object>) known;
      if (id.equals(one.get(role)) && other.equals(one.get(otherRole))) {
        return one;
      }
    }
    Map<String, Object> made = attributes(role, id, otherRole, other);
    all.put("_:r" + ++relations, made);
    return made;
  }

  private static String id(Step step) {
    return "kith:"
        + switch (step.kind()) {
          case REFLECTION -> "reflection-";
          case LOOKED -> "evidence-";
          case EXPERIMENT -> "experiment-";
          case DECISION -> "decision-";
          case CHANGE -> "change-";
        }
        + step.id();
  }

  private static String type(Pin.Kind kind) {
    return kind.id().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.id().substring(1);
  }

  private static Map<String, Object> name(String qualified) {
    return Map.of("$", qualified, "type", "prov:QUALIFIED_NAME");
  }

  private static Map<String, Object> attributes(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
