package org.kith.themes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.kith.audit.Audit;

/**
 * Sentences that authors offer to be quoted, without name or organisation. One is shown only while
 * all of this holds: it still stands in the reflection, its author's yes stands, and a second
 * reader who is not its author has passed it. Nothing is copied elsewhere, so what is withdrawn is
 * gone.
 */
public final class Quotations {
  /** Most characters of a quotation. */
  public static final int LONGEST = 400;

  /**
   * A sentence somebody offered.
   *
   * @param theme id of the theme it speaks to, or null
   * @param author id of its author; never shown
   * @param passed whether a second reader passed it
   * @param stands whether its author's yes stands and the reflection still says it
   */
  public record Offered(
      String id,
      String reflection,
      String theme,
      String words,
      String author,
      boolean passed,
      boolean stands) {}

  private static final String SELECT =
      "select q.id, q.reflection, q.theme, q.words, q.passed, r.author, r.quotable"
          + " from quotation q join reflection r on r.id = q.reflection ";

  private Quotations() {}

  /**
   * Offers a sentence of one's own reflection; with it goes the author's yes to being quoted.
   *
   * @throws IllegalArgumentException if it cannot be offered; the message says why
   */
  public static String offer(
      Handle h, String me, String reflection, String theme, String words, long now) {
    String plain = plain(words);
    check(own(h, me, reflection), "That is not a reflection of yours.");
    check(!plain.isEmpty(), "Copy the sentence you offer.");
    check(plain.length() <= LONGEST, "A quotation has at most 400 characters.");
    check(says(h, reflection, plain), "Copy it exactly as it stands in your reflection.");
    check(Codebook.current(h).containsKey(theme), "Choose the theme it speaks to.");
    check(
        of(h, reflection).stream().noneMatch(q -> q.words().equals(plain)),
        "You have offered that sentence already.");
    String id = UUID.randomUUID().toString();
    h.createUpdate(
            "insert into quotation (id, reflection, theme, words, offered)"
                + " values (:id, :reflection, :theme, :words, :now)")
        .bind("id", id)
        .bind("reflection", reflection)
        .bind("theme", theme)
        .bind("words", plain)
        .bind("now", now)
        .execute();
    h.createUpdate(
            "update reflection set quotable = 1, version = version + 1, changed = :now"
                + " where id = :id and quotable = 0")
        .bind("id", reflection)
        .bind("now", now)
        .execute();
    Audit.add(h, me, Audit.Action.QUOTATION_OFFERED, id, now);
    return id;
  }

  /** Takes back what one offered oneself. */
  public static void takeBack(Handle h, String me, String id, long now) {
    check(
        find(h, id).filter(q -> q.author().equals(me)).isPresent(),
        "That is not a sentence you offered.");
    delete(h, id);
    Audit.add(h, me, Audit.Action.QUOTATION_TAKEN_BACK, id, now);
  }

  /** Passes a sentence, as its second reader. */
  public static void pass(Handle h, String me, String id, long now) {
    forAnother(h, me, id);
    h.createUpdate("update quotation set reader = :me, passed = :now where id = :id")
        .bind("id", id)
        .bind("me", me)
        .bind("now", now)
        .execute();
    Audit.add(h, me, Audit.Action.QUOTATION_PASSED, id, now);
  }

  /** Declines a sentence, as its second reader; it is gone, and its author may offer another. */
  public static void decline(Handle h, String me, String id, long now) {
    forAnother(h, me, id);
    delete(h, id);
    Audit.add(h, me, Audit.Action.QUOTATION_DECLINED, id, now);
  }

  private static void forAnother(Handle h, String me, String id) {
    Optional<Offered> found = find(h, id).filter(Offered::stands);
    check(found.isPresent(), "It is not offered any more.");
    check(!found.get().author().equals(me), "Somebody else has to read what you offered.");
  }

  /** What waits for a second reader other than its author, the first offered first. */
  public static List<Offered> waiting(Handle h, String me) {
    return h
        .createQuery(SELECT + "where q.passed is null and r.author <> :me order by q.offered, q.id")
        .bind("me", me)
        .map(mapper(h))
        .list()
        .stream()
        .filter(Offered::stands)
        .toList();
  }

  /** What may be shown, by theme in use; words only. */
  public static Map<String, List<String>> shown(Handle h) {
    Map<String, String> current = Codebook.current(h);
    return h
        .createQuery(SELECT + "where q.passed is not null order by q.passed, q.id")
        .map(mapper(h))
        .list()
        .stream()
        .filter(q -> q.stands() && q.theme() != null && current.containsKey(q.theme()))
        .collect(
            Collectors.groupingBy(
                q -> current.get(q.theme()),
                Collectors.mapping(Offered::words, Collectors.toList())));
  }

  /** What was offered of one reflection. */
  public static List<Offered> of(Handle h, String reflection) {
    return h.createQuery(SELECT + "where q.reflection = :reflection order by q.offered, q.id")
        .bind("reflection", reflection)
        .map(mapper(h))
        .list();
  }

  /** What somebody wrote in a reflection of their own, answer by answer; empty if it is not. */
  public static List<String> answers(Handle h, String me, String reflection) {
    return own(h, me, reflection) ? answers(h, reflection) : List.of();
  }

  private static Optional<Offered> find(Handle h, String id) {
    return h.createQuery(SELECT + "where q.id = :id").bind("id", id).map(mapper(h)).findOne();
  }

  private static RowMapper<Offered> mapper(Handle h) {
    return (row, ctx) ->
        new Offered(
            row.getString("id"),
            row.getString("reflection"),
            row.getString("theme"),
            row.getString("words"),
            row.getString("author"),
            row.getObject("passed") != null,
            row.getInt("quotable") == 1
                && says(h, row.getString("reflection"), row.getString("words")));
  }

  private static boolean own(Handle h, String me, String reflection) {
    return h.createQuery("select count(*) from reflection where id = :id and author = :me")
            .bind("id", reflection)
            .bind("me", me)
            .mapTo(int.class)
            .one()
        == 1;
  }

  private static boolean says(Handle h, String reflection, String words) {
    return answers(h, reflection).stream().anyMatch(a -> plain(a).contains(words));
  }

  private static List<String> answers(Handle h, String reflection) {
    return h.createQuery(
            "select words from reflection_answer where reflection = :id order by position")
        .bind("id", reflection)
        .mapTo(String.class)
        .list();
  }

  private static void delete(Handle h, String id) {
    h.createUpdate("delete from quotation where id = :id").bind("id", id).execute();
  }

  /** Without line breaks and double spaces, which copying adds and takes away. */
  private static String plain(String words) {
    return words == null ? "" : words.strip().replaceAll("\\s+", " ");
  }

  private static void check(boolean right, String message) {
    if (!right) {
      throw new IllegalArgumentException(message);
    }
  }
}
