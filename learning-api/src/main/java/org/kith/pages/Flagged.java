package org.kith.pages;

import java.util.List;
import org.kith.spotter.Spotter;

/** What may tell who somebody is, looked for again by the server and shown to the author. */
final class Flagged {
  private Flagged() {}

  /** What in these words may, as it stands there. */
  static List<String> in(String words) {
    return Spotter.spot(words).stream()
        .map(f -> words.substring(f.start(), f.end()))
        .distinct()
        .toList();
  }
}
