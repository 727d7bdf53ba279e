package org.kith.dialect;

/** What a tool says about a response as a whole. */
public enum RowStatus {
  /** Submitted. */
  COMPLETE,
  /** Begun and never submitted. */
  PARTIAL,
  /** Made while trying the form out. */
  PREVIEW_OR_TEST,
  /** Marked by the tool or its user as not to be used. */
  DISCARDED
}
