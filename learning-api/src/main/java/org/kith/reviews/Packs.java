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
  private final Seal.Beyond beyond;

  private Packs(Library library, Seal.Beyond beyond) {
    this.library = library;
    this.beyond = beyond;
  }

  /**
   * Sets the seal of a library by the reviews of a store.
   *
   * @throws IllegalStateException if the library has a seal already
   */
  public static Packs sealing(Library library, Store store) {
    return new Packs(library, library.seal(() -> store.read(Packs::lasts)));
  }

  private static List<String> lasts(Handle h) {
    return h.createQuery(SEALED).mapTo(String.class).list();
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
   * Freezes the pack of a review that is being prepared.
   *
   * @param snapshot its id, or null for the one that will be published next
   * @throws ProblemException if there is no such snapshot, or if the review changed meanwhile
   */
  public Review freeze(Handle h, Person me, Review review, int version, String snapshot, long now) {
    List<String> ids = readable();
    if (snapshot != null && !ids.contains(snapshot)) {
      throw refused("There is no snapshot of that id to be read. Choose one of those listed.");
    }
    String before =
        snapshot == null
            ? ids.get(ids.size() - 1)
            : ids.get(Math.max(0, ids.indexOf(snapshot) - 1));
    Review frozen = Preparing.pack(h, review, version, before, snapshot);
    Audit.add(h, me.id(), Audit.Action.REVIEW_CHANGED, review.id(), now);
    return frozen;
  }

  private List<String> readable() {
    try {
      return library.snapshots();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Moves a review on. Where its pack is to be the next snapshot, that is the newest there is when
   * predictions close.
   *
   * @throws ProblemException if something has to come first; the message says what
   */
  public Review advance(Handle h, Review review, Stage to, Person me, long now) {
    if (to == Stage.SAY_FIRST && review.stage() == Stage.PREPARE && review.snapshot() == null) {
      List<String> ids = readable();
      if (review.beforeSnapshot() != null
          && !ids.get(ids.size() - 1).equals(review.beforeSnapshot())) {
        throw refused(
            "A snapshot was published since you froze the pack, and everybody can read it. Freeze"
                + " the pack again.");
      }
    }
    if (to == Stage.PROVIDERS_LOOK
        && review.stage() == Stage.SAY_FIRST
        && review.snapshot() == null) {
      return Reviews.advance(h, arrived(h, review), to, me.id(), now);
    }
    return Reviews.advance(h, review, to, me.id(), now);
  }

  private Review arrived(Handle h, Review review) {
    try {
      List<String> ids = beyond.snapshots();
      String newest = ids.get(ids.size() - 1);
      if (newest.equals(review.beforeSnapshot())) {
        throw refused(
            "Nothing has been published since predictions opened. Close them once the new snapshot"
                + " is there: kith run.");
      }
      View pack = beyond.snapshot(newest);
      h.createUpdate("update review set snapshot = :snapshot where id = :id and snapshot is null")
          .bind("snapshot", newest)
          .bind("id", review.id())
          .execute();
      for (Reviews.Question question : Reviews.questions(h, review.id())) {
        if (question.figure() != null) {
          h.createUpdate("update review_question set figure = :figure where id = :id")
              .bind("figure", dated(pack, question.figure()))
              .bind("id", question.id())
              .execute();
        }
      }
      return Review.find(h, review.id()).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address with the latest wave in which it was asked, where it was left open. */
  private static String dated(View pack, String figure) {
    Optional<FigureId> id = FigureId.parse(figure);
    if (id.isEmpty() || !id.get().wave().equals(LATEST)) {
      return figure;
    }
    FigureId f = id.get();
    Unit unit = new Unit(f.scope(), f.unit(), "");
    String wave =
        pack.waves().stream()
            .map(WaveRow::wave)
            .filter(
                w ->
                    pack.level(f.instrument(), f.measure(), w, unit).isPresent()
                        || pack.scale(f.instrument(), w, unit).isPresent())
            .reduce((earlier, later) -> later)
            .orElse(LATEST);
    return new FigureId(f.indicator(), f.instrument(), f.measure(), wave, f.scope(), f.unit())
        .text();
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
