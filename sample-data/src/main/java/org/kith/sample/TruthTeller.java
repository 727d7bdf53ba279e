package org.kith.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.kith.instrument.Instrument;
import org.kith.instrument.Missing;
import org.kith.sample.Form.Outcome;
import org.kith.workspace.Wave;

/** Writes down what the generator knows. It reads no export: the forms are all it looks at. */
final class TruthTeller {
  private final Draws draws;
  private final List<ShareModel> shares;
  private final ScaleModel scale;
  private final Map<Tool, List<Form>> forms;
  private final List<Form> kept;

  TruthTeller(Draws draws, List<ShareModel> shares, ScaleModel scale, Map<Tool, List<Form>> forms) {
    this.draws = draws;
    this.shares = shares;
    this.scale = scale;
    this.forms = forms;
    this.kept = forms.values().stream().flatMap(Collection::stream).filter(Form::kept).toList();
  }

  Truth tell() {
    List<Truth.Measure> measures = new ArrayList<>();
    for (ShareModel model : shares) {
      measures.add(measure(model));
    }
    measures.add(scaleMeasure());
    return new Truth(
        "Everything in this workspace is invented: the places, the organisations, the people and"
            + " what they answered. This file says what is true in that world, so that what Kith"
            + " publishes can be held against it. Answers do not depend on age, home or language,"
            + " and answers left out are left out by chance.",
        draws.seed(),
        (int) kept.stream().map(f -> f.person().token()).distinct().count(),
        kept.size(),
        measures,
        happenings(),
        notes(),
        new Truth.Misread(
            Question.SCALE_INSTRUMENT,
            Question.MISREAD.item(),
            "In the KoboToolbox form this item stands in a grid where its \"can't\" is easily"
                + " missed. About a third of the people there answer as if it were not reversed.",
            ScaleModel.MISREAD,
            World.SITES.stream().filter(s -> s.tool() == Tool.KOBOTOOLBOX).map(Site::id).toList()),
        respondents(),
        accounts());
  }

  private Truth.Measure measure(ShareModel model) {
    List<Truth.AtWave> waves = new ArrayList<>();
    for (Wave wave : World.WAVES) {
      int at = World.WAVES.indexOf(wave);
      Map<String, Integer> answered = count(wave, f -> answered(model.question(), f) ? 1 : 0);
      waves.add(
          atWave(
              wave,
              model.between(wave),
              s -> model.share(s, at),
              Map.of(),
              answered,
              kinds(model.question(), wave)));
    }
    Question question = model.question();
    return new Truth.Measure(
        question.instrument(), question.item(), "share", model.between(), waves);
  }

  private Truth.Measure scaleMeasure() {
    Map<String, Double> within = new LinkedHashMap<>();
    for (Site site : World.SITES) {
      within.put(site.id(), rounded(scale.variances().get(site.position())));
    }
    List<Truth.AtWave> waves = new ArrayList<>();
    for (Wave wave : World.WAVES) {
      Map<String, Integer> scored = count(wave, f -> scored(f) ? 1 : 0);
      waves.add(
          atWave(
              wave,
              scale.realised(),
              s -> scale.means().get(s.position()),
              within,
              scored,
              Map.of()));
    }
    return new Truth.Measure(
        Question.SCALE_INSTRUMENT, Instrument.SCALE, "score", scale.between(), waves);
  }

  private static Truth.AtWave atWave(
      Wave wave,
      double between,
      ToDoubleFunction<Site> value,
      Map<String, Double> within,
      Map<String, Integer> answered,
      Map<String, Integer> kinds) {
    Map<String, Double> places = new LinkedHashMap<>();
    for (Place place : World.PLACES) {
      List<Site> here = World.SITES.stream().filter(s -> s.place().equals(place)).toList();
      places.put(place.id(), weighted(here, value, answered));
    }
    Map<String, Double> organisations = new LinkedHashMap<>();
    for (Site site : World.SITES) {
      organisations.put(site.id(), rounded(value.applyAsDouble(site)));
    }
    return new Truth.AtWave(
        wave.id(),
        rounded(between),
        weighted(World.SITES, value, answered),
        places,
        organisations,
        within,
        answered,
        kinds);
  }

  private static double weighted(
      List<Site> sites, ToDoubleFunction<Site> value, Map<String, Integer> weights) {
    double sum = 0;
    double total = 0;
    for (Site site : sites) {
      int weight = weights.get(site.id());
      sum += weight * value.applyAsDouble(site);
      total += weight;
    }
    return rounded(sum / total);
  }

  private Map<String, Integer> count(Wave wave, ToIntFunction<Form> counts) {
    Map<String, Integer> people = new LinkedHashMap<>();
    World.SITES.forEach(s -> people.put(s.id(), 0));
    for (Form form : kept) {
      if (form.wave().equals(wave)) {
        people.merge(form.person().site().id(), counts.applyAsInt(form), Integer::sum);
      }
    }
    return people;
  }

