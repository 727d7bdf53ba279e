package org.kith.run;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kith.published.Manifest;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.Manifest.Ingredient;
import org.kith.published.Manifest.Input;

/** What is no longer as it was when a snapshot was made, a sentence each. */
final class Changed {
  private Changed() {}

  /**
   * @param then the snapshot's manifest
   * @param now that of the one made from what there is today
   */
  static List<String> between(Manifest then, Manifest now) {
    List<String> changed = new ArrayList<>();
    Map<String, String> thenInputs = inputs(then);
    Map<String, String> nowInputs = inputs(now);
    for (String source : union(thenInputs, nowInputs)) {
      compare("Export '" + source + "'", thenInputs.get(source), nowInputs.get(source), changed);
    }
    rules(then.disclosure(), now.disclosure(), changed);
    if (!then.workspace().equals(now.workspace()) || !then.about().equals(now.about())) {
      changed.add("kith.yaml gives another name, question or purpose.");
    }
    if (then.madeFrom() != null && now.madeFrom() != null) {
      Map<String, String> before = ingredients(then);
      Map<String, String> after = ingredients(now);
      boolean sameExports = thenInputs.equals(nowInputs);
      boolean sameReading =
          Objects.equals(before.get(Ingredients.READING), after.get(Ingredients.READING));
      for (String name : union(before, after)) {
        if (!Objects.equals(before.get(name), after.get(name))) {
          switch (name) {
            case Ingredients.READING ->
                changed.add(
                    "Exports were read otherwise: another mapping, instrument, group, key or"
                        + " version of Kith.");
            case Ingredients.ANSWERS ->
                changed.add(
                    sameExports && sameReading
                        ? "Somebody took their answers out of the lake since."
                        : "The answers in the lake are not those of then.");
            case Ingredients.HELD_OUT ->
                changed.add("Other people's answers are held out, because they said so since.");
            case Ingredients.REFLECTIONS ->
                changed.add("Other reflections are shared: shared since, or taken back.");
            default -> compare(what(name), before.get(name), after.get(name), changed);
          }
        }
      }
    }
    if (!then.version().equals(now.version())) {
      changed.add(
          "Kith is another version: " + then.version() + " then, " + now.version() + " now.");
    }
    return changed;
  }

  private static String what(String name) {
    return name.startsWith(Ingredients.INSTRUMENT)
        ? "Instrument '" + name.substring(Ingredients.INSTRUMENT.length()) + "'"
        : name;
  }

  private static void compare(String what, String then, String now, List<String> changed) {
    if (then == null) {
      changed.add(what + " was not there then.");
    } else if (now == null) {
      changed.add(what + " is gone.");
    } else if (!then.equals(now)) {
      changed.add(what + " is not as it was: SHA-256 " + then + " then, " + now + " now.");
    }
  }

  private static void rules(DisclosureRules then, DisclosureRules now, List<String> changed) {
    Map<String, int[]> rules = new LinkedHashMap<>();
    rules.put("people", new int[] {then.people(), now.people()});
    rules.put("rounding", new int[] {then.rounding(), now.rounding()});
    rules.put("organisations", new int[] {then.organisations(), now.organisations()});
    rules.put("staff", new int[] {then.staff(), now.staff()});
    rules.forEach(
        (name, is) -> {
          if (is[0] != is[1]) {
            changed.add(
                "disclosure." + name + " in kith.yaml was " + is[0] + " and is " + is[1] + ".");
          }
        });
  }

  private static Map<String, String> inputs(Manifest manifest) {
    return manifest.inputs().stream().collect(toMap(Input::source, Input::sha256));
  }

  private static Map<String, String> ingredients(Manifest manifest) {
    Map<String, String> all = new LinkedHashMap<>();
    manifest.madeFrom().forEach((Ingredient i) -> all.put(i.name(), i.sha256()));
    return all;
  }

  private static Set<String> union(Map<String, String> one, Map<String, String> other) {
    Set<String> names = new LinkedHashSet<>();
    one.keySet().stream().sorted().forEach(names::add);
    other.keySet().stream().sorted().forEach(names::add);
    return names;
  }
}
