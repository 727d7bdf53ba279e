package org.kith.sample;

/** The survey tools the invented organisations use, and the export each one gave. */
enum Tool {
  LIMESURVEY("limesurvey", "neighbours-limesurvey.csv"),
  QUALTRICS("qualtrics", "neighbours-qualtrics.csv"),
  KOBOTOOLBOX("kobotoolbox", "neighbours-kobo.csv"),
  CSV("csv", "neighbours-office.csv");

  private final String id;
  private final String file;

  Tool(String id, String file) {
    this.id = id;
    this.file = file;
  }

  /** Its name in mappings and accounts. */
  String id() {
    return id;
  }

  /** Its export in {@code raw/}. */
  String file() {
    return file;
  }

  /** Whether its export holds forms that people left before the end. */
  boolean keepsPartials() {
    return this == LIMESURVEY || this == QUALTRICS;
  }
}