  private static boolean answered(Question question, Form form) {
    return question.valid(form.answer(question));
  }

  /** Whether someone answered two of the four, which is what a score needs. */
  private static boolean scored(Form form) {
    return Question.ALL.stream()
            .filter(q -> q.inScale() && q.answered(form.answer(q)))
            .limit(2)
            .count()
        == 2;
  }

  private Map<String, Integer> kinds(Question question, Wave wave) {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    kinds.put("answered", 0);
    kinds.put("excluded", 0);
    for (Missing kind : Missing.values()) {
      kinds.put(kind.name().toLowerCase(Locale.ROOT), 0);
    }
    for (Form form : kept) {
      if (form.wave().equals(wave)) {
        int code = form.answer(question);
        String kind =
            question.valid(code)
                ? "answered"
                : question.answered(code)
                    ? "excluded"
                    : Missing.of(code).name().toLowerCase(Locale.ROOT);
        kinds.merge(kind, 1, Integer::sum);
      }
    }
    return kinds;
  }

  private static List<Truth.Happening> happenings() {
    String first = World.WAVES.get(0).id();
    String last = World.WAVES.get(World.WAVES.size() - 1).id();
    return List.of(
        new Truth.Happening(
            "The evening bus stopped in August 2025. That autumn fewer people in Larkmoor said many"
                + " people can be trusted.",
            Question.TRUST.item(),
            World.LARKMOOR.id(),
            last,
            last,
            -ShareModel.EVENT_DROP),
        new Truth.Happening(
            "Belonging in Tannery Quay rises a little every quarter.",
            Question.BELONGING.item(),
            World.TANNERY_QUAY.id(),
            first,
            last,
            rounded(ShareModel.SLOW_RISE * (World.WAVES.size() - 1))));
  }

  private static Map<String, String> notes() {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put(
        "small_organisation",
        World.SMALL + " has about six answers a wave: nothing of its own may be shown.");
    notes.put(
        "thin_groups",
        "People of 16 to 34 answer far less often than their share of residents, and people with"
            + " another main language hardly at all.");
    notes.put(
        "not_asked",
        "The Qualtrics form asks whether people pull together only since "
            + Forms.ASKED_SINCE.get(Question.PULL_TOGETHER).id()
            + ", and whether they would recommend their area since "
            + Forms.ASKED_SINCE.get(Question.RECOMMEND).id()
            + ".");
    notes.put(
        "excluded",
        "Of those asked whether people pull together, 12 in 100 answer that nothing needs improving;"
            + " they leave the denominator.");
    return notes;
  }

  private List<Truth.Respondents> respondents() {
    List<Truth.Respondents> respondents = new ArrayList<>();
    for (Wave wave : World.WAVES) {
      Map<String, Integer> ages = none(World.AGES);
      Map<String, Integer> homes = none(World.HOMES);
      Map<String, Integer> languages = none(World.LANGUAGES);
      for (Form form : kept) {
        Person person = form.person();
        if (form.wave().equals(wave)) {
          int age = person.age(wave.year());
          if (age > 0) {
            ages.merge(World.AGES.get(band(age)), 1, Integer::sum);
          }
          if (person.home() != Person.OTHER_HOME) {
            homes.merge(World.HOMES.get(person.home()), 1, Integer::sum);
          }
          if (person.language() >= 0) {
            languages.merge(World.LANGUAGES.get(person.language()), 1, Integer::sum);
          }
        }
      }
      respondents.add(new Truth.Respondents(wave.id(), World.AGE, ages));
      respondents.add(new Truth.Respondents(wave.id(), World.HOME, homes));
      respondents.add(new Truth.Respondents(wave.id(), World.LANGUAGE, languages));
    }
    return respondents;
  }

  private static int band(int age) {
    return age < 35 ? 0 : age < 55 ? 1 : age < 75 ? 2 : 3;
  }

  private static Map<String, Integer> none(List<String> groups) {
    Map<String, Integer> none = new LinkedHashMap<>();
    groups.forEach(g -> none.put(g, 0));
    return none;
  }

  private List<Truth.Account> accounts() {
    List<Truth.Account> accounts = new ArrayList<>();
    for (Tool tool : Tool.values()) {
      List<Form> rows = forms.get(tool);
      accounts.add(
          new Truth.Account(
              tool.file(),
              tool.id(),
              rows.size(),
              rows(rows, Outcome.ACCEPTED),
              rows(rows, Outcome.PARTIAL),
              rows(rows, Outcome.PREVIEW_OR_TEST),
              rows(rows, Outcome.DUPLICATE),
              rows(rows, Outcome.REJECTED)));
    }
    return accounts;
  }

  private static int rows(List<Form> rows, Outcome outcome) {
    return (int) rows.stream().filter(f -> f.outcome() == outcome).count();
  }

  /** To 6 decimals: more than any published figure, and the same text on every machine. */
  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
