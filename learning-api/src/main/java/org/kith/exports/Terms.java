package org.kith.exports;

import java.util.ArrayList;
import java.util.List;
import org.kith.published.InstrumentRow;
import org.kith.published.Manifest;

/** What goes with data wherever they go: what they are, may not be used for, and their licences. */
final class Terms {
  /** Who gives the tables says under which terms; Kith cannot know them. */
  static final String TABLES = "other-closed";

  static final String TABLES_TITLE =
      "As agreed by the organisations taking part; ask them before you pass the tables on";

  private Terms() {}

  /** In a few sentences. */
  static String about(Manifest manifest) {
    String text =
        "Published tables of "
            + manifest.workspace()
            + ", snapshot "
            + manifest.id()
            + ". Counts are rounded to "
            + manifest.disclosure().rounding()
            + "; a missing number is hidden, for the reason in the column visibility, and is never 0.";
    if (!manifest.about().notUsedFor().isBlank()) {
      text += " Not to be used for: " + manifest.about().notUsedFor();
    }
    return manifest.about().invented()
        ? text + " Every place, person and number is invented."
        : text;
  }

  /** As lines of a file. */
  static List<String> lines(Manifest manifest, List<InstrumentRow> instruments) {
    List<String> lines = new ArrayList<>();
    lines.add(manifest.workspace());
    lines.add("");
    lines.add(about(manifest));
    lines.add(
        "Organisations are not to be put in order by any of these numbers. Fewer than "
            + manifest.disclosure().people()
            + " people are hidden, and whatever would give them away.");
    lines.add("Made: " + manifest.made() + " by Kith " + manifest.version() + ".");
    lines.add("To make it again: ./kith reproduce " + manifest.id());
    lines.add("");
    lines.add("Licences");
    lines.add("Tables: " + TABLES_TITLE + ".");
    for (InstrumentRow instrument : instruments) {
      lines.add(
          "Wording of "
              + instrument.name()
              + ": "
              + instrument.licence()
              + (instrument.attribution().isBlank() ? "" : ". " + instrument.attribution()));
    }
    return lines;
  }
}
