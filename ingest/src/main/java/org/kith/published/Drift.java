package org.kith.published;

/** The signs that answers may be given to move a number. */
public enum Drift {
  HEAPING("heaping", "More answers than before at one value"),
  STRAIGHT_LINING("straight-lining", "More forms than before with one answer to every question"),
  MISSING("missing", "More or fewer questions left blank than before"),
  MODE("mode", "The way people were asked changed at once"),
  CASE_MIX("case-mix", "Other people answered than before");

  private final String id;
  private final String title;

  Drift(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The name in addresses and tables. */
  public String id() {
    return id;
  }

  /** What was noticed, in the words every page uses. */
  public String title() {
    return title;
  }
}
