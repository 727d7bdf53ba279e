package org.kith.pages.evidence;

import org.kith.evidence.Check;

/**
 * Whether a pin still is what it was, in words.
 *
 * @param same whether it is
 * @param said the sentence
 * @param why what it means and what can be done, or empty
 * @param then hash of what was pinned, or empty when it is not this reader's
 * @param now hash of what is built now, or empty
 */
public record CheckWords(boolean same, String said, String why, String then, String now) {

  /**
   * The words.
   *
   * @param day today, for people
   * @param shown whether this reader may see the figure, and so its hash
   */
  static CheckWords of(Check check, String day, boolean shown) {
    String then = shown && check.then() != null ? check.then() : "";
    String now = shown && check.now() != null ? check.now() : "";
    if (check.same()) {
      return new CheckWords(true, "Rebuilt on " + day + ": the same to the byte.", "", then, now);
    }
    if (check.now() == null) {
      return new CheckWords(
          false,
          "Rebuilt on " + day + ": it cannot be built.",
          check.changed().isEmpty()
              ? "The snapshot is not here, or is sealed while a review is asking people what they"
                  + " expect. A steward can say which."
              : "A file of the snapshot cannot be read. A steward can bring it back from a backup.",
          then,
          now);
    }
    if (!check.changed().isEmpty()) {
      return new CheckWords(
          false,
          "Rebuilt on "
              + day
              + ": "
              + (check.now().equals(check.then())
                  ? "the figure is the same, but files of its snapshot changed."
                  : "not the same."),
          "Files of the snapshot are not those that were published ("
              + String.join(", ", check.changed())
              + "). What is drawn here is not what people saw. A steward can bring the files back"
              + " from a backup.",
          then,
          now);
    }
    return new CheckWords(
        false,
        "Rebuilt on " + day + ": not the same.",
        "The snapshot’s files are those that were published, so Kith itself changed since: a later"
            + " version writes the same numbers in another way, or works them out otherwise."
            + " Whoever runs Kith can rebuild it with the version it was pinned with.",
        then,
        now);
  }
}
