package org.kith.reviews;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.access.Visitor;
import org.kith.audit.Audit;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.learning.FigureId;
import org.kith.learning.Library;
import org.kith.learning.Seal;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.people.Person;
import org.kith.published.WaveRow;
import org.kith.reviews.Review.Stage;
import org.kith.store.Store;

/**
 * The evidence packs of reviews: which snapshot each is frozen to, and the seal on everything newer
 * than what stays readable, from the moment that predictions open until everybody looks. The seal
 * is in the store, so it holds for every process, and nobody here is asked who they are.
 */
public final class Packs {
  /** Stands for the wave of a figure of a pack that is yet to be published. */
  public static final String LATEST = "latest";

  private static final String SEALED =
      "select distinct before_snapshot from review where said_opened is not null and looked is null"
          + " and before_snapshot is not null";

  private final Library library;
  private final Store store;
  private final Seal.Beyond beyond;

  private Packs(Library library, Store store, Seal.Beyond beyond) {
    this.library = library;
    this.store = store;
    this.beyond = beyond;
  }

  /**
   * Sets the seal of a library by the reviews of a store.
   *
   * @throws IllegalStateException if the library has a seal already
   */
  public static Packs sealing(Library library, Store store) {
    return new Packs(library, store, library.seal(new Lasts(store)));
  }

  /**
   * Which snapshots the reviews of a store hold as the last. Every look at published numbers asks,
   * so what was read is kept: until this process writes, and for so short a time that what another
   * process opens meanwhile was anybody's to read a moment before.
   */
  private static final class Lasts implements Seal {
    private static final long KEPT_NANOS = 5_000_000;

    private record Kept(List<String> lasts, long changes, long at) {}

    private final Store store;
    private volatile Kept kept;

    Lasts(Store store) {
      this.store = store;
    }

    @Override
    public List<String> lasts() {
      Kept now = kept;
      long changes = store.changes();
      long at = System.nanoTime();
      if (now == null || now.changes() != changes || at - now.at() > KEPT_NANOS) {
        now =
            new Kept(
                store.read(h -> h.createQuery(SEALED).mapTo(String.class).list()), changes, at);
        kept = now;
      }
      return now.lasts();
    }
  }

