package org.kith.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Adds to the audit, in the same transaction as what it tells of. */
public final class Audit {
  /** What is recorded. */
  public enum Action {
    REFLECTION_KEPT("reflection.kept"),
    /** By a team mate: the author sees who. */
    REFLECTION_OPENED("reflection.opened"),
    /** In a learning cycle, where neither side has a name: the author sees on which day. */
    REFLECTION_OPENED_IN_CYCLE("reflection.opened-in-cycle"),
    REFLECTION_CHANGED("reflection.changed"),
    AUDIENCE_CHANGED("reflection.audience-changed"),
    REFLECTION_WITHDRAWN("reflection.withdrawn"),
    REFLECTIONS_EXPORTED("reflections.exported"),
    REFLECTIONS_IMPORTED("reflections.imported"),
    REPLIED("reflection.replied"),
    REPLY_TAKEN_BACK("reflection.reply-taken-back"),
    THEME_NAMED("theme.named"),
    THEME_RENAMED("theme.renamed"),
    THEME_MERGED("theme.merged"),
    THEME_SET_ASIDE("theme.set-aside"),
    THEME_USED_AGAIN("theme.used-again"),
    SUGGESTION_SET_ASIDE("suggestion.set-aside"),
    SUGGESTION_OFFERED_AGAIN("suggestion.offered-again"),
    QUOTATION_OFFERED("quotation.offered"),
    QUOTATION_TAKEN_BACK("quotation.taken-back"),
    QUOTATION_PASSED("quotation.passed"),
    QUOTATION_DECLINED("quotation.declined"),
    CONTEST_SHOWN("contest.shown"),
    CONTEST_KEPT_BACK("contest.kept-back"),
    PERSON_INVITED("person.invited"),
    PERSON_CHANGED("person.changed"),
    SIGNED_IN("signed-in"),
    SIGN_IN_REFUSED("sign-in-refused"),
    SIGNED_OUT("signed-out"),
    PASSPHRASE_SET("passphrase-set");

    private final String id;

    Action(String id) {
      this.id = id;
    }

    /** The name in the store. */
    public String id() {
      return id;
    }
  }

  private Audit() {}

  /**
   * Adds that somebody did something.
   *
   * @param person who did it
   * @param subject what it was done to: an id, never words
   * @param at milliseconds since 1970
   */
  public static void add(Handle h, String person, Action action, String subject, long at) {
    insert(h, UUID.randomUUID(), person, action, subject, at);
  }

  /** Adds that somebody did something, unless it is there already for that day (UTC). */
  public static void addOncePerDay(
      Handle h, String person, Action action, String subject, long at) {
    String once = String.join(" ", person, action.id(), subject, day(at).toString());
    insert(
        h,
        UUID.nameUUIDFromBytes(once.getBytes(StandardCharsets.UTF_8)),
        person,
        action,
        subject,
        at);
  }

  private static LocalDate day(long at) {
    return Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static void insert(
      Handle h, UUID id, String person, Action action, String subject, long at) {
    h.createUpdate(
            "insert into audit (id, at, person, action, subject)"
                + " values (:id, :at, :person, :action, :subject) on conflict (id) do nothing")
        .bind("id", id.toString())
        .bind("at", at)
        .bind("person", person)
        .bind("action", action.id())
        .bind("subject", subject)
        .execute();
  }
}
