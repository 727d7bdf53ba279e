package org.kith.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.kith.learning.View;
import org.kith.published.Manifest;
import org.kith.published.OrganisationRow;

/**
 * What is round every page.
 *
 * @param title of the page, without the name of the place
 * @param current which entry of the menu the page belongs to
 * @param workspace name of the place, or empty when nothing is published
 * @param invented whether everything shown is made up
 * @param snapshot id, or empty
 * @param frozen when the snapshot was made, for people
 * @param exports how many exports are behind it
 * @param quarters how many rounds of asking, and from when to when
 * @param rules when numbers are hidden
 * @param notUsedFor what the numbers may not be used for, or empty
 * @param viewer name of the organisation looking, or empty
 */
public record Frame(
    String title,
    String current,
    String workspace,
    boolean invented,
    String snapshot,
    String frozen,
    int exports,
    String quarters,
    Manifest.DisclosureRules rules,
    String notUsedFor,
    String viewer) {

  public static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);

  /** The frame of a page about a snapshot. */
  public static Frame of(View view, String title, String current) {
    Manifest manifest = view.manifest();
    var waves = view.waves();
    String quarters =
        waves.isEmpty()
            ? ""
            : waves.size() == 1
                ? "one round of asking, " + waves.get(0).label()
                : waves.size()
                    + " rounds of asking, "
                    + waves.get(0).label()
                    + " to "
                    + waves.get(waves.size() - 1).label();
    return new Frame(
        title,
        current,
        manifest.workspace(),
        manifest.about().invented(),
        manifest.id(),
        DAY.format(Instant.parse(manifest.made())),
        manifest.inputs().size(),
        quarters,
        manifest.disclosure(),
        manifest.about().notUsedFor(),
        view.mine().map(OrganisationRow::name).orElse(""));
  }

  /** The frame of a page that stands without data. */
  public static Frame bare(String title, String current) {
    return new Frame(title, current, "", false, "", "", 0, "", null, "", "");
  }

  /** The same of a page with another title. */
  public Frame titled(String other) {
    return new Frame(
        other,
        current,
        workspace,
        invented,
        snapshot,
        frozen,
        exports,
        quarters,
        rules,
        notUsedFor,
        viewer);
  }

  /** Whether there is a snapshot to speak of. */
  public boolean published() {
    return !snapshot.isEmpty();
  }
}