  /** What can be read now, the newest first: what a pack can be frozen to. */
  public List<View> offered() {
    try {
      List<View> views = new ArrayList<>();
      List<String> ids = new ArrayList<>(library.snapshots());
      Collections.reverse(ids);
      for (String id : ids) {
        views.add(library.snapshot(id));
      }
      return List.copyOf(views);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What everybody can read now, as somebody may see it. */
  public View current(Person me) {
    return new Visitor(me, "").sees(library.current());
  }

  /**
   * Freezes the pack of a review that somebody prepares.
   *
   * @param snapshot its id, or null for the one that will be published next
   * @throws ProblemException if they do not prepare it, if there is no such snapshot, or if the
   *     review changed meanwhile
   */
  public Review freeze(Person me, String review, int version, String snapshot, long now) {
    List<String> ids = readable();
    if (snapshot != null && !ids.contains(snapshot)) {
      throw refused("There is no snapshot of that id to be read. Choose one of those listed.");
    }
    String before =
        snapshot == null
            ? ids.get(ids.size() - 1)
            : ids.get(Math.max(0, ids.indexOf(snapshot) - 1));
    return store.write(
        h -> {
          Review frozen = Preparing.pack(h, Review.led(h, review, me), version, before, snapshot);
          Audit.add(h, me.id(), Audit.Action.REVIEW_CHANGED, review, now);
          return frozen;
        });
  }

  /** The ids of what everybody can read now, the first published first. */
  public List<String> readable() {
    try {
      return library.snapshots();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Moves a review on that somebody leads. Where its pack is to be the next snapshot, that is the
   * newest there is when predictions close.
   *
   * @throws ProblemException if they do not lead it, or if something has to come first; the message
   *     says what
   */
  public Review advance(Person me, String id, Stage to, long now) {
    // Asked for before the transaction, which must not wait for a second connection.
    List<String> ids = readable();
    return store.write(
        h -> {
          Review review = Review.led(h, id, me);
          if (to == Stage.SAY_FIRST && review.stage() == Stage.PREPARE) {
            stillNext(review, ids);
          } else if (to == Stage.PROVIDERS_LOOK && review.stage() == Stage.SAY_FIRST) {
            return Reviews.advance(h, arrived(h, review), to, me.id(), now);
          } else if (to == Stage.LOOK && review.stage() == Stage.PROVIDERS_LOOK) {
            date(h, review);
          }
          return Reviews.advance(h, review, to, me.id(), now);
        });
  }

  private static void stillNext(Review review, List<String> ids) {
    if (review.snapshot() == null
        && review.beforeSnapshot() != null
        && !ids.get(ids.size() - 1).equals(review.beforeSnapshot())) {
      throw refused(
          "A snapshot was published since you froze the pack, and everybody can read it. Freeze the"
              + " pack again.");
    }
  }

  private Review arrived(Handle h, Review review) {
    if (review.snapshot() != null) {
      return review;
    }
    List<String> ids;
    try {
      ids = beyond.snapshots();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String newest = ids.get(ids.size() - 1);
    if (newest.equals(review.beforeSnapshot())) {
      throw refused(
          "Nothing has been published since predictions opened. Close them once the new snapshot is"
              + " there: kith run.");
    }
    h.createUpdate("update review set snapshot = :snapshot where id = :id and snapshot is null")
        .bind("snapshot", newest)
        .bind("id", review.id())
        .execute();
    return Review.find(h, review.id()).orElseThrow();
  }

  /** Gives questions the waves of their figures, which were left open until the pack was opened. */
  private void date(Handle h, Review review) {
    View pack;
    try {
      pack = beyond.snapshot(review.snapshot());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Reviews.Question question : Reviews.questions(h, review.id())) {
      figure(pack, question)
          .ifPresent(
              figure ->
                  h.createUpdate("update review_question set figure = :figure where id = :id")
                      .bind("figure", figure.text())
                      .bind("id", question.id())
                      .execute());
    }
  }

  /**
   * The figure a question is about, in a pack. Where its wave was left open, it is the latest in
   * which it was asked.
   *
   * @return empty when it is about none
   */
  public static Optional<FigureId> figure(View pack, Reviews.Question question) {
    return Optional.ofNullable(question.figure())
        .flatMap(FigureId::parse)
        .map(f -> f.wave().equals(LATEST) ? dated(f, latest(pack, f)) : f);
  }

  private static String latest(View pack, FigureId f) {
    Unit unit = new Unit(f.scope(), f.unit(), "");
    return pack.waves().stream()
        .map(WaveRow::wave)
        .filter(
            w ->
                pack.level(f.instrument(), f.measure(), w, unit).isPresent()
                    || pack.scale(f.instrument(), w, unit).isPresent())
        .reduce((earlier, later) -> later)
        .orElse(LATEST);
  }

  private static FigureId dated(FigureId f, String wave) {
    return new FigureId(f.indicator(), f.instrument(), f.measure(), wave, f.scope(), f.unit());
  }

  /**
   * A question as everybody may read it: while the pack is sealed, its figure does not say which
   * wave is in it, nor anything else that only the pack has.
   *
   * @param readable what everybody can read now
   */
  public static Reviews.Question shown(Review review, Reviews.Question question, View readable) {
    if (review.looked() != null || review.saidOpened() == null || question.figure() == null) {
      return question;
    }
    String figure =
        FigureId.parse(question.figure())
            .filter(
                f ->
                    readable.items(f.instrument()).stream()
                            .anyMatch(i -> i.item().equals(f.measure()))
                        || readable.measures(f.instrument()).contains(f.measure()))
            .filter(
                f ->
                    readable.units().stream()
                        .anyMatch(u -> u.scope() == f.scope() && u.id().equals(f.unit())))
            .map(f -> f.wave().equals(FigureId.NONE) ? f : dated(f, LATEST))
            .map(FigureId::text)
            .orElse(null);
    return new Reviews.Question(question.id(), question.position(), question.words(), figure);
  }

  /** Whether somebody who takes part may read the pack now: providers first, then everybody. */
  public static boolean open(Handle h, Review review, Person me) {
    return review.stage().after(Stage.PROVIDERS_LOOK)
        || (review.stage() == Stage.PROVIDERS_LOOK && Reviews.provider(h, review.id(), me));
  }

  /**
   * The pack of a review somebody takes part in, as they may see it.
   *
   * @throws ProblemException if it is not open to them yet, or cannot be read
   */
  public View pack(Handle h, Review review, Person me) {
    Review mine = Review.mine(h, review.id(), me);
    if (!open(h, mine, me) || mine.snapshot() == null) {
      throw ProblemException.of(
          Problem.Kind.CONFLICT,
          mine.stage() == Stage.PROVIDERS_LOOK
              ? "Those who provide are looking first. It opens to everybody after them."
              : "The pack opens once everybody has said what they expect.");
    }
    try {
      return new Visitor(me, "").sees(beyond.snapshot(mine.snapshot()));
    } catch (IOException e) {
      throw ProblemException.of(
          Problem.Kind.GONE, "The snapshot of this review's pack is no longer in the workspace.");
    }
  }

  private static ProblemException refused(String why) {
    return ProblemException.of(Problem.Kind.NOT_ACCEPTED, why);
  }
}
