package org.kith.sample;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.kith.instrument.Missing;
import org.kith.sample.Form.Flaw;
import org.kith.sample.Form.Outcome;
import org.kith.workspace.Wave;

/** Draws the forms that came back, the awkward ones included. */
final class Forms {
  /** What people could tick: who helped them lately. */
  static final List<String> HELP = List.of("neighbour", "family", "gp", "nobody");

  /** What the Qualtrics form did not ask from the start, and the wave from which it does. */
  static final Map<Question, Wave> ASKED_SINCE =
      Map.of(
          Question.PULL_TOGETHER, new Wave(2024, 1),
          Question.RECOMMEND, new Wave(2023, 3));

  private static final double ANSWERING = 0.222;
  private static final double SKIPPED = 0.02;
  private static final double DECLINED = 0.012;
  private static final double DONT_KNOW = 0.02;
  private static final double LEFT_EARLY = 0.045;
  private static final double SENT_AGAIN = 0.009;
  private static final int COPIED_ROWS = 12;
  private static final int PREVIEWS = 14;
  private static final int DAYS = 80;

  private final Draws draws;
  private final List<ShareModel> shares;
  private final ScaleModel scale;

  Forms(Draws draws, List<ShareModel> shares, ScaleModel scale) {
    this.draws = draws;
    this.shares = shares;
    this.scale = scale;
  }

  /** The rows of one tool's export, in file order. */
  List<Form> of(Tool tool) {
    List<Form> forms = new ArrayList<>();
    for (Site site : World.SITES) {
      if (site.tool() == tool) {
        forms.addAll(of(site));
      }
    }
    forms.addAll(awkward(tool));
    forms.sort(Comparator.comparing(Form::started).thenComparing(f -> f.person().token()));
    for (int i = 0; i < forms.size(); i++) {
      forms.set(i, forms.get(i).numbered(i + 1));
    }
    forms.addAll(copies(tool, forms));
    return forms;
  }

  private List<Form> of(Site site) {
    Random random = draws.stream("forms of " + site.id());
    List<Person> people = new ArrayList<>(People.of(site, draws));
    List<Form> forms = new ArrayList<>();
    for (int wave = 0; wave < World.WAVES.size(); wave++) {
      int usual = (int) Math.round(site.members() * ANSWERING);
      int answering = usual + random.nextInt(usual / 4 + 1) - usual / 8;
      Collections.shuffle(people, random);
      for (Person person : people.subList(0, answering)) {
        boolean early = site.tool().keepsPartials() && Draws.chance(random, LEFT_EARLY);
        Form form = form(person, wave, early, random);
        forms.add(form);
        if (Draws.chance(random, SENT_AGAIN) && !early) {
          forms.add(earlier(form, random));
        }
      }
    }
    return forms;
  }

  /** The same person's first attempt, some days before; the later, complete form replaces it. */
  private Form earlier(Form form, Random random) {
    boolean early = form.person().site().tool().keepsPartials() && random.nextBoolean();
    Form first = form(form.person(), World.WAVES.indexOf(form.wave()), early, random);
    LocalDateTime started = form.started().minusDays(1 + random.nextInt(4)).minusMinutes(7);
    return new Form(
        first.person(),
        first.wave(),
        started,
        first.minutes(),
        0,
        first.answers(),
        first.lastPage(),
        first.helped(),
        first.note(),
        Outcome.DUPLICATE,
        Flaw.NONE);
  }

  /** Previews, and rows that cannot be read, all from people who have no other form. */
  private List<Form> awkward(Tool tool) {
    Random random = draws.stream("awkward rows of " + tool.id());
    List<Form> forms = new ArrayList<>();
    for (Site site : World.SITES) {
      if (site.tool() == tool && !site.id().equals(World.SMALL)) {
        List<Person> visitors =
            People.of(
                new Site(site.position(), site.organisation(), site.place(), tool, 30),
                new Draws(draws.seed() + 1));
        int next = 0;
        for (Flaw flaw : Flaw.values()) {
          int rows =
              switch (flaw) {
                case NONE -> tool == Tool.QUALTRICS ? PREVIEWS : 0;
                case CODE -> 3;
                case ORGANISATION -> 1;
                case DAY -> tool == Tool.KOBOTOOLBOX ? 0 : 1;
              };
          Outcome outcome = flaw == Flaw.NONE ? Outcome.PREVIEW_OR_TEST : Outcome.REJECTED;
          for (int i = 0; i < rows; i++) {
            int wave = random.nextInt(World.WAVES.size());
            forms.add(form(visitors.get(next), wave, false, random).with(outcome, flaw));
            next++;
          }
        }
      }
    }
    return forms;
  }

