package org.kith.access;

import io.javalin.http.Context;
import java.util.Optional;
import org.kith.learning.View;
import org.kith.learning.Viewer;
import org.kith.people.Person;

/**
 * Who sent a request.
 *
 * @param person who is signed in, or null
 * @param csrf what every change they send has to carry, or empty when nobody is signed in
 */
public record Visitor(Person person, String csrf) {
  /** Somebody who has not signed in. */
  public static final Visitor UNKNOWN = new Visitor(null, "");

  private static final String ATTRIBUTE = "kith.visitor";

  /** Who sent this request. */
  public static Visitor of(Context ctx) {
    return Optional.<Visitor>ofNullable(ctx.attribute(ATTRIBUTE)).orElse(UNKNOWN);
  }

  void knownTo(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
  }

  /** Whether somebody is signed in. */
  public boolean signedIn() {
    return person != null;
  }

  /**
   * The person signed in.
   *
   * @throws IllegalStateException if nobody is; an address open to anyone has to ask first
   */
  public Person me() {
    if (person == null) {
      throw new IllegalStateException("Nobody is signed in, and this address did not ask.");
    }
    return person;
  }

  /**
   * A snapshot as this visitor may see it: as their organisation when signed in, otherwise as the
   * server was started for.
   */
  public View sees(View view) {
    return person == null ? view : view.as(person.own().map(Viewer::of).orElse(Viewer.NOBODY));
  }
}
