package org.kith.published;

/** Whom a figure speaks of. The wider scopes always hold at least three organisations. */
public enum Scope {
  /** Everyone taking part. */
  ALL,
  /** The people around the organisations of one place. */
  PLACE,
  /** The people around one organisation. Shown only to that organisation. */
  ORGANISATION
}
