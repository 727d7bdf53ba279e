package org.kith.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.store.Store;

/** Decides whether somebody may sign in. Every failure is told in the same words. */
public final class SignIn {
  /** Who it was, in the audit, where the name was nobody's. */
  static final String NOBODY = "nobody";

  /**
   * What came of a try.
   *
   * @param token the new session's cookie, or null
   * @param person who it is for, or null
   * @param words what to tell them, or empty when they are in
   * @param pause how long they have to wait first; zero when they need not
   */
  public record Outcome(String token, Person person, String words, Duration pause) {
    private static Outcome in(String token, Person person) {
      return new Outcome(token, person, "", Duration.ZERO);
    }

    private static Outcome refused(String words) {
      return new Outcome(null, null, words, Duration.ZERO);
    }

    private static Outcome later(Duration wait) {
      return new Outcome(
          null,
          null,
          "There were too many tries in a short time. Wait " + spoken(wait) + ", then try again.",
          wait);
    }

    private static String spoken(Duration wait) {
      long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
      if (seconds < 60) {
        return seconds == 1 ? "a second" : seconds + " seconds";
      }
      long minutes = (seconds + 59) / 60;
      return minutes == 1 ? "a minute" : minutes + " minutes";
    }

    /** Whether they are signed in. */
    public boolean signedIn() {
      return token != null;
    }
  }

  private record Credential(String person, String hash) {}

  static final String NOT_RIGHT =
      "That sign-in name and passphrase do not belong together. Check both and try again. A steward"
          + " can send you a new link.";
  static final String INVITATION_OVER = "This link was used before, or is older than 7 days.";

  private final Store store;
  private final Clock clock;
  private final Sessions sessions;
  private final Pauses pauses;

  /** Signing in to a store. */
  public SignIn(Store store, Clock clock, Sessions sessions) {
    this.store = store;
    this.clock = clock;
    this.sessions = sessions;
    this.pauses = new Pauses(clock);
  }

  /**
   * Somebody typed a name and a passphrase.
   *
   * @param address the network address that asks
   */
  public Outcome with(String typedName, String passphrase, String address) {
    String name = SignInName.typed(typedName);
    Duration wait = pauses.before(name, address);
    if (!wait.isZero()) {
      return Outcome.later(wait);
    }
    Optional<Credential> credential = store.read(h -> credential(h, name));
    boolean right =
        credential.isPresent()
            ? Passphrase.matches(passphrase, credential.get().hash())
            : Passphrase.matchesNobody(passphrase);
    if (!right) {
      pauses.failed(name, address);
      String who = credential.map(Credential::person).orElse(NOBODY);
      store.change(h -> Audit.add(h, who, Audit.Action.SIGN_IN_REFUSED, who, clock.millis()));
      return Outcome.refused(NOT_RIGHT);
    }
    pauses.wentWell(name);
    String person = credential.get().person();
    return store.write(h -> in(h, person));
  }

  private static Optional<Credential> credential(Handle h, String name) {
    return h.createQuery(
            "select c.person, c.hash from credential c join person p on p.id = c.person"
                + " where p.sign_in_name = :name and p.left_at is null")
        .bind("name", name)
        .map((row, ctx) -> new Credential(row.getString("person"), row.getString("hash")))
        .findOne();
  }

  private Outcome in(Handle h, String person) {
    Optional<Person> found = People.find(h, person);
    if (found.isEmpty()) {
      return Outcome.refused(NOT_RIGHT);
    }
    Audit.add(h, person, Audit.Action.SIGNED_IN, person, clock.millis());
    return Outcome.in(sessions.start(h, person), found.get());
  }

  /** Who an invitation is for, while it can be used. */
  public Optional<Invitations.Invited> invited(String token) {
    return store.read(h -> Invitations.find(h, token, clock.millis()));
  }

