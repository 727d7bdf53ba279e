package org.kith.audit;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Adds to the audit, in the same transaction as what it tells of. */
public final class Audit {
  /** What is recorded. */
  public enum Action {
    REFLECTION_KEPT("reflection.kept"),
    REFLECTION_OPENED("reflection.opened"),
    REFLECTION_CHANGED("reflection.changed"),
    AUDIENCE_CHANGED("reflection.audience-changed"),
    REFLECTION_WITHDRAWN("reflection.withdrawn"),
    REFLECTIONS_EXPORTED("reflections.exported"),
    REFLECTIONS_IMPORTED("reflections.imported"),
    REPLIED("reflection.replied"),
    THEME_DECIDED("theme.decided"),
    QUOTATION_OFFERED("quotation.offered"),
    QUOTATION_PASSED("quotation.passed"),
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
    h.createUpdate(
            "insert into audit (id, at, person, action, subject)"
                + " values (:id, :at, :person, :action, :subject)")
        .bind("id", UUID.randomUUID().toString())
        .bind("at", at)
        .bind("person", person)
        .bind("action", action.id())
        .bind("subject", subject)
        .execute();
  }
}
