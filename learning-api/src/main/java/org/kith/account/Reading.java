package org.kith.account;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.access.Visitor;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.learning.Viewer;
import org.kith.people.Voice;
import org.kith.published.PlaceRow;
import org.kith.published.WaveRow;
import org.kith.reviews.Review;
import org.kith.reviews.SaidFirst;
import org.kith.store.Store;
import org.kith.words.Numbers;

/** Reading accounts: published ones by anyone, drafts by those who take part. */
public final class Reading {
  private final Store store;
  private final Library library;

  Reading(Store store, Library library) {
    this.store = store;
    this.library = library;
  }

  /**
   * One of the published accounts.
   *
   * @param published milliseconds since 1970
   * @param learnings what was learned
   */
  public record Listed(
      String review, String title, String summary, List<String> learnings, long published) {

    /** ISO 8601 day. */
    public String day() {
      return Reading.day(published);
    }
  }

  /** Every published account, the latest first. */
  public List<Listed> published() {
    return store.read(Reading::published);
  }

  static List<Listed> published(Handle h) {
    return h.createQuery(
            "select * from review where published is not null order by published desc, id")
        .map(
            (row, ctx) -> {
              String id = row.getString("id");
              Optional<Written> written = Versions.latest(h, id);
              return new Listed(
                  id,
                  Gathering.printable(row.getString("name")),
                  Gathering.printable(written.map(Written::summary).orElse("")),
                  written.map(Written::learnings).orElse(List.of()).stream()
                      .map(Gathering::printable)
                      .toList(),
                  row.getLong("published"));
            })
        .list();
  }

  /**
   * An account as whoever asks may read it: when it is published, anyone; before, those who take
   * part in the review.
   *
   * @throws ProblemException if there is none for them: the same answer in every case
   */
  public Account open(String id, Visitor visitor) {
    return store.read(
        h -> {
          Review review = Review.find(h, id).orElseThrow(Reading::none);
          if (review.published() == null
              && !(visitor.signedIn() && takesPart(h, review, visitor))) {
            throw none();
          }
          Written written = Versions.latest(h, id).orElseThrow(Reading::none);
          return shown(h, review, written);
        });
  }

  /** An account with its figures. See {@link #open}. */
  public Paper paper(String id, Visitor visitor, Pictures pictures) {
    return Paper.of(open(id, visitor), this, pictures);
  }

  private static boolean takesPart(Handle h, Review review, Visitor visitor) {
    return review.aloneClosed() != null
        && (review.ledBy(visitor.me()) || Review.voice(h, review.id(), visitor.me()).isPresent());
  }

  private static ProblemException none() {
    return ProblemException.of(
        Problem.Kind.NOT_FOUND, "There is no published account of that address.");
  }

