package org.kith.reflection;

import java.util.List;

/**
 * One reflection in the protected lake. Only what its author shares is there, and only scrubbed:
 * ids are keyed pseudonyms, the day is that of its week's Monday, identifiers found in the words
 * are replaced by what kind of thing they are. The file is written anew from the store each time,
 * so what is withdrawn is simply no longer in it.
 *
 * @param reflection pseudonym of the reflection
 * @param author pseudonym of its author; one author has one organisation
 * @param team pseudonym of the author's team, or null
 * @param organisation id of the author's organisation, or null for someone of none
 * @param place id of its place, or null
 * @param week ISO 8601 day, the Monday of the week it happened in
 * @param kind id of a {@link Kind}
 * @param levels ids of {@link Level}s, each once
 * @param carried what carried progress: me, service, community, person
 * @param barriers what got in the way: rule, form, funding, threshold, law, other, and what a place
 *     added
 * @param feeling how it felt, one of the listed words, or null
 * @param themes ids of themes of the codebook that the author tapped
 * @param follows pseudonym of the reflection it carries on from, or null
 * @param scope what its author lets be counted
 * @param words scrubbed text, the answers one after another; null when only taps may be counted
 */
public record SharedReflection(
    String reflection,
    String author,
    String team,
    String organisation,
    String place,
    String week,
    String kind,
    List<String> levels,
    List<String> carried,
    List<String> barriers,
    String feeling,
    List<String> themes,
    String follows,
    Scope scope,
    String words) {

  /** What an author lets be counted. */
  public enum Scope {
    /** Taps only: shared with a team, or with nobody. */
    TAPS,
    /** Taps and scrubbed words: shared with a learning cycle. */
    WORDS
  }

  public SharedReflection {
    levels = List.copyOf(levels);
    carried = List.copyOf(carried);
    barriers = List.copyOf(barriers);
    themes = List.copyOf(themes);
    if ((scope == Scope.WORDS) != (words != null)) {
      throw new IllegalArgumentException("Words belong to a reflection shared with its words.");
    }
  }
}
