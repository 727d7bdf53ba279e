package org.kith.patterns;

import java.util.List;

/**
 * The words of one reflection that was shared with its words.
 *
 * @param author pseudonym
 * @param organisation of the author
 * @param words lower case, without stop words, as often as they are used
 */
public record Writing(String author, String organisation, List<String> words) {
  public Writing {
    words = List.copyOf(words);
  }
}
