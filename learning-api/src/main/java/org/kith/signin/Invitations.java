package org.kith.signin;

import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;

/**
 * Links that let somebody set a passphrase once, the first time or after they forgot it. The store
 * holds the hash of a link's token only.
 */
public final class Invitations {
  static final Duration LASTS = Duration.ofDays(7);

  /**
   * Somebody who was invited and has not answered yet.
   *
   * @param person their id
   * @param name what they are called
   * @param signInName what they will type to sign in
   */
  public record Invited(String person, String name, String signInName) {}

  private Invitations() {}

  /**
   * Invites somebody who takes part. Their earlier links stop working.
   *
   * @param by who invites: a person's id, or {@code command-line}
   * @param signInName chosen for them, or empty to keep what they have or make one of their name
   * @return the token, to be put in a link and nowhere else
   */
  public static String invite(Handle h, String by, String person, String signInName, long now) {
    giveName(h, person, signInName);
    voidAll(h, person, now);
    String token = Secret.fresh();
    h.createUpdate(
            "insert into invitation (token_hash, person, created, expires)"
                + " values (:hash, :person, :now, :expires)")
        .bind("hash", Secret.hash(token))
        .bind("person", person)
        .bind("now", now)
        .bind("expires", now + LASTS.toMillis())
        .execute();
    Audit.add(h, by, Audit.Action.PERSON_INVITED, person, now);
    return token;
  }

  private static void giveName(Handle h, String person, String chosen) {
    Optional<String> has = signInName(h, person);
    if (has.isPresent() && (chosen.isEmpty() || has.get().equals(SignInName.typed(chosen)))) {
      return;
    }
    String name =
        chosen.isEmpty()
            ? SignInName.from(
                h,
                h.createQuery("select name from person where id = :id")
                    .bind("id", person)
                    .mapTo(String.class)
                    .one())
            : SignInName.chosen(h, chosen);
    h.createUpdate("update person set sign_in_name = :name where id = :id")
        .bind("name", name)
        .bind("id", person)
        .execute();
  }

  /** What somebody types to sign in, if they were ever invited. */
  public static Optional<String> signInName(Handle h, String person) {
    return h.createQuery(
            "select sign_in_name from person where id = :id and sign_in_name is not null")
        .bind("id", person)
        .mapTo(String.class)
        .findOne();
  }

  /** Who a token was made for, while it can still be used. */
  static Optional<Invited> find(Handle h, String token, long now) {
    if (!Secret.plausible(token)) {
      return Optional.empty();
    }
    return h.createQuery(
            "select p.id, p.name, p.sign_in_name from invitation i join person p on p.id = i.person"
                + " where i.token_hash = :hash and i.used is null and i.expires > :now"
                + " and p.left_at is null")
        .bind("hash", Secret.hash(token))
        .bind("now", now)
        .map(
            (row, ctx) ->
                new Invited(
                    row.getString("id"), row.getString("name"), row.getString("sign_in_name")))
        .findOne();
  }

  /** Uses a token up; false if another got there first. */
  static boolean use(Handle h, String token, long now) {
    return h.createUpdate(
                "update invitation set used = :now"
                    + " where token_hash = :hash and used is null and expires > :now")
            .bind("now", now)
            .bind("hash", Secret.hash(token))
            .execute()
        == 1;
  }

  /** No link of somebody's works any longer. */
  static void voidAll(Handle h, String person, long now) {
    h.createUpdate("update invitation set used = :now where person = :person and used is null")
        .bind("now", now)
        .bind("person", person)
        .execute();
  }
}
