package org.kith.reflections;

/** What became of a change somebody asked for. */
public enum Change {
  /** It is done. */
  DONE,
  /** There is no such reflection that is theirs to change. */
  NOT_THERE,
  /** It changed since they looked; nothing was overwritten. */
  CHANGED_MEANWHILE,
  /** They are not in the team or learning cycle they named. */
  NOT_A_MEMBER
}
