package org.kith.search;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kith.access.Visitor;
import org.kith.learning.View;
import org.kith.people.Person;
import org.kith.reflections.Reading;
import org.kith.store.Store;

/**
 * Searches for one reader at a time. An index is made when its reader first asks and kept while
 * nothing they may see has changed; whether it has is looked up with every question, so what is
 * withdrawn or no longer shared is gone from the very next answer. Safe for many threads.
 */
public final class Search {
  /** Most texts kept in memory, over all readers; the index least lately used goes first. */
  static final int MOST_TEXTS = 60_000;

  /** Where the published words are, for one reader. */
  @FunctionalInterface
  public interface Published {
    /** The snapshot as this person may see it. */
    View as(Person person) throws IOException;
  }

  private record Kept(String mark, Index index) {}

  private final Store store;
  private final Reading reading;
  private final Published published;
  private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** The search of a store and of what is published. */
  public Search(Store store, Clock clock, Published published) {
    this.store = store;
    this.reading = new Reading(store, clock);
    this.published = published;
  }

  /** A piece of an excerpt, to be escaped by whoever shows it. */
  public record Piece(String words, boolean marked) {}

  /**
   * Something that was found.
   *
   * @param kind what it is, in words
   * @param title the team, cycle or theme it belongs to, or empty
   * @param by who wrote it, or empty where that is not told
   * @param day ISO 8601 day it is about, or empty
   * @param href where it can be read
   */
  public record Found(
      String kind, String title, String by, String day, String href, List<Piece> excerpt) {}

  /**
   * One page of what was found.
   *
   * @param all how many there are that this reader may see
   */
  public record Answer(int all, List<Found> found) {}

  /**
   * Looks for what somebody typed.
   *
   * @param relevance by how well it matches; otherwise the latest first
   */
  public Answer find(Person me, String typed, boolean relevance, int skip, int most)
      throws IOException {
    Index.Hits hits = index(me).find(Question.all(typed), relevance, skip, most);
    return new Answer(hits.all(), shown(me, hits.hits()));
  }

  /** A few reflections this reader may see that hold one of these words, the latest first. */
  public List<Found> examples(Person me, List<String> words, int most) throws IOException {
    return shown(
        me,
        index(me).find(Question.any(words), true, 0, 10 * most).hits().stream()
            .filter(h -> h.text().kind().reflection())
            .limit(most)
            .toList());
  }

  /** Drops what is kept in memory for somebody who signs out. */
  public synchronized void forget(Visitor visitor) {
    if (visitor.signedIn()) {
      kept.remove(visitor.me().id());
    }
  }

  private Index index(Person me) throws IOException {
    View view = view(me).orElse(null);
    Kept known;
    synchronized (this) {
      known = kept.get(me.id());
    }
    Kept before = known;
    Kept now =
        store.read(
            h -> {
              String mark = ReaderTexts.mark(h, me, view);
              return before != null && before.mark().equals(mark)
                  ? before
                  : new Kept(mark, Index.of(ReaderTexts.of(h, me, view)));
            });
    if (before == null || !now.mark().equals(before.mark())) {
      keep(me.id(), now);
    }
    return now.index();
  }

  /** Keeps an index, and lets go of others until all fit. */
  private synchronized void keep(String person, Kept now) {
    kept.put(person, now);
    int texts = kept.values().stream().mapToInt(k -> k.index().size()).sum();
    var oldest = kept.entrySet().iterator();
    while (texts > MOST_TEXTS && kept.size() > 1 && oldest.hasNext()) {
      var entry = oldest.next();
      if (!entry.getKey().equals(person)) {
        texts -= entry.getValue().index().size();
        oldest.remove();
      }
    }
  }

  /** How many texts are in memory, over all readers. */
  synchronized int texts() {
    return kept.values().stream().mapToInt(k -> k.index().size()).sum();
  }

  private Optional<View> view(Person me) throws IOException {
    try {
      return Optional.of(published.as(me));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** An excerpt shows words of somebody, so whoever shares them can see that it was read. */
  private List<Found> shown(Person me, List<Index.Hit> hits) {
    reading.excerpts(me, reflections(hits, Text.Kind.TEAM), reflections(hits, Text.Kind.CYCLE));
    return hits.stream()
        .map(
            h ->
                new Found(
                    h.text().kind().words(),
                    h.text().title(),
                    h.text().by(),
                    h.text().day(),
                    h.text().href(),
                    h.excerpt().stream().map(p -> new Piece(p.words(), p.marked())).toList()))
        .toList();
  }

  private static Set<String> reflections(List<Index.Hit> hits, Text.Kind kind) {
    return hits.stream()
        .filter(h -> h.text().kind() == kind)
        .map(h -> h.text().id().substring(2))
        .collect(Collectors.toSet());
  }
}
