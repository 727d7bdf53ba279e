package org.kith.learning;

import java.util.Optional;
import org.kith.published.Scope;

/**
 * Who is looking: an organisation taking part, or nobody in particular.
 *
 * @param organisation its id, or null for nobody in particular
 */
public record Viewer(String organisation) {
  /** Someone who belongs to none of the organisations: sees pooled figures and spread only. */
  public static final Viewer NOBODY = new Viewer(null);

  /** Someone of this organisation. */
  public static Viewer of(String organisation) {
    return new Viewer(organisation);
  }

  /** The organisation, if there is one. */
  public Optional<String> own() {
    return Optional.ofNullable(organisation);
  }

  /** Whether a figure about this scope and unit may be shown: everyone's, a place's, one's own. */
  public boolean sees(Scope scope, String unit) {
    return scope != Scope.ORGANISATION || unit.equals(organisation);
  }
}