  /** Rows that stand in the file twice, as when two downloads were pasted together. */
  private List<Form> copies(Tool tool, List<Form> forms) {
    List<Form> whole =
        new ArrayList<>(forms.stream().filter(f -> f.outcome() == Outcome.ACCEPTED).toList());
    Collections.shuffle(whole, draws.stream("copied rows of " + tool.id()));
    return whole.subList(0, COPIED_ROWS).stream()
        .sorted(Comparator.comparing(Form::id))
        .map(f -> f.with(Outcome.DUPLICATE, Flaw.NONE))
        .toList();
  }

  private Form form(Person person, int wave, boolean leavesEarly, Random random) {
    Wave quarter = World.WAVES.get(wave);
    LocalDateTime started =
        quarter
            .starts()
            .plusDays(6 + random.nextInt(DAYS))
            .atTime(8 + random.nextInt(13), random.nextInt(60), random.nextInt(60));
    int lastPage = leavesEarly ? leftAt(person.site().tool(), wave, random) : Question.LAST_PAGE;
    List<String> helped =
        HELP.stream().filter(h -> !leavesEarly && Draws.chance(random, 0.3)).toList();
    return new Form(
        person,
        quarter,
        started,
        3 + random.nextInt(25),
        0,
        answers(person, wave, lastPage, random),
        lastPage,
        helped,
        !leavesEarly && Draws.chance(random, 0.12) ? Notes.draw(random) : "",
        leavesEarly ? Outcome.PARTIAL : Outcome.ACCEPTED,
        Flaw.NONE);
  }

  /** The page someone left at: 2 or 3. */
  private static int leftAt(Tool tool, int wave, Random random) {
    int page = 2 + random.nextInt(2);
    // Leaving at page 2 while its last question was not asked could not be told from stopping
    // before that question.
    return asked(Question.RECOMMEND, tool, wave) ? page : 3;
  }

  private List<Integer> answers(Person person, int wave, int lastPage, Random random) {
    List<Integer> answers = new ArrayList<>();
    double inOthers =
        0.4 * person.general()
            + 0.7 * person.traits().get(Question.Trait.TRUST_IN_OTHERS)
            + Math.sqrt(1 - 0.4 * 0.4 - 0.7 * 0.7) * random.nextGaussian();
    for (Question question : Question.ALL) {
      int at = question.position();
      // Every question is drawn, also those not answered, so that one choice shifts no other.
      int code =
          question.inScale()
              ? scale.answer(question, person.site(), inOthers, person.misreads(), random)
              : shares
                  .get(at)
                  .answer(person.site(), wave, leaning(person, question, random), random);
      double way = random.nextDouble();
      answers.add(
          question.page() > lastPage
              ? Missing.DROPPED_OUT.code()
              : lastPage < Question.LAST_PAGE
                  ? beforeLeaving(question, person.site().tool(), wave, code, lastPage)
                  : complete(question, person.site().tool(), wave, code, way));
    }
    return answers;
  }

  /** Someone who left early answered all they saw, so that the place where they left is plain. */
  private static int beforeLeaving(Question question, Tool tool, int wave, int code, int lastPage) {
    if (asked(question, tool, wave)) {
      return code;
    }
    // Questions asked later than others are the last of their page: where nothing was answered
    // after one, nobody can tell that it was not asked from that the person had stopped.
    return (lastPage > question.page() ? Missing.NOT_ASKED : Missing.DROPPED_OUT).code();
  }

  private static int complete(Question question, Tool tool, int wave, int code, double way) {
    if (!asked(question, tool, wave)) {
      return Missing.NOT_ASKED.code();
    }
    if (way < SKIPPED) {
      return Missing.SKIPPED.code();
    }
    if (!question.offersWaysOut() || way >= SKIPPED + DECLINED + DONT_KNOW) {
      return code;
    }
    return (way < SKIPPED + DECLINED ? Missing.DECLINED : Missing.DONT_KNOW).code();
  }

  private static boolean asked(Question question, Tool tool, int wave) {
    Wave since = ASKED_SINCE.get(question);
    return tool != Tool.QUALTRICS || since == null || World.WAVES.get(wave).compareTo(since) >= 0;
  }

  /** Half of what someone answers stays with them from wave to wave; the rest is the day. */
  private static double leaning(Person person, Question question, Random random) {
    return 0.45 * person.general()
        + 0.45 * person.traits().get(question.trait())
        + Math.sqrt(1 - 2 * 0.45 * 0.45) * random.nextGaussian();
  }
}
