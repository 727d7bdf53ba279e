package org.kith.published;

import java.util.List;

/**
 * Words that keep company across reflections, offered as a possible theme. It has no name until
 * people give it one.
 *
 * @param suggestion its id: follows from its words, so that a decision about it stays with it
 * @param words the words that mark it, each used by at least k authors of the group; alphabetical
 * @param authors distinct authors in the group, to the nearest 5
 * @param organisations their organisations, at least three
 */
public record SuggestionRow(
    String suggestion, List<String> words, Integer authors, Integer organisations) {}