  /** Somebody who was invited chose a passphrase: it is kept, and they are in. */
  public Outcome accept(String token, String passphrase) {
    Optional<Invitations.Invited> invited = invited(token);
    if (invited.isEmpty()) {
      return Outcome.refused(INVITATION_OVER);
    }
    Invitations.Invited who = invited.get();
    Optional<String> refusal = Passphrase.refusal(passphrase, who.name(), who.signInName());
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    String hash = Passphrase.hash(passphrase);
    return store.write(
        h -> {
          if (!Invitations.use(h, token, clock.millis())) {
            return Outcome.refused(INVITATION_OVER);
          }
          keep(h, who.person(), hash);
          return in(h, who.person());
        });
  }

  /** Somebody signed in changes their passphrase. Every session ends; a new one starts. */
  public Outcome change(Person me, String before, String passphrase, String address) {
    String name = store.read(h -> Invitations.signInName(h, me.id())).orElse("");
    Duration wait = pauses.before(name, address);
    if (!wait.isZero()) {
      return Outcome.later(wait);
    }
    Optional<Credential> credential = store.read(h -> credential(h, name));
    if (credential.isEmpty() || !Passphrase.matches(before, credential.get().hash())) {
      pauses.failed(name, address);
      store.change(
          h -> Audit.add(h, me.id(), Audit.Action.SIGN_IN_REFUSED, me.id(), clock.millis()));
      return Outcome.refused("The passphrase you have now was not right. Nothing was changed.");
    }
    Optional<String> refusal = Passphrase.refusal(passphrase, me.name(), name);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    String hash = Passphrase.hash(passphrase);
    return store.write(
        h -> {
          keep(h, me.id(), hash);
          return in(h, me.id());
        });
  }

  private void keep(Handle h, String person, String hash) {
    h.createUpdate(
            "insert into credential (person, hash, changed) values (:person, :hash, :now)"
                + " on conflict (person) do update set hash = :hash, changed = :now")
        .bind("person", person)
        .bind("hash", hash)
        .bind("now", clock.millis())
        .execute();
    Sessions.endAll(h, person);
    Audit.add(h, person, Audit.Action.PASSPHRASE_SET, person, clock.millis());
  }

  /**
   * Somebody came back from their council's own sign-in.
   *
   * @param token of the invitation they came with, or empty; it ties the council's word for them to
   *     a person, once
   */
  public Outcome outside(String issuer, String subject, String token) {
    return store.write(
        h -> {
          Optional<String> person = linked(h, issuer, subject);
          if (person.isEmpty() && !token.isEmpty()) {
            person = link(h, issuer, subject, token);
            if (person.isEmpty()) {
              return Outcome.refused(INVITATION_OVER);
            }
          }
          if (person.isEmpty()) {
            Audit.add(h, NOBODY, Audit.Action.SIGN_IN_REFUSED, NOBODY, clock.millis());
            return Outcome.refused(
                "Your council knows you, but nobody has invited you to take part here yet.");
          }
          return in(h, person.get());
        });
  }

  private static Optional<String> linked(Handle h, String issuer, String subject) {
    return h.createQuery(
            "select person from outside_identity where issuer = :issuer and subject = :subject")
        .bind("issuer", issuer)
        .bind("subject", subject)
        .mapTo(String.class)
        .findOne();
  }

  private Optional<String> link(Handle h, String issuer, String subject, String token) {
    long now = clock.millis();
    Optional<Invitations.Invited> invited = Invitations.find(h, token, now);
    if (invited.isEmpty() || !Invitations.use(h, token, now)) {
      return Optional.empty();
    }
    h.createUpdate(
            "insert into outside_identity (issuer, subject, person)"
                + " values (:issuer, :subject, :person)")
        .bind("issuer", issuer)
        .bind("subject", subject)
        .bind("person", invited.get().person())
        .execute();
    return Optional.of(invited.get().person());
  }

  /** Somebody signs out; the session itself is ended by whoever has the request. */
  public void out(Person person) {
    store.change(
        h -> Audit.add(h, person.id(), Audit.Action.SIGNED_OUT, person.id(), clock.millis()));
  }

  /** Somebody signs out on every device. */
  public void outEverywhere(Person person) {
    store.change(
        h -> {
          Sessions.endAll(h, person.id());
          Audit.add(h, person.id(), Audit.Action.SIGNED_OUT, person.id(), clock.millis());
        });
  }
}
