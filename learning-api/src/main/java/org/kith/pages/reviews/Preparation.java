package org.kith.pages.reviews;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.instrument.Instrument;
import org.kith.learning.FigureId;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.pages.Frame;
import org.kith.pages.reviews.PreparePage.Asked;
import org.kith.pages.reviews.PreparePage.Figures;
import org.kith.pages.reviews.PreparePage.Option;
import org.kith.people.Household;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.published.ConstructRow;
import org.kith.published.Indicator;
import org.kith.published.InstrumentRow;
import org.kith.published.ItemRow;
import org.kith.published.Scope;
import org.kith.reviews.Packs;
import org.kith.reviews.Preparing;
import org.kith.reviews.Review;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.Reviews;
import org.kith.words.Numbers;

/** What can be chosen while a review is prepared, and what was. */
final class Preparation {
  /** Stands for the snapshot that will be published next. */
  static final String NEXT = "next";

  private final Packs packs;
  private final Person me;
  private final Frame frame;
  private final View view;

  Preparation(Packs packs, Person me, Frame frame) {
    this.packs = packs;
    this.me = me;
    this.frame = frame;
    this.view = packs.current(me);
  }

  PreparePage page(Handle h, Review review) {
    boolean leads = review.ledBy(me);
    List<Reviews.Participant> people = Reviews.participants(h, review.id());
    List<String> in = people.stream().map(Reviews.Participant::person).toList();
    List<String> cycles = Reviews.cycles(h, review.id()).stream().map(c -> c.id()).toList();
    return new PreparePage(
        frame.titled("Prepare: " + review.name()),
        ReviewTop.of(review, ReviewTop.Page.PREPARE),
        leads,
        review.stage() == Stage.PREPARE,
        review,
        UUID.randomUUID().toString(),
        people.size() > 1,
        Household.cycles(h).stream()
            .map(c -> new Option(c.id(), c.name(), cycles.contains(c.id())))
            .filter(o -> leads || o.chosen())
            .toList(),
        places(review),
        waves(review.fromWave()),
        waves(review.toWave()),
        Reviews.of(h, me).stream()
            .filter(r -> !r.id().equals(review.id()))
            .map(r -> new Option(r.id(), r.name(), r.id().equals(review.follows())))
            .toList(),
        people.stream()
            .map(
                p ->
                    new PreparePage.Seat(
                        p, p.voice().one(), p.person().equals(review.commissioner())))
            .toList(),
        leads
            ? Household.all(h).stream()
                .filter(m -> !m.left() && !in.contains(m.person().id()))
                .map(m -> new Option(m.person().id(), m.person().name(), false))
                .toList()
            : List.of(),
        Arrays.stream(Voice.values())
            .map(v -> new Option(v.id(), Numbers.capital(v.one()), v == Voice.PRACTITIONER))
            .toList(),
        Reviews.absent(h, review.id()),
        Reviews.questions(h, review.id()).stream()
            .map(q -> asked(Packs.shown(review, q, view)))
            .toList(),
        figures(),
        whom(),
        leads ? offered(review) : List.of(),
        frozen(review),
        Preparing.missing(h, review));
  }

  private List<Option> places(Review review) {
    return view.places().stream()
        .map(p -> new Option(p.place(), p.name(), p.place().equals(review.place())))
        .toList();
  }

  private List<Option> waves(String chosen) {
    return view.waves().stream()
        .map(w -> new Option(w.wave(), w.label(), w.wave().equals(chosen)))
        .toList();
  }

  private Asked asked(Reviews.Question question) {
    Optional<FigureId> id = Optional.ofNullable(question.figure()).flatMap(FigureId::parse);
    return new Asked(
        question,
        id.map(this::words).orElse(""),
        id.map(f -> f.instrument() + "." + f.measure()).orElse(""),
        id.map(f -> FigureId.word(f.scope()) + "." + f.unit()).orElse("all.all"));
  }

  /** What a figure is about, without a number and without naming a wave that may be sealed. */
  private String words(FigureId id) {
    String asked =
        view.items(id.instrument()).stream()
            .filter(i -> i.item().equals(id.measure()))
            .map(i -> "“" + i.wording() + "”")
            .findFirst()
            .or(() -> view.instrument(id.instrument()).map(InstrumentRow::name))
            .orElse(id.measure());
    String whom =
        view.units().stream()
            .filter(u -> u.scope() == id.scope() && u.id().equals(id.unit()))
            .map(Unit::name)
            .findFirst()
            .orElse(id.unit());
    return asked + ", " + whom;
  }

