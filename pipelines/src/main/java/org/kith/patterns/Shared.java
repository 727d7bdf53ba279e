package org.kith.patterns;

import java.util.List;

/**
 * What was shared, counted: all that the pass over reflections hands on. It grows with
 * organisations, periods, themes, teams and the words many use, never with reflections.
 *
 * @param firstWeek ISO 8601 day, the Monday of the first week anything was shared in
 * @param lastWeek the Monday of the last one
 * @param writings at most {@link Suggestions#MOST} reflections, drawn by their pseudonyms
 */
public record Shared(
    String firstWeek,
    String lastWeek,
    List<Authors> authors,
    List<TeamWeeks> weeks,
    List<OpenFor> open,
    List<Phrase> phrases,
    List<Writing> writings) {

  /** Nothing at all. */
  public static final Shared NOTHING =
      new Shared(null, null, List.of(), List.of(), List.of(), List.of(), List.of());

  public Shared {
    authors = List.copyOf(authors);
    weeks = List.copyOf(weeks);
    open = List.copyOf(open);
    phrases = List.copyOf(phrases);
    writings = List.copyOf(writings);
  }
}
