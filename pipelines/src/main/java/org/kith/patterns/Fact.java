package org.kith.patterns;

/** What an author can be counted for, once. */
public enum Fact {
  /** Shared anything in the period. */
  ACTIVE,
  /** Shared anything at all. */
  EVER,
  /** Tapped the theme in the period. */
  THEME,
  /** Tapped the theme at the level, ever. */
  THEME_LEVEL,
  /** Tapped the barrier in the period. */
  BARRIER,
  /** Tapped what carried progress in the period. */
  CARRIED,
  /** Tapped anything that carried progress in the period. */
  CARRIED_ANY,
  /** Named a barrier at the level, ever. */
  RAISED,
  /** Named a barrier at the level that a later reflection carries on from. */
  ANSWERED,
  /** Named a barrier that was still open, and watched, this many days later. */
  WATCHED,
  /** Named a barrier that was closed within this many days. */
  CLOSED
}