  private List<Figures> figures() {
    List<Figures> all = new ArrayList<>();
    for (ConstructRow construct : view.constructs()) {
      List<Option> options = new ArrayList<>();
      for (InstrumentRow instrument : view.instruments(construct.construct())) {
        List<String> measures = view.measures(instrument.instrument());
        for (ItemRow item : view.items(instrument.instrument())) {
          if (measures.contains(item.item())) {
            options.add(
                new Option(instrument.instrument() + "." + item.item(), item.wording(), false));
          }
        }
        if (measures.contains(Instrument.SCALE)) {
          options.add(
              new Option(
                  instrument.instrument() + "." + Instrument.SCALE, instrument.name(), false));
        }
      }
      all.add(new Figures(construct.name(), options));
    }
    return all;
  }

  /** Everyone and the places; an organisation's own figure is not for a room of several. */
  private List<Option> whom() {
    return view.units().stream()
        .filter(u -> u.scope() != Scope.ORGANISATION)
        .map(
            u ->
                new Option(
                    FigureId.word(u.scope()) + "." + u.id(), Numbers.capital(u.name()), false))
        .toList();
  }

  /**
   * The figure a form asks for, in the latest wave of the pack.
   *
   * @return null when it asks for none
   */
  static String figure(Form form) {
    String chosen = form.words("figure");
    if (chosen.isEmpty()) {
      return null;
    }
    String[] measure = chosen.split("\\.", 2);
    String[] whom = (form.words("whom").isEmpty() ? "all.all" : form.words("whom")).split("\\.", 2);
    if (measure.length < 2 || whom.length < 2) {
      throw notThere();
    }
    Indicator kind = measure[1].equals(Instrument.SCALE) ? Indicator.SCALE_SCORE : Indicator.LEVEL;
    String text =
        String.join(".", kind.id(), measure[0], measure[1], Packs.LATEST, whom[0], whom[1]);
    return FigureId.parse(text).map(FigureId::text).orElseThrow(Preparation::notThere);
  }

  private static ProblemException notThere() {
    return ProblemException.of(
        Problem.Kind.NOT_ACCEPTED, "There is no such figure. Choose one of those listed.");
  }

  private List<Option> offered(Review review) {
    List<Option> options = new ArrayList<>();
    for (View one : packs.offered()) {
      options.add(
          new Option(
              one.snapshot(),
              one.snapshot()
                  + ", published "
                  + day(one)
                  + one.latestWave().map(w -> ", to " + w.label()).orElse(""),
              review.beforeSnapshot() == null
                  ? options.isEmpty()
                  : one.snapshot().equals(review.snapshot())));
    }
    options.add(
        new Option(
            NEXT,
            "The one that will be published next",
            review.beforeSnapshot() != null && review.snapshot() == null));
    return options;
  }

  private static String day(View one) {
    return Frame.DAY.format(Instant.parse(one.manifest().made()));
  }

  /** What the pack is frozen to, without a word of a snapshot that is sealed. */
  private String frozen(Review review) {
    if (review.beforeSnapshot() == null) {
      return "";
    }
    String before = review.beforeSnapshot();
    if (review.stage() == Stage.SAY_FIRST || review.stage() == Stage.PROVIDERS_LOOK) {
      return "Sealed until everybody looks. Until then, everybody reads snapshot " + before + ".";
    }
    if (review.stage() != Stage.PREPARE) {
      return "Snapshot " + review.snapshot() + ".";
    }
    if (review.snapshot() == null) {
      return "The pack will be the next snapshot that is published. Until everybody looks, people"
          + " read snapshot "
          + before
          + ", which is what they can read today. Open “say first” before you publish: then nobody"
          + " has seen the new numbers when they say what they expect.";
    }
    if (Objects.equals(before, review.snapshot())) {
      return "The pack is snapshot "
          + before
          + ". There is none before it, so nothing can be sealed: people can read these numbers"
          + " while they say what they expect. Treat what they say as memory, not as expectation.";
    }
    return "The pack is snapshot "
        + review.snapshot()
        + ". From the moment “say first” opens until everybody looks, people read snapshot "
        + before
        + " in its place, on every page and in every export. Whoever has looked before then has"
        + " seen it.";
  }
}
