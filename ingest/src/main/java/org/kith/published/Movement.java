package org.kith.published;

/**
 * Whether something is said by more or fewer authors than in the period before. Neither is good.
 */
public enum Movement {
  /** No more change than chance gives. */
  STEADY,
  /** Said by more authors than before, beyond chance. */
  EMERGING,
  /** Said by fewer authors than before, beyond chance. */
  FADING
}
