package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.learning.View;
import org.kith.pages.ConstructPage.Health;
import org.kith.published.HealthRow;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.Visibility;
import org.kith.words.Comparing;
import org.kith.words.Numbers;
import org.kith.words.Voices;

/**
 * What to know before what people said. How many answered is of those the page speaks of; the rest
 * is over everyone taking part, because it is about the questions and not about anybody.
 */
final class HealthStrip {

  private HealthStrip() {}

  static List<Health> of(View view, Choice choice, Optional<Integer> answered) {
    List<Health> health = new ArrayList<>();
    String instrument = choice.instrument().instrument();
    String wave = choice.wave().wave();
    DisclosureRules rules = view.manifest().disclosure();
    answered.ifPresent(
        n ->
            health.add(
                new Health(
                    "Answered",
                    Numbers.people(n),
                    ", to the nearest " + Numbers.small(rules.rounding()))));
    Optional<HealthRow> row = view.measured().health(instrument, choice.measure(), wave);
    // Of a hidden row only the gate is there.
    Optional<HealthRow> shown = row.filter(r -> r.visibility() == Visibility.SHOWN);
    shown.map(HealthStrip::response).ifPresent(health::add);
    if (choice.item() != null) {
      health.add(
          new Health(
              "Left blank",
              Voices.blank(view.missing(instrument, choice.item().item(), wave), rules.people()),
              " of those asked gave no answer"));
    } else {
      shown.map(HealthStrip::withoutScore).ifPresent(health::add);
    }
    shown.map(r -> together(r, choice)).ifPresent(health::add);
    shown.map(r -> ends(r, choice)).ifPresent(health::add);
    row.map(r -> new Health("Organisations", Comparing.brief(r.gate()), Comparing.after(r.gate())))
        .ifPresent(health::add);
    return health;
  }

  private static Health response(HealthRow r) {
    return r.response() == null || r.asked() == null
        ? new Health("Response", "Not known", ": nobody said how many were asked")
        : new Health(
            "Response",
            Math.round(r.response()) + " in 100",
            " of the " + Numbers.people(r.asked()) + " asked");
  }

  private static Health withoutScore(HealthRow r) {
    return r.missing() == null
        ? new Health("Without a score", "Hidden", ", it would tell of a small number")
        : new Health(
            "Without a score", Math.round(r.missing()) + " in 100", " of the forms sent back");
  }

  private static Health together(HealthRow r, Choice choice) {
    String name = "Hangs together";
    if (choice.item() != null) {
      return new Health(name, "One question", ", looked at by itself");
    }
    if (r.alpha() == null) {
      return new Health(name, "Not known", "");
    }
    return new Health(
        name,
        "α " + Numbers.coefficient(r.alpha()),
        r.low() == null
            ? ""
            : " (" + Numbers.coefficient(r.low()) + " to " + Numbers.coefficient(r.high()) + ")");
  }

  private static Health ends(HealthRow r, Choice choice) {
    String what = choice.item() == null ? " score" : " answer";
    return new Health(
        "At the ends",
        end(r.floor()) + " and " + end(r.ceiling()),
        " in 100 have the lowest and the highest" + what);
  }

  private static String end(Double percent) {
    return percent == null ? "hidden" : "" + Math.round(percent);
  }
}