  /**
   * The snapshot of a pack as somebody who belongs to none of the organisations sees it; empty when
   * there is none, or it cannot be read now.
   */
  public Optional<View> pack(String snapshot) {
    try {
      return snapshot == null
          ? Optional.empty()
          : Optional.of(library.snapshot(snapshot).as(Viewer.NOBODY));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Account shown(Handle h, Review review, Written written) {
    Material m = Versions.material(h, review, written);
    Optional<View> pack = pack(m.snapshot());
    int people = pack.orElseGet(library::current).manifest().disclosure().people();
    Map<Voice, Integer> came = Versions.came(h, review.id());
    Voicing voicing = Voicing.of(came, people);
    return new Account(
        review.id(),
        m.title(),
        written.version(),
        review.published() == null,
        review.published() == null ? null : day(review.published()),
        m.purpose(),
        m.notFor(),
        place(m, pack),
        period(m, pack),
        m.meetsOn(),
        m.summary(),
        m.learnings(),
        m.cycles(),
        there(voicing, people),
        absent(m, Versions.notThere(h, review.id())),
        m.questions().stream()
            .map(q -> question(q, SaidFirst.of(h, review, q.id(), people), voicing, people))
            .toList(),
        notes(m.notes(), voicing),
        m.decisions().stream().map(d -> decision(d, voicing)).toList(),
        m.experiments(),
        m.promises(),
        m.level(),
        m.happened(),
        since(h, review.id()),
        answers(h, review.id(), written.version(), voicing),
        m.dataNotes(),
        contested(h, review.id(), m),
        m.snapshot(),
        Account.ROOT + "/" + review.id());
  }

  static String day(long at) {
    return Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String place(Material m, Optional<View> pack) {
    if (m.place() == null) {
      return pack.map(v -> v.manifest().workspace()).orElse("");
    }
    return pack.stream()
        .flatMap(v -> v.places().stream())
        .filter(p -> p.place().equals(m.place()))
        .map(PlaceRow::name)
        .findFirst()
        .orElse(m.place());
  }

  private static String period(Material m, Optional<View> pack) {
    String from = wave(m.fromWave(), pack);
    String to = wave(m.toWave(), pack);
    if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
      return from.isEmpty() ? to : from;
    }
    return from + " to " + to;
  }

  private static String wave(String id, Optional<View> pack) {
    return id == null
        ? ""
        : pack.stream()
            .flatMap(v -> v.waves().stream())
            .filter(w -> w.wave().equals(id))
            .map(WaveRow::label)
            .findFirst()
            .orElse(id);
  }

  private static List<String> there(Voicing voicing, int people) {
    List<String> lines = new ArrayList<>();
    voicing.named().forEach((voice, n) -> lines.add(voice.many() + ", " + n));
    if (!voicing.unnamed().isEmpty()) {
      lines.add(
          Numbers.capital(
                  Numbers.list(
                      voicing.unnamed().stream()
                          .map(v -> v.many().toLowerCase(java.util.Locale.UK))
                          .toList()))
              + ": how many is hidden, so that no voice of fewer than "
              + people
              + " can be counted");
    }
    return lines;
  }

  private static List<String> absent(Material m, List<Voice> notThere) {
    List<String> all = new ArrayList<>(m.absent());
    notThere.forEach(v -> all.add(v.many() + " who were invited and could not come"));
    return all;
  }

  private static Account.Question question(
      Material.Asked q, SaidFirst before, Voicing room, int people) {
    Map<Voice, Integer> wrote = new EnumMap<>(Voice.class);
    q.readings().forEach(r -> wrote.merge(Voice.of(r.voice()), 1, Integer::sum));
    Voicing voicing = Voicing.of(wrote, people);
    List<Account.Column> columns = new ArrayList<>();
    for (Voice voice : voicing.named().keySet()) {
      columns.add(new Account.Column(voice.many(), fitting(q, v -> v == voice)));
    }
    columns.add(
        new Account.Column(Voicing.UNNAMED, fitting(q, v -> !voicing.named().containsKey(v))));
    columns.removeIf(c -> c.said().isEmpty());
    return new Account.Question(
        q.position(),
        q.words(),
        q.figure(),
        q.figure() == null ? List.of() : expected(before),
        q.figure() == null ? List.of() : heaps(before),
        columns,
        q.readings().stream().filter(Material.Heard::fitsNone).map(Material.Heard::words).toList(),
        notes(q.notes(), room));
  }

  private static List<String> fitting(
      Material.Asked q, java.util.function.Predicate<Voice> voices) {
    return q.readings().stream()
        .filter(r -> !r.fitsNone() && voices.test(Voice.of(r.voice())))
        .map(Material.Heard::words)
        .toList();
  }

  /** The heaps that those in the review were shown: others beside them could be compared. */
  private static List<String> expected(SaidFirst before) {
    if (before.people() == 0) {
      return List.of();
    }
    if (before.ranges() == null) {
      return List.of(
          "What we expected is hidden, because fewer than %d of us wrote a number before it opened."
              .formatted(before.fewest()));
    }
    return before.heaps().isEmpty()
        ? List.of(
            "%d of us wrote a number before it opened. Where they lay is hidden, because too few lay together."
                .formatted(before.ranges()))
        : before.heaps().stream()
            .map(heap -> heap.people() + " of us said " + percent(heap.words()))
            .toList();
  }

  /** "40 to 45 %", "50 % or more". */
  private static String percent(String words) {
    String more = " or more";
    return words.endsWith(more)
        ? words.substring(0, words.length() - more.length()) + Numbers.HARD + "%" + more
        : words + Numbers.HARD + "%";
  }

  private static List<Account.Heap> heaps(SaidFirst before) {
    return before.heaps().stream()
        .map(h -> new Account.Heap(h.from(), h.to(), h.people(), h.words()))
        .toList();
  }

  private static List<Account.Note> notes(List<Material.Noted> notes, Voicing voicing) {
    return notes.stream()
        .map(
            n ->
                new Account.Note(
                    n.kind(),
                    n.words(),
                    n.whom(),
                    n.voice().isEmpty() ? "" : voicing.one(Voice.of(n.voice()))))
        .toList();
  }

  private static Account.Decision decision(Material.Decided d, Voicing voicing) {
    return new Account.Decision(
        d.words(),
        d.basis(),
        d.because(),
        d.day(),
        d.evidence(),
        d.dissents().stream()
            .map(s -> new Account.Spoken(voicing.one(Voice.of(s.voice())), s.words()))
            .toList());
  }

  /** What published reviews that follow this one found. */
  private static List<Account.Happened> since(Handle h, String review) {
    return h
        .createQuery(
            "select id from review where follows = :review and published is not null order by"
                + " published, id")
        .bind("review", review)
        .mapTo(String.class)
        .list()
        .stream()
        .flatMap(later -> Gathering.happened(h, later).stream())
        .toList();
  }

  /**
   * Those that have words, by voice and then by the alphabet: nobody can tell who answered when.
   */
  private static List<Account.Answer> answers(
      Handle h, String review, int version, Voicing voicing) {
    return h.createQuery(
            "select approves, voice, words from account_voice where review = :review and version ="
                + " :version and words <> '' order by words, person")
        .bind("review", review)
        .bind("version", version)
        .map(
            (row, ctx) ->
                new Account.Answer(
                    row.getInt("approves") == 1,
                    voicing.one(Voice.of(row.getString("voice"))),
                    Gathering.printable(row.getString("words"))))
        .list();
  }

  private static List<Account.Contested> contested(Handle h, String review, Material m) {
    List<String> figures =
        m.questions().stream().map(Material.Asked::figure).filter(f -> f != null).toList();
    return h.createQuery(
            "select words, day from contest where state = 'shown' and (review = :review or figure"
                + " in (<figures>)) order by day, id")
        .bind("review", review)
        .bindList("figures", figures.isEmpty() ? List.of("") : figures)
        .map(
            (row, ctx) ->
                new Account.Contested(
                    Gathering.printable(row.getString("words")), row.getString("day")))
        .list();
  }
}
